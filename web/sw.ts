// The service worker: the app opens without a connection, and kept map tiles come from the device.
// It never touches /api: what was answered there is kept per account by web/api/offline.ts.
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { keptByAppHeader, keptTilesCache } from './api/kept-caches.ts';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] };

const pagesCache = 'jangkau-pages';
const seenTilesCache = 'jangkau-tiles-seen';

/** How long a page is waited for where another is at hand, milliseconds. */
const pagePatienceMs = 3000;

/** Tiles that were only looked at; about 30 MB. Those of kept regencies are not counted here. */
const seenTilesMaximum = 800;

const entries = self.__WB_MANIFEST;
/** Stands for this build: its page names the assets that are kept with it. */
const pageKey = `/?build=${entries.map((entry) => (typeof entry === 'string' ? entry : entry.url)).join()}`;

precacheAndRoute(entries);
cleanupOutdatedCaches();
clientsClaim();

async function storePage(): Promise<void> {
  const page = await fetch('/', { cache: 'no-store', credentials: 'omit' });
  if (!page.ok) throw new Error(`the page answered ${page.status}`);
  const cache = await caches.open(pagesCache);
  await cache.put(pageKey, page);
}

async function forgetOtherPages(): Promise<void> {
  const cache = await caches.open(pagesCache);
  const wanted = new URL(pageKey, self.location.origin).href;
  for (const { url } of await cache.keys()) if (url !== wanted) await cache.delete(url);
}

// The page is stored with the very assets it names, so that the two always fit one another.
self.addEventListener('install', (event) => event.waitUntil(storePage()));
self.addEventListener('activate', (event) => event.waitUntil(forgetOtherPages()));
self.addEventListener('message', (event) => {
  if ((event.data as { type?: string } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});

/** A page of the app: of the server when it answers in time, else the one kept with this build. */
async function answerPage(request: Request): Promise<Response> {
  const fresh = fetch(request);
  const cache = await caches.open(pagesCache);
  const kept = await cache.match(pageKey);
  if (!kept) return fresh;
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), pagePatienceMs));
  const first = await Promise.race([fresh, late]).catch(() => null);
  // A proxy answers for a server that is away.
  return first && first.status < 500 ? first : kept;
}

/** Files too; what ends in a figure is a place's code. */
const servedElsewhere = /^\/(api|tiles|basemap|healthz)(\/|$)|\.[a-z]\w*$/i;

registerRoute(
  ({ request, url, sameOrigin }) =>
    sameOrigin && request.mode === 'navigate' && !servedElsewhere.test(url.pathname),
  ({ request }) => answerPage(request),
);

/** Lets go of the tiles that were looked at first; the browser lists them in that order. */
async function trim(cache: Cache): Promise<void> {
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - seenTilesMaximum)))
    await cache.delete(old);
}

async function keepSeen(request: Request, answer: Response): Promise<void> {
  const cache = await caches.open(seenTilesCache);
  await cache.put(request, answer);
  await trim(cache);
}

// A tile's address names its version: what is kept under it never changes. Coverage stays out: who may
// see it depends on who asks.
registerRoute(
  ({ url, sameOrigin }) =>
    sameOrigin &&
    url.pathname.startsWith('/tiles/') &&
    !url.pathname.startsWith('/tiles/coverage/'),
  async ({ request, event }) => {
    for (const cacheName of [keptTilesCache, seenTilesCache]) {
      const kept = await caches.match(request, { cacheName, ignoreVary: true });
      if (kept) return kept;
    }
    const answer = await fetch(request);
    // A full device still shows the tile.
    if (answer.ok && !request.headers.has(keptByAppHeader))
      event.waitUntil(keepSeen(request, answer.clone()).catch(() => undefined));
    return answer;
  },
);
