// The whole style of the map as a pure function: theme, basemap, hidden statuses in; style out.
// MapLibre compares it with the one before, so a change costs what has changed.
import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { MapInfo } from '#contract/regions';
import type { HiddenKeys } from './expressions.ts';
import type { Lens } from '../lib/lens.ts';
import { grounds, type MapTheme } from './ground.ts';
import { areaLayers } from './layers/areas.ts';
import { boundaryLayers, villageLineLayers } from './layers/boundaries.ts';
import { regionSource, tiers, type LayerContext } from './layers/context.ts';
import { coverageLayers, coverageSources, type CoverageDrawing } from './layers/coverage.ts';
import { filingLayers, filingSources, type FilingDrawing } from './layers/filing.ts';
import { labelFonts, labelLayers } from './layers/labels.ts';
import { landLayers, seaLayers } from './layers/land.ts';
import { markerData, markerLayers, markerSource, type MapMarker } from './layers/markers.ts';
import {
  planAreaLayers,
  planData,
  planPointLayers,
  planSource,
  type PlanDrawing,
} from './layers/plan.ts';
import {
  previewData,
  previewLayers,
  previewSource,
  type PreviewDrawing,
} from './layers/preview.ts';
import { selectionLayers } from './layers/selection.ts';
import { statusEdgeLayers } from './layers/status-edge.ts';
import { statusFillLayers } from './layers/status-fill.ts';
import { statusPatternLayers } from './layers/status-pattern.ts';

/** The source of what lies underneath. */
export const underlaySource = 'basemap';

/** Sources and layers that lie underneath: streets of an archive, or an online raster. */
export type Underlay = {
  sources: Record<string, SourceSpecification>;
  layers: LayerSpecification[];
};

export type StyleInput = {
  info: MapInfo;
  theme: MapTheme;
  hidden: HiddenKeys;
  /** By what the villages are coloured. */
  lens: Lens;
  /** Layers of coverage over the villages; null for none. */
  coverage: CoverageDrawing | null;
  /** Points over the villages; none for most maps. */
  markers: readonly MapMarker[];
  /** A tower that is thought of; null for none. */
  plan?: PlanDrawing | null;
  /** Rows of a file that is brought in; null for none. */
  preview?: PreviewDrawing | null;
  /** Sites of filed plans that became others; null for none. */
  filing?: FilingDrawing | null;
  /** Null while the built-in basemap is used, or while another is loading. */
  underlay: Underlay | null;
  fonts: { regular: string; bold: string };
  /** Origin of the page: a tile's address must be absolute for the worker. */
  origin: string;
};

/** Patterns and edges of their own belong to statuses. */
function villageLayers({ lens, hasStatuses }: LayerContext) {
  return lens === 'status' && hasStatuses
    ? [statusFillLayers, statusPatternLayers, villageLineLayers, statusEdgeLayers]
    : [statusFillLayers, villageLineLayers];
}

export function buildStyle(input: StyleInput): StyleSpecification {
  const { info, theme, hidden, lens, coverage, markers, plan, underlay, fonts, origin } = input;
  const { preview, filing } = input;
  const context: LayerContext = {
    theme,
    ground: grounds[theme],
    hidden,
    lens,
    hasStatuses: !preview && !filing && (coverage === null || coverage.hasStatuses),
    zooms: info.zooms,
    hasBasemap: underlay !== null,
  };
  return {
    version: 8,
    // Noto Sans of this server: no glyph server, no sprite.
    'font-faces': {
      [labelFonts.regular]: fonts.regular,
      [labelFonts.bold]: fonts.bold,
      'Noto Sans Medium': fonts.bold,
      'Noto Sans Italic': fonts.regular,
    },
    transition: { duration: 0, delay: 0 },
    sources: {
      ...underlay?.sources,
      [regionSource]: {
        type: 'vector',
        tiles: [new URL(info.tileUrl, origin).href.replaceAll('%7B', '{').replaceAll('%7D', '}')],
        minzoom: 0,
        maxzoom: info.zooms.maxZoom,
      },
      ...(coverage && coverageSources(coverage, origin, info.zooms.maxZoom)),
      ...(markers.length > 0 && { [markerSource]: markerData(markers) }),
      ...(plan && { [planSource]: planData(plan) }),
      ...(preview && { [previewSource]: previewData(preview) }),
      ...(filing && filingSources(filing)),
    },
    layers: [
      ...seaLayers(context),
      ...(underlay?.layers ?? []),
      ...landLayers(context),
      ...tiers.flatMap((tier) => villageLayers(context).flatMap((build) => build(context, tier))),
      ...(coverage ? coverageLayers(coverage, theme) : []),
      ...areaLayers(context),
      ...boundaryLayers(context),
      ...(plan ? planAreaLayers(context.ground) : []),
      ...selectionLayers(context),
      ...labelLayers(context),
      ...(markers.length > 0 ? markerLayers(context.ground, theme) : []),
      ...(plan ? planPointLayers(context.ground) : []),
      ...(preview ? previewLayers(preview, context.ground, theme) : []),
      ...(filing ? filingLayers(context.ground, theme) : []),
    ],
  };
}
