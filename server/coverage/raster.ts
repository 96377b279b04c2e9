// A piece of an elevation raster in memory, and the height of the ground at any position of it. Pure.
import type { SitePosition } from './contract.ts';

/** Metres above the sea at a position; null where nobody knows. */
export type Ground = (position: SitePosition) => number | null;

/** Where samples lie: the first one in the north-west, degrees between neighbours, both positive. */
export type Grid = {
  west: number;
  north: number;
  lngStep: number;
  latStep: number;
  width: number;
  height: number;
};

/** Samples row by row from the north, metres above the sea; not a number where there is none. */
export type Heights = Grid & { samples: Float32Array };

/** Columns `fromX` to `toX` (without it) and rows likewise, every `stride`th of them. */
export type GridWindow = {
  fromX: number;
  toX: number;
  fromY: number;
  toY: number;
  stride: number;
};

/** What is kept of one raster at once: 16 MB. */
const mostSamples = 4_000_000;

const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most);

/**
 * The window of the grid that covers the box with a sample to spare on each side, thinned out where it
 * would be too large for memory; null where they do not meet. Box in degrees.
 */
export function windowOf(
  grid: Grid,
  box: { west: number; south: number; east: number; north: number },
): GridWindow | null {
  const fromX = clamp(Math.floor((box.west - grid.west) / grid.lngStep) - 1, grid.width);
  const toX = clamp(Math.ceil((box.east - grid.west) / grid.lngStep) + 2, grid.width);
  const fromY = clamp(Math.floor((grid.north - box.north) / grid.latStep) - 1, grid.height);
  const toY = clamp(Math.ceil((grid.north - box.south) / grid.latStep) + 2, grid.height);
  if (fromX >= toX || fromY >= toY) return null;
  const stride = Math.ceil(Math.sqrt(((toX - fromX) * (toY - fromY)) / mostSamples));
  return { fromX, toX, fromY, toY, stride };
}

/** The grid of a window's samples. */
export function gridOf(grid: Grid, { fromX, toX, fromY, toY, stride }: GridWindow): Grid {
  return {
    west: grid.west + fromX * grid.lngStep,
    north: grid.north - fromY * grid.latStep,
    lngStep: grid.lngStep * stride,
    latStep: grid.latStep * stride,
    width: Math.ceil((toX - fromX) / stride),
    height: Math.ceil((toY - fromY) / stride),
  };
}

/**
 * Bilinear between the four samples around, as far as half a step beyond the outermost ones. Where the
 * nearest of them is unknown the ground is; unknown others do not count.
 */
export function groundOf({ samples, ...grid }: Heights): Ground {
  const { west, north, lngStep, latStep, width, height } = grid;
  return ([lng, lat]) => {
    const x = (lng - west) / lngStep;
    const y = (north - lat) / latStep;
    if (!(x >= -0.5 && y >= -0.5 && x <= width - 0.5 && y <= height - 0.5)) return null;
    if (Number.isNaN(samples[clamp(Math.round(y), height - 1) * width + clamp(Math.round(x), width - 1)])) return null; // prettier-ignore
    const left = clamp(Math.floor(x), width - 1);
    const top = clamp(Math.floor(y), height - 1);
    const right = Math.min(left + 1, width - 1);
    const bottom = Math.min(top + 1, height - 1);
    const across = clamp(x - left, 1);
    const down = clamp(y - top, 1);
    let sum = 0;
    let weights = 0;
    const add = (row: number, column: number, weight: number) => {
      const sample = samples[row * width + column] ?? NaN;
      if (Number.isNaN(sample)) return;
      sum += sample * weight;
      weights += weight;
    };
    add(top, left, (1 - across) * (1 - down));
    add(top, right, across * (1 - down));
    add(bottom, left, (1 - across) * down);
    add(bottom, right, across * down);
    return weights === 0 ? null : sum / weights;
  };
}

/** The first that knows; null when there is none. */
export function firstKnown(grounds: readonly Ground[]): Ground {
  return (position) => {
    for (const ground of grounds) {
      const height = ground(position);
      if (height !== null) return height;
    }
    return null;
  };
}
