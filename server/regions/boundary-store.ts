// All SQL of regions' rows and boundaries: writing them, reading coordinates back, the version.
// Search and tiles are read elsewhere.
import { createHash } from 'node:crypto';
import { type Db, findMeta, setMeta } from '../platform/database.ts';
import { ancestorCodes } from './codes.ts';
import { type Bounds, type Level, type PointSource, regionId } from './contract.ts';
import type { GazetteerRow } from './gazetteer.ts';
import type { Multi } from './geos.ts';
import { foldName } from './names.ts';
import { boundsOf } from './planar.ts';

export type BoundaryKind = 'official' | 'approximate';
export type StoredBoundary = { kind: BoundaryKind; sourceId: number; coordinates: string };
export type BoundarySource = {
  kind: BoundaryKind;
  name: string;
  licence: string | null;
  /** ISO date of the source; null when it does not say. */
  datedOn: string | null;
  /** Hex, of the source's bytes. */
  sha256: string;
};
/** What an import needs to know of a region. */
export type KnownRegion = {
  level: Level;
  name: string;
  lng: number;
  lat: number;
  pointSource: PointSource;
};

export function hasProvince(db: Db, code: string): boolean {
  return db.prepare('SELECT 1 FROM region WHERE code = ?').get(code) !== undefined;
}

/** Every loaded region by its code, in the order of the codes. */
export function listKnownRegions(db: Db): Map<string, KnownRegion> {
  const sql = 'SELECT code, level, name, lng, lat, point_source FROM region ORDER BY code';
  type Row = Omit<KnownRegion, 'pointSource'> & { code: string; point_source: PointSource };
  const rows = db.prepare(sql).all() as Row[];
  return new Map(
    rows.map(({ code, point_source: pointSource, ...row }) => [code, { ...row, pointSource }]),
  );
}

/** Adds rows and their search texts; parents must come before children. */
export function insertRegions(db: Db, rows: readonly GazetteerRow[]): void {
  const names = new Map(rows.map((row) => [row.code, foldName(row.name)]));
  const region = db.prepare(
    `INSERT INTO region (code, id, level, kind, name, parent_code, lng, lat, elevation_m,
      postal_code, point_source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const search = db.prepare('INSERT INTO region_search (rowid, name, path) VALUES (?, ?, ?)');
  for (const row of rows) {
    const id = regionId(row.code);
    const { code, level, kind, name, parent, lng, lat, elevationM, postalCode } = row;
    const point = [lng, lat, elevationM, postalCode, row.pointSource];
    region.run(code, id, level, kind, name, parent, ...point);
    const path = ancestorCodes(code).map((above) => names.get(above) ?? '');
    search.run(id, `${names.get(code) ?? ''} ${foldName(kind)}`, path.join(' '));
  }
}

/** The id of the source with this kind, name and checksum; adds it when it is new. */
export function ensureSource(db: Db, source: BoundarySource): number {
  const { kind, name, licence, datedOn, sha256 } = source;
  db.prepare(
    `INSERT INTO boundary_source (kind, name, licence, dated_on, sha256, imported_at)
      VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  ).run(kind, name, licence, datedOn, sha256, new Date().toISOString());
  const sql = 'SELECT id FROM boundary_source WHERE kind = ? AND name = ? AND sha256 = ?';
  return Number(db.prepare(sql).pluck().get(kind, name, sha256));
}

/** Removes sources that no boundary rests on any more. */
export function deleteUnusedSources(db: Db): void {
  db.exec('DELETE FROM boundary_source WHERE id NOT IN (SELECT source_id FROM boundary)');
}

/** A function that keeps one boundary and its box, replacing what was there. */
export function prepareSaveBoundary(
  db: Db,
): (code: string, kind: BoundaryKind, sourceId: number, area: Multi) => void {
  const boundary = db.prepare(
    `INSERT INTO boundary (code, kind, source_id, coordinates, west, south, east, north)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (code) DO UPDATE SET kind = excluded.kind, source_id = excluded.source_id,
        coordinates = excluded.coordinates, west = excluded.west, south = excluded.south,
        east = excluded.east, north = excluded.north`,
  );
  const box = db.prepare(
    'INSERT OR REPLACE INTO boundary_box (id, west, east, south, north) VALUES (?, ?, ?, ?, ?)',
  );
  return (code, kind, sourceId, area) => {
    const [west, south, east, north] = boundsOf(area);
    boundary.run(code, kind, sourceId, JSON.stringify(area), west, south, east, north);
    box.run(regionId(code), west, east, south, north);
  };
}

