// From the official list and its matches to the rows of the gazetteer: a point for every place.
import { ancestorCodes, levelOf, parentCode } from '../../server/regions/codes.ts';
import type { GazetteerRow } from '../../server/regions/gazetteer.ts';
import { bareName, kindOf, type VillageKinds } from './kinds.ts';
import { type Match, matchVillages, type MatchResult, type PointedVillage } from './match.ts';
import { isInIndonesia, isNearDistrict, isPlausible, medoidIndex } from './points.ts';
import type { ListedPlace } from './sources.ts';

type Position = [number, number];
type Point = Pick<GazetteerRow, 'lng' | 'lat' | 'elevationM' | 'postalCode' | 'pointSource'>;

export type Gazetteer = {
  rows: GazetteerRow[];
  distrusted: MatchResult['distrusted'];
  /** Codes whose matched point lies too far from its district and was dropped. */
  implausible: string[];
};

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

/** Villages' own points, those far from the rest of their district left out. */
function plausibleMatches(matches: Map<string, Match>): [Map<string, Match>, string[]] {
  const ofDistrict = new Map<string, [string, Position][]>();
  for (const [code, { point }] of matches) {
    const district = code.slice(0, 8);
    const list = ofDistrict.get(district) ?? [];
    list.push([code, point.position]);
    ofDistrict.set(district, list);
  }
  const strangersTo = (regency: string) =>
    [...matches].filter(([code]) => !code.startsWith(regency)).map(([, m]) => m.point.position);
  const implausible = [...ofDistrict.values()].flatMap((list) =>
    list
      .filter(([code, position]) => {
        const others = list.filter(([other]) => other !== code).map(([, p]) => p);
        if (isInIndonesia(position) && isNearDistrict(position, others)) return false;
        return !isPlausible(position, others, strangersTo(code.slice(0, 5)));
      })
      .map(([code]) => code),
  );
  const kept = new Map(matches);
  for (const code of implausible) kept.delete(code);
  return [kept, implausible];
}

/**
 * The point of a district, regency or province: that of the village nearest to the mean of all
 * its villages with own points. It has neither elevation nor postal code: those are the village's.
 */
function middlePoints(matches: Map<string, Match>): Map<string, Point> {
  const positions = new Map<string, Position[]>();
  for (const [code, { point }] of matches) {
    for (const ancestor of ancestorCodes(code)) {
      const list = positions.get(ancestor) ?? [];
      list.push(point.position);
      positions.set(ancestor, list);
    }
  }
  return new Map(
    [...positions].map(([code, list]) => {
      const [lng, lat] = list[medoidIndex(list)] ?? [Number.NaN, Number.NaN];
      return [
        code,
        { lng, lat, elevationM: null, postalCode: null, pointSource: 'exact' as const },
      ];
    }),
  );
}

/** Rows sorted by code; throws when a place has no point at any level above it. */
export function buildRows(
  places: ListedPlace[],
  pointed: PointedVillage[],
  kinds: VillageKinds,
): Gazetteer {
  const names = new Map(places.map((place) => [place.code, place.name]));
  const nameOf = (code: string) => names.get(code) ?? '';
  const listed = places
    .filter((place) => levelOf(place.code) === 'village')
    .map(({ code, name }) => ({
      code,
      name,
      district: nameOf(code.slice(0, 8)),
      regency: nameOf(code.slice(0, 5)),
    }));
  const { matches: all, distrusted } = matchVillages(listed, pointed);
  const [matches, implausible] = plausibleMatches(all);
  const middles = middlePoints(matches);

  const pointOf = (code: string): Point => {
    const match = matches.get(code);
    if (match) {
      const { position, elevationM, postalCode } = match.point;
      const [lng, lat] = position;
      return { lng, lat, elevationM, postalCode, pointSource: match.how };
    }
    const own = middles.get(code);
    if (own) return own;
    const above = ancestorCodes(code).find((ancestor) => middles.has(ancestor));
    const point = above === undefined ? undefined : middles.get(above);
    if (point === undefined) throw new Error(`no point for ${code} ${nameOf(code)}`);
    return { ...point, pointSource: 'parent' };
  };

  const rows = places
    .map(({ code, name }): GazetteerRow => {
      const level = levelOf(code);
      const point = pointOf(code);
      return {
        code,
        name: level === 'regency' ? bareName(name) : name,
        level,
        kind: kindOf(code, level, kinds),
        parent: parentCode(code),
        ...point,
        lng: round(point.lng),
        lat: round(point.lat),
      };
    })
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  return { rows, distrusted, implausible };
}
