// What matching a row of a table to its village can come to. Types, and how candidates are listed.

/** Texts as they stand in the file; '' where the file has no such column. */
export type PlaceQuery = { code: string; regency: string; district: string; village: string };

export type MatchedBy = 'code' | 'bps' | 'old_code' | 'name' | 'alias';

export type CandidateReason = MatchedBy | 'near_spelling' | 'other_district' | 'other_regency';
export type Candidate = { villageCode: string; reason: CandidateReason };

/** Why a person has to decide. */
export type DoubtReason =
  | 'code_and_name_differ'
  | 'code_has_two_meanings'
  | 'code_numbering_unsure'
  | 'code_repaired'
  | 'name_found_twice'
  | 'other_district'
  | 'near_spelling'
  | 'regency_ambiguous'
  | 'district_unknown'
  | 'regency_missing'
  | 'regency_unknown';

/** Why no village is even near. */
export type NoneReason =
  | 'nothing_given'
  | 'code_unknown'
  | 'code_lost'
  | 'code_unreadable'
  | 'code_incomplete'
  | 'regency_unknown'
  | 'name_unknown';

export type PlaceMatch =
  | { kind: 'certain'; villageCode: string; by: MatchedBy }
  | { kind: 'doubtful'; reason: DoubtReason; candidates: Candidate[] }
  | { kind: 'none'; reason: NoneReason };

/** More than so many are no help to the person who decides. */
export const mostCandidates = 8;
/** Edit distance (0–1) up to which another spelling is worth offering. */
export const nearSpelling = 0.34;

/** A doubt with its candidates in their order, each village once, for its best reason. */
export function doubtful(reason: DoubtReason, candidates: Candidate[]): PlaceMatch {
  const firstOf = new Map<string, Candidate>();
  for (const candidate of candidates)
    if (!firstOf.has(candidate.villageCode)) firstOf.set(candidate.villageCode, candidate);
  return { kind: 'doubtful', reason, candidates: [...firstOf.values()].slice(0, mostCandidates) };
}
