// From evidence to status, per operator and per place, and why (domain, sections 3 and 4). Pure.
import type { Strength, Technology } from '#contract/evidence';
import type { EvidenceLine, OperatorStatus, PlaceStatus } from './contract.ts';

/** One dated statement of one source about one place and one operator. */
export type Evidence = {
  reportId: string;
  operatorId: string;
  technology: Technology;
  strength: Strength | null;
  /** ISO date. */
  observedOn: string;
  /** ISO instant at which it was stored; decides between two of the same day. */
  recordedAt: string;
  verified: boolean;
  isSample: boolean;
};

/** Evidence older than this asks to be measured again (default of the domain, section 3). */
export const evidenceAgeMonths = 12;

/** What one statement says of the operator: `served` is 4G or better, at least strong in PODES's words. */
export function statusOfStatement(
  technology: Technology,
  strength: Strength | null,
): OperatorStatus {
  if (technology === 'none') return 'blankspot';
  if (technology === '2g' || technology === '3g') return '2g_only';
  return strength === 'weak' ? 'weak' : 'served';
}

/** The first day on which evidence of `asOf` counts as fresh, as an ISO date. */
export function freshSince(asOf: string): string {
  const day = new Date(`${asOf}T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() - evidenceAgeMonths);
  return day.toISOString().slice(0, 10);
}

/** Strongest first, then newest first: a verified report before an unverified one, whatever its age. */
function byStrengthThenAge(a: Evidence, b: Evidence): number {
  if (a.verified !== b.verified) return a.verified ? -1 : 1;
  if (a.observedOn !== b.observedOn) return a.observedOn < b.observedOn ? 1 : -1;
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? 1 : -1;
  return a.reportId < b.reportId ? 1 : -1;
}

export type Judged = Evidence & { part: EvidenceLine['part'] };

export type OperatorVerdict = {
  operatorId: string;
  status: OperatorStatus;
  /** False when only unverified reports say so. */
  confirmed: boolean;
  /** The evidence that made the status; null while unknown. */
  made: Evidence | null;
  /** All evidence, strongest and newest first, with the part each piece plays. */
  why: Judged[];
};

/** The status of one operator in one place: its newest strongest evidence wins. */
export function judgeOperator(operatorId: string, evidence: readonly Evidence[]): OperatorVerdict {
  const ranked = evidence.filter((e) => e.operatorId === operatorId).toSorted(byStrengthThenAge);
  const made = ranked[0] ?? null;
  if (!made) return { operatorId, status: 'unknown', confirmed: false, made, why: [] };
  const status = statusOfStatement(made.technology, made.strength);
  const why = ranked.map((e): Judged => {
    if (e === made) return { ...e, part: 'made' };
    const isWeaker = made.verified && !e.verified;
    const agrees = statusOfStatement(e.technology, e.strength) === status;
    return { ...e, part: isWeaker && !agrees ? 'conflict' : 'beaten' };
  });
  return { operatorId, status, confirmed: made.verified, made, why };
}

/** Best first. */
const ranking: readonly OperatorStatus[] = ['served', 'weak', '2g_only', 'outage', 'blankspot'];

/**
 * The status of a place over all operators that serve the province: the best one's; `blankspot`
 * only when every one is known to have nothing, else `incomplete`; `unknown` when nothing is known.
 */
export function combineOperators(statuses: readonly OperatorStatus[]): PlaceStatus {
  const best = ranking.find((status) => statuses.includes(status));
  if (!best) return 'unknown';
  if (best === 'blankspot' && statuses.includes('unknown')) return 'incomplete';
  return best;
}

export type PlaceVerdict = {
  status: PlaceStatus;
  /** False when only unverified reports say so: shown, never counted. */
  confirmed: boolean;
  isSample: boolean;
  /** The newest day of the evidence it rests on; null while unknown. */
  observedOn: string | null;
  operators: OperatorVerdict[];
};

function newestDay(verdicts: readonly OperatorVerdict[]): string | null {
  return verdicts.reduce<string | null>((newest, { made }) => {
    if (!made) return newest;
    return newest === null || made.observedOn > newest ? made.observedOn : newest;
  }, null);
}

/**
 * The status of a place. Verified evidence decides; only where there is none do unverified reports
 * give a status, which is marked unconfirmed. Samples fall silent as soon as there is real evidence.
 */
export function judgePlace(
  evidence: readonly Evidence[],
  operatorIds: readonly string[],
): PlaceVerdict {
  const real = evidence.filter((e) => !e.isSample);
  const used = real.length > 0 ? real : evidence;
  const operators = operatorIds.map((id) => judgeOperator(id, used));
  const counted = operators.filter((verdict) => verdict.confirmed);
  const confirmed = counted.length > 0;
  const status = combineOperators(
    operators.map((verdict) => (verdict.confirmed === confirmed ? verdict.status : 'unknown')),
  );
  return {
    status,
    confirmed,
    isSample: used.length > 0 && real.length === 0,
    observedOn: newestDay(confirmed ? counted : operators),
    operators,
  };
}