/** The boundary of `code` with its coordinates as stored JSON, or null. */
export function findBoundary(db: Db, code: string): StoredBoundary | null {
  const sql = 'SELECT kind, source_id AS sourceId, coordinates FROM boundary WHERE code = ?';
  return (db.prepare(sql).get(code) as StoredBoundary | undefined) ?? null;
}

/** Codes, kinds and areas of the boundaries directly or deeper below `code`, of one level. */
export function listBoundariesBelow(
  db: Db,
  code: string,
  level: Level,
): { code: string; kind: BoundaryKind; area: Multi }[] {
  const sql = `SELECT b.code, b.kind, b.coordinates FROM boundary b JOIN region r USING (code)
    WHERE r.level = ? AND b.code > ? AND b.code < ? ORDER BY b.code`;
  const rows = db.prepare(sql).all(level, `${code}.`, `${code}/`) as (StoredBoundary & {
    code: string;
  })[];
  return rows.map((row) => ({
    code: row.code,
    kind: row.kind,
    area: JSON.parse(row.coordinates) as Multi,
  }));
}

/** The codes below `code` of one level whose boundary is of this kind, sorted. */
export function listCodesBelow(db: Db, code: string, level: Level, kind: BoundaryKind): string[] {
  const sql = `SELECT b.code FROM boundary b JOIN region r USING (code)
    WHERE r.level = ? AND b.kind = ? AND b.code > ? AND b.code < ? ORDER BY b.code`;
  return db.prepare(sql).pluck().all(level, kind, `${code}.`, `${code}/`) as string[];
}

/** The areas of official villages whose boxes touch `bounds`. */
export function listOfficialVillagesIn(db: Db, bounds: Bounds): Multi[] {
  const [west, south, east, north] = bounds;
  // CROSS JOIN keeps SQLite from walking all villages first and asking the tree for each.
  const sql = `SELECT b.coordinates FROM boundary_box x CROSS JOIN region r ON r.id = x.id
    CROSS JOIN boundary b ON b.code = r.code
    WHERE x.west <= ? AND x.east >= ? AND x.south <= ? AND x.north >= ?
      AND r.level = 'village' AND b.kind = 'official' ORDER BY b.code`;
  const rows = db.prepare(sql).pluck().all(east, west, north, south) as string[];
  return rows.map((coordinates) => JSON.parse(coordinates) as Multi);
}

/**
 * The provinces of the regions `codes`, and others with approximate villages whose box touches
 * the box of one of them: there a new boundary may lie over a cell.
 */
export function listProvincesTouching(db: Db, codes: readonly string[]): string[] {
  const own = new Set(codes.map((code) => code.slice(0, 2)));
  const sql = `SELECT p.code FROM boundary p JOIN region r USING (code), boundary o
    WHERE r.level = 'province' AND o.code = ? AND p.west <= o.east AND p.east >= o.west
      AND p.south <= o.north AND p.north >= o.south`;
  const touching = db.prepare(sql).pluck();
  const provinces = new Set(own);
  for (const code of [...own].flatMap((province) => touching.all(province) as string[])) {
    if (own.has(code)) continue;
    if (listCodesBelow(db, code, 'village', 'approximate').length > 0) provinces.add(code);
  }
  return [...provinces].toSorted();
}

/** Sets and returns meta 'boundary_version': 12 hex digits that change when any boundary does. */
export function refreshBoundaryVersion(db: Db): string {
  const hash = createHash('sha256');
  const rows = db.prepare('SELECT code, kind, coordinates FROM boundary ORDER BY code').raw();
  for (const row of rows.iterate()) hash.update((row as string[]).join(' '));
  const version = hash.digest('hex').slice(0, 12);
  if (findMeta(db, 'boundary_version') !== version) setMeta(db, 'boundary_version', version);
  return version;
}
