// The second sign of a status on areas: one layer per pattern, since fill-pattern cannot read feature-state.
import { patternOpacity } from '../expressions.ts';
import { imagePatterns, patternImageId } from '../patterns.ts';
import { isOfTier, regionSource, type TierLayerBuilder } from './context.ts';

export const statusPatternLayers: TierLayerBuilder = ({ theme, hidden, zooms }, tier) =>
  imagePatterns.map((pattern) => ({
    id: `village-${pattern}-${tier}`,
    type: 'fill',
    source: regionSource,
    'source-layer': 'village',
    minzoom: zooms.village,
    filter: isOfTier(tier),
    paint: {
      'fill-pattern': patternImageId(pattern, theme),
      'fill-opacity': patternOpacity(pattern, hidden),
    },
  }));
