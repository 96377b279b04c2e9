// How a report stands and what it says, in the few kinds that a list shows. Pure.
import type { Report, Statement } from '#contract/evidence';
import type { PlaceStatus } from '#contract/status';

export type ReportStanding =
  | 'waiting'
  | 'asked'
  | 'verified'
  | 'rejected'
  | 'duplicate'
  | 'resolved';

/** A submitted report waits for a verdict, or for the answer to a question. */
export function standingOf({ state, askedAt }: Pick<Report, 'state' | 'askedAt'>): ReportStanding {
  if (state !== 'submitted') return state;
  return askedAt === null ? 'waiting' : 'asked';
}

const technologyRank = ['none', '2g', '3g', '4g', '5g'];

/** The status that a report speaks of, by its best statement; nothing said is unknown. */
export function saidStatus(statements: readonly Statement[]): PlaceStatus {
  const rank = ({ technology, strength }: Statement) =>
    2 * technologyRank.indexOf(technology) + (strength === 'weak' ? 0 : 1);
  const [best] = statements.toSorted((a, b) => rank(b) - rank(a));
  if (!best) return 'unknown';
  if (best.technology === 'none')
    return statements.some(({ isOutage }) => isOutage) ? 'outage' : 'blankspot';
  if (best.technology === '2g' || best.technology === '3g') return '2g_only';
  return best.strength === 'weak' ? 'weak' : 'served';
}

/** Whole days from an ISO instant to `now`, never negative. */
export function daysSince(iso: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(iso)) / 86_400_000));
}
