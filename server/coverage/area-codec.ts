// Areas of coverage as they are stored (WKB, little-endian, [lng, lat]; blocks keep what merging gave,
// footprints 6 decimals), and their boxes. The format itself is regions/wkb.ts's part. Pure.
import { fromWkb, toWkb } from '../regions/wkb.ts';
import type { SitePosition } from './contract.ts';

/** Degrees, WGS 84. */
export type Box = { west: number; south: number; east: number; north: number };

/** MultiPolygon coordinates, [lng, lat]. */
export type Area = SitePosition[][][];

/** Rings must be closed. Two equal areas are equal byte by byte. */
export function packArea(area: Area): Buffer {
  return Buffer.from(toWkb(area).buffer);
}

/** Throws RangeError on what packArea has not made. */
export function unpackArea(bytes: Uint8Array): Area {
  return fromWkb(bytes);
}

/** The box round an area; of nothing one that touches nothing (∞ to −∞). */
export function boxOf(area: Area): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [shell = []] of area)
    for (const [lng, lat] of shell) {
      if (lng < box.west) box.west = lng;
      if (lat < box.south) box.south = lat;
      if (lng > box.east) box.east = lng;
      if (lat > box.north) box.north = lat;
    }
  return box;
}
