// What one statement says, and how the statements about one operator in one unit (a village or a
// locality) become its status, with the part each plays (domain, sections 3 and 4). Pure.
import type { Availability, Strength, Technology } from '#contract/evidence';
import type {
  EvidenceKind,
  EvidenceLine,
  Lacking,
  ModelledExtent,
  StatusSettings,
  UnitStatus,
} from './contract.ts';

/** One dated statement of one source about one place and one operator. */
export type Evidence = {
  /** The report's id, `statistics:<source>`, `filing:` or `computed:<operator>`; with the operator it names the statement. */
  id: string;
  kind: EvidenceKind;
  /** Null: a source that speaks of mobile signal without naming an operator. */
  operatorId: string | null;
  /** Null: about the village as a whole. */
  localityId: string | null;
  technology: Technology;
  strength: Strength | null;
  isOutage: boolean;
  rsrpDbm: number | null;
  availability: Availability | null;
  /** ISO date. */
  observedOn: string;
  /** ISO instant at which it was stored; decides between two of the same day. */
  recordedAt: string;
  /** False for a report nobody has verified: shown, never counted. */
  verified: boolean;
  isSample: boolean;
  /** Who said it: two reports of one person on one day are one; '' for models. */
  authorId: string;
  /** Of filings and computed footprints: how far they reach in the village. */
  modelled: ModelledExtent | null;
};

/** What holds until the admin says otherwise; only RSRP and age come from the domain's defaults. */
export const defaultSettings: StatusSettings = {
  evidenceAgeMonths: 12,
  rsrpGoodDbm: -95,
  rsrpFairDbm: -105,
  rsrpWeakDbm: -115,
  minimum: {
    served: { reports: 1, measurements: 1 },
    weak: { reports: 1, measurements: 1 },
    '2g_only': { reports: 1, measurements: 1 },
    blankspot: { reports: 2, measurements: 1 },
    outage: { reports: 1, measurements: 1 },
  },
};

type Said = Pick<Evidence, 'technology' | 'strength' | 'isOutage' | 'rsrpDbm' | 'availability'>;
export type KnownStatus = Exclude<UnitStatus, 'unknown'>;

/**
 * What one statement says of the operator: `served` is 4G or better, fair or stronger, at all
 * times of the day. A measured RSRP decides over the word for the strength.
 */
export function statusOfStatement(said: Said, settings: StatusSettings): KnownStatus {
  const { technology, strength, isOutage, rsrpDbm, availability } = said;
  if (technology === 'none') return isOutage ? 'outage' : 'blankspot';
  if (technology === '2g' || technology === '3g') return '2g_only';
  if (rsrpDbm !== null && rsrpDbm < settings.rsrpWeakDbm) return 'blankspot';
  const isAlwaysThere = availability === null || availability === 'all_day';
  const isFair = rsrpDbm === null ? strength !== 'weak' : rsrpDbm >= settings.rsrpFairDbm;
  return isFair && isAlwaysThere ? 'served' : 'weak';
}

/** The ISO date `months` before `day`; the last of a shorter month for a day it does not have. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  const shifted = new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastOfMonth)));
  return shifted.toISOString().slice(0, 10);
}

/** 1 is the strongest (domain, section 3). */
const ranks: Record<EvidenceKind, number> = {
  joint_measurement: 1,
  measurement: 2,
  report: 2,
  filing: 3,
  statistics: 4,
  computed: 5,
};
const unverifiedRank = 6;

/** A joint measurement stands above newer reports only until it is out of date beside them. */
function rankOf(evidence: Evidence, outdatedBefore: string): number {
  if (!evidence.verified) return unverifiedRank;
  const isOutdated = evidence.observedOn < outdatedBefore;
  return evidence.kind === 'joint_measurement' && isOutdated ? ranks.report : ranks[evidence.kind];
}

function isFromTheField(evidence: Evidence): boolean {
  return evidence.verified && ranks[evidence.kind] <= ranks.report;
}

/** What a model says; nobody has been there. */
export function isModelled({ kind }: Pick<Evidence, 'kind'>): boolean {
  return kind === 'filing' || kind === 'computed';
}

