// What of planning stands in the address: where the tower is thought of, what it is like, and for which
// regency the best positions are wanted. Pure; a link opens the same plan.
import {
  cellLimits,
  cellTechnologies,
  type CellTechnology,
  type Site,
  type SitePosition,
} from '#contract/coverage';
import type { BestRequest, Candidate } from '#contract/planning';

/** What a tower is like, wherever it stands. */
export type Tower = Omit<Candidate, 'position' | 'exceptSiteId'>;

/** A 4G tower of nobody in particular, reaching as far as the settings say. */
export const plainTower: Tower = {
  technology: '4g',
  bandMhz: null,
  radiusM: null,
  heightM: null,
  azimuthDeg: null,
  beamwidthDeg: null,
  operatorId: null,
  cutsByTerrain: false,
};

/** The tower that is being placed: where, or null while no place has been chosen. */
export type PlannedAt = { position: SitePosition | null };

export type BestWanted = Pick<BestRequest, 'regencyCode' | 'count'>;

/** So many positions are looked for when nobody says how many. */
export const plainCount = 5;

/** What is asked of the server: the best positions are for towers all round, of nobody in particular. */
export function bestRequest(wanted: BestWanted, tower: Tower): BestRequest {
  const { technology, bandMhz, radiusM, heightM, cutsByTerrain } = tower;
  return { ...wanted, technology, bandMhz, radiusM, heightM, cutsByTerrain };
}

/** A stored site as a tower that is thought of: its first cell that does not stand yet. */
export function planOfSite({ id, operatorId, position, cells }: Site) {
  const cell = cells.find(({ state }) => state !== 'on_air' && state !== 'off') ?? cells[0];
  const { technology, bandMhz, radiusM, heightM, azimuthDeg, beamwidthDeg } = cell ?? plainTower;
  const shape = { technology, bandMhz, radiusM, heightM, azimuthDeg, beamwidthDeg };
  return {
    plan: formatPlan({ position }),
    tower: formatTower({ ...shape, operatorId, cutsByTerrain: false }),
    planof: id,
  };
}

const nowhereYet = 'new';

/** `-0.94924,100.35427`, latitude first as in the map's own view; `new` before a place was chosen. */
export function formatPlan({ position }: PlannedAt): string {
  if (position === null) return nowhereYet;
  const [lng, lat] = position;
  return [lat, lng].map((degrees) => Number(degrees.toFixed(5))).join(',');
}

/** Null when the address plans no tower. */
export function parsePlan(text: string | undefined): PlannedAt | null {
  if (text === nowhereYet) return { position: null };
  const match = /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/.exec(text ?? '');
  if (!match) return null;
  const [lat, lng] = [Number(match[1]), Number(match[2])];
  return Math.abs(lat) <= 85 && Math.abs(lng) <= 180 ? { position: [lng, lat] } : null;
}

function within(text: string | undefined, min: number, max: number): number | null {
  if (text === undefined || !/^\d+(\.\d+)?$/.test(text)) return null;
  const value = Number(text);
  return value >= min && value <= max ? value : null;
}

/**
 * `4g,1800,4000,40,120,65,telkomsel,terrain`: technology, band (MHz), radius (m), height (m), azimuth
 * and beamwidth (degrees), operator, and whether terrain counts. What is not said is empty.
 */
export function formatTower(tower: Tower): string | undefined {
  const { technology, bandMhz, radiusM, heightM, azimuthDeg, beamwidthDeg, operatorId } = tower;
  const parts = [
    technology,
    ...[bandMhz, radiusM, heightM, azimuthDeg, beamwidthDeg, operatorId].map((part) => part ?? ''),
    tower.cutsByTerrain ? 'terrain' : '',
  ];
  const text = parts.join(',').replace(/,+$/, '');
  return text === plainTower.technology ? undefined : text;
}

/** What is not well-formed is as in a plain tower. */
export function parseTower(text: string | undefined): Tower {
  const [technology, band, radius, height, azimuth, beamwidth, operator = '', terrain] = (
    text ?? ''
  ).split(',');
  const { bandMhz, radiusM, heightM } = cellLimits;
  const wholeBand = within(band, bandMhz.min, bandMhz.max);
  return {
    technology:
      cellTechnologies.find((known): known is CellTechnology => known === technology) ??
      plainTower.technology,
    bandMhz: Number.isInteger(wholeBand) ? wholeBand : null,
    radiusM: within(radius, radiusM.min, radiusM.max),
    heightM: within(height, heightM.min, heightM.max),
    azimuthDeg: within(azimuth, 0, 360),
    beamwidthDeg: within(beamwidth, 1, 360),
    operatorId: /^[a-z0-9-]{1,40}$/.test(operator) ? operator : null,
    cutsByTerrain: terrain === 'terrain',
  };
}

/** `13.01` or `13.01,8`. */
export function formatBest({ regencyCode, count }: BestWanted): string {
  return count === plainCount ? regencyCode : `${regencyCode},${count}`;
}

/** Null when the address asks for no best positions. */
export function parseBest(text: string | undefined): BestWanted | null {
  const match = /^(\d{2}\.\d{2})(?:,(\d{1,2}))?$/.exec(text ?? '');
  const regencyCode = match?.[1];
  if (regencyCode === undefined) return null;
  const count = Number(match?.[2] ?? plainCount);
  return { regencyCode, count: Math.min(20, Math.max(1, count)) };
}
