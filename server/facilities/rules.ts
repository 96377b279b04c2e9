// Which connection of a facility counts, and how facilities are counted by it. Pure.
import {
  facilityKinds,
  type CountedConnection,
  type FacilityConnection,
  type FacilityKind,
  type KindCount,
  type ReportedConnection,
} from './contract.ts';

/** What the owner's list says; `on` is null while that is nothing. */
export type Recorded = { connection: FacilityConnection; on: string | null };

/** What one report says. Days are ISO dates, `recordedAt` an ISO time. */
export type Told = {
  reportId: string;
  connection: FacilityConnection;
  on: string;
  recordedAt: string;
  verified: boolean;
};

/** The newest observation; of two of the same day, the one recorded last. */
function newest(told: readonly Told[]): Told | null {
  return told.reduce<Told | null>((best, one) => {
    if (best === null || one.on > best.on) return one;
    return one.on === best.on && one.recordedAt > best.recordedAt ? one : best;
  }, null);
}

/**
 * The connection that counts, and the newest unverified report that says something newer. A verified
 * report of the same day goes before the list: somebody has been there.
 */
export function judgeConnection(
  recorded: Recorded,
  told: readonly Told[],
): { counted: CountedConnection; reported: ReportedConnection | null } {
  const verified = newest(told.filter((one) => one.verified));
  const isListNewer = recorded.on !== null && (verified === null || recorded.on > verified.on);
  let counted: CountedConnection = {
    connection: 'unknown',
    on: null,
    basis: null,
    reportId: null,
  };
  if (isListNewer)
    counted = {
      connection: recorded.connection,
      on: recorded.on,
      basis: 'recorded',
      reportId: null,
    };
  else if (verified) {
    const { connection, on, reportId } = verified;
    counted = { connection, on, basis: 'report', reportId };
  }
  const waiting = newest(told.filter((one) => !one.verified));
  const isNews = waiting !== null && (counted.on === null || waiting.on >= counted.on);
  const { connection, on, reportId } = waiting ?? { connection: 'unknown', on: '', reportId: '' };
  return { counted, reported: isNews ? { connection, on, reportId } : null };
}

export type Connectedness = 'connected' | 'notConnected' | 'unknown';

/** Unknown is not "not connected". */
export function connectednessOf(connection: FacilityConnection): Connectedness {
  if (connection === 'unknown') return 'unknown';
  return connection === 'none' ? 'notConnected' : 'connected';
}

/** Counts by kind, in the order of the kinds; kinds of which there are none are left out. */
export function countByKind(
  facilities: readonly { kind: FacilityKind; connection: FacilityConnection; count: number }[],
): KindCount[] {
  return facilityKinds.flatMap((kind) => {
    const sum = { kind, total: 0, connected: 0, notConnected: 0, unknown: 0 };
    for (const { connection, count } of facilities.filter((one) => one.kind === kind)) {
      sum.total += count;
      sum[connectednessOf(connection)] += count;
    }
    return sum.total > 0 ? [sum] : [];
  });
}
