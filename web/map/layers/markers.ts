// Points over the villages: reports, and whatever else stands at a point. Neutral, for status colours mean
// status: solid counts, hollow waits, faint is out of the game. A sign inside tells more, a halo selects.
import type {
  ExpressionSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
} from 'maplibre-gl';
import type { Position } from '#contract/regions';
import { pointsFromZoom } from '../../lib/view-bounds.ts';
import type { CoverageImage } from '../coverage-images.ts';
import type { Ground, MapTheme } from '../ground.ts';
import type { PointImage } from '../point-images.ts';
import { metresPerPixel } from '../scale.ts';
import { labelFonts } from './labels.ts';

export type MapMarker = {
  id: string;
  position: Position;
  kind: 'report' | 'locality' | 'facility' | 'site' | 'measured' | 'uncovered';
  look: 'solid' | 'hollow' | 'faint';
  /** One character of Latin-1; '' for none. */
  sign: string;
  isSelected: boolean;
  /** Radius of a circle around it in metres; null for none. */
  accuracyM: number | null;
  /** What is drawn in place of the dot: all but reports have images. */
  image?: PointImage | CoverageImage;
};

export const markerSource = 'markers';
/** The dots of markers without an image, and the images of the others. */
export const markerLayer = 'marker-dot';
export const markerImageLayer = 'marker-image';

/** Far enough for any zoom of the map. */
const closestZoom = 24;

export function markerData(markers: readonly MapMarker[]): GeoJSONSourceSpecification {
  const features = markers.map((marker) => {
    const { id, position, kind, look, sign, isSelected, accuracyM, image } = marker;
    const radiusAtZoom0 = (accuracyM ?? 0) / metresPerPixel(position[1], 0);
    return {
      type: 'Feature' as const,
      geometry: { type: 'Point' as const, coordinates: [...position] },
      properties: { id, kind, look, sign, isSelected, radiusAtZoom0, ...(image && { image }) },
    };
  });
  return { type: 'geojson', data: { type: 'FeatureCollection', features } };
}

const isSelected: ExpressionSpecification = ['get', 'isSelected'];
const radiusAtZoom0: ExpressionSpecification = ['get', 'radiusAtZoom0'];

function byLook<T extends string | number>(solid: T, hollow: T, faint: T): ExpressionSpecification {
  return ['match', ['get', 'look'], 'solid', solid, 'hollow', hollow, faint];
}

export function markerLayers(ground: Ground, theme: MapTheme): LayerSpecification[] {
  const fill: ExpressionSpecification = [
    'case',
    isSelected,
    ground.ink,
    byLook(ground.label, ground.casing, ground.casing),
  ];
  return [
    {
      id: 'marker-accuracy',
      type: 'circle',
      source: markerSource,
      filter: ['>', radiusAtZoom0, 0],
      paint: {
        // A circle on the ground doubles with each zoom.
        'circle-radius': [
          'interpolate',
          ['exponential', 2],
          ['zoom'],
          0,
          radiusAtZoom0,
          closestZoom,
          ['*', radiusAtZoom0, 2 ** closestZoom],
        ],
        'circle-color': ground.ink,
        'circle-opacity': 0.14,
        'circle-stroke-color': ground.ink,
        'circle-stroke-width': 1,
        'circle-stroke-opacity': 0.7,
      },
    },
    {
      id: 'marker-halo',
      type: 'circle',
      source: markerSource,
      filter: isSelected,
      paint: {
        'circle-radius': 17,
        'circle-color': ground.ink,
        'circle-opacity': 0.28,
        'circle-stroke-color': ground.casing,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: markerImageLayer,
      type: 'symbol',
      source: markerSource,
      minzoom: pointsFromZoom,
      filter: ['has', 'image'],
      layout: {
        'icon-image': ['concat', ['get', 'image'], `-${theme}`],
        // A dot from afar, a sign from near.
        'icon-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          pointsFromZoom,
          ['match', ['get', 'kind'], ['site', 'measured'], 0.6, 0.42],
          12,
          ['match', ['get', 'kind'], ['site', 'measured'], 0.9, 0.75],
          14,
          1,
        ],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-sort-key': ['case', isSelected, 1, 0],
      },
      paint: { 'icon-opacity': byLook(1, 1, 0.6) },
    },
    {
      id: markerLayer,
      type: 'circle',
      source: markerSource,
      filter: ['!', ['has', 'image']],
      layout: { 'circle-sort-key': ['case', isSelected, 1, 0] },
      paint: {
        'circle-radius': ['match', ['get', 'look'], 'faint', 6.5, 8.5],
        'circle-color': fill,
        'circle-stroke-color': [
          'case',
          isSelected,
          ground.casing,
          byLook(ground.casing, ground.label, ground.labelQuiet),
        ],
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'marker-sign',
      type: 'symbol',
      source: markerSource,
      layout: {
        'text-field': ['get', 'sign'],
        'text-font': [labelFonts.bold],
        'text-size': 11,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: {
        'text-color': [
          'case',
          isSelected,
          ground.casing,
          byLook(ground.casing, ground.label, ground.labelQuiet),
        ],
      },
    },
  ];
}
