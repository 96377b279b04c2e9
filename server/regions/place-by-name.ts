// Decides by its names which village a row of a table means. Pure; codes are place-match.ts's part.
import { foldName, keyDistance } from './names.ts';
import { listRegencyCodes } from './place-code.ts';
import type { IndexedRegency, NamedVillage, PlaceIndex } from './place-index.ts';
import { districtKey, regencyKeys, villageKey } from './place-names.ts';
import {
  type Candidate,
  type CandidateReason,
  doubtful,
  nearSpelling,
  type PlaceMatch,
  type PlaceQuery,
} from './place-verdict.ts';

const toCandidate =
  (reason?: CandidateReason) =>
  ({ code, by }: NamedVillage): Candidate => ({ villageCode: code, reason: reason ?? by });

/** The regencies that a text can mean; more than one where Kota and Kabupaten share the name. */
export function findRegencies(index: PlaceIndex, text: string): IndexedRegency[] {
  const byCode = listRegencyCodes(text).flatMap((code) => index.regencies.get(code) ?? []);
  if (byCode.length > 0) return byCode;
  for (const { key, isKota } of regencyKeys(text)) {
    const found = (index.regenciesByKey.get(key) ?? []).filter(
      (regency) => isKota === null || regency.isKota === isKota,
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** One entry per village, the name before the alias. */
function distinct(villages: NamedVillage[]): NamedVillage[] {
  const byCode = new Map<string, NamedVillage>();
  for (const village of villages) if (!byCode.has(village.code)) byCode.set(village.code, village);
  return [...byCode.values()];
}

/** Of several with one key, the one that is written exactly so ("Kampung Baru" beside "Baru"). */
function preferExact(villages: NamedVillage[], typed: string): NamedVillage[] {
  if (villages.length < 2) return villages;
  const folded = foldName(typed);
  const exact = villages.filter(({ name, by }) => by === 'name' && foldName(name) === folded);
  return exact.length > 0 ? exact : villages;
}

function namesIn(regencies: IndexedRegency[], key: string): NamedVillage[] {
  return distinct(regencies.flatMap((regency) => regency.byName.get(key) ?? []));
}

/** Villages of these regencies that are spelled nearly so, those of the named district first. */
function nearIn(regencies: IndexedRegency[], key: string, district: string): NamedVillage[] {
  const found: { village: NamedVillage; rank: number }[] = [];
  for (const regency of regencies)
    for (const [name, villages] of regency.byName) {
      const longest = Math.max(name.length, key.length);
      // A difference in length alone is already too far: the distance need not be worked out.
      if (Math.abs(name.length - key.length) > nearSpelling * longest) continue;
      const distance = keyDistance(name, key);
      if (distance > nearSpelling) continue;
      for (const village of villages)
        found.push({ village, rank: distance + (village.district === district ? 0 : 1) });
    }
  return distinct(found.toSorted((a, b) => a.rank - b.rank).map(({ village }) => village));
}

/** Within the named regency, or the two that share its name. */
function judgeNamed(regencies: IndexedRegency[], query: PlaceQuery): PlaceMatch {
  const key = villageKey(query.village);
  const district = districtKey(query.district);
  const named = namesIn(regencies, key);
  const here = district === '' ? named : named.filter((village) => village.district === district);
  const [only, second] = preferExact(here, query.village);
  if (regencies.length > 1) {
    const candidates = here.length > 0 ? here : named;
    if (candidates.length > 0) return doubtful('regency_ambiguous', candidates.map(toCandidate()));
  } else if (only && !second) return { kind: 'certain', villageCode: only.code, by: only.by };
  if (here.length > 0) return doubtful('name_found_twice', here.map(toCandidate()));
  const near = nearIn(regencies, key, district);
  if (named.length > 0) {
    const isKnown = regencies.some(({ districts }) => districts.has(district));
    // A near spelling in the named district is as likely as the name in another one.
    const nearHere = near.filter((village) => village.district === district);
    return doubtful(isKnown ? 'other_district' : 'district_unknown', [
      ...named.map(toCandidate('other_district')),
      ...nearHere.map(toCandidate('near_spelling')),
    ]);
  }
  return near.length > 0
    ? doubtful('near_spelling', near.map(toCandidate('near_spelling')))
    : { kind: 'none', reason: 'name_unknown' };
}

/** Without a usable regency nothing is certain: names repeat all over the country. */
function judgeAnywhere(index: PlaceIndex, query: PlaceQuery): PlaceMatch {
  const isMissing = query.regency.trim() === '';
  const district = districtKey(query.district);
  const named = namesIn([...index.regencies.values()], villageKey(query.village));
  const sorted = named.toSorted(
    (a, b) => Number(b.district === district) - Number(a.district === district),
  );
  if (sorted.length === 0)
    return { kind: 'none', reason: isMissing ? 'name_unknown' : 'regency_unknown' };
  return isMissing
    ? doubtful('regency_missing', sorted.map(toCandidate()))
    : doubtful('regency_unknown', sorted.map(toCandidate('other_regency')));
}

/** The village that the row's names mean; null when the row names none. */
export function matchName(index: PlaceIndex, query: PlaceQuery): PlaceMatch | null {
  if (foldName(query.village) === '') return null;
  const regencies = findRegencies(index, query.regency);
  return regencies.length > 0 ? judgeNamed(regencies, query) : judgeAnywhere(index, query);
}
