// Keeps the ground that was read last, so that a tower that is dragged about, or the next cell of the same
// mast, needs no second reading. Knows no files.
import type { Box } from './layer-store.ts';
import type { Ground } from './raster.ts';

/** The ground within a box, null where no file touches it, and how many samples it keeps in memory. */
export type LoadedGround = { ground: Ground | null; samples: number };

/** 64 MB. */
const mostSamples = 16_000_000;
const mostKept = 50;
/** So much more is read on each side, of the box's own size. */
const margin = 0.25;

function grow({ west, south, east, north }: Box): Box {
  const [lng, lat] = [(east - west) * margin, (north - south) * margin];
  return { west: west - lng, south: south - lat, east: east + lng, north: north + lat };
}

const isWithin = (inner: Box, outer: Box) =>
  inner.west >= outer.west &&
  inner.east <= outer.east &&
  inner.south >= outer.south &&
  inner.north <= outer.north;

/** `read` with a memory: forgets what was used least lately. */
export function createRecentGround(
  read: (box: Box) => Promise<LoadedGround>,
): (box: Box) => Promise<Ground | null> {
  /** The one that was used last comes last. */
  let kept: (LoadedGround & { box: Box })[] = [];

  function keep(last: (typeof kept)[number]): void {
    kept = [...kept.filter((one) => one !== last), last].slice(-mostKept);
    let samples = kept.reduce((sum, one) => sum + one.samples, 0);
    while (samples > mostSamples && kept.length > 1) samples -= kept.shift()?.samples ?? 0;
  }

  return async (box) => {
    const known = kept.find((one) => isWithin(box, one.box));
    const wide = grow(box);
    const found = known ?? { box: wide, ...(await read(wide)) };
    keep(found);
    return found.ground;
  };
}
