// Which verdict a report may get, what it makes of the report, and which reports may be the same. Pure.
import { distance } from '@turf/turf';
import { poorAccuracyM, type Report, type ReportEvent } from './contract.ts';
import {
  queueFlags,
  type QueueFlag,
  type Verdict,
  type VerdictAction,
} from './verification-contract.ts';

const fromState: Record<Report['state'], readonly VerdictAction[]> = {
  submitted: ['verify', 'reject', 'duplicate', 'ask'],
  verified: ['reopen'],
  rejected: ['reopen'],
  duplicate: ['reopen'],
  resolved: [],
};

/** The verdicts that a report may get now; reopening one that was asked about takes the question back. */
export function listActions(report: Pick<Report, 'state' | 'askedAt'>): readonly VerdictAction[] {
  const actions = fromState[report.state];
  return report.askedAt === null ? actions : [...actions, 'reopen'];
}

/** What a verdict changes of a report, and the step that is remembered. */
export type Outcome = Pick<Report, 'state' | 'askedAt' | 'duplicateOf'> &
  Pick<ReportEvent, 'action' | 'reason'>;

/** What `verdict`, given at the ISO instant `at`, makes of a report. */
export function outcomeOf(verdict: Verdict, at: string): Outcome {
  const settled = { askedAt: null, duplicateOf: null };
  switch (verdict.action) {
    case 'verify':
      return { ...settled, state: 'verified', action: 'verified', reason: '' };
    case 'reject':
      return { ...settled, state: 'rejected', action: 'rejected', reason: verdict.reason };
    case 'duplicate':
      return {
        ...settled,
        duplicateOf: verdict.of,
        state: 'duplicate',
        action: 'duplicate',
        reason: '',
      };
    case 'ask':
      return {
        ...settled,
        askedAt: at,
        state: 'submitted',
        action: 'asked',
        reason: verdict.reason,
      };
    case 'reopen':
      return { ...settled, state: 'submitted', action: 'reopened', reason: verdict.reason };
  }
}

type Repeated = Pick<Report, 'id' | 'villageCode' | 'state' | 'duplicateOf' | 'isSample'>;

/**
 * Why `original` cannot be what `report` repeats, as a code; null when it can. An original is never
 * a duplicate itself, so that nothing points in a circle and evidence is never lost in a chain.
 */
export function refuseOriginal(report: Repeated, original: Repeated | null): string | null {
  if (original === null) return 'duplicate_unknown';
  if (original.id === report.id) return 'duplicate_itself';
  if (original.villageCode !== report.villageCode) return 'duplicate_elsewhere';
  // Samples go away as a whole, and a real report must not go with them.
  if (original.isSample !== report.isSample) return 'duplicate_of_sample';
  if (original.state === 'rejected') return 'duplicate_of_rejected';
  if (original.duplicateOf === report.id) return 'duplicate_circular';
  return original.state === 'duplicate' ? 'duplicate_of_duplicate' : null;
}

/** Two reports farther apart than this, in days or metres, are two observations. */
const sameWithin = { days: 30, metres: 1000 };

type Observed = Repeated &
  Pick<Report, 'observedOn' | 'position' | 'localityId' | 'localityName' | 'statements'>;

function isAtSameSpot(a: Observed, b: Observed): boolean {
  if (a.localityId !== null && a.localityId === b.localityId) return true;
  const isNamed = a.localityName !== '' && b.localityName !== '';
  if (isNamed && a.localityName.localeCompare(b.localityName, 'id', { sensitivity: 'base' }) === 0)
    return true;
  if (a.position === null || b.position === null) return false;
  return distance(a.position, b.position, { units: 'meters' }) <= sameWithin.metres;
}

/**
 * Whether `other` may be the same observation as `report`: one village and spot, a common operator,
 * at most 30 days apart, and nothing that speaks against calling `report` its duplicate.
 */
export function isLikelySame(report: Observed, other: Observed): boolean {
  if (refuseOriginal(report, other) !== null) return false;
  const apartMs = Math.abs(Date.parse(report.observedOn) - Date.parse(other.observedOn));
  if (apartMs > sameWithin.days * 86_400_000) return false;
  const operatorIds = new Set(report.statements.map(({ operatorId }) => operatorId));
  const hasCommon = other.statements.some(({ operatorId }) => operatorIds.has(operatorId));
  return hasCommon && isAtSameSpot(report, other);
}

/** What the flags of a report depend on beside itself. */
export type FlagGround = {
  hasConflict: boolean;
  isLacking: boolean;
  /** Null: it has no position, or its village no boundary. */
  isInsideVillage: boolean | null;
  /** ISO date: what was observed before is stale. */
  freshSince: string;
};

/** What a verifier should know before opening a report. */
export function listFlags(
  report: Pick<Report, 'observedOn' | 'accuracyM'>,
  { hasConflict, isLacking, isInsideVillage, freshSince }: FlagGround,
): QueueFlag[] {
  const holds: Record<QueueFlag, boolean> = {
    conflict: hasConflict,
    lacking: isLacking,
    position_outside_village: isInsideVillage === false,
    accuracy_poor: report.accuracyM !== null && report.accuracyM > poorAccuracyM,
    stale: report.observedOn < freshSince,
  };
  return queueFlags.filter((flag) => holds[flag]);
}