/** Somebody speaks of the very locality; a model that is asked there is no more precise than elsewhere. */
function isOfTheLocality(evidence: Evidence): boolean {
  return evidence.localityId !== null && !isModelled(evidence);
}

/** The newest day of the list, '' when it is empty. */
function newestDay(evidence: readonly Evidence[]): string {
  return evidence.reduce(
    (newest, { observedOn }) => (observedOn > newest ? observedOn : newest),
    '',
  );
}

/** ISO dates and ids by their characters; localeCompare costs many times as much. */
function descending(a: string, b: string): number {
  return Number(a < b) - Number(a > b);
}

/**
 * The winner first: what counts before what does not, what speaks of the very locality before what
 * speaks of its village, the stronger kind before the weaker, the newer before the older.
 */
function ranked(evidence: readonly Evidence[], settings: StatusSettings): Evidence[] {
  const outdatedBefore = evidence.some((e) => e.kind === 'joint_measurement')
    ? monthsBefore(newestDay(evidence.filter(isFromTheField)), settings.evidenceAgeMonths)
    : '';
  const compare = (a: Evidence, b: Evidence) =>
    Number(b.verified) - Number(a.verified) ||
    Number(isOfTheLocality(b)) - Number(isOfTheLocality(a)) ||
    rankOf(a, outdatedBefore) - rankOf(b, outdatedBefore) ||
    descending(a.observedOn, b.observedOn) ||
    descending(a.recordedAt, b.recordedAt) ||
    descending(a.id, b.id);
  return evidence.toSorted(compare);
}

/** What `status` still needs before reports and measurements are enough for it; null: nothing. */
function findLacking(
  status: KnownStatus,
  evidence: readonly Evidence[],
  settings: StatusSettings,
): Lacking | null {
  const needed = settings.minimum[status];
  const saying = evidence.filter(
    (e) => isFromTheField(e) && statusOfStatement(e, settings) === status,
  );
  const measurements = saying.filter((e) => e.kind !== 'report').length;
  const reports = new Set(saying.map((e) => `${e.authorId} ${e.observedOn}`)).size;
  if (reports >= needed.reports || measurements >= needed.measurements) return null;
  return {
    status,
    reports: needed.reports - reports,
    measurements: needed.measurements - measurements,
  };
}

export type Judged = Evidence & { part: EvidenceLine['part'] };

export type OperatorVerdict = {
  operatorId: string;
  status: UnitStatus;
  /** False when it rests on what does not count: unverified reports, or too few of them. */
  confirmed: boolean;
  /** The evidence that made the status; null while unknown. */
  made: Evidence | null;
  /** What the newest strongest evidence that does not count yet would need; null: nothing. */
  lacking: Lacking | null;
  /** All evidence, strongest and newest first, with the part each piece plays. */
  why: Judged[];
};

/**
 * The status of one operator in one unit: the newest strongest evidence wins. A verified report
 * whose status asks for more evidence than there is waits, and the next one decides meanwhile.
 */
export function judgeOperator(
  operatorId: string,
  evidence: readonly Evidence[],
  settings: StatusSettings,
): OperatorVerdict {
  const order = ranked(evidence, settings);
  const first = order[0];
  if (!first)
    return { operatorId, status: 'unknown', confirmed: false, made: null, lacking: null, why: [] };
  const statusOf = (e: Evidence) => statusOfStatement(e, settings);
  const lackingOf = (e: Evidence) =>
    isFromTheField(e) ? findLacking(statusOf(e), order, settings) : null;
  const counted = order.find((e) => e.verified && lackingOf(e) === null);
  const made = counted ?? first;
  const status = statusOf(made);
  const madeAt = order.indexOf(made);
  const why = order.map((e, index): Judged => {
    if (index === madeAt) return { ...e, part: 'made' };
    if (index < madeAt) return { ...e, part: 'waiting' };
    const isWeaker = rankOf(e, '') > rankOf(made, '');
    return { ...e, part: isWeaker && statusOf(e) !== status ? 'conflict' : 'beaten' };
  });
  return {
    operatorId,
    status,
    confirmed: counted !== undefined,
    made,
    lacking: first.verified ? lackingOf(first) : null,
    why,
  };
}
