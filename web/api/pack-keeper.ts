// Puts a regency on this device and takes it off again: places and list in the database, tiles in the
// service worker's cache. Every step may be the last one before the tab closes.
import type { Pack } from '#contract/regions';
import { ApiProblem } from './client.ts';
import { withDeviceDatabase, type KeptPack } from './device-store.ts';
import { keptByAppHeader, keptTilesCache } from './kept-caches.ts';

const sideBySide = 4;

/** All kept regencies, by name. */
export function listPacks(): Promise<KeptPack[]> {
  return withDeviceDatabase(async (database) =>
    (await database.getAll('packs')).sort((a, b) => a.name.localeCompare(b.name)),
  );
}

async function noteBegun(pack: Pack): Promise<void> {
  const { code, boundaryVersion, tileUrls, bytes, places, localities } = pack;
  const place = places.find((region) => region.code === code);
  await withDeviceDatabase(async (database) => {
    const transaction = database.transaction(['packs', 'places'], 'readwrite');
    const before = await transaction.objectStore('packs').get(code);
    const isSame = before?.boundaryVersion === boundaryVersion;
    await transaction.objectStore('places').put({ code, places, localities });
    await transaction.objectStore('packs').put({
      code,
      kind: place?.kind ?? '',
      name: place?.name ?? code,
      boundaryVersion,
      tileUrls,
      bytes,
      completedAt: null,
      formerTileUrls: isSame
        ? before.formerTileUrls
        : [...(before?.formerTileUrls ?? []), ...(before?.tileUrls ?? [])],
    });
    await transaction.done;
  });
}

/** Fetches what is not here yet; `onDone` after each. The first failure ends it. */
async function fetchTiles(
  tileUrls: readonly string[],
  onDone: () => void,
  signal: AbortSignal,
): Promise<void> {
  const cache = await caches.open(keptTilesCache);
  const present = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  const rest = tileUrls.values();
  const work = async () => {
    for (const url of rest) {
      signal.throwIfAborted();
      if (!present.has(url)) {
        const answer = await fetch(url, { signal, headers: { [keptByAppHeader]: '1' } }).catch(
          (error: unknown) => {
            signal.throwIfAborted();
            throw error instanceof TypeError ? new ApiProblem(0, 'offline', [], null) : error;
          },
        );
        if (!answer.ok) throw new ApiProblem(answer.status, 'not_found', [], null);
        await cache.put(url, answer);
      }
      onDone();
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, work));
}

/** Removes tiles that no kept regency needs. */
async function dropTiles(urls: readonly string[]): Promise<void> {
  const needed = new Set((await listPacks()).flatMap(({ tileUrls }) => tileUrls));
  const cache = await caches.open(keptTilesCache);
  for (const url of urls) if (!needed.has(url)) await cache.delete(url);
}

async function noteComplete(code: string): Promise<void> {
  const former = await withDeviceDatabase(async (database) => {
    const pack = await database.get('packs', code);
    if (!pack) return [];
    const completedAt = new Date().toISOString();
    await database.put('packs', { ...pack, completedAt, formerTileUrls: [] });
    return pack.formerTileUrls;
  });
  await dropTiles(former);
}

/**
 * Keeps `pack`; what is here already is not fetched again. `onProgress` with tiles done and in all.
 * Rejects with ApiProblem (`offline`), or with the signal's reason when it was cancelled; what has
 * come stays, and the next call goes on from there.
 */
export async function keepPack(
  pack: Pack,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<void> {
  await noteBegun(pack);
  let done = 0;
  onProgress(done, pack.tileUrls.length);
  await fetchTiles(
    pack.tileUrls,
    () => {
      done += 1;
      onProgress(done, pack.tileUrls.length);
    },
    signal,
  );
  await noteComplete(pack.code);
}

/** Takes a regency off this device. */
export async function removePack(code: string): Promise<void> {
  const pack = await withDeviceDatabase(async (database) => {
    const transaction = database.transaction(['packs', 'places'], 'readwrite');
    const known = await transaction.objectStore('packs').get(code);
    await transaction.objectStore('packs').delete(code);
    await transaction.objectStore('places').delete(code);
    await transaction.done;
    return known;
  });
  if (pack) await dropTiles([...pack.tileUrls, ...pack.formerTileUrls]);
}
