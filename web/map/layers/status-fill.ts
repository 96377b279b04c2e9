// The colour of each village: its status. Nothing else uses these colours.
import { statusColour, statusOpacity } from '../expressions.ts';
import { regionSource, type LayerBuilder } from './context.ts';

/** With streets underneath the colour lets them through. */
const overBasemap = 0.72;

export const statusFillLayers: LayerBuilder = ({ theme, hidden, zooms, hasBasemap }) => [
  {
    id: 'village-fill',
    type: 'fill',
    source: regionSource,
    'source-layer': 'village',
    minzoom: zooms.village,
    paint: {
      'fill-color': statusColour(theme, hidden),
      'fill-opacity': statusOpacity(hidden, hasBasemap ? overBasemap : 1),
    },
  },
];
