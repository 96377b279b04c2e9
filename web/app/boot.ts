// What the page settles once, when it is loaded: nonce, colour scheme, policy. No inline script.
import { basemapOrigin, type Basemap } from '#contract/regions';

/** Where Mantine keeps the choice of light, dark or the device's. */
export const colourSchemeKey = 'jangkau.theme';

/**
 * The nonce of this page's Content-Security-Policy, given to every style element that is made
 * at run time; empty where the server sets none.
 */
export function takeNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]');
  const nonce = meta?.content ?? '';
  // Read by react-remove-scroll and others that write style elements themselves.
  Object.assign(globalThis, { __webpack_nonce__: nonce });
  return nonce;
}

/** Sets light or dark on the page before its first paint, as Mantine will once it runs. */
export function applyColourScheme(): void {
  const chosen = localStorage.getItem(colourSchemeKey);
  const isDark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.mantineColorScheme = isDark ? 'dark' : 'light';
}

/**
 * Fetches the map's worker once the engine has arrived, while that one is compiled. Fetched side by
 * side on a slow line, both would come late, and the engine is what the worker waits for.
 */
export function fetchWorkerAfterEngine(): void {
  const engine = document.querySelector<HTMLLinkElement>('link[data-worker]');
  engine?.addEventListener('load', () => {
    const worker = document.createElement('link');
    worker.rel = 'modulepreload';
    worker.crossOrigin = '';
    worker.href = engine.dataset.worker ?? '';
    document.head.append(worker);
  });
}

/**
 * Whether this page's policy lets images come from where `basemap` lies. It was settled when the page
 * was loaded; with another basemap the page must be loaded anew. Without a policy (in development)
 * everything may come.
 */
export function mayLoadBasemap(basemap: Basemap): boolean {
  const wanted = basemapOrigin(basemap);
  const meta = document.querySelector<HTMLMetaElement>('meta[name="basemap-origin"]');
  const allowed = meta?.content ?? '';
  return wanted === null || wanted === allowed || allowed.startsWith('__');
}
