// The one way evidence changes: write, derive the statuses again, and tell every open browser.
import { isoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { Hub } from '../platform/live.ts';
import type { LiveEvent } from './contract.ts';
import { refreshStatuses } from './derive.ts';
import { statusVersion } from './store.ts';

type ReportTold = Omit<Extract<LiveEvent, { type: 'report' }>, 'type'>;

/**
 * Which villages a write touched, the report to tell of (of many: one a village), and whether the
 * localities, facilities or people of those villages are other ones now; null: nothing was written.
 */
export type Written = {
  villages: readonly string[];
  report?: ReportTold;
  reports?: readonly ReportTold[];
  hasNewPlaces?: boolean;
} | null;

export type StatusFeed = {
  /**
   * Runs `write` in a transaction together with the derivation of the touched statuses; tells the
   * browsers only after it is committed. What `write` throws undoes everything.
   */
  change(write: () => Written): Written;
};

/** Beyond this many changes the browsers fetch the whole list instead. */
export const changesToldAtOnce = 200;

/**
 * `follow` holds other rooms against the evidence of the touched villages, in the same transaction; it
 * gives back what is to be told once that is committed, or null.
 */
export function createStatusFeed(
  db: Db,
  clock: Clock,
  hub: Hub<LiveEvent>,
  follow: (villages: readonly string[]) => LiveEvent | null,
): StatusFeed {
  return {
    change(write) {
      // Worker threads write too: a transaction that has only read yet would be refused, not kept waiting.
      const { written, changes, followed } = db
        .transaction(() => {
          const result = write();
          const villages = [...new Set(result?.villages ?? [])];
          const changed = refreshStatuses(db, villages, isoDay(clock()));
          return { written: result, changes: changed, followed: follow(villages) };
        })
        .immediate();
      const version = statusVersion(db);
      if (changes.length > changesToldAtOnce) hub.publish({ type: 'reload', version });
      else if (changes.length > 0) hub.publish({ type: 'status', version, changes });
      if (followed) hub.publish(followed);
      if (written?.report) hub.publish({ type: 'report', ...written.report });
      for (const told of written?.reports ?? []) hub.publish({ type: 'report', ...told });
      if (written?.hasNewPlaces)
        hub.publish({ type: 'places', villageCodes: [...new Set(written.villages)].slice(0, 200) });
      return written;
    },
  };
}
