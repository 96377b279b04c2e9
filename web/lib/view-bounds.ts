// What part of the map points are asked for: a little more than is in view, on a grid, so that small
// movements ask nothing new. Pure.
import type { Bounds } from '#contract/regions';

/** From this zoom on localities and facilities are drawn; farther out they would hide the villages. */
export const pointsFromZoom = 9.5;

/** `bounds` widened to the next lines of a grid of about a quarter of their span, within the world. */
export function widenToGrid([west, south, east, north]: Bounds): Bounds {
  const span = Math.max(east - west, north - south, 1e-4);
  // A power of two: the same lines for every view of about that size.
  const step = 2 ** Math.floor(Math.log2(span / 4));
  const down = (value: number) => Math.floor(value / step) * step;
  const up = (value: number) => Math.ceil(value / step) * step;
  return [
    Math.max(-180, down(west)),
    Math.max(-90, down(south)),
    Math.min(180, up(east)),
    Math.min(90, up(north)),
  ];
}
