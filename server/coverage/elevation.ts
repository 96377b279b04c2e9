// The admin's elevation rasters in a folder: which there are, and the height of the ground within a box.
// Heavy: meant for worker threads. A broken file is listed with its problem and stops nothing.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SitePosition, Terrain } from './contract.ts';
import type { Box } from './layer-store.ts';
import { firstKnown, type Grid, type Ground, groundOf, windowOf } from './raster.ts';
import { openRaster, type RasterFile, RasterProblem } from './raster-files.ts';
import { createRecentGround, type LoadedGround } from './recent-ground.ts';

export type { Ground } from './raster.ts';

export type Elevation = {
  terrain: Terrain;
  /**
   * The ground within the box, of several files the finest that knows; null where no file touches it.
   * Files that cannot be read after all are passed over.
   */
  load(box: Box): Promise<Ground | null>;
};

/** All of Indonesia in DEMNAS' sheets. */
const mostFiles = 5_000;
const rasterNames = /\.(hgt|tiff?)$/i;
const metresPerDegree = 111_320;

type Listed = {
  name: string;
  /** Another one when the file is. */
  stamp: string;
  raster: RasterFile | null;
  problem: string | null;
};

/** Empty where there is no such folder. */
async function listNames(dir: string): Promise<string[]> {
  const found = await readdir(dir, { recursive: true }).catch(() => []);
  return found
    .filter((name) => rasterNames.test(name))
    .toSorted()
    .slice(0, mostFiles);
}

async function listFile(dir: string, name: string, known: Listed[]): Promise<Listed[]> {
  const path = join(dir, name);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return [];
  const stamp = `${found.size} ${found.mtimeMs}`;
  const same = known.find((file) => file.name === name && file.stamp === stamp);
  if (same) return [same];
  try {
    return [{ name, stamp, raster: await openRaster(path, found.size), problem: null }];
  } catch (error) {
    if (!(error instanceof RasterProblem)) throw error;
    return [{ name, stamp, raster: null, problem: error.code }];
  }
}

/** The outermost samples: what lies half a step beyond is known too, but is not promised. */
function boundsOf({ west, north, lngStep, latStep, width, height }: Grid) {
  const east = west + (width - 1) * lngStep;
  return [west, north - (height - 1) * latStep, east, north] as [number, number, number, number];
}

function toTerrain(files: readonly Listed[]): Terrain {
  return {
    isAvailable: files.some(({ raster }) => raster !== null),
    files: files.map(({ name, raster, problem }) => ({
      name,
      bounds: raster && boundsOf(raster.grid),
      resolutionM: raster && Math.round(raster.grid.latStep * metresPerDegree * 10) / 10,
      problem,
    })),
  };
}

/** Reads the finest files first; a window of any of them is thinned out before it gets too large. */
async function read(finestFirst: readonly RasterFile[], box: Box): Promise<LoadedGround> {
  const grounds: Ground[] = [];
  let samples = 0;
  for (const raster of finestFirst) {
    const window = windowOf(raster.grid, box);
    const heights = window && (await raster.read(window).catch(() => null));
    if (!heights) continue;
    grounds.push(groundOf(heights));
    samples += heights.samples.length;
  }
  return { ground: grounds.length === 0 ? null : firstKnown(grounds), samples };
}

function toElevation(files: readonly Listed[]): Elevation {
  const finestFirst = files
    .flatMap(({ raster }) => raster ?? [])
    .toSorted((a, b) => a.grid.latStep - b.grid.latStep);
  return {
    terrain: toTerrain(files),
    load: createRecentGround((box) => read(finestFirst, box)),
  };
}

/**
 * Follows a folder: each call gives what is in it now, and opens only files that are new. `dir` is
 * absolute; without such a folder there is no elevation.
 */
export function createElevationKeeper(dir: string): () => Promise<Elevation> {
  let files: Listed[] = [];
  let elevation = toElevation(files);
  return async () => {
    const listed: Listed[] = [];
    for (const name of await listNames(dir)) listed.push(...(await listFile(dir, name, files)));
    const isSame = listed.length === files.length && listed.every((file, at) => file === files[at]);
    if (!isSame) [files, elevation] = [listed, toElevation(listed)];
    return elevation;
  };
}

/** The box that reaches so many metres from a position in each direction. */
export function boxAround([lng, lat]: SitePosition, radiusM: number): Box {
  const latReach = radiusM / metresPerDegree;
  const lngReach = latReach / Math.max(Math.cos((lat * Math.PI) / 180), 0.01);
  return {
    west: lng - lngReach,
    east: lng + lngReach,
    south: lat - latReach,
    north: lat + latReach,
  };
}
