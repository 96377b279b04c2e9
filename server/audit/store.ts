// The trail of who changed what; every room writes its rows in the transaction of the change.
import type { Db } from '../platform/database.ts';

export type AuditEntry = {
  at: Date;
  /** Null: the system itself, such as the first start. */
  accountId: string | null;
  /** What was done, `room.verb`: `report.create`, `account.disable`. */
  action: string;
  /** What it was done to, `kind:id`. */
  subject: string;
  /** The state before and after, as far as they say something; never with a password. */
  before?: unknown;
  after?: unknown;
};

/** Adds one row to the trail. */
export function recordAudit(db: Db, entry: AuditEntry): void {
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  db.prepare(
    'INSERT INTO audit (at, account_id, action, subject, before, after) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(
    entry.at.toISOString(),
    entry.accountId,
    entry.action,
    entry.subject,
    json(entry.before),
    json(entry.after),
  );
}
