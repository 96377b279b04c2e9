// The rows of a file as the map draws them, and what of it has to be in view. Pure.
import type { ImportFeature } from '#contract/interchange';
import type { Bounds, Position } from '#contract/regions';
import type { PreviewRow } from '../../map/layers/preview.ts';

export function toPreviewRows(features: readonly ImportFeature[]): PreviewRow[] {
  return features.map(({ number, part, position, outline }) => ({
    ...{ id: String(number), part, position, outline },
  }));
}

/** The box around features; null around none. */
export function boundsOf(features: readonly ImportFeature[]): Bounds | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const include = ([lng, lat]: Position) => {
    west = Math.min(west, lng);
    south = Math.min(south, lat);
    east = Math.max(east, lng);
    north = Math.max(north, lat);
  };
  for (const { position, outline } of features) {
    if (position) include(position);
    for (const [shell = []] of outline ?? []) for (const corner of shell) include(corner);
  }
  return west <= east ? [west, south, east, north] : null;
}
