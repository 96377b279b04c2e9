// How many bytes a pack has: the tiles are made where they are missing, by the tile worker, and the
// sum is remembered. Two at a time, so that the tiles somebody looks at do not wait behind them.
import type { PackSize } from './contract.ts';
import type { TileCache } from './tile-cache.ts';
import type { TileAddress } from './tile-grid.ts';

const sideBySide = 2;
/** More regencies than Indonesia has. */
const rememberedMaximum = 600;

export type PackSizes = {
  /** The size of the pack of `code`; the same question asked twice is worked on once. */
  get(code: string, version: string, tiles: readonly TileAddress[]): Promise<PackSize>;
};

async function sumBytes(cache: TileCache, version: string, tiles: readonly TileAddress[]) {
  const rest = tiles.values();
  let bytes = 0;
  const work = async () => {
    for (const address of rest) {
      const tile = await cache.get(version, address);
      bytes += tile.length;
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, work));
  return bytes;
}

/** Sizes over a tile cache; those of earlier boundary versions are forgotten. */
export function createPackSizes(cache: TileCache): PackSizes {
  const sizes = new Map<string, { version: string; size: Promise<PackSize> }>();
  return {
    get(code, version, tiles) {
      const known = sizes.get(code);
      if (known?.version === version) return known.size;
      const size = sumBytes(cache, version, tiles).then((bytes) => ({
        boundaryVersion: version,
        tiles: tiles.length,
        bytes,
      }));
      if (sizes.size >= rememberedMaximum) sizes.clear();
      sizes.set(code, { version, size });
      // What failed is worked out anew by the next question.
      size.catch(() => sizes.delete(code));
      return size;
    },
  };
}
