// Which places a search finds for a declaration. Pure: whatever their statuses are is looked up before.
import { booleanPointInPolygon, polygon } from '@turf/turf';
import type { Bounds, Position } from '../regions/contract.ts';
import { foldName } from '../regions/names.ts';
import { findRegencies } from '../regions/place-by-name.ts';
import { readVillageCode } from '../regions/place-code.ts';
import type { PlaceIndex } from '../regions/place-index.ts';
import { matchPlace } from '../regions/place-match.ts';
import { districtKey, villageKey } from '../regions/place-names.ts';
import type { PlaceRef } from './contract.ts';

/** A place of a wanted status; a locality without a point has neither. */
export type PlaceHit = PlaceRef & { lng: number | null; lat: number | null };

/** [west, south, east, north] of a drawn ring of [lng, lat]. */
export function boundsOf(ring: readonly Position[]): Bounds {
  const lngs = ring.map(([lng]) => lng);
  const lats = ring.map(([, lat]) => lat);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}

/** Whether the ring, closed or not, encloses an area. */
export function isArea(ring: readonly Position[]): boolean {
  return new Set(ring.map(String)).size >= 3;
}

/** The hits whose point lies in the ring, its edge included. */
export function listInside(hits: readonly PlaceHit[], ring: readonly Position[]): PlaceHit[] {
  const [first] = ring;
  if (first === undefined || !isArea(ring)) return [];
  const area = polygon([[...ring, first]]);
  return hits.filter(
    ({ lng, lat }) => lng !== null && lat !== null && booleanPointInPolygon([lng, lat], area),
  );
}

/** A village gives way to its own localities: they say more precisely where it is missing. */
export function preferLocalities(hits: readonly PlaceHit[]): PlaceRef[] {
  const told = new Set(
    hits.filter(({ localityId }) => localityId !== null).map(({ villageCode }) => villageCode),
  );
  return hits.filter(
    ({ villageCode, localityId }) => localityId !== null || !told.has(villageCode),
  );
}

/** The village that a line names, or why none: a code of the contract. */
export type LineMatch = { villageCode: string } | { code: string };

const isCode = (text: string) =>
  ['code', 'digits', 'repaired', 'partial', 'lost'].includes(readVillageCode(text).kind);

/** Of several villages with one name, those in the district or regency that the line names. */
function narrow(index: PlaceIndex, villageCodes: readonly string[], above: readonly string[]) {
  return above.reduce<readonly string[]>((left, text) => {
    const regencies = findRegencies(index, text).map(({ code }) => code);
    const inDistrict = left.filter(
      (code) => index.byCode.get(code)?.district === districtKey(text),
    );
    if (inDistrict.length > 0) return inDistrict;
    return left.filter((code) => regencies.includes(code.slice(0, 5)));
  }, villageCodes);
}

/**
 * Reads "13.01.01.2001", "1301012001", "Inderapura", "Inderapura, Pancung Soal" or "Inderapura, Pancung
 * Soal, Pesisir Selatan", also as cells copied from a spreadsheet. A name counts when only one village
 * among those that are loaded bears it; another spelling never does.
 */
export function matchLine(index: PlaceIndex, line: string): LineMatch {
  const [first = '', ...above] = line
    .split(/[,;\t]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const none = { regency: '', district: '' };
  if (isCode(first)) {
    const match = matchPlace(index, { ...none, code: first, village: '' });
    if (match.kind === 'certain') return { villageCode: match.villageCode };
    if (match.kind === 'none') return { code: match.reason };
    const [only, second] = match.candidates;
    return only && !second ? { villageCode: only.villageCode } : { code: match.reason };
  }
  if (foldName(first) === '') return { code: 'nothing_given' };
  const named = [...index.regencies.values()].flatMap(
    ({ byName }) => byName.get(villageKey(first)) ?? [],
  );
  const left = narrow(index, [...new Set(named.map(({ code }) => code))], above);
  const [only, second] = left;
  if (only !== undefined && second === undefined) return { villageCode: only };
  return { code: only === undefined ? 'name_unknown' : 'name_found_twice' };
}
