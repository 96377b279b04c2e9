// Sites and their cells in SQL. What they cover is made later, off the request: every change here leaves
// a mark for it (cell_pending). Polygons that operators filed are filed-store.ts's part.
import { randomUUID } from 'node:crypto';
import type { Db } from '../platform/database.ts';
import type { CellInput, SitePosition, SiteSource } from './contract.ts';

export type SiteChange = { accountId: string; at: Date; importId: string | null };

/** One cell with the site it stands on: what a row of a file says. */
export type CellDraft = {
  operatorId: string;
  siteRef: string;
  /** '' leaves the name that is known. */
  siteName: string;
  position: SitePosition;
  source: SiteSource;
  cell: CellInput;
};

type SiteRow = { id: string; name: string; lng: number; lat: number; source: SiteSource };
type CellRow = {
  id: number;
  technology: string;
  band_mhz: number | null;
  height_m: number | null;
  azimuth_deg: number | null;
  beamwidth_deg: number | null;
  radius_m: number | null;
  state: string;
  on_air_on: string | null;
};

export type Saved = 'inserted' | 'changed' | 'unchanged';

function toRow(cell: CellInput): Omit<CellRow, 'id'> {
  return {
    technology: cell.technology,
    band_mhz: cell.bandMhz,
    height_m: cell.heightM,
    azimuth_deg: cell.azimuthDeg,
    beamwidth_deg: cell.beamwidthDeg,
    radius_m: cell.radiusM,
    state: cell.state,
    on_air_on: cell.onAirOn,
  };
}

function isSameSite(site: SiteRow, draft: CellDraft): boolean {
  const [lng, lat] = draft.position;
  const isSameName = draft.siteName === '' || draft.siteName === site.name;
  return isSameName && site.lng === lng && site.lat === lat && site.source === draft.source;
}

function isSameCell(row: CellRow, cell: CellInput): boolean {
  const wanted = Object.entries(toRow(cell));
  const known = new Map<string, unknown>(Object.entries(row));
  return wanted.every(([key, value]) => known.get(key) === value);
}

/** Prepares looking a site up by its operator's id, and a cell within it. */
function prepareFind(db: Db) {
  const site = db.prepare(
    'SELECT id, name, lng, lat, source FROM site WHERE operator_id = ? AND ref = ?',
  );
  const cell = db.prepare(
    `SELECT id, technology, band_mhz, height_m, azimuth_deg, beamwidth_deg, radius_m, state, on_air_on
     FROM cell WHERE site_id = ? AND ref = ?`,
  );
  return {
    site: (operatorId: string, ref: string) => site.get(operatorId, ref) as SiteRow | undefined,
    cell: (siteId: string, ref: string) => cell.get(siteId, ref) as CellRow | undefined,
  };
}

/** Prepares asking, for many cells, whether one is stored just as the draft says it. */
export function prepareIsKnownCell(db: Db): (draft: CellDraft) => boolean {
  const find = prepareFind(db);
  return (draft) => {
    const site = find.site(draft.operatorId, draft.siteRef);
    const cell = site && find.cell(site.id, draft.cell.ref);
    return cell !== undefined && isSameSite(site as SiteRow, draft) && isSameCell(cell, draft.cell);
  };
}

/** Prepares marking the cells of a site, so that their footprints are made again. */
export function prepareMarkSite(db: Db): (siteId: string) => void {
  const mark = db.prepare(
    'INSERT OR IGNORE INTO cell_pending SELECT id FROM cell WHERE site_id = ?',
  );
  return (siteId) => {
    mark.run(siteId);
  };
}

/** Prepares writing sites; what is written gives back the site's id. */
function prepareSaveSite(db: Db, { accountId, at, importId }: SiteChange) {
  const find = prepareFind(db);
  const markSite = prepareMarkSite(db);
  const insert = db.prepare(
    `INSERT INTO site (id, operator_id, ref, name, lng, lat, source, import_id, created_at,
       updated_at, updated_by)
     VALUES (@id, @operatorId, @ref, @name, @lng, @lat, @source, @importId, @at, @at, @accountId)`,
  );
  const update = db.prepare(
    `UPDATE site SET name = @name, lng = @lng, lat = @lat, source = @source,
       updated_at = @at, updated_by = @accountId,
       version = version + 1 WHERE id = @id`,
  );
  return (draft: CellDraft): [siteId: string, Saved] => {
    const { operatorId, siteRef: ref, siteName: name, source } = draft;
    const known = find.site(operatorId, ref);
    if (known && isSameSite(known, draft)) return [known.id, 'unchanged'];
    const [lng, lat] = draft.position;
    const said = { lng, lat, source, at: at.toISOString(), accountId, importId };
    if (!known) {
      const id = randomUUID();
      insert.run({ ...said, id, operatorId, ref, name });
      return [id, 'inserted'];
    }
    update.run({ ...said, id: known.id, name: name || known.name });
    if (known.lng !== lng || known.lat !== lat) markSite(known.id);
    return [known.id, 'changed'];
  };
}

/**
 * Prepares writing many cells with their sites, in the caller's transaction. Only what changed is
 * marked as pending.
 */
export function prepareSaveCell(db: Db, by: SiteChange): (draft: CellDraft) => Saved {
  const find = prepareFind(db);
  const saveSite = prepareSaveSite(db, by);
  const save = db.prepare(
    `INSERT INTO cell (site_id, ref, technology, band_mhz, height_m, azimuth_deg, beamwidth_deg,
       radius_m, state, on_air_on)
     VALUES (@site_id, @ref, @technology, @band_mhz, @height_m, @azimuth_deg, @beamwidth_deg,
       @radius_m, @state, @on_air_on)
     ON CONFLICT (site_id, ref) DO UPDATE SET technology = excluded.technology,
       band_mhz = excluded.band_mhz, height_m = excluded.height_m,
       azimuth_deg = excluded.azimuth_deg, beamwidth_deg = excluded.beamwidth_deg,
       radius_m = excluded.radius_m, state = excluded.state, on_air_on = excluded.on_air_on
     RETURNING id`,
  );
  const mark = db.prepare('INSERT OR IGNORE INTO cell_pending VALUES (?)');
  const touch = db.prepare(
    'UPDATE site SET updated_at = ?, updated_by = ?, version = version + 1 WHERE id = ?',
  );
  const added = new Set<string>();
  return (draft) => {
    const [siteId, site] = saveSite(draft);
    if (site === 'inserted') added.add(siteId);
    const known = find.cell(siteId, draft.cell.ref);
    if (known && isSameCell(known, draft.cell)) return site;
    const columns = { ...toRow(draft.cell), site_id: siteId, ref: draft.cell.ref };
    const { id } = save.get(columns) as { id: number };
    mark.run(id);
    // Who has the site open must see that a cell of it is another one now.
    if (site === 'unchanged' && !added.has(siteId))
      touch.run(by.at.toISOString(), by.accountId, siteId);
    return known ? 'changed' : 'inserted';
  };
}

/** Writes one cell and its site, in the caller's transaction. */
export function saveCell(db: Db, draft: CellDraft, by: SiteChange): Saved {
  return prepareSaveCell(db, by)(draft);
}

/** Takes a site away with its cells, in the caller's transaction. */
export function deleteSite(db: Db, siteId: string): void {
  prepareMarkSite(db)(siteId);
  db.prepare('DELETE FROM site WHERE id = ?').run(siteId);
}
