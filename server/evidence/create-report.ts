// Storing a new report, one or among many: checked, its places settled, on the trail, never twice.
import { recordAudit } from '../audit/store.ts';
import type { Account } from '../auth/contract.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError } from '../platform/problem.ts';
import { checkInput } from './check-input.ts';
import type { ReportInput } from './contract.ts';
import { settlePlaces } from './report-places.ts';
import { saysTheSame } from './rules.ts';
import { findReport, insertReport, isWithdrawn } from './store.ts';
import { findEarlier, type Change } from './version-store.ts';

/**
 * Stores the report in the caller's transaction; false when this very report of this account stands
 * already. Throws what checkInput and settlePlaces refuse, 409 `id_taken`, 410 `report_withdrawn`.
 */
export function createReport(
  db: Db,
  caller: Account,
  { id, input: sent }: { id: string; input: ReportInput },
  by: Change,
): boolean {
  const shownAt = checkInput(db, caller, sent, by.at);
  const input = settlePlaces(db, sent);
  const before = findReport(db, id);
  if (before) {
    // As it was said last: since then somebody may have settled which locality it means.
    const said = findEarlier(db, id, before.version + 1) ?? before;
    const isRetry = [before, said].some((known) => saysTheSame(known, input));
    if (before.authorId === caller.id && isRetry) return false;
    throw new ProblemError(409, 'id_taken');
  }
  if (isWithdrawn(db, id)) throw new ProblemError(410, 'report_withdrawn');
  insertReport(db, { id, input, shownAt, state: 'submitted', isSample: false }, by);
  recordAudit(db, {
    at: by.at,
    accountId: caller.id,
    action: 'report.create',
    subject: `report:${id}`,
    after: input,
  });
  return true;
}
