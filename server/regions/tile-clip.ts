// Cuts polygons to a box before a tile is made of them, so that the outline of a province costs no
// more than what of it lies in the tile. Pure; [lng, lat] in degrees throughout.
import type { Position } from 'geojson';
import type { Bounds } from './contract.ts';
import type { Multi, Ring } from './geos.ts';

/** Closed rings, the outer one first, as numbers in a row (lng, lat, lng, lat …), and their box. */
export type FlatPolygon = { bounds: Bounds; rings: number[][] };

function boundsOfRing(ring: readonly number[]): Bounds {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i + 1 < ring.length; i += 2) {
    const lng = ring[i] ?? 0;
    const lat = ring[i + 1] ?? 0;
    if (lng < bounds[0]) bounds[0] = lng;
    if (lat < bounds[1]) bounds[1] = lat;
    if (lng > bounds[2]) bounds[2] = lng;
    if (lat > bounds[3]) bounds[3] = lat;
  }
  return bounds;
}

/** Not Array.flat: arrays that were only ever pushed numbers take 8 bytes a number. */
function toFlatRing(ring: Ring): number[] {
  const flat: number[] = [];
  for (const [lng, lat] of ring) flat.push(lng, lat);
  return flat;
}

export function toFlatPolygons(multi: Multi): FlatPolygon[] {
  return multi.map((polygon) => {
    const rings = polygon.map(toFlatRing);
    return { bounds: boundsOfRing(rings[0] ?? []), rings };
  });
}

function touches(a: Bounds, b: Bounds): boolean {
  return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
}

function isWithin(a: Bounds, b: Bounds): boolean {
  return a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3];
}

/**
 * What of a closed ring lies on one side of a line: Sutherland and Hodgman's clipping. `axis` 0 cuts
 * at a longitude, 1 at a latitude; `side` 1 keeps what is greater than `limit`, -1 what is less.
 */
function cutRing(ring: readonly number[], axis: 0 | 1, limit: number, side: 1 | -1): number[] {
  const kept: number[] = [];
  const other = 1 - axis;
  for (let i = 0; i + 1 < ring.length; i += 2) {
    const lng = ring[i] ?? 0;
    const lat = ring[i + 1] ?? 0;
    const distance = ((axis === 0 ? lng : lat) - limit) * side;
    if (i > 0) {
      const before = ((ring[i - 2 + axis] ?? 0) - limit) * side;
      if (before * distance < 0) {
        const from = ring[i - 2 + other] ?? 0;
        const crossing = from + ((other === 0 ? lng : lat) - from) * (before / (before - distance));
        if (axis === 0) kept.push(limit, crossing);
        else kept.push(crossing, limit);
      }
    }
    if (distance >= 0) kept.push(lng, lat);
  }
  const [lng, lat] = kept;
  const isOpen = kept.at(-2) !== lng || kept.at(-1) !== lat;
  if (lng !== undefined && lat !== undefined && isOpen) kept.push(lng, lat);
  return kept;
}

function clipRing(ring: readonly number[], [west, south, east, north]: Bounds): number[] {
  const wide = cutRing(cutRing(ring, 0, west, 1), 0, east, -1);
  return cutRing(cutRing(wide, 1, south, 1), 1, north, -1);
}

function toPositions(ring: readonly number[]): Position[] {
  const positions: Position[] = [];
  for (let i = 0; i + 1 < ring.length; i += 2) positions.push([ring[i] ?? 0, ring[i + 1] ?? 0]);
  return positions;
}

/** MultiPolygon coordinates of what lies in `bounds`; cut parts are joined along its edges. */
export function clipPolygons(polygons: readonly FlatPolygon[], bounds: Bounds): Position[][][] {
  return polygons
    .filter((polygon) => touches(polygon.bounds, bounds))
    .map(({ bounds: own, rings }) => {
      if (isWithin(own, bounds)) return rings.map(toPositions);
      const clipped = rings.map((ring) => clipRing(ring, bounds));
      return clipped.filter((ring) => ring.length > 0).map(toPositions);
    })
    .filter((rings) => rings.length > 0);
}
