// Boundary lines, 0.4 to 1.6 px by level. An approximate one is dashed where it is long enough to show:
// a dash cannot depend on a property, so each level has a plain and a dashed layer.
import type { ExpressionSpecification, LineLayerSpecification } from 'maplibre-gl';
import type { Level } from '#contract/regions';
import { regionSource, type LayerBuilder } from './context.ts';

/** Widths at the zoom where the level appears, and three zooms closer. */
const widths: Record<Level, [number, number]> = {
  village: [0.4, 0.9],
  district: [0.7, 1.1],
  regency: [1, 1.4],
  province: [1.3, 1.6],
};

const opacities: Record<Level, [number, number]> = {
  village: [0.35, 0.9],
  district: [0.6, 0.95],
  regency: [0.9, 1],
  province: [1, 1],
};

/** Seen from afar, dashes of neighbouring levels would only fray each other. */
const dashes: ExpressionSpecification = [
  'step',
  ['zoom'],
  ['literal', [1, 0]],
  8.5,
  ['literal', [3, 2]],
];

export const boundaryLayers: LayerBuilder = ({ ground, zooms }) => {
  const line = (level: Level, from: number, approximate: boolean): LineLayerSpecification => ({
    id: `${level}-line${approximate ? '-approximate' : ''}`,
    type: 'line',
    source: regionSource,
    'source-layer': level,
    minzoom: from,
    filter: approximate ? ['==', ['get', 'approx'], 1] : ['!=', ['get', 'approx'], 1],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color':
        level === 'regency' || level === 'province' ? ground.boundaryStrong : ground.boundary,
      'line-width': [
        'interpolate',
        ['linear'],
        ['zoom'],
        from,
        widths[level][0],
        from + 4,
        widths[level][1],
      ],
      'line-opacity': [
        'interpolate',
        ['linear'],
        ['zoom'],
        from,
        opacities[level][0],
        from + 4,
        opacities[level][1],
      ],
      ...(approximate && { 'line-dasharray': dashes }),
    },
  });
  const both = (level: Level, from: number) => [line(level, from, false), line(level, from, true)];
  return [
    ...both('village', zooms.village),
    ...both('district', zooms.district),
    ...both('regency', zooms.regency),
    ...both('province', 0),
  ];
};
