// The second sign of a status on areas, and the sign of a model: one layer per pattern, since
// fill-pattern cannot read feature-state.
import { modelledLinesOpacity, patternOpacity } from '../expressions.ts';
import { imagePatterns, modelledPattern, patternImageId } from '../patterns.ts';
import { isOfTier, regionSource, type TierLayerBuilder } from './context.ts';

export const statusPatternLayers: TierLayerBuilder = ({ theme, hidden, zooms }, tier) => {
  const opacities = [
    ...imagePatterns.map((pattern) => [pattern, patternOpacity(pattern, hidden)] as const),
    [modelledPattern, modelledLinesOpacity(hidden)] as const,
  ];
  return opacities.map(([pattern, opacity]) => ({
    id: `village-${pattern}-${tier}`,
    type: 'fill',
    source: regionSource,
    'source-layer': 'village',
    minzoom: zooms.village,
    filter: isOfTier(tier),
    paint: { 'fill-pattern': patternImageId(pattern, theme), 'fill-opacity': opacity },
  }));
};
