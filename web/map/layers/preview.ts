// The rows of a file that is brought in, before they are stored: points and outlines, coloured by what
// became of each row. A sign in the points and dashes round the areas say it without colour.
import type {
  ExpressionSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
} from 'maplibre-gl';
import type { Position } from '#contract/regions';
import type { Ground, MapTheme } from '../ground.ts';
import { labelFonts } from './labels.ts';

export const previewParts = ['certain', 'doubtful', 'wrong', 'same'] as const;
export type PreviewPart = (typeof previewParts)[number];

export type PreviewRow = {
  /** Told when it is clicked. */
  id: string;
  part: PreviewPart;
  /** One of the two. */
  position: Position | null;
  outline: Position[][][] | null;
};

export type PreviewDrawing = { rows: readonly PreviewRow[]; selectedId: string | null };

/** One character of Latin-1 in a point. */
export const previewSigns: Record<PreviewPart, string> = {
  certain: '',
  doubtful: '?',
  wrong: '×',
  same: '=',
};

/** None of them is the colour of a status. */
export const previewColours: Record<MapTheme, Record<PreviewPart, string>> = {
  light: { certain: '#1f4e8c', doubtful: '#8a5300', wrong: '#b3261e', same: '#6a757f' },
  dark: { certain: '#8ab4f8', doubtful: '#e8b04a', wrong: '#ff9a8f', same: '#9aa5ae' },
};

/** Of each line: solid for what is certain, ever shorter dashes for the others. */
const dashes: Record<PreviewPart, [number, number] | null> = {
  certain: null,
  doubtful: [4, 2],
  wrong: [1.5, 1.5],
  same: [6, 2],
};

export const previewSource = 'preview';
/** The layers that a click finds. */
export const previewPointLayer = 'preview-point';
export const previewFillLayer = 'preview-fill';

function geometryOf({ position, outline }: PreviewRow) {
  if (position) return { type: 'Point' as const, coordinates: [...position] };
  return outline ? { type: 'MultiPolygon' as const, coordinates: outline } : null;
}

export function previewData({ rows }: PreviewDrawing): GeoJSONSourceSpecification {
  const features = rows.flatMap((row) => {
    const { id, part } = row;
    const geometry = geometryOf(row);
    const properties = { id, part, sign: previewSigns[part] };
    return geometry ? [{ type: 'Feature' as const, geometry, properties }] : [];
  });
  return { type: 'geojson', data: { type: 'FeatureCollection', features } };
}

const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];
const isArea: ExpressionSpecification = ['!=', ['geometry-type'], 'Point'];

/** What a person has to look at lies on top. */
const order: ExpressionSpecification = [
  'match',
  ['get', 'part'],
  ...(['same', 0, 'certain', 1, 'doubtful', 2] as const),
  3,
];

export function previewLayers(
  { selectedId }: PreviewDrawing,
  ground: Ground,
  theme: MapTheme,
): LayerSpecification[] {
  const colours = previewColours[theme];
  const colour: ExpressionSpecification = [
    'match',
    ['get', 'part'],
    ...(['certain', colours.certain, 'doubtful', colours.doubtful] as const),
    ...(['wrong', colours.wrong] as const),
    colours.same,
  ];
  const isSelected: ExpressionSpecification = ['==', ['get', 'id'], selectedId ?? ''];
  const source = { source: previewSource };
  return [
    {
      id: previewFillLayer,
      type: 'fill',
      ...source,
      filter: isArea,
      paint: {
        'fill-color': colour,
        'fill-opacity': ['case', isSelected, 0.45, 0.18],
      },
      layout: { 'fill-sort-key': order },
    },
    ...previewParts.map((part): LayerSpecification => {
      const dash = dashes[part];
      return {
        id: `preview-edge-${part}`,
        type: 'line',
        ...source,
        filter: ['all', isArea, ['==', ['get', 'part'], part]],
        paint: {
          'line-color': colours[part],
          'line-width': ['case', isSelected, 3, 1.5],
          ...(dash && { 'line-dasharray': dash }),
        },
      };
    }),
    {
      id: 'preview-halo',
      type: 'circle',
      ...source,
      filter: ['all', isPoint, isSelected],
      paint: {
        'circle-radius': 15,
        'circle-color': ground.ink,
        'circle-opacity': 0.3,
        'circle-stroke-color': ground.ink,
        'circle-stroke-width': 2,
      },
    },
    {
      id: previewPointLayer,
      type: 'circle',
      ...source,
      filter: isPoint,
      layout: { 'circle-sort-key': order },
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 6, 3.5, 11, 7.5],
        'circle-color': colour,
        'circle-stroke-color': ground.casing,
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 6, 0.8, 11, 1.6],
      },
    },
    {
      id: 'preview-sign',
      type: 'symbol',
      ...source,
      filter: ['all', isPoint, ['!=', ['get', 'sign'], '']],
      layout: {
        'text-field': ['get', 'sign'],
        'text-font': [labelFonts.bold],
        'text-size': ['interpolate', ['linear'], ['zoom'], 6, 8, 11, 12],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
        'symbol-sort-key': order,
      },
      paint: { 'text-color': ground.casing },
    },
  ];
}
