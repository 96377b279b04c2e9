// What towers cover, over the villages and under boundaries and names. What stands is filled, what is planned
// hatched with a dashed edge; what operators filed has a double edge, what was computed a single one.
import type { LayerSpecification, VectorSourceSpecification } from 'maplibre-gl';
import { type LayerKey } from '#contract/coverage';
import { formatLayerName } from '#contract/coverage-map';
import { coverageColour } from '../../ui/coverage-look.ts';
import { hatchImageId } from '../coverage-images.ts';
import type { MapTheme } from '../ground.ts';

/** One layer that is drawn. */
export type DrawnLayer = LayerKey & {
  /** Which of the operators' hues; null: all operators together. */
  hue: number | null;
  /** Of its tiles; origin, {z}, {x} and {y} are left to the map. */
  tileUrl: string;
  /** Farther out there are no tiles. */
  fromZoom: number;
};

export type CoverageDrawing = {
  /** The lowest first. */
  layers: readonly DrawnLayer[];
  /** False: the villages lose their status colours, so that the layers are read alone. */
  hasStatuses: boolean;
};

/** The layer inside the tiles, as the server names it. */
const tileLayer = 'coverage';

export function coverageSourceId(layer: LayerKey): string {
  return `coverage-${formatLayerName(layer)}`;
}

export function coverageSources(
  { layers }: CoverageDrawing,
  origin: string,
  maxZoom: number,
): Record<string, VectorSourceSpecification> {
  const sources = layers.map((layer) => {
    const url = new URL(layer.tileUrl, origin).href;
    const source: VectorSourceSpecification = {
      type: 'vector',
      tiles: [url.replaceAll('%7B', '{').replaceAll('%7D', '}')],
      minzoom: layer.fromZoom,
      maxzoom: maxZoom,
    };
    return [coverageSourceId(layer), source] as const;
  });
  return Object.fromEntries(sources);
}

/** Several layers may lie over each other: each stays readable through the others. */
const fillOpacity = { on_air: 0.28, planned: 0.08 } as const;
/** With statuses below a fill is only a wash: mixed with more of it, a status would look like another. */
const washOpacity = { on_air: 0.1, planned: 0.04 } as const;

function fill(layer: DrawnLayer, theme: MapTheme, hasStatuses: boolean): LayerSpecification {
  return {
    id: `${coverageSourceId(layer)}-fill`,
    type: 'fill',
    source: coverageSourceId(layer),
    'source-layer': tileLayer,
    paint: {
      'fill-color': coverageColour(layer.hue, layer.technology, theme),
      'fill-opacity': (hasStatuses ? washOpacity : fillOpacity)[layer.phase],
      'fill-antialias': false,
    },
  };
}

function hatch(layer: DrawnLayer, theme: MapTheme): LayerSpecification {
  const colour = coverageColour(layer.hue, layer.technology, theme);
  return {
    id: `${coverageSourceId(layer)}-hatch`,
    type: 'fill',
    source: coverageSourceId(layer),
    'source-layer': tileLayer,
    paint: { 'fill-pattern': hatchImageId(colour), 'fill-opacity': 0.75 },
  };
}

function edge(layer: DrawnLayer, theme: MapTheme): LayerSpecification {
  const isFiled = layer.basis === 'filed';
  return {
    id: `${coverageSourceId(layer)}-edge`,
    type: 'line',
    source: coverageSourceId(layer),
    'source-layer': tileLayer,
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': coverageColour(layer.hue, layer.technology, theme),
      'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.8, 12, isFiled ? 1.2 : 1.8],
      ...(isFiled && { 'line-gap-width': 2.5 }),
      ...(layer.phase === 'planned' && { 'line-dasharray': [4, 3] }),
    },
  };
}

export function coverageLayers(
  { layers, hasStatuses }: CoverageDrawing,
  theme: MapTheme,
): LayerSpecification[] {
  return [
    ...layers.map((layer) => fill(layer, theme, hasStatuses)),
    ...layers.filter(({ phase }) => phase === 'planned').map((layer) => hatch(layer, theme)),
    ...layers.map((layer) => edge(layer, theme)),
  ];
}
