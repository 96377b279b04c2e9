// Places in SQL: search, details, children, villages of an area, the village at a point.
import { booleanPointInPolygon, multiPolygon } from '@turf/turf';
import { findMeta, type Db } from '../platform/database.ts';
import { ProblemError } from '../platform/problem.ts';
import type {
  Bounds,
  Level,
  PointSource,
  Position,
  Region,
  RegionName,
  SearchHit,
  VillageRow,
} from './contract.ts';
import { foldName } from './names.ts';

type RegionRow = {
  id: number;
  code: string;
  level: Level;
  kind: string;
  name: string;
  parent_code: string | null;
  lng: number;
  lat: number;
  elevation_m: number | null;
  postal_code: string | null;
  point_source: PointSource;
  west: number | null;
  south: number | null;
  east: number | null;
  north: number | null;
};

const selectRegion = `
  SELECT r.*, b.west, b.south, b.east, b.north
  FROM region r LEFT JOIN boundary b ON b.code = r.code`;

function toName({ code, level, kind, name }: RegionRow): RegionName {
  return { code, level, kind, name };
}

function toBounds(row: RegionRow): Bounds | null {
  const { west, south, east, north } = row;
  return west === null || south === null || east === null || north === null
    ? null
    : [west, south, east, north];
}

/** The places above `code`, the nearest first. */
function listAncestors(db: Db, code: string): RegionName[] {
  const parts = code.split('.');
  const codes = parts
    .slice(1)
    .map((_, index) => parts.slice(0, parts.length - 1 - index).join('.'));
  const find = db.prepare('SELECT code, level, kind, name FROM region WHERE code = ?');
  return codes.flatMap((ancestor) => (find.get(ancestor) as RegionName | undefined) ?? []);
}

function toHit(db: Db, row: RegionRow): SearchHit {
  return {
    ...toName(row),
    path: listAncestors(db, row.code),
    position: [row.lng, row.lat],
    bounds: toBounds(row),
  };
}

/**
 * The ids of all villages below `code` as [first, last], which is how place_status is read;
 * 'ID' is everything. Codes are fixed width, so the ids of an area are one range.
 */
export function villageIdRange(code: string): readonly [number, number] {
  if (code === 'ID') return [0, 9_999_999_999];
  const digits = code.replaceAll('.', '');
  return [Number(digits.padEnd(10, '0')), Number(digits.padEnd(10, '9'))];
}

export function countVillages(db: Db, code: string): number {
  return db
    .prepare("SELECT count(*) FROM region WHERE level = 'village' AND id BETWEEN ? AND ?")
    .pluck()
    .get(...villageIdRange(code)) as number;
}

export function regionExists(db: Db, code: string): boolean {
  return db.prepare('SELECT 1 FROM region WHERE code = ?').get(code) !== undefined;
}

/** A place with its boundary's source; throws 404 `region_unknown`. */
export function getRegion(db: Db, code: string): Region {
  const row = db.prepare(`${selectRegion} WHERE r.code = ?`).get(code) as RegionRow | undefined;
  if (!row)
    throw new ProblemError(404, 'region_unknown', {
      errors: [{ field: 'code', code: 'region_unknown', value: code }],
    });
  const boundary = db
    .prepare(
      `SELECT b.kind, s.name AS source, s.licence, s.dated_on AS datedOn
       FROM boundary b JOIN boundary_source s ON s.id = b.source_id WHERE b.code = ?`,
    )
    .get(code) as Region['boundary'] | undefined;
  return {
    ...toHit(db, row),
    elevationM: row.elevation_m,
    postalCode: row.postal_code,
    pointSource: row.point_source,
    boundary: boundary ?? null,
    villageCount: row.level === 'village' ? 1 : countVillages(db, code),
  };
}

/** The places right below `code` ('ID': the provinces), by name. */
export function listChildren(db: Db, code: string): RegionName[] {
  const parent = code === 'ID' ? null : code;
  return db
    .prepare(
      'SELECT code, level, kind, name FROM region WHERE parent_code IS ? ORDER BY name COLLATE NOCASE',
    )
    .all(parent) as RegionName[];
}

/** All villages below `code`, by code. */
export function listVillages(db: Db, code: string): VillageRow[] {
  return db
    .prepare(
      `SELECT v.code, v.kind, v.name, d.name AS districtName,
         CASE r.kind WHEN 'kota' THEN 'Kota ' ELSE '' END || r.name AS regencyName
       FROM region v
       JOIN region d ON d.code = v.parent_code
       JOIN region r ON r.code = d.parent_code
       WHERE v.level = 'village' AND v.id BETWEEN ? AND ? ORDER BY v.id`,
    )
    .all(...villageIdRange(code)) as VillageRow[];
}

/** FTS5 prefix query of folded words: `"sungai"* "ind"*`; '' where there is no word. */
export function prefixQuery(text: string): string {
  return foldName(text)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `"${word}"*`)
    .join(' ');
}

/** What is typed as a code, with or without dots: the code's prefix, or null. */
function codePrefix(text: string): string | null {
  if (!/^[\d.]+$/.test(text)) return null;
  const digits = text.replaceAll('.', '');
  return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6, 10)]
    .filter((part) => part !== '')
    .join('.');
}

