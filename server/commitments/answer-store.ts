// The answers of a declaration window in SQL: one for each place and operator. Who may write them, and
// until when, is decided before.
import type { Db } from '../platform/database.ts';
import type { AnswerFields } from './answer-rules.ts';
import type { WindowAnswer } from './declaration-contract.ts';

/** An answer as it is kept; whether a measurement shows it depends on the day that asks. */
export type StoredAnswer = Omit<WindowAnswer, 'isMeasured'> & { number: number };

const selectAnswers = `
  SELECT x.number, x.operator_id AS operatorId, x.answer, x.by_on AS "on", x.kind,
    x.site_ref AS siteRef, x.reason, x.note, x.answered_at AS answeredAt,
    a.name AS answeredByName, x.commitment_id AS commitmentId
  FROM declaration_answer x LEFT JOIN account a ON a.id = x.answered_by
  WHERE x.window_id = ?`;

/** The answers of a window by place and operator. */
export function listAnswers(db: Db, windowId: string): StoredAnswer[] {
  return db
    .prepare(`${selectAnswers} ORDER BY x.number, x.operator_id`)
    .all(windowId) as StoredAnswer[];
}

/** The answers of one operator, by the number of the place. */
export function readAnswersOf(
  db: Db,
  windowId: string,
  operatorId: string,
): Map<number, StoredAnswer> {
  const rows = db
    .prepare(`${selectAnswers} AND x.operator_id = ?`)
    .all(windowId, operatorId) as StoredAnswer[];
  return new Map(rows.map((row) => [row.number, row]));
}

export type AnswerKey = { windowId: string; number: number; operatorId: string };

/** Writes an answer in the place of the one before. */
export function saveAnswer(
  db: Db,
  { windowId, number, operatorId }: AnswerKey,
  fields: AnswerFields,
  by: { accountId: string; at: Date },
): void {
  db.prepare(
    `INSERT INTO declaration_answer (window_id, number, operator_id, answer, by_on, kind, site_ref,
       reason, note, answered_at, answered_by)
     VALUES (@windowId, @number, @operatorId, @answer, @on, @kind, @siteRef, @reason, @note, @at,
       @accountId)
     ON CONFLICT (window_id, number, operator_id) DO UPDATE SET answer = excluded.answer,
       by_on = excluded.by_on, kind = excluded.kind, site_ref = excluded.site_ref,
       reason = excluded.reason, note = excluded.note, answered_at = excluded.answered_at,
       answered_by = excluded.answered_by`,
  ).run({
    ...{ windowId, number, operatorId },
    ...fields,
    ...{ accountId: by.accountId, at: by.at.toISOString() },
  });
}

export function deleteAnswer(db: Db, { windowId, number, operatorId }: AnswerKey): void {
  db.prepare(
    'DELETE FROM declaration_answer WHERE window_id = ? AND number = ? AND operator_id = ?',
  ).run(windowId, number, operatorId);
}

/** Remembers the commitment that an answer became. */
export function linkCommitment(db: Db, key: AnswerKey, commitmentId: string): void {
  db.prepare(
    `UPDATE declaration_answer SET commitment_id = @commitmentId
     WHERE window_id = @windowId AND number = @number AND operator_id = @operatorId`,
  ).run({ ...key, commitmentId });
}
