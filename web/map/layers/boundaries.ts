// Boundary lines, 0.4 to 1.6 px by level. An approximate one is dashed where it is long enough to show:
// a dash cannot depend on a property, so each level has a plain and a dashed layer.
import type { ExpressionSpecification, LineLayerSpecification } from 'maplibre-gl';
import type { Level } from '#contract/regions';
import type { Ground } from '../ground.ts';
import {
  isOfTier,
  regionSource,
  tiers,
  type LayerBuilder,
  type Tier,
  type TierLayerBuilder,
} from './context.ts';

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

function boundaryLine(
  ground: Ground,
  level: Level,
  from: number,
  tier: Tier,
): LineLayerSpecification {
  const grow = ([near, close]: [number, number]): ExpressionSpecification => [
    'interpolate',
    ['linear'],
    ['zoom'],
    from,
    near,
    from + 4,
    close,
  ];
  // Thin dashes of the quiet grey would be lost on a status.
  const isStrong = level === 'regency' || level === 'province' || tier === 'approximate';
  return {
    id: `${level}-line-${tier}`,
    type: 'line',
    source: regionSource,
    'source-layer': level,
    minzoom: from,
    filter: isOfTier(tier),
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': isStrong ? ground.boundaryStrong : ground.boundary,
      'line-width': grow(widths[level]),
      'line-opacity': grow(opacities[level]),
      ...(tier === 'approximate' && { 'line-dasharray': dashes }),
    },
  };
}

/** The villages' own lines, which belong to their tier. */
export const villageLineLayers: TierLayerBuilder = ({ ground, zooms }, tier) => [
  boundaryLine(ground, 'village', zooms.village, tier),
];

/** The lines of all levels above the village. */
export const boundaryLayers: LayerBuilder = ({ ground, zooms }) => {
  const both = (level: Level, from: number) =>
    tiers.map((tier) => boundaryLine(ground, level, from, tier));
  return [
    ...both('district', zooms.district),
    ...both('regency', zooms.regency),
    ...both('province', 0),
  ];
};