/** How well a name answers what was typed, both folded: 0 the whole name, 1 its beginning, 2 else. */
function nameRank(foldedName: string, typed: string): number {
  if (foldedName === typed) return 0;
  return foldedName.startsWith(typed) ? 1 : 2;
}

/** So many hits are ranked by name; an area with more is found by typing on. */
const rankedHits = 400;

/**
 * The best `limit` places for what is typed in the search box: by code, or by the beginnings of
 * the words of their names and of the places they lie in. Whole names first, then names that begin
 * so, then larger places first.
 */
export function searchRegions(db: Db, text: string, limit: number): SearchHit[] {
  const prefix = codePrefix(text.trim());
  if (prefix !== null) {
    const rows = db
      .prepare(
        `${selectRegion} WHERE r.code >= ? AND r.code < ? ORDER BY length(r.code), r.code LIMIT ?`,
      )
      .all(prefix, `${prefix};`, limit) as RegionRow[];
    return rows.map((row) => toHit(db, row));
  }
  const query = prefixQuery(text);
  if (query === '') return [];
  const rows = db
    .prepare(
      `SELECT r.*, b.west, b.south, b.east, b.north
       FROM (SELECT rowid AS id, rank FROM region_search WHERE region_search MATCH ?
             AND rank MATCH 'bm25(10.0, 1.0)' ORDER BY rank LIMIT ?) hit
       JOIN region r ON r.id = hit.id LEFT JOIN boundary b ON b.code = r.code
       ORDER BY hit.rank, r.code`,
    )
    .all(query, rankedHits) as RegionRow[];
  const typed = foldName(text);
  const ranks = new Map(rows.map((row) => [row.code, nameRank(foldName(row.name), typed)]));
  const rankOf = (row: RegionRow) => ranks.get(row.code) ?? 2;
  return rows
    .toSorted((a, b) => rankOf(a) - rankOf(b) || a.code.length - b.code.length)
    .slice(0, limit)
    .map((row) => toHit(db, row));
}

/** Whether [lng, lat] lies in the stored boundary of `code`; null when it has none. */
export function isInsideBoundary(db: Db, code: string, position: Position): boolean | null {
  const coordinates = db
    .prepare('SELECT coordinates FROM boundary WHERE code = ?')
    .pluck()
    .get(code);
  if (typeof coordinates !== 'string') return null;
  return booleanPointInPolygon(position, multiPolygon(JSON.parse(coordinates)));
}

/** The code of the village at [lng, lat], or null; an official boundary goes before an approximate one. */
export function findVillageAt(db: Db, position: Position): string | null {
  const [lng, lat] = position;
  const codes = db
    .prepare(
      `SELECT r.code FROM boundary_box x JOIN region r ON r.id = x.id JOIN boundary b ON b.code = r.code
       WHERE x.west <= ? AND x.east >= ? AND x.south <= ? AND x.north >= ? AND r.level = 'village'
       ORDER BY b.kind DESC`,
    )
    .pluck()
    .all(lng, lng, lat, lat) as string[];
  return codes.find((code) => isInsideBoundary(db, code, position)) ?? null;
}

/** The version under which tiles are cached; 'none' before anything is loaded. */
export function boundaryVersion(db: Db): string {
  return findMeta(db, 'boundary_version') ?? 'none';
}

/** The village's own point, [lng, lat]; null when there is no such village. */
export function findPoint(db: Db, villageCode: string): [number, number] | null {
  const row = db
    .prepare("SELECT lng, lat FROM region WHERE code = ? AND level = 'village'")
    .get(villageCode) as { lng: number; lat: number } | undefined;
  return row ? [row.lng, row.lat] : null;
}

/** Every regency with the codes of its villages, in the order of the codes. */
export function listRegencies(db: Db): { code: string; villageCodes: string[] }[] {
  const codes = db
    .prepare("SELECT code FROM region WHERE level = 'regency' ORDER BY code")
    .pluck()
    .all() as string[];
  const villages = db
    .prepare("SELECT code FROM region WHERE level = 'village' AND id BETWEEN ? AND ? ORDER BY id")
    .pluck();
  return codes.map((code) => ({
    code,
    villageCodes: villages.all(...villageIdRange(code)) as string[],
  }));
}

type GroundRow = { code: string; lng: number; lat: number; elevation_m: number | null };

/** What samples are made from: the villages below `code`, and the towns (kota) there. */
export function listSampleGround(db: Db, code: string) {
  const rows = db
    .prepare(
      `SELECT code, lng, lat, elevation_m FROM region
       WHERE level = 'village' AND id BETWEEN ? AND ? ORDER BY id`,
    )
    .all(...villageIdRange(code)) as GroundRow[];
  const towns = db
    .prepare("SELECT lng, lat FROM region WHERE level = 'regency' AND kind = 'kota'")
    .all() as { lng: number; lat: number }[];
  return {
    villages: rows.map((row) => ({
      code: row.code,
      position: [row.lng, row.lat] as [number, number],
      elevationM: row.elevation_m,
    })),
    towns: towns.map(({ lng, lat }) => [lng, lat] as [number, number]),
  };
}
