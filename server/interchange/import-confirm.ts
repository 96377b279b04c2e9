// Stores what is certain about a file, everything of it or nothing, or discards it. Settling its doubts
// is import-decide.ts's part.
import { recordAudit } from '../audit/store.ts';
import type { Account } from '../auth/contract.ts';
import { mayReportIn } from '../auth/rules.ts';
import { mayEditSites } from '../coverage/rules.ts';
import { isoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError } from '../platform/problem.ts';
import { markStatusesOutdated } from '../status/derive.ts';
import type { StatusFeed } from '../status/feed.ts';
import { headerKey } from './columns.ts';
import { deleteImportFile } from './import-file-store.ts';
import type { RowCells } from './import-kind.ts';
import * as rowStore from './import-row-store.ts';
import * as store from './import-store.ts';
import { sheetOf } from './import-view.ts';
import { toRowCells } from './judge-row.ts';
import { kinds } from './kinds/all.ts';
import { listMissing } from './read-context.ts';

/** Deriving more villages than so many would keep everyone waiting for seconds: a worker does it. */
const derivedAtOnce = 5000;

export type ConfirmDeps = {
  db: Db;
  clock: Clock;
  feed: StatusFeed;
  /** Derives every status again, off the request; `today` is an ISO date. */
  refreshLater: (today: string) => void;
  /** Makes again what is covered, off the request. */
  coverage: { start(): void };
};
type StoredImport = store.StoredImport;

export function createConfirm({ db, clock, feed, refreshLater, coverage }: ConfirmDeps) {
  /** The rights of the one who confirms, which may be others than when the rows were read. */
  function checkRights(
    caller: Account,
    stored: StoredImport,
    rows: readonly rowStore.CertainRow[],
  ) {
    const { operatorOf } = kinds[stored.kind];
    if (operatorOf && rows.some(({ draft }) => !mayEditSites(caller, operatorOf(draft))))
      throw new ProblemError(403, 'foreign_operator');
    const isOutside = (code: string | null) => code !== null && !mayReportIn(caller, code);
    if (rows.some(({ villageCode }) => isOutside(villageCode)))
      throw new ProblemError(403, 'outside_your_regency');
  }

  function listLeftOutCells(stored: StoredImport): RowCells[] {
    const header = stored.sheets[stored.sheet]?.header ?? [];
    const rows = rowStore.listLeftOut(db, sheetOf(stored));
    return rows.map((row) => toRowCells(header, stored.mapping, row));
  }

  /** Refuses while something must be said or settled first. */
  function checkReady(stored: StoredImport, skipDoubtful: boolean) {
    const counts = rowStore.countParts(db, sheetOf(stored));
    const missing = listMissing(kinds[stored.kind], stored.mapping, stored);
    if (missing.length > 0)
      throw new ProblemError(409, 'import_not_ready', {
        errors: missing.map((field) => ({ field, code: 'required' })),
      });
    if (counts.doubtful > 0 && !skipDoubtful)
      throw new ProblemError(409, 'import_has_doubts', { more: { doubtful: counts.doubtful } });
    if (counts.certain === 0) throw new ProblemError(409, 'import_nothing_to_store');
    return counts;
  }

  /** Stores what is certain in one transaction; wrong and skipped rows are left out and kept for repair. */
  function confirm(caller: Account, id: string, seenVersion: number, skipDoubtful: boolean): void {
    const at = clock();
    let isDerivedLater = false;
    let changesCoverage = false;
    feed.change(() => {
      const stored = store.findImport(db, id);
      if (stored?.state !== 'preview') throw new ProblemError(409, 'import_closed');
      if (stored.version !== seenVersion) throw new ProblemError(412, 'changed_meanwhile');
      const counts = checkReady(stored, skipDoubtful);
      const rows = rowStore.listCertain(db, sheetOf(stored));
      checkRights(caller, stored, rows);
      const { inserted, changed, unchanged, ...touched } = kinds[stored.kind].store(db, rows, {
        ...{ caller, at, importId: id },
        ...{ datedOn: stored.datedOn, operatorId: stored.operatorId },
        leftOut: () => listLeftOutCells(stored),
      });
      changesCoverage = touched.changesCoverage ?? false;
      const outcome = {
        ...{ inserted, changed },
        unchanged: unchanged + counts.same,
        skipped: counts.skipped + counts.doubtful,
        wrong: counts.wrong,
      };
      // A complete filing speaks of every village outside of its polygons, too.
      const isOfEveryVillage = stored.kind === 'coverage' && stored.isComplete;
      isDerivedLater = isOfEveryVillage || new Set(touched.villages).size > derivedAtOnce;
      if (isDerivedLater) markStatusesOutdated(db);
      store.linkReports(db, id, touched.reportIds);
      const header = headerKey(stored.sheets[stored.sheet]?.header ?? []);
      const { operatorId, mapping } = stored;
      store.keepMapping(db, { kind: stored.kind, operatorId, header }, mapping, at);
      store.setStored(db, id, outcome, {
        accountId: caller.id,
        officeId: caller.office.id,
        at,
      });
      rowStore.keepLeftOut(db, sheetOf(stored));
      const { kind, fileName, sha256, source, isComplete, regencyCode } = stored;
      recordAudit(db, {
        at,
        accountId: caller.id,
        action: 'import.store',
        subject: `import:${id}`,
        after: {
          ...{ kind, fileName, sha256, source, outcome },
          ...(operatorId !== null && { operatorId }),
          ...(isComplete && { isComplete, regencyCode }),
        },
      });
      const [reportId] = touched.reportIds.slice(-1);
      const [villageCode] = touched.villages.slice(-1);
      return {
        villages: isDerivedLater ? [] : touched.villages,
        hasNewPlaces: touched.hasNewPlaces,
        // One report tells the browsers that there are new ones.
        ...(reportId !== undefined &&
          villageCode !== undefined && {
            report: { reportId, villageCode, reportVersion: 1, byName: caller.name },
          }),
      };
    });
    if (changesCoverage) coverage.start();
    if (isDerivedLater) refreshLater(isoDay(at));
  }

  function discard(caller: Account, stored: StoredImport): void {
    db.transaction(() => {
      store.setDiscarded(db, stored.id);
      rowStore.deleteRows(db, stored.id);
      deleteImportFile(db, stored.id);
      recordAudit(db, {
        at: clock(),
        accountId: caller.id,
        action: 'import.discard',
        subject: `import:${stored.id}`,
      });
    })();
  }

  return { confirm, discard };
}
