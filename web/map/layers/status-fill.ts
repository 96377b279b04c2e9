// The colour of each village: its status, or what the chosen lens asks for.
import type { LayerSpecification } from 'maplibre-gl';
import { statusColour, statusOpacity } from '../expressions.ts';
import { lensColour, lensOpacity } from '../lens-expressions.ts';
import { isOfTier, regionSource, type Tier, type TierLayerBuilder } from './context.ts';

/** With streets underneath the colour lets them through. */
const overBasemap = 0.72;

/** Still found by clicks, which fully transparent areas are not. */
const unseen = 0.001;

export function villageFillId(tier: Tier): string {
  return `village-fill-${tier}`;
}

export const statusFillLayers: TierLayerBuilder = (context, tier) => {
  const { theme, ground, hidden, lens, hasStatuses, zooms, hasBasemap } = context;
  const source = { source: regionSource, 'source-layer': 'village', minzoom: zooms.village };
  const full = hasBasemap ? overBasemap : 1;
  if (!hasStatuses)
    return [
      {
        id: villageFillId(tier),
        type: 'fill',
        ...source,
        filter: isOfTier(tier),
        paint: { 'fill-color': ground.province, 'fill-opacity': unseen },
      },
    ];
  // A faint colour must not mix with that of the village underneath.
  const cover: LayerSpecification = {
    id: 'village-cover',
    type: 'fill',
    ...source,
    filter: isOfTier(tier),
    paint: { 'fill-color': ground.province, 'fill-opacity': full },
  };
  const fill: LayerSpecification = {
    id: villageFillId(tier),
    type: 'fill',
    ...source,
    filter: isOfTier(tier),
    paint:
      lens === 'status'
        ? {
            'fill-color': statusColour(theme, hidden),
            'fill-opacity': statusOpacity(hidden, full),
          }
        : {
            'fill-color': lensColour(lens, theme),
            'fill-opacity': lensOpacity(lens, hidden, full),
          },
  };
  return tier === 'approximate' ? [cover, fill] : [fill];
};
