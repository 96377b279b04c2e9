// What every layer may depend on. A layer file is a pure function of this.
import type { LayerSpecification } from 'maplibre-gl';
import type { MapInfo } from '#contract/regions';
import type { HiddenStatuses } from '../expressions.ts';
import type { Ground, MapTheme } from '../ground.ts';

/** The one vector source, and its layers, as the server names them. */
export const regionSource = 'regions';

export type LayerContext = {
  theme: MapTheme;
  ground: Ground;
  hidden: HiddenStatuses;
  zooms: MapInfo['zooms'];
  /** True when streets lie underneath: our own fills let them through. */
  hasBasemap: boolean;
};

export type LayerBuilder = (context: LayerContext) => LayerSpecification[];
