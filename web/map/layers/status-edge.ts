// Edges that carry meaning: dark around a blankspot, blankspot's around incomplete, coloured around what is only reported.
import { edgeColour, edgeOpacity } from '../expressions.ts';
import { isOfTier, regionSource, type TierLayerBuilder } from './context.ts';

export const statusEdgeLayers: TierLayerBuilder = ({ theme, hidden, zooms }, tier) => [
  {
    id: `village-edge-${tier}`,
    type: 'line',
    source: regionSource,
    'source-layer': 'village',
    minzoom: zooms.village,
    filter: isOfTier(tier),
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': edgeColour(theme, hidden),
      'line-opacity': edgeOpacity(hidden),
      'line-width': ['interpolate', ['linear'], ['zoom'], 7, 0.9, 10, 1.6, 13, 2.4],
    },
  },
];
