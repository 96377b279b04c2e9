// Reminders of declarations in SQL: to whom they may go, and which went out already.
import type { Db } from '../platform/database.ts';
import type { Recipient, Reminder } from './reminder-rules.ts';

/** Liaisons who can sign in, with the operator of their office. */
export function listLiaisons(db: Db): (Recipient & { operatorId: string })[] {
  return db
    .prepare(
      `SELECT a.id AS accountId, a.name, a.email, f.operator_id AS operatorId
       FROM account a JOIN office f ON f.id = a.office_id
       WHERE a.role = 'liaison' AND a.disabled_at IS NULL AND f.operator_id IS NOT NULL
       ORDER BY a.email`,
    )
    .all() as (Recipient & { operatorId: string })[];
}

/** Tells of an occasion whether it was sent; prepared once for many. */
export function prepareWasSent(
  db: Db,
): (windowId: string, accountId: string, occasion: string) => boolean {
  const find = db.prepare(
    `SELECT 1 FROM declaration_reminder
     WHERE window_id = ? AND account_id = ? AND occasion = ?`,
  );
  return (...key) => find.get(...key) !== undefined;
}

/** Remembers that a reminder went out, with every occasion that it settles. */
export function noteSent(db: Db, { recipient, window, occasions }: Reminder, at: Date): void {
  const insert = db.prepare(
    'INSERT INTO declaration_reminder VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  for (const occasion of occasions)
    insert.run(window.id, recipient.accountId, occasion, at.toISOString());
}
