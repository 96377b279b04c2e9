// Small plane geometry on [lng, lat] coordinates: areas in square degrees, boxes, rounding.
// For comparing shapes with one another; areas shown to people are computed elsewhere, in km².
import type { Bounds } from './contract.ts';
import type { Multi, Point, Ring } from './geos.ts';

/** Unsigned area of a closed ring in square degrees; 0 for a collapsed one. */
export function ringArea(ring: Ring): number {
  let doubled = 0;
  const [ox, oy] = ring[0] ?? [0, 0];
  for (let i = 1; i < ring.length; i += 1) {
    const [ax = 0, ay = 0] = ring[i - 1] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    doubled += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy);
  }
  return Math.abs(doubled) / 2;
}

function polygonArea([shell = [], ...holes]: Ring[]): number {
  return holes.reduce((area, hole) => area - ringArea(hole), ringArea(shell));
}

/** Area in square degrees, holes subtracted. A degree² at the equator is about 12,390 km². */
export function multiArea(multi: Multi): number {
  return multi.reduce((area, polygon) => area + polygonArea(polygon), 0);
}

/** [west, south, east, north]; [∞, ∞, −∞, −∞] of nothing. */
export function boundsOf(multi: Multi): Bounds {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [shell = []] of multi) {
    for (const [lng, lat] of shell) {
      if (lng < bounds[0]) bounds[0] = lng;
      if (lat < bounds[1]) bounds[1] = lat;
      if (lng > bounds[2]) bounds[2] = lng;
      if (lat > bounds[3]) bounds[3] = lat;
    }
  }
  return bounds;
}

export function boundsTouch(a: Bounds, b: Bounds): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** To the 6 decimals in which boundaries are kept (0.1 m). */
export function roundDegrees(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

/** A closed 32-gon of `radiusM` metres round `centre`, rounded to 6 decimals. */
export function disc([lng, lat]: Point, radiusM: number): Multi {
  const latStep = radiusM / 111_320;
  const lngStep = latStep / Math.cos((lat * Math.PI) / 180);
  const corners = Array.from({ length: 32 }, (_, index): Point => {
    const angle = (index / 32) * 2 * Math.PI;
    return [
      roundDegrees(lng + lngStep * Math.cos(angle)),
      roundDegrees(lat + latStep * Math.sin(angle)),
    ];
  });
  return [[[...corners, corners[0] ?? [lng, lat]]]];
}

/** Twice the area over the perimeter, degrees: the width of a long thin ring. */
function meanWidth(ring: Ring): number {
  let perimeter = 0;
  for (let i = 1; i < ring.length; i += 1) {
    const [ax = 0, ay = 0] = ring[i - 1] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    perimeter += Math.hypot(bx - ax, by - ay);
  }
  return perimeter === 0 ? 0 : (2 * ringArea(ring)) / perimeter;
}

/**
 * The same area with holes closed that are smaller than `minArea` square degrees or thinner than
 * `minWidth` degrees: what a union leaves where two edges that should be one differ a little.
 */
export function closeSlivers(multi: Multi, minArea: number, minWidth: number): Multi {
  const isEnclave = (hole: Ring) => ringArea(hole) >= minArea && meanWidth(hole) >= minWidth;
  return multi.map(([shell = [], ...holes]) => [shell, ...holes.filter(isEnclave)]);
}

/** The same area without its parts smaller than `minArea` square degrees. */
export function dropScraps(multi: Multi, minArea: number): Multi {
  return multi.filter((polygon) => polygonArea(polygon) >= minArea);
}
