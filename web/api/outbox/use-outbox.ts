// The outbox for components: what waits on this device, and what can be done about it.
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { OutboxHandle, OutboxView } from './handle.ts';
import type { OutboxEntry } from './types.ts';

export const OutboxContext = createContext<OutboxHandle | null>(null);

/** What the server does not have yet, or not whole. */
export function isUnsent({ state }: OutboxEntry): boolean {
  return state !== 'received';
}

export function useOutboxHandle(): OutboxHandle {
  const handle = useContext(OutboxContext);
  if (!handle) throw new Error('OutboxContext is missing');
  return handle;
}

/**
 * The queue of the account at hand, followed live, with `put`, `replace`, `discard`,
 * `resolveConflict` and `retry`. `put` resolves when the report is on the device for good; sending
 * goes on by itself.
 */
export function useOutbox(): OutboxHandle & OutboxView & { unsentCount: number } {
  const handle = useOutboxHandle();
  const view = useSyncExternalStore(handle.subscribe, handle.getView);
  return { ...handle, ...view, unsentCount: view.entries.filter(isUnsent).length };
}
