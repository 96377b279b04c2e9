// Reports as an account sees them: with what it may do, and how far they are from a point.
import { distance } from '@turf/turf';
import type { Account } from '../auth/contract.ts';
import { mayReportIn } from '../auth/rules.ts';
import type { Db } from '../platform/database.ts';
import type { NearbyReport, Report } from './contract.ts';
import { listReportsWithin, type StoredReport } from './store.ts';

/** Whether `account` may change a report, and with it its photos. */
export function mayEdit(account: Account, report: StoredReport): boolean {
  return (
    mayReportIn(account, report.villageCode) && (report.state === 'submitted' || report.isSample)
  );
}

export function presentReport(account: Account, stored: StoredReport): Report {
  const { authorId: _author, updatedBy: _by, shownAt: _shown, ...report } = stored;
  return { ...report, mayEdit: mayEdit(account, stored) };
}

type Position = readonly [lng: number, lat: number];

/** The report with its metres, rounded, from a point. */
export function withDistance(
  account: Account,
  stored: StoredReport,
  [lng, lat]: Position,
): NearbyReport {
  const distanceM = Math.round(distance([lng, lat], stored.shownAt, { units: 'meters' }));
  return { ...presentReport(account, stored), distanceM };
}

/** The reports within `radiusM` of a point, nearest first; at most 50. */
export function listNearby(
  db: Db,
  account: Account,
  position: Position,
  radiusM: number,
): NearbyReport[] {
  const [lng, lat] = position;
  const latSpan = radiusM / 110_500;
  const lngSpan = latSpan / Math.cos((lat * Math.PI) / 180);
  return listReportsWithin(db, [lng - lngSpan, lat - latSpan, lng + lngSpan, lat + latSpan])
    .map((report) => withDistance(account, report, position))
    .filter((report) => report.distanceM <= radiusM)
    .toSorted((a, b) => a.distanceM - b.distanceM)
    .slice(0, 50);
}
