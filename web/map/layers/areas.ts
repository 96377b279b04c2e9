// Areas above the village that can be pointed at where no village is drawn: transparent, but found by clicks.
import { regionSource, tiers, type LayerBuilder } from './context.ts';
import { villageFillId } from './status-fill.ts';

/** The layers a pointer finds, most detailed first. */
export const pointedLayers = [
  ...tiers.toReversed().map(villageFillId),
  'district-area',
  'regency-area',
  'province-area',
];

export const areaLayers: LayerBuilder = ({ ground, zooms }) => {
  const area = (level: string, minzoom: number, maxzoom: number) => ({
    id: `${level}-area`,
    type: 'fill' as const,
    source: regionSource,
    'source-layer': level,
    minzoom,
    maxzoom: Math.max(maxzoom, minzoom),
    paint: { 'fill-color': ground.ink, 'fill-opacity': hoverOpacity },
  });
  return [
    area('province', 0, zooms.regency),
    area('regency', zooms.regency, Math.min(zooms.district, zooms.village)),
    area('district', zooms.district, zooms.village),
  ].filter((layer) => layer.maxzoom > layer.minzoom);
};

const hoverOpacity = [
  'case',
  ['boolean', ['feature-state', 'hover'], false],
  0.12,
  0.001,
] as unknown as number;
