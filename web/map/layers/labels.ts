// Names of places with a halo, by level and zoom; the larger place wins where two collide.
import type { ExpressionSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import type { Level } from '#contract/regions';
import { regionSource, type LayerBuilder } from './context.ts';

export const labelFonts = { regular: 'Noto Sans Regular', bold: 'Noto Sans SemiBold' };

/** A city says so, or it would be taken for the regency of the same name. */
const name: ExpressionSpecification = [
  'case',
  ['==', ['get', 'kind'], 'kota'],
  ['concat', 'Kota ', ['get', 'name']],
  ['get', 'name'],
];

type LabelLook = {
  size: [number, number];
  bold: boolean;
  quiet: boolean;
  spacing: number;
  grows: number;
};

const looks: Record<Level, LabelLook> = {
  province: { size: [12, 14], bold: true, quiet: false, spacing: 0.06, grows: 3 },
  regency: { size: [10.5, 14], bold: true, quiet: false, spacing: 0, grows: 7 },
  district: { size: [11, 13], bold: false, quiet: true, spacing: 0, grows: 3 },
  village: { size: [11, 12.5], bold: false, quiet: false, spacing: 0, grows: 3 },
};

export const labelLayers: LayerBuilder = ({ ground, zooms }) => {
  const label = (level: Level, from: number, to: number): SymbolLayerSpecification => {
    const look = looks[level];
    return {
      id: `${level}-label`,
      type: 'symbol',
      source: regionSource,
      'source-layer': 'label',
      minzoom: from,
      maxzoom: to,
      filter: ['==', ['get', 'level'], level],
      layout: {
        'text-field': name,
        'text-font': [look.bold ? labelFonts.bold : labelFonts.regular],
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          from,
          look.size[0],
          from + look.grows,
          look.size[1],
        ],
        'text-letter-spacing': look.spacing,
        'text-max-width': 7,
        'text-padding': 2,
        // Rather beside its point than not at all.
        'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
        'text-radial-offset': 0.4,
      },
      paint: {
        'text-color': look.quiet ? ground.labelQuiet : ground.label,
        'text-halo-color': ground.halo,
        'text-halo-width': 1.4,
        'text-halo-blur': 0.4,
      },
    };
  };
  // Drawn last wins the place: province and regency above district above village.
  return [
    label('village', Math.max(zooms.village + 2.5, 10.5), 24),
    label('district', Math.max(zooms.district + 1, 8.8), 13),
    label('regency', zooms.regency, 11.5),
    label('province', 3, zooms.regency),
  ];
};
