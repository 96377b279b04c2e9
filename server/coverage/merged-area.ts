// A merged layer within an area, as GeoJSON to be taken along: its blocks become one area, clipped to the
// area's land where that is asked for.
import { intersection, union, type Multi } from '../regions/geos.ts';
import type { Db } from '../platform/database.ts';
import type { LayerKey } from './contract.ts';
import { findLayer, listBlocks } from './layer-store.ts';
import { findBoundary } from './area-store.ts';

export type MergedQuestion = {
  /** Of a province, a regency or a district. */
  code: string;
  layer: LayerKey;
  /** Only what lies within the area's boundary; else whole blocks are cut at its box. */
  isClippedToLand: boolean;
};

/** A GeoJSON Feature with the layer's properties; its geometry is null where nothing is covered. */
export function mergedFeature(db: Db, { code, layer, isClippedToLand }: MergedQuestion): string {
  const boundary = findBoundary(db, code);
  const stored = findLayer(db, layer);
  const blocks = boundary && stored ? listBlocks(db, stored.id, boundary.box) : [];
  const merged: Multi = union(blocks);
  const { west, south, east, north } = boundary?.box ?? { west: 0, south: 0, east: 0, north: 0 };
  const box: Multi = [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ];
  const area =
    merged.length === 0
      ? []
      : intersection(merged, isClippedToLand && boundary ? boundary.area : box);
  return JSON.stringify({
    type: 'Feature',
    properties: { area: code, ...layer, isModelled: true },
    geometry: area.length === 0 ? null : { type: 'MultiPolygon', coordinates: area },
  });
}
