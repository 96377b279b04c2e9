// Sites that pass to the operator that takes another one over, in SQL. In the caller's transaction; the
// coverage is made again by the next run.
import type { Db } from '../platform/database.ts';

/**
 * The sites of the one are the other's, but where that one has a site of the same id; these stay under
 * the old name and count for the heir all the same. All their footprints are made again.
 */
export function inheritSites(db: Db, fromId: string, heirId: string): void {
  db.prepare(
    `INSERT OR IGNORE INTO cell_pending
     SELECT c.id FROM site s JOIN cell c ON c.site_id = s.id WHERE s.operator_id = ?`,
  ).run(fromId);
  db.prepare('UPDATE OR IGNORE site SET operator_id = ? WHERE operator_id = ?').run(heirId, fromId);
}
