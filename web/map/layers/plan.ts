// A tower that is thought of: its footprint, what it would newly reach, and numbered positions of where
// towers help most. Ink blue, because it is what a person is doing, and never a status.
import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl';
import type { Position } from '#contract/regions';
import type { Ground } from '../ground.ts';
import { labelFonts } from './labels.ts';

export type PlanStep = {
  /** Told when it is clicked. */
  id: string;
  position: Position;
  number: number;
};

export type PlanDrawing = {
  /** MultiPolygon coordinates; null while no tower stands. */
  footprint: Position[][][] | null;
  /** What is written at places it newly reaches. */
  notes: readonly { position: Position; text: string }[];
  steps: readonly PlanStep[];
};

export const planSource = 'plan';
export const planStepLayer = 'plan-step';

export function planData({ footprint, notes, steps }: PlanDrawing): GeoJSONSourceSpecification {
  const point = (position: Position, properties: Record<string, string | number>) => ({
    type: 'Feature' as const,
    geometry: { type: 'Point' as const, coordinates: [...position] },
    properties,
  });
  const area =
    footprint === null
      ? []
      : [
          {
            type: 'Feature' as const,
            geometry: { type: 'MultiPolygon' as const, coordinates: footprint },
            properties: { part: 'footprint' },
          },
        ];
  return {
    type: 'geojson',
    data: {
      type: 'FeatureCollection',
      features: [
        ...area,
        ...notes.map(({ position, text }) => point(position, { part: 'note', text })),
        ...steps.map(({ id, position, number }) => point(position, { part: 'step', id, number })),
      ],
    },
  };
}

/** The drawing while the tower is dragged: its footprint goes along, what it reaches is not known yet. */
export function draggedPlan(drawing: PlanDrawing, from: Position, to: Position): PlanDrawing {
  const [dLng, dLat] = [to[0] - from[0], to[1] - from[1]];
  const footprint = drawing.footprint?.map((polygon) =>
    polygon.map((ring) => ring.map(([lng, lat]): Position => [lng + dLng, lat + dLat])),
  );
  return { ...drawing, footprint: footprint ?? null, notes: [] };
}

const isPart = (part: string) => ['==', ['get', 'part'], part] as ['==', ['get', string], string];

/** Below the labels of places: the area with a dashed edge. */
export function planAreaLayers({ ink, casing }: Ground): LayerSpecification[] {
  const source = { source: planSource, filter: isPart('footprint') };
  return [
    {
      id: 'plan-fill',
      type: 'fill',
      ...source,
      paint: { 'fill-color': ink, 'fill-opacity': 0.12 },
    },
    {
      id: 'plan-casing',
      type: 'line',
      ...source,
      paint: { 'line-color': casing, 'line-width': 4, 'line-opacity': 0.8 },
    },
    {
      id: 'plan-edge',
      type: 'line',
      ...source,
      paint: { 'line-color': ink, 'line-width': 2, 'line-dasharray': [3, 2] },
    },
  ];
}

/** Above everything: what is newly reached in figures, and the numbered positions. */
export function planPointLayers({ ink, casing, halo }: Ground): LayerSpecification[] {
  const step = { source: planSource, filter: isPart('step') };
  return [
    {
      id: 'plan-note',
      type: 'symbol',
      source: planSource,
      filter: isPart('note'),
      minzoom: 9,
      layout: {
        'text-field': ['get', 'text'],
        'text-font': [labelFonts.bold],
        'text-size': 12,
        'text-variable-anchor': ['top', 'bottom', 'right', 'left'],
        'text-radial-offset': 0.9,
        'text-padding': 1,
      },
      paint: { 'text-color': ink, 'text-halo-color': halo, 'text-halo-width': 2 },
    },
    {
      id: planStepLayer,
      type: 'circle',
      ...step,
      paint: {
        'circle-radius': 13,
        'circle-color': ink,
        'circle-stroke-color': casing,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'plan-step-number',
      type: 'symbol',
      ...step,
      layout: {
        'text-field': ['to-string', ['get', 'number']],
        'text-font': [labelFonts.bold],
        'text-size': 13,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': casing },
    },
  ];
}
