// Finds each village of the official list in the older list that has points: by code, then by
// name. Pure: two lists in, pairs out. Papua's codes were renumbered (91, 92, 94 → 91 … 96), so
// regencies and districts meet by their names there and everywhere else too.
import { keyDistance, matchKey } from '../../server/regions/names.ts';

export type ListedVillage = { code: string; name: string; district: string; regency: string };
/** A village of the list with points; position is [lng, lat]. */
export type PointedVillage = ListedVillage & {
  position: [number, number];
  elevationM: number | null;
  postalCode: string;
};
export type Match = { point: PointedVillage; how: 'exact' | 'name' };
export type MatchResult = {
  matches: Map<string, Match>;
  /** Code hits that were not believed because the code stands for another village now. */
  distrusted: { code: string; name: string; pointName: string }[];
};

/** Edit distance (0–1) up to which two spellings in one district are the same village. */
const nearSpelling = 0.25;
/** Beyond this distance two names are of different villages, unless one contains the other. */
const otherName = 0.5;

type Keyed<T> = { item: T; name: string; district: string; regency: string };

function withKeys<T extends ListedVillage>(list: T[], renamed: Map<string, string>): Keyed<T>[] {
  return list.map((item) => {
    const regency = renamed.get(item.code.slice(0, 5)) ?? matchKey(item.regency);
    return {
      item,
      name: matchKey(item.name),
      district: `${regency}/${matchKey(item.district)}`,
      regency,
    };
  });
}

function groupBy<T>(list: T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

function looksOther(a: string, b: string): boolean {
  return !a.includes(b) && !b.includes(a) && keyDistance(a, b) > otherName;
}

/** Old regency names by the code they still have, for regencies that were renamed since. */
function renamedRegencies(listed: ListedVillage[], pointed: PointedVillage[]): Map<string, string> {
  const known = new Set(pointed.map((village) => matchKey(village.regency)));
  const oldNames = new Map(pointed.map((v) => [v.code.slice(0, 5), matchKey(v.regency)]));
  const renamed = new Map<string, string>();
  for (const { code, regency } of listed) {
    const old = oldNames.get(code.slice(0, 5));
    if (old !== undefined && !known.has(matchKey(regency))) renamed.set(code.slice(0, 5), old);
  }
  return renamed;
}

/**
 * Pairs villages with points. `exact`: the same code, unless the names differ utterly and one of
 * the two names is found under another code of the same regency – then the code was re-used.
 * `name`: the same key in the same district, else in the same regency, else a near spelling in
 * the district; only when exactly one free village on either side fits. What is left has no pair.
 */
export function matchVillages(listed: ListedVillage[], pointed: PointedVillage[]): MatchResult {
  const villages = withKeys(listed, renamedRegencies(listed, pointed));
  const points = withKeys(pointed, new Map());
  const byRegency = (keyed: Keyed<ListedVillage>) => `${keyed.regency}/${keyed.name}`;
  const byDistrict = (keyed: Keyed<ListedVillage>) => `${keyed.district}/${keyed.name}`;
  const listedNames = groupBy(villages, byRegency);
  const pointedNames = groupBy(points, byRegency);
  const pointOfCode = new Map(points.map((point) => [point.item.code, point]));

  const matches = new Map<string, Match>();
  const distrusted: MatchResult['distrusted'] = [];
  const taken = new Set<string>();
  const pair = (village: Keyed<ListedVillage>, point: Keyed<PointedVillage>, how: Match['how']) => {
    matches.set(village.item.code, { point: point.item, how });
    taken.add(point.item.code);
  };

  for (const village of villages) {
    const point = pointOfCode.get(village.item.code);
    if (point === undefined) continue;
    const reused =
      looksOther(village.name, point.name) &&
      (pointedNames.has(byRegency(village)) || listedNames.has(byRegency(point)));
    if (reused) {
      const { code, name } = village.item;
      distrusted.push({ code, name, pointName: point.item.name });
    } else pair(village, point, 'exact');
  }

  for (const key of [byDistrict, byRegency]) {
    const open = groupBy(
      villages.filter((village) => !matches.has(village.item.code)),
      key,
    );
    const free = groupBy(
      points.filter((point) => !taken.has(point.item.code)),
      key,
    );
    for (const [name, [village, secondVillage]] of open) {
      const [point, secondPoint] = free.get(name) ?? [];
      if (village && point && !secondVillage && !secondPoint) pair(village, point, 'name');
    }
  }

  const freeInDistrict = groupBy(
    points.filter((point) => !taken.has(point.item.code)),
    (point) => point.district,
  );
  for (const village of villages) {
    if (matches.has(village.item.code)) continue;
    const near = (freeInDistrict.get(village.district) ?? []).filter(
      (point) =>
        !taken.has(point.item.code) && keyDistance(point.name, village.name) <= nearSpelling,
    );
    const [only] = near;
    if (only && near.length === 1) pair(village, only, 'name');
  }
  return { matches, distrusted };
}
