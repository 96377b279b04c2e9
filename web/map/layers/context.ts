// What every layer may depend on. A layer file is a pure function of this.
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapInfo } from '#contract/regions';
import type { HiddenKeys } from '../expressions.ts';
import type { Lens } from '../../lib/lens.ts';
import type { Ground, MapTheme } from '../ground.ts';

/** The one vector source, and its layers, as the server names them. */
export const regionSource = 'regions';

export type LayerContext = {
  theme: MapTheme;
  ground: Ground;
  hidden: HiddenKeys;
  lens: Lens;
  /** False while coverage is read alone: villages are found by the pointer, and have no colour. */
  hasStatuses: boolean;
  zooms: MapInfo['zooms'];
  /** True when streets lie underneath: our own fills let them through. */
  hasBasemap: boolean;
};

/**
 * Villages are drawn in two tiers. An approximate village may lie over the official one it was
 * split from, so all of its layers come after all of the official ones'.
 */
export const tiers = ['official', 'approximate'] as const;
export type Tier = (typeof tiers)[number];

/** The features of one tier. */
export function isOfTier(tier: Tier): ExpressionSpecification {
  return ['==', ['get', 'approx'], tier === 'approximate' ? 1 : 0];
}

export type TierLayerBuilder = (context: LayerContext, tier: Tier) => LayerSpecification[];

export type LayerBuilder = (context: LayerContext) => LayerSpecification[];
