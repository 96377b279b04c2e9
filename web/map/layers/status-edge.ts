// Edges that carry meaning: dark around a blankspot, blankspot's around incomplete, coloured around what is only reported.
import { edgeColour, edgeOpacity } from '../expressions.ts';
import { regionSource, type LayerBuilder } from './context.ts';

export const statusEdgeLayers: LayerBuilder = ({ theme, hidden, zooms }) => [
  {
    id: 'village-edge',
    type: 'line',
    source: regionSource,
    'source-layer': 'village',
    minzoom: zooms.village,
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': edgeColour(theme, hidden),
      'line-opacity': edgeOpacity(hidden),
      'line-width': ['interpolate', ['linear'], ['zoom'], 7, 0.9, 10, 1.6, 13, 2.4],
    },
  },
];
