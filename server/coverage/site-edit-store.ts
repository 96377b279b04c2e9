// A site as a person saves it, in SQL: the whole site with all of its cells, in the caller's transaction.
// Rows of files, one cell each, are site-store.ts's part.
import type { Db } from '../platform/database.ts';
import type { SiteInput } from './contract.ts';
import { findSiteId, type StoredSite } from './site-list-store.ts';
import { prepareMarkSite, prepareSaveCell, type SiteChange } from './site-store.ts';

type By = Omit<SiteChange, 'importId'>;

function saveCells(db: Db, { operatorId, ref, name, position, cells }: SiteInput, by: By): void {
  const save = prepareSaveCell(db, { ...by, importId: null });
  const site = { operatorId, siteRef: ref, siteName: name, position, source: 'operator' as const };
  for (const cell of cells) save({ ...site, cell });
}

/** Writes a new site and gives back its id. */
export function insertSite(db: Db, input: SiteInput, by: By): string {
  saveCells(db, input, by);
  const id = findSiteId(db, input.operatorId, input.ref);
  if (id === null) throw new Error(`the site ${input.ref} was not stored`);
  return id;
}

/** Makes a site what `input` says: cells that it does not name are gone. Raises the version. */
export function updateSite(db: Db, before: StoredSite, input: SiteInput, by: By): void {
  const [lng, lat] = input.position;
  db.prepare(
    `UPDATE site SET operator_id = @operatorId, ref = @ref, name = @name, lng = @lng, lat = @lat,
       source = 'operator', updated_at = @at, updated_by = @accountId, version = version + 1
     WHERE id = @id`,
  ).run({
    ...{ id: before.id, operatorId: input.operatorId, ref: input.ref, name: input.name, lng, lat },
    at: by.at.toISOString(),
    accountId: by.accountId,
  });
  const isMoved = before.position[0] !== lng || before.position[1] !== lat;
  if (isMoved || before.operatorId !== input.operatorId) prepareMarkSite(db)(before.id);
  const kept = new Set(input.cells.map(({ ref }) => ref));
  const mark = db.prepare('INSERT OR IGNORE INTO cell_pending VALUES (?)');
  const remove = db.prepare('DELETE FROM cell WHERE id = ?');
  for (const { id } of before.cells.filter(({ ref }) => !kept.has(ref))) {
    mark.run(id);
    remove.run(id);
  }
  saveCells(db, input, by);
}
