// Coverage tiles that were made lately, in memory: plans are confidential and every run makes a new version,
// so they are neither public nor worth a place in the database.
import { formatLayerName } from './map-contract.ts';
import type { CoverageTile } from './coverage-tiles.ts';

/** Makes one tile, gzipped; empty when nothing lies in it. */
export type CoverageTileMaker = (tile: CoverageTile) => Promise<Uint8Array>;

export type CoverageTiles = {
  /** The gzipped tile as of `version`, made when it is not there; empty when nothing lies in it. */
  get(version: string, tile: CoverageTile): Promise<Uint8Array>;
};

/** What an entry costs beside its body. */
const entryBytes = 200;

/** Keeps what was asked for last, up to `maxBytes`; a tile that is being made is not made twice. */
export function createCoverageTiles(make: CoverageTileMaker, maxBytes = 32e6): CoverageTiles {
  /** The one asked for longest ago first. */
  const kept = new Map<string, Uint8Array>();
  const underway = new Map<string, Promise<Uint8Array>>();
  let bytes = 0;

  function keep(key: string, body: Uint8Array): void {
    kept.set(key, body);
    bytes += body.length + entryBytes;
    for (const [oldest, { length }] of kept) {
      if (bytes <= maxBytes) return;
      kept.delete(oldest);
      bytes -= length + entryBytes;
    }
  }

  async function makeAndKeep(key: string, tile: CoverageTile): Promise<Uint8Array> {
    const body = await make(tile);
    keep(key, body);
    return body;
  }

  return {
    get(version, tile) {
      const { z, x, y } = tile.address;
      const key = [version, formatLayerName(tile.layer), tile.onDay, z, x, y].join('/');
      const known = kept.get(key);
      if (known) {
        kept.delete(key);
        kept.set(key, known);
        return Promise.resolve(known);
      }
      const made = underway.get(key) ?? makeAndKeep(key, tile).finally(() => underway.delete(key));
      underway.set(key, made);
      return made;
    },
  };
}
