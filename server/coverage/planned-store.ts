// What a filing takes away of sites and their cells, in SQL, in the caller's transaction: only what is
// planned. What it adds is site-store.ts's part.
import type { Db } from '../platform/database.ts';

/** Prepares calling an operator's site otherwise; nothing happens where there is none, or one so called. */
export function prepareRenameSite(
  db: Db,
  operatorId: string,
  by: { accountId: string; at: Date },
): (ref: string, newRef: string) => void {
  const rename = db.prepare(
    `UPDATE OR IGNORE site SET ref = @newRef, updated_at = @at, updated_by = @accountId,
       version = version + 1
     WHERE operator_id = @operatorId AND ref = @ref`,
  );
  const said = { operatorId, at: by.at.toISOString(), accountId: by.accountId };
  return (ref, newRef) => {
    if (ref !== newRef) rename.run({ ...said, ref, newRef });
  };
}

/**
 * Prepares taking away the planned cells of a site by their names, and the site where nothing is left of
 * it. What was built or is on air stands, whatever a plan says.
 */
export function prepareDropPlanned(
  db: Db,
  operatorId: string,
): (siteRef: string, cellRefs: readonly string[]) => void {
  const find = db.prepare('SELECT id FROM site WHERE operator_id = ? AND ref = ?').pluck();
  const planned = `site_id = @siteId AND state = 'planned'
    AND ref IN (SELECT value FROM json_each(@refs))`;
  const mark = db.prepare(
    `INSERT OR IGNORE INTO cell_pending SELECT id FROM cell WHERE ${planned}`,
  );
  const drop = db.prepare(`DELETE FROM cell WHERE ${planned}`);
  const touch = db.prepare('UPDATE site SET version = version + 1 WHERE id = ?');
  const dropEmpty = db.prepare(
    'DELETE FROM site WHERE id = ? AND NOT EXISTS (SELECT 1 FROM cell WHERE site_id = site.id)',
  );
  return (siteRef, cellRefs) => {
    const siteId = find.get(operatorId, siteRef);
    if (siteId === undefined || cellRefs.length === 0) return;
    const which = { siteId, refs: JSON.stringify(cellRefs) };
    mark.run(which);
    if (drop.run(which).changes === 0) return;
    if (dropEmpty.run(siteId).changes === 0) touch.run(siteId);
  };
}
