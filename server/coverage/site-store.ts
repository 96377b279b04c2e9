// Sites and their cells in SQL, and the polygons that operators filed. What they cover is made later,
// off the request: every change here leaves a mark for it (cell_pending, coverage_change).
import { randomUUID } from 'node:crypto';
import type { Db } from '../platform/database.ts';
import type { CellInput, LayerKey, SitePosition, SiteSource } from './contract.ts';
import { layerId, noteChange } from './layer-store.ts';

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

function findSite(db: Db, operatorId: string, ref: string): SiteRow | undefined {
  return db
    .prepare('SELECT id, name, lng, lat, source FROM site WHERE operator_id = ? AND ref = ?')
    .get(operatorId, ref) as SiteRow | undefined;
}

function findCell(db: Db, siteId: string, ref: string): CellRow | undefined {
  return db
    .prepare(
      `SELECT id, technology, band_mhz, height_m, azimuth_deg, beamwidth_deg, radius_m, state, on_air_on
       FROM cell WHERE site_id = ? AND ref = ?`,
    )
    .get(siteId, ref) as CellRow | undefined;
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

/** Whether the cell is stored just as the draft says it. */
export function isKnownCell(db: Db, draft: CellDraft): boolean {
  const site = findSite(db, draft.operatorId, draft.siteRef);
  const cell = site && findCell(db, site.id, draft.cell.ref);
  return cell !== undefined && isSameSite(site as SiteRow, draft) && isSameCell(cell, draft.cell);
}

/** Marks the cells of a site, so that their footprints are made again. */
function markSite(db: Db, siteId: string): void {
  db.prepare('INSERT OR IGNORE INTO cell_pending SELECT id FROM cell WHERE site_id = ?').run(
    siteId,
  );
}

function saveSite(
  db: Db,
  draft: CellDraft,
  { accountId, at, importId }: SiteChange,
): [string, Saved] {
  const known = findSite(db, draft.operatorId, draft.siteRef);
  if (known && isSameSite(known, draft)) return [known.id, 'unchanged'];
  const [lng, lat] = draft.position;
  const said = { lng, lat, source: draft.source, at: at.toISOString(), accountId, importId };
  if (!known) {
    const id = randomUUID();
    db.prepare(
      `INSERT INTO site (id, operator_id, ref, name, lng, lat, source, import_id, created_at,
         updated_at, updated_by)
       VALUES (@id, @operatorId, @ref, @name, @lng, @lat, @source, @importId, @at, @at, @accountId)`,
    ).run({
      ...said,
      id,
      operatorId: draft.operatorId,
      ref: draft.siteRef,
      name: draft.siteName,
    });
    return [id, 'inserted'];
  }
  db.prepare(
    `UPDATE site SET name = @name, lng = @lng, lat = @lat, source = @source,
       import_id = coalesce(@importId, import_id), updated_at = @at, updated_by = @accountId,
       version = version + 1 WHERE id = @id`,
  ).run({ ...said, id: known.id, name: draft.siteName || known.name });
  if (known.lng !== lng || known.lat !== lat) markSite(db, known.id);
  return [known.id, 'changed'];
}

/** Writes a cell and its site, in the caller's transaction. Only what changed is marked as pending. */
export function saveCell(db: Db, draft: CellDraft, by: SiteChange): Saved {
  const [siteId, site] = saveSite(db, draft, by);
  const known = findCell(db, siteId, draft.cell.ref);
  if (known && isSameCell(known, draft.cell)) return site;
  const columns = { ...toRow(draft.cell), site_id: siteId, ref: draft.cell.ref };
  const { id } = db
    .prepare(
      `INSERT INTO cell (site_id, ref, technology, band_mhz, height_m, azimuth_deg, beamwidth_deg,
         radius_m, state, on_air_on)
       VALUES (@site_id, @ref, @technology, @band_mhz, @height_m, @azimuth_deg, @beamwidth_deg,
         @radius_m, @state, @on_air_on)
       ON CONFLICT (site_id, ref) DO UPDATE SET technology = excluded.technology,
         band_mhz = excluded.band_mhz, height_m = excluded.height_m,
         azimuth_deg = excluded.azimuth_deg, beamwidth_deg = excluded.beamwidth_deg,
         radius_m = excluded.radius_m, state = excluded.state, on_air_on = excluded.on_air_on
       RETURNING id`,
    )
    .get(columns) as { id: number };
  db.prepare('INSERT OR IGNORE INTO cell_pending VALUES (?)').run(id);
  return known ? 'changed' : 'inserted';
}

/** Takes a site away with its cells, in the caller's transaction. */
export function deleteSite(db: Db, siteId: string): void {
  markSite(db, siteId);
  db.prepare('DELETE FROM site WHERE id = ?').run(siteId);
}

/** One polygon that an operator filed. */
export type FiledArea = {
  layer: Omit<LayerKey, 'basis'>;
  /** MultiPolygon coordinates, valid, WGS 84. */
  coordinates: SitePosition[][][];
};

function boundsOf(coordinates: FiledArea['coordinates']) {
  const points = coordinates.flatMap(([shell = []]) => shell);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng, lat] of points) {
    west = Math.min(west, lng);
    south = Math.min(south, lat);
    east = Math.max(east, lng);
    north = Math.max(north, lat);
  }
  return { west, south, east, north };
}

/**
 * Files an operator's polygons, in the caller's transaction. What the operator filed earlier for the
 * same layers stands until `filedOn` from now on. `filedOn` is an ISO date.
 */
export function saveFiledAreas(
  db: Db,
  areas: readonly FiledArea[],
  filedOn: string,
  importId: string,
): void {
  const insert = db.prepare(
    'INSERT INTO footprint (layer_id, import_id, since_on, coordinates) VALUES (?, ?, ?, ?) RETURNING id',
  );
  const insertBox = db.prepare('INSERT INTO footprint_box VALUES (?, ?, ?, ?, ?)');
  const layers = new Set(areas.map(({ layer }) => layerId(db, { ...layer, basis: 'filed' })));
  for (const id of layers) {
    const earlier = db
      .prepare(
        `SELECT min(b.west) AS west, min(b.south) AS south, max(b.east) AS east, max(b.north) AS north
         FROM footprint f JOIN footprint_box b ON b.id = f.id
         WHERE f.layer_id = ? AND f.until_on IS NULL AND f.import_id IS NOT NULL AND f.import_id <> ?`,
      )
      .get(id, importId) as Record<'west' | 'south' | 'east' | 'north', number | null>;
    const { west, south, east, north } = earlier;
    if (west === null || south === null || east === null || north === null) continue;
    db.prepare(
      `UPDATE footprint SET until_on = ?
       WHERE layer_id = ? AND until_on IS NULL AND import_id IS NOT NULL AND import_id <> ?`,
    ).run(filedOn, id, importId);
    noteChange(db, id, { west, south, east, north });
  }
  for (const { layer, coordinates } of areas) {
    const id = layerId(db, { ...layer, basis: 'filed' });
    const bounds = boundsOf(coordinates);
    const row = insert.get(id, importId, filedOn, JSON.stringify(coordinates)) as { id: number };
    insertBox.run(row.id, bounds.west, bounds.east, bounds.south, bounds.north);
    noteChange(db, id, bounds);
  }
}
