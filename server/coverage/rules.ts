// How far a cell reaches and what it covers, and who may see and change whose coverage. Pure.
import { circle, sector } from '@turf/turf';
import type { Account } from '../auth/contract.ts';
import {
  allOperators,
  type CellShape,
  type CoveragePhase,
  type CoverageSettings,
  type SitePosition,
  type SiteState,
} from './contract.ts';

/** What holds until the admin says otherwise; the middle of the typical rural reach (domain, section 5). */
export const defaultSettings: CoverageSettings = {
  defaultRadiusM: 3_000,
  reach: [
    { technology: null, bandMhz: 700, radiusM: 10_000 },
    { technology: null, bandMhz: 800, radiusM: 10_000 },
    { technology: null, bandMhz: 850, radiusM: 10_000 },
    { technology: null, bandMhz: 900, radiusM: 10_000 },
    { technology: null, bandMhz: 1800, radiusM: 4_000 },
    { technology: null, bandMhz: 2100, radiusM: 3_000 },
    { technology: null, bandMhz: 2300, radiusM: 3_000 },
  ],
  villageFraction: 0.5,
  cutsByTerrain: false,
  antennaHeightM: 40,
  receiverHeightM: 1.5,
};

export type Reach = { radiusM: number; isEstimate: boolean };

/** The radius that a cell says of itself, else by the first line of the table that fits, metres. */
export function reachOf(
  cell: Pick<CellShape, 'technology' | 'bandMhz' | 'radiusM'>,
  settings: CoverageSettings,
): Reach {
  if (cell.radiusM !== null) return { radiusM: cell.radiusM, isEstimate: false };
  const line = settings.reach.find(
    ({ technology, bandMhz }) =>
      (technology === null || technology === cell.technology) &&
      (bandMhz === null || bandMhz === cell.bandMhz),
  );
  return { radiusM: line?.radiusM ?? settings.defaultRadiusM, isEstimate: true };
}

/** Corners of a full circle: its area is 0.16 % below that of the true one. */
const steps = 64;
const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

/**
 * The polygon that a cell covers: a circle, or a sector round its azimuth. MultiPolygon coordinates,
 * [lng, lat], 6 decimals. Spherical (Turf), which is within 0.6 % of the ellipsoid.
 */
export function footprintOf(
  position: SitePosition,
  cell: Pick<CellShape, 'azimuthDeg' | 'beamwidthDeg'>,
  radiusM: number,
): SitePosition[][][] {
  const { azimuthDeg, beamwidthDeg } = cell;
  const isOmni = azimuthDeg === null || beamwidthDeg === null || beamwidthDeg >= 360;
  const options = { steps, units: 'meters' as const };
  const shape = isOmni
    ? circle([...position], radiusM, options)
    : sector(
        [...position],
        radiusM,
        azimuthDeg - beamwidthDeg / 2,
        azimuthDeg + beamwidthDeg / 2,
        options,
      );
  return [
    shape.geometry.coordinates.map((ring) =>
      ring.map(([lng = 0, lat = 0]): SitePosition => [round(lng), round(lat)]),
    ),
  ];
}

/** The layer's phase that a cell is part of; null: of none. */
export function phaseOf(state: SiteState): CoveragePhase | null {
  if (state === 'off') return null;
  return state === 'on_air' ? 'on_air' : 'planned';
}

/** A liaison sees the plans of its own operator; everyone in the house sees what stands. */
export function maySeeLayer(
  { role, office }: Account,
  layer: { phase: CoveragePhase; operatorId: string },
): boolean {
  if (layer.phase === 'on_air' || role !== 'liaison') return true;
  return layer.operatorId !== allOperators && layer.operatorId === office.operatorId;
}

/** Whose plans one sees: everybody's (null), or one operator's; '' is nobody's. */
export function plansSeenBy({ role, office }: Account): string | null {
  return role === 'liaison' ? (office.operatorId ?? '') : null;
}

/** Provincial staff keep every operator's sites, a liaison those of its own. */
export function mayEditSites({ role, office }: Account, operatorId: string): boolean {
  if (role === 'admin' || role === 'staff') return true;
  return role === 'liaison' && office.operatorId === operatorId;
}
