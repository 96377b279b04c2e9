// Cuts footprints by the admin's elevation rasters. Where a footprint's ground is not known, it stays whole.
import { boxAround, createElevationKeeper } from './elevation.ts';
import { cutByTerrain } from './line-of-sight.ts';
import type { PrepareCut } from './make-footprints.ts';

/** `dir` is the folder of the rasters; what is in it is looked up once for every piece of work. */
export function createTerrainCut(dir: string): PrepareCut {
  const keepElevation = createElevationKeeper(dir);
  return async () => {
    const elevation = await keepElevation();
    if (!elevation.terrain.isAvailable) return async (footprint) => footprint;
    return async (footprint, from, radiusM) => {
      const ground = await elevation.load(boxAround(from.position, radiusM));
      return ground ? cutByTerrain(footprint, from, radiusM, ground) : footprint;
    };
  };
}
