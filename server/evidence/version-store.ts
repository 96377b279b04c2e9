// The versions of reports in SQL: what each edit said and by whom. A verdict counts a report's version up
// too, but it says nothing, so it has no row here.
import type { Db } from '../platform/database.ts';
import { ReportInput } from './contract.ts';

/** Who makes a change, and when. */
export type Change = { accountId: string; officeId: number; at: Date };

/** Remembers what a version of a report says. */
export function keepVersion(
  db: Db,
  id: string,
  version: number,
  input: ReportInput,
  by: Change,
): void {
  db.prepare('INSERT INTO report_version VALUES (?, ?, ?, ?, ?)').run(
    id,
    version,
    JSON.stringify(input),
    by.at.toISOString(),
    by.accountId,
  );
}

/** What a report said before `version`; null when it said nothing. */
export function findEarlier(db: Db, id: string, version: number): ReportInput | null {
  const input = db
    .prepare(
      `SELECT input FROM report_version WHERE report_id = ? AND version < ?
       ORDER BY version DESC LIMIT 1`,
    )
    .pluck()
    .get(id, version);
  // Parsed, because a version of earlier days lacks the fields that came later.
  return typeof input === 'string' ? ReportInput.parse(JSON.parse(input)) : null;
}

/** Whether `version` of a report changed what it says, and was no verdict. */
export function isEdit(db: Db, id: string, version: number): boolean {
  const row = db
    .prepare('SELECT 1 FROM report_version WHERE report_id = ? AND version = ?')
    .get(id, version);
  return row !== undefined;
}

/** Whether the account wrote any version of the report. */
export function hasWritten(db: Db, reportId: string, accountId: string): boolean {
  const row = db
    .prepare('SELECT 1 FROM report_version WHERE report_id = ? AND changed_by = ? LIMIT 1')
    .get(reportId, accountId);
  return row !== undefined;
}
