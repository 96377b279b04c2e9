// Takes back what an import brought, in SQL: the sites that were not there before it, and its filed
// polygons. What it changed about other sites stays.
import type { Db } from '../platform/database.ts';
import type { Box } from './area-codec.ts';
import { noteChange } from './layer-store.ts';

/** Whose sites and polygons an import brought; null: it is no stored import of such. */
export function listImportOperators(db: Db, importId: string): string[] | null {
  const isStored = db
    .prepare(
      `SELECT 1 FROM import WHERE id = ? AND kind IN ('sites', 'coverage') AND state = 'stored'`,
    )
    .get(importId);
  if (isStored === undefined) return null;
  return db
    .prepare(
      `SELECT operator_id FROM site WHERE import_id = @importId
       UNION SELECT l.operator_id FROM footprint f JOIN coverage_layer l ON l.id = f.layer_id
       WHERE f.import_id = @importId`,
    )
    .pluck()
    .all({ importId }) as string[];
}

type Filed = Box & { id: number; layerId: number };
type Ended = { untilOn: string | null; endedBy: string | null };

const selectFiled = `
  SELECT f.id, f.layer_id AS layerId, b.west, b.south, b.east, b.north
  FROM footprint f JOIN footprint_box b ON b.id = f.id`;

/**
 * What the import ended in a layer stands on until that which ended the import itself: today still, where
 * nothing did. Every footprint of one filing ends together, so any of them tells.
 */
function reopen(db: Db, importId: string, layerId: number): Filed[] {
  const reopened = db
    .prepare(`${selectFiled} WHERE f.layer_id = ? AND f.ended_by = ?`)
    .all(layerId, importId) as Filed[];
  const { untilOn, endedBy } = db
    .prepare(
      `SELECT until_on AS untilOn, ended_by AS endedBy FROM footprint
       WHERE import_id = ? AND layer_id = ? LIMIT 1`,
    )
    .get(importId, layerId) as Ended;
  db.prepare(
    'UPDATE footprint SET until_on = ?, ended_by = ? WHERE layer_id = ? AND ended_by = ?',
  ).run(untilOn, endedBy, layerId, importId);
  return reopened;
}

/** What was taken away. */
export type Undone = {
  sites: number;
  areas: number;
  /** The operator had said that it has nothing outside of what this import filed. */
  wasComplete: boolean;
};

/** Takes the import's sites and polygons away, in the caller's transaction, and counts them. */
export function undoImport(db: Db, importId: string): Undone {
  db.prepare(
    `INSERT OR IGNORE INTO cell_pending
     SELECT c.id FROM cell c JOIN site s ON s.id = c.site_id WHERE s.import_id = ?`,
  ).run(importId);
  const sites = db.prepare('DELETE FROM site WHERE import_id = ?').run(importId).changes;
  const filed = db.prepare(`${selectFiled} WHERE f.import_id = ?`).all(importId) as Filed[];
  const layers = new Set(filed.map(({ layerId }) => layerId));
  const reopened = [...layers].flatMap((layerId) => reopen(db, importId, layerId));
  for (const { layerId, ...box } of [...filed, ...reopened]) noteChange(db, layerId, box);
  const removeBox = db.prepare('DELETE FROM footprint_box WHERE id = ?');
  const remove = db.prepare('DELETE FROM footprint WHERE id = ?');
  for (const { id } of filed) {
    removeBox.run(id);
    remove.run(id);
  }
  const isComplete = db
    .prepare('SELECT is_complete FROM import WHERE id = ?')
    .pluck()
    .get(importId);
  return { sites, areas: filed.length, wasComplete: isComplete === 1 };
}
