// Sites of an operator's plans as they became others: a point a site by what became of it, and of one that
// moved a line from where it was. A sign says it without colour; what is left out is faint.
import type {
  ExpressionSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  SourceSpecification,
} from 'maplibre-gl';
import type { LineKind } from '#contract/filings';
import type { Position } from '#contract/regions';
import type { Ground, MapTheme } from '../ground.ts';
import { labelFonts } from './labels.ts';

export type FilingPoint = {
  /** Told when it is clicked. */
  id: string;
  kind: LineKind;
  isTaken: boolean;
  position: Position;
  /** Where it stood before; null where that is the same, or nowhere. */
  from: Position | null;
};

export type FilingDrawing = { points: readonly FilingPoint[]; active: FilingPoint | null };

/** One character of Latin-1 in a point, and before a line of the list. */
export const filingSigns: Record<LineKind, string> = {
  new: '+',
  moved: '/',
  removed: '×',
  slipped: '»',
  advanced: '«',
  changed: '~',
  unchanged: '=',
};

const light = { ink: '#1f4e8c', amber: '#8a5300', red: '#b3261e', grey: '#6a757f' };
const dark = { ink: '#8ab4f8', amber: '#e8b04a', red: '#ff9a8f', grey: '#9aa5ae' };

function coloursOf({ ink, amber, red, grey }: typeof light): Record<LineKind, string> {
  return {
    ...{ new: ink, advanced: ink, moved: amber, slipped: amber, changed: amber },
    ...{ removed: red, unchanged: grey },
  };
}

/** None of them is the colour of a status. */
export const filingColours: Record<MapTheme, Record<LineKind, string>> = {
  light: coloursOf(light),
  dark: coloursOf(dark),
};

const pointSource = 'filing';
const activeSource = 'filing-active';
/** The layer that a click finds. */
export const filingPointLayer = 'filing-point';

type Feature = Extract<GeoJSONSourceSpecification['data'], { type: 'Feature' }>;

function collect(features: Feature[]): GeoJSONSourceSpecification {
  return { type: 'geojson', data: { type: 'FeatureCollection', features } };
}

function pointFeature({ id, kind, isTaken, position }: FilingPoint): Feature {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [...position] },
    properties: { id, kind, isTaken, sign: filingSigns[kind] },
  };
}

function moveFeatures({ kind, isTaken, position, from }: FilingPoint): Feature[] {
  if (from === null) return [];
  const coordinates = [[...from], [...position]];
  const properties = { kind, isTaken };
  return [{ type: 'Feature', geometry: { type: 'LineString', coordinates }, properties }];
}

/** The one that is looked at is a source of its own: the thousands of others stay as they are. */
export function filingSources({
  points,
  active,
}: FilingDrawing): Record<string, SourceSpecification> {
  const features = points.flatMap((point) => [pointFeature(point), ...moveFeatures(point)]);
  return {
    [pointSource]: collect(features),
    [activeSource]: collect(active ? [pointFeature(active), ...moveFeatures(active)] : []),
  };
}

const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];
const isMove: ExpressionSpecification = ['==', ['geometry-type'], 'LineString'];
const opacity: ExpressionSpecification = ['case', ['get', 'isTaken'], 1, 0.35];

export function filingLayers(ground: Ground, theme: MapTheme): LayerSpecification[] {
  const colours = filingColours[theme];
  const colour: ExpressionSpecification = [
    'match',
    ['get', 'kind'],
    ...(['new', colours.new, 'advanced', colours.advanced, 'removed', colours.removed] as const),
    ...(['unchanged', colours.unchanged] as const),
    colours.changed,
  ];
  return [
    {
      id: 'filing-move',
      type: 'line',
      source: pointSource,
      filter: isMove,
      paint: { 'line-color': colour, 'line-width': 1.6, 'line-opacity': opacity },
    },
    {
      id: 'filing-active-move',
      type: 'line',
      source: activeSource,
      filter: isMove,
      paint: { 'line-color': ground.ink, 'line-width': 3 },
    },
    {
      id: 'filing-active-halo',
      type: 'circle',
      source: activeSource,
      filter: isPoint,
      paint: {
        'circle-radius': 15,
        'circle-color': ground.ink,
        'circle-opacity': 0.3,
        'circle-stroke-color': ground.ink,
        'circle-stroke-width': 2,
      },
    },
    {
      id: filingPointLayer,
      type: 'circle',
      source: pointSource,
      filter: isPoint,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 6, 3.5, 11, 7.5],
        'circle-color': colour,
        'circle-opacity': opacity,
        'circle-stroke-color': ground.casing,
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 6, 0.8, 11, 1.6],
      },
    },
    {
      id: 'filing-sign',
      type: 'symbol',
      source: pointSource,
      filter: isPoint,
      minzoom: 7,
      layout: {
        'text-field': ['get', 'sign'],
        'text-font': [labelFonts.bold],
        'text-size': ['interpolate', ['linear'], ['zoom'], 7, 8, 11, 12],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': ground.casing, 'text-opacity': opacity },
    },
  ];
}
