// The second sign of a status on areas: one layer per pattern, since fill-pattern cannot read feature-state.
import { patternOpacity } from '../expressions.ts';
import { imagePatterns, patternImageId } from '../patterns.ts';
import { regionSource, type LayerBuilder } from './context.ts';

export const statusPatternLayers: LayerBuilder = ({ theme, hidden, zooms }) =>
  imagePatterns.map((pattern) => ({
    id: `village-${pattern}`,
    type: 'fill',
    source: regionSource,
    'source-layer': 'village',
    minzoom: zooms.village,
    paint: {
      'fill-pattern': patternImageId(pattern, theme),
      'fill-opacity': patternOpacity(pattern, hidden),
    },
  }));
