// Applies a liaison's workbook: tries every changed row through the same actions as the app, gathers what
// it would change and what is refused, and keeps all of it or nothing.
import type { Table } from '../interchange/table.ts';
import type { Db } from '../platform/database.ts';
import { isoDay } from '../platform/clock.ts';
import { recordAudit } from '../audit/store.ts';
import type { Doer } from './actions.ts';
import { attempt } from './refusal-trail.ts';
import { applyAnswers } from './work-table-answers.ts';
import { applySteps } from './work-table-steps.ts';
import type { WorkTable } from './work-contract.ts';
import { findAnswerRows, findStepRows } from './work-sheet-rows.ts';
import { shortened, type Tally } from './work-tally.ts';

/** More errors than anybody mends in one go; the others come with the next try. */
const errorsTold = 500;

/** Takes back what was tried; carries what it came to. */
class Untried extends Error {
  readonly outcome: WorkTable;
  constructor(outcome: WorkTable) {
    super('untried');
    this.outcome = outcome;
  }
}

function run(db: Db, tables: readonly Table[], operatorId: string, doer: Doer): WorkTable {
  const tally: Tally = { changes: [], unchanged: 0, errors: [] };
  applyAnswers(db, findAnswerRows(tables), operatorId, doer, tally);
  applySteps(db, findStepRows(tables), doer, tally);
  const errors = tally.errors.slice(0, errorsTold).map(shortened);
  return { ...tally, errors, isStored: true };
}

/** A hand that reached for another operator's rows, or a file that was to be stored and could not. */
function recordRefusal(db: Db, outcome: WorkTable, operatorId: string, doer: Doer): void {
  recordAudit(db, {
    at: doer.at,
    accountId: doer.caller.id,
    action: 'work.table.refused',
    subject: `operator:${operatorId}`,
    after: { errors: outcome.errors.slice(0, 20), count: outcome.errors.length },
  });
}

/**
 * What the sheets change in the name of `operatorId`. With `stores` they are stored, when nothing is
 * refused: all or nothing. Rows as they were downloaded change nothing. The caller tells the browsers.
 */
export function applyWorkTable(
  db: Db,
  tables: readonly Table[],
  operatorId: string,
  doer: Doer,
  stores: boolean,
): WorkTable {
  const subject = `operator:${operatorId}`;
  try {
    return attempt(db, { ...doer, action: 'work.table', subject }, () => {
      const outcome = run(db, tables, operatorId, doer);
      if (!stores || outcome.errors.length > 0) throw new Untried(outcome);
      if (outcome.changes.length > 0)
        recordAudit(db, {
          at: doer.at,
          accountId: doer.caller.id,
          action: 'work.table',
          subject,
          after: { changes: outcome.changes.length, on: isoDay(doer.at) },
        });
      return outcome;
    });
  } catch (error) {
    if (!(error instanceof Untried)) throw error;
    const { outcome } = error;
    const reachedOut = outcome.errors.some(({ code }) => code === 'foreign_operator');
    if (reachedOut || (stores && outcome.errors.length > 0))
      recordRefusal(db, outcome, operatorId, doer);
    return { ...outcome, isStored: false };
  }
}
