// The operators' offices that commitments belong to. SQL only.
import type { Db } from '../platform/database.ts';

/** The office of an operator, the first where it has several; null: it has none here. */
export function findOfficeOf(db: Db, operatorId: string): number | null {
  const id = db.prepare('SELECT min(id) FROM office WHERE operator_id = ?').pluck().get(operatorId);
  return typeof id === 'number' ? id : null;
}
