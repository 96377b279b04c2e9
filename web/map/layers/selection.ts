// The place that is pointed at and the one that is selected: ink blue on a casing, above everything but labels.
import type { ExpressionSpecification, LineLayerSpecification } from 'maplibre-gl';
import { levels } from '#contract/regions';
import { isHovered, isSelected } from '../expressions.ts';
import { regionSource, type LayerBuilder } from './context.ts';

function width(selected: number, hovered: number): ExpressionSpecification {
  return ['case', isSelected, selected, isHovered, hovered, 0];
}

export const selectionLayers: LayerBuilder = ({ ground }) =>
  levels.toReversed().flatMap((level): LineLayerSpecification[] => {
    const line = (part: string, colour: string, lineWidth: ExpressionSpecification) => ({
      id: `${level}-${part}`,
      type: 'line' as const,
      source: regionSource,
      'source-layer': level,
      layout: { 'line-join': 'round' as const },
      paint: {
        'line-color': colour,
        'line-width': lineWidth,
        'line-opacity': ['case', ['any', isSelected, isHovered], 1, 0] as ExpressionSpecification,
      },
    });
    return [
      line('selection-casing', ground.casing, width(6, 3.5)),
      line('selection', ground.ink, width(3, 1.5)),
    ];
  });
