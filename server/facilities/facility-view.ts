// Facilities as an account sees them: with the connection that counts, and what was said about it.
import type { Account } from '../auth/contract.ts';
import { mayReportIn } from '../auth/rules.ts';
import type { Db } from '../platform/database.ts';
import type { ConnectionLine, Facility } from './contract.ts';
import { judgeConnection } from './rules.ts';
import { listTellers, type StoredFacility } from './store.ts';

function judge({ connection, connectionOn, told }: StoredFacility) {
  return judgeConnection({ connection, on: connectionOn }, told);
}

export function presentFacility(account: Account, stored: StoredFacility): Facility {
  const { told: _told, updatedBy: _by, ...facility } = stored;
  return { ...facility, ...judge(stored), mayEdit: mayReportIn(account, facility.villageCode) };
}

/** Everything that was said about its connection, newest first. */
export function listHistory(db: Db, stored: StoredFacility): ConnectionLine[] {
  const { counted } = judge(stored);
  const tellers = listTellers(db, stored.id);
  const reports = stored.told.map(({ reportId, connection, on, verified }): ConnectionLine => ({
    ...{ connection, on, reportId, verified },
    basis: 'report',
    ...(tellers.get(reportId) ?? { sourceName: '', officeName: '' }),
    counts: counted.reportId === reportId,
  }));
  const recorded: ConnectionLine[] =
    stored.connectionOn === null
      ? []
      : [
          {
            connection: stored.connection,
            on: stored.connectionOn,
            basis: 'recorded',
            reportId: null,
            verified: true,
            sourceName: stored.source,
            officeName: '',
            counts: counted.basis === 'recorded',
          },
        ];
  return [...recorded, ...reports].toSorted((a, b) => b.on.localeCompare(a.on));
}
