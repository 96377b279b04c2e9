// Vector tiles, made once per boundary version and kept in the database.
import type { Db } from '../platform/database.ts';
import type { Bounds } from './contract.ts';
import { listFirstTiles, type TileAddress } from './tile-grid.ts';

/** Makes one tile, gzipped; empty when nothing lies in it. */
export type TileMaker = (address: TileAddress) => Promise<Uint8Array>;

export type TileCache = {
  /** The gzipped tile of `version`, made when it is not there yet; empty when nothing lies in it. */
  get(version: string, address: TileAddress): Promise<Uint8Array>;
};

/** A cache over table `tile`; tiles of other versions are dropped when the first of a new one is made. */
export function createTileCache(db: Db, make: TileMaker): TileCache {
  const find = db
    .prepare('SELECT body FROM tile WHERE version = ? AND z = ? AND x = ? AND y = ?')
    .pluck();
  const store = db.prepare('INSERT OR IGNORE INTO tile VALUES (?, ?, ?, ?, ?)');
  const dropOthers = db.prepare('DELETE FROM tile WHERE version <> ?');
  const underway = new Map<string, Promise<Uint8Array>>();
  let storedVersion: string | null = null;

  async function makeAndStore(version: string, address: TileAddress): Promise<Uint8Array> {
    const body = await make(address);
    if (storedVersion !== version) dropOthers.run(version);
    storedVersion = version;
    store.run(version, address.z, address.x, address.y, body);
    return body;
  }

  return {
    get(version, address) {
      const { z, x, y } = address;
      const cached = find.get(version, z, x, y) as Uint8Array | undefined;
      if (cached) return Promise.resolve(cached);
      const key = `${version}/${z}/${x}/${y}`;
      const known = underway.get(key);
      if (known) return known;
      const made = makeAndStore(version, address).finally(() => underway.delete(key));
      underway.set(key, made);
      return made;
    },
  };
}

/** Makes the tiles of the first view, so that the first visitor does not wait for the worker. */
export async function warmTiles(tiles: TileCache, version: string, bounds: Bounds): Promise<void> {
  await Promise.allSettled(listFirstTiles(bounds).map((address) => tiles.get(version, address)));
}
