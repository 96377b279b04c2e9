// The browser's offer to install the app: it comes early and once, and is kept until somebody asks.
import { createContext, useContext, useSyncExternalStore } from 'react';

/** Chromium's event; other browsers install from their own menu. */
type InstallEvent = Event & { prompt: () => Promise<unknown> };

export type InstallPrompt = {
  subscribe: (listener: () => void) => () => void;
  /** Asks the browser; null where it has made no offer, or the app is installed. */
  getAsk: () => (() => void) | null;
};

export function createInstallPrompt(): InstallPrompt {
  const listeners = new Set<() => void>();
  let ask: (() => void) | null = null;
  const set = (next: typeof ask) => {
    ask = next;
    for (const listener of listeners) listener();
  };
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    set(() => {
      set(null);
      void (event as InstallEvent).prompt();
    });
  });
  addEventListener('appinstalled', () => set(null));
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getAsk: () => ask,
  };
}

export const InstallContext = createContext<InstallPrompt | null>(null);

const never = () => () => undefined;
const nothing = () => null;

export function useInstall(): (() => void) | null {
  const install = useContext(InstallContext);
  return useSyncExternalStore(install?.subscribe ?? never, install?.getAsk ?? nothing);
}
