// Registers the service worker once the line is quiet, and tells when another version waits.
import { Workbox } from 'workbox-window';
import { reachedEvent } from '../api/offline.ts';

/** Nothing was loaded for so long, milliseconds. */
const quietMs = 5000;

/** True while the map still fetches what it shows. */
function isMapLoading(): boolean {
  return document.querySelector('[data-map-state="loading"]') !== null;
}

/** Resolves when the first view has had the line for itself: fetching the rest must not slow it. */
export function whenQuiet(): Promise<void> {
  return new Promise((resolve) => {
    let lastLoadAt = performance.now();
    const observer = new PerformanceObserver(() => {
      lastLoadAt = performance.now();
    });
    observer.observe({ type: 'resource' });
    const timer = setInterval(() => {
      if (isMapLoading()) lastLoadAt = performance.now();
      if (performance.now() - lastLoadAt < quietMs) return;
      clearInterval(timer);
      observer.disconnect();
      resolve();
    }, 1000);
  });
}

/**
 * `onNewVersion` is called when another version is ready, with what loads it: nothing is reloaded
 * before a person asks. Does nothing in development, and where the browser has no service workers.
 */
export async function registerServiceWorker(
  onNewVersion: (reload: () => void) => void,
): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const worker = new Workbox('/sw.js');
  const reload = () => location.reload();
  worker.addEventListener('waiting', () =>
    onNewVersion(() => {
      worker.addEventListener('controlling', reload);
      worker.messageSkipWaiting();
    }),
  );
  // Another tab took the new version: this one still shows the old, and may finish what it is at.
  worker.addEventListener('controlling', ({ isUpdate, isExternal }) => {
    if (isUpdate && isExternal) onNewVersion(reload);
  });
  await worker.register({ immediate: true });
  // A server that was away may have come back as another version.
  addEventListener(reachedEvent, () => void worker.update().catch(() => undefined));
}
