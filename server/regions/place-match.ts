// Decides which village a row of a table means: certain, doubtful, or none. Pure rules over an index;
// a doubtful row is for a person, and nothing here ever guesses.
import { foldName, keyDistance } from './names.ts';
import { findRegencies, matchName } from './place-by-name.ts';
import { type CodeReading, dotCode, readVillageCode } from './place-code.ts';
import type { NamedVillage, PlaceIndex } from './place-index.ts';
import { districtKey, villageKey } from './place-names.ts';
import {
  type Candidate,
  doubtful,
  type NoneReason,
  type PlaceMatch,
  type PlaceQuery,
} from './place-verdict.ts';

/** Edit distance (0–1) up to which a code and a name speak of one village, when no other has that name. */
const sameName = 0.25;

type CodeHit = { village: NamedVillage; by: 'code' | 'bps' | 'old_code' };

/** Every village that the code can stand for: today's, BPS's, an old one. */
function listHits(index: PlaceIndex, reading: CodeReading): CodeHit[] {
  const hits = (codes: (string | undefined)[], by: CodeHit['by']): CodeHit[] =>
    codes.flatMap((code) => {
      const village = code === undefined ? undefined : index.byCode.get(code);
      return village ? [{ village, by }] : [];
    });
  if (reading.kind !== 'digits' && reading.kind !== 'code' && reading.kind !== 'repaired')
    return [];
  const code = reading.kind === 'digits' ? dotCode(reading.digits) : reading.code;
  const bps = reading.kind === 'digits' ? (index.byBps.get(reading.digits) ?? []) : [];
  const all = [
    ...hits([code], 'code'),
    ...hits(bps, 'bps'),
    ...hits(index.byOldCode.get(code) ?? [], 'old_code'),
  ];
  return all.filter(
    (hit, at) => all.findIndex(({ village }) => village.code === hit.village.code) === at,
  );
}

const figures = (key: string) => key.replace(/\D/g, '');

/** Whether the row's names do not speak against the village: its name, or nearly, and its regency. */
function agrees(index: PlaceIndex, { code, key }: NamedVillage, query: PlaceQuery): boolean {
  const regency = index.regencies.get(code.slice(0, 5));
  if (!regency) return false;
  const named = findRegencies(index, query.regency);
  if (named.length > 0 && !named.includes(regency)) return false;
  const typed = villageKey(query.village);
  const bearers = regency.byName.get(typed) ?? [];
  if (bearers.length > 0) return bearers.some((bearer) => bearer.code === code);
  return figures(typed) === figures(key) && keyDistance(typed, key) <= sameName;
}

/** Whether a row without a village's name still names the right places above. */
function agreesAbove(index: PlaceIndex, village: NamedVillage, query: PlaceQuery): boolean {
  const district = districtKey(query.district);
  return (
    district !== '' &&
    district === village.district &&
    findRegencies(index, query.regency).some(({ code }) => village.code.startsWith(`${code}.`))
  );
}

/** A code without a village's name beside it. */
function judgeBareCode(
  index: PlaceIndex,
  hits: CodeHit[],
  reading: CodeReading,
  query: PlaceQuery,
): PlaceMatch {
  const candidates = hits.map(({ village, by }) => ({ villageCode: village.code, reason: by }));
  const [only, second] = hits;
  if (!only || second) return doubtful('code_has_two_meanings', candidates);
  if (reading.kind === 'repaired') return doubtful('code_repaired', candidates);
  const isUnsure = reading.kind === 'digits' && !agreesAbove(index, only.village, query);
  if (isUnsure) return doubtful('code_numbering_unsure', candidates);
  return { kind: 'certain', villageCode: only.village.code, by: only.by };
}

const reasonOfCode: Record<CodeReading['kind'], NoneReason> = {
  code: 'code_unknown',
  repaired: 'code_unknown',
  digits: 'code_unknown',
  partial: 'code_incomplete',
  lost: 'code_lost',
  unreadable: 'code_unreadable',
  empty: 'nothing_given',
};

/**
 * The village that a row means. A code counts only when the row's own name does not speak against it,
 * because ten digits can be Kemendagri's or BPS's numbering; a code that is unknown or damaged leaves
 * the decision to the names. A name is certain within its regency and district, an alias as much as a
 * name; another spelling never is. Takes well under a millisecond. Never throws.
 */
export function matchPlace(index: PlaceIndex, query: PlaceQuery): PlaceMatch {
  const reading = readVillageCode(query.code);
  const hits = listHits(index, reading);
  const hasName = foldName(query.village) !== '';
  if (hits.length > 0 && !hasName) return judgeBareCode(index, hits, reading, query);
  const agreed = hits.filter(({ village }) => agrees(index, village, query));
  const certain = ({ village, by }: CodeHit): PlaceMatch => {
    return { kind: 'certain', villageCode: village.code, by };
  };
  const [only, second] = agreed;
  if (only && !second) return certain(only);
  const byName = matchName(index, query);
  // An old code stands for every village that was split from it: then the names choose among them.
  const chosen =
    byName?.kind === 'certain'
      ? agreed.find(({ village }) => village.code === byName.villageCode)
      : undefined;
  if (chosen) return certain(chosen);
  if (hits.length === 0) return byName ?? { kind: 'none', reason: reasonOfCode[reading.kind] };
  const named: Candidate[] = [];
  if (byName?.kind === 'certain')
    named.push({ villageCode: byName.villageCode, reason: byName.by });
  if (byName?.kind === 'doubtful') named.push(...byName.candidates);
  const coded = hits.map(({ village, by }) => ({ villageCode: village.code, reason: by }));
  return doubtful(second ? 'code_has_two_meanings' : 'code_and_name_differ', [...coded, ...named]);
}
