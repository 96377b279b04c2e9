// From layers of the server to what the map draws of them: hue, address of the tiles. Pure.
import { allOperators, type LayerKey } from '#contract/coverage';
import { datedTilesFromZoom, formatLayerName } from '#contract/coverage-map';
import type { DrawnLayer } from './layers/coverage.ts';

type Wanted = {
  /** Of the coverage, as the overview tells it. */
  version: string;
  /** In the order of their hues. */
  operatorIds: readonly string[];
  /** ISO date; null: as it stands today. */
  onDay: string | null;
};

/** The lowest first, as the layers come. An operator that is not known shares the hue of all together. */
export function toDrawnLayers(
  layers: readonly LayerKey[],
  { version, operatorIds, onDay }: Wanted,
): DrawnLayer[] {
  return layers.map(({ basis, phase, operatorId, technology }) => {
    const layer = { basis, phase, operatorId, technology };
    const index = operatorId === allOperators ? -1 : operatorIds.indexOf(operatorId);
    const day = onDay === null ? '' : `?on=${onDay}`;
    return {
      ...layer,
      hue: index === -1 ? null : index,
      tileUrl: `/tiles/coverage/${version}/${formatLayerName(layer)}/{z}/{x}/{y}.mvt${day}`,
      fromZoom: onDay === null ? 0 : datedTilesFromZoom,
    };
  });
}
