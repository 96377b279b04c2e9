// The places of a regency in one query, as a device keeps them.
import type { Db } from '../platform/database.ts';
import type {
  Bounds,
  BoundaryInfo,
  KeptLocality,
  Level,
  PointSource,
  Region,
  RegionName,
} from './contract.ts';

type Row = RegionName & {
  level: Level;
  lng: number;
  lat: number;
  elevationM: number | null;
  postalCode: string | null;
  pointSource: PointSource;
  west: number | null;
  south: number;
  east: number;
  north: number;
  boundaryKind: BoundaryInfo['kind'] | null;
  source: string;
  licence: string | null;
  datedOn: string | null;
};

function toRegion(row: Row, names: ReadonlyMap<string, RegionName>, villages: string[]): Region {
  const { code, level, kind, name, lng, lat, elevationM, postalCode, pointSource } = row;
  const parts = code.split('.');
  const above = parts.slice(1).map((_, i) => parts.slice(0, parts.length - 1 - i).join('.'));
  const { boundaryKind, source, licence, datedOn } = row;
  return {
    code,
    level,
    kind,
    name,
    path: above.flatMap((parent) => names.get(parent) ?? []),
    position: [lng, lat],
    bounds: row.west === null ? null : [row.west, row.south, row.east, row.north],
    elevationM,
    postalCode,
    pointSource,
    boundary: boundaryKind && { kind: boundaryKind, source, licence, datedOn },
    villageCount:
      level === 'village' ? 1 : villages.filter((village) => village.startsWith(`${code}.`)).length,
  };
}

const selectPlaces = `
  SELECT r.code, r.level, r.kind, r.name, r.lng, r.lat, r.elevation_m AS elevationM,
    r.postal_code AS postalCode, r.point_source AS pointSource,
    b.west, b.south, b.east, b.north, b.kind AS boundaryKind,
    s.name AS source, s.licence, s.dated_on AS datedOn
  FROM region r
  LEFT JOIN boundary b ON b.code = r.code
  LEFT JOIN boundary_source s ON s.id = b.source_id`;

/**
 * The regency with its districts and villages, by code; empty when there is none of that code.
 * Its province comes first, with the count of all its villages.
 */
export function listPackPlaces(db: Db, regencyCode: string): Region[] {
  const provinceCode = regencyCode.slice(0, 2);
  const rows = db
    .prepare(`${selectPlaces} WHERE r.code = ? OR (r.code >= ? AND r.code < ?) ORDER BY r.code`)
    .all(provinceCode, regencyCode, `${regencyCode};`) as Row[];
  if (!rows.some((row) => row.code === regencyCode)) return [];
  const names = new Map(
    rows.map(({ code, level, kind, name }) => [code, { code, level, kind, name }]),
  );
  const villages = rows.filter((row) => row.level === 'village').map((row) => row.code);
  const all = db
    .prepare("SELECT count(*) FROM region WHERE level = 'village' AND code >= ? AND code < ?")
    .pluck()
    .get(`${provinceCode}.`, `${provinceCode};`) as number;
  return rows.map((row) => {
    const region = toRegion(row, names, villages);
    return row.code === provinceCode ? { ...region, villageCount: all } : region;
  });
}

/** The localities of the regency's villages, by village and name. */
export function listPackLocalities(db: Db, regencyCode: string): KeptLocality[] {
  return db
    .prepare(
      `SELECT id, village_code AS villageCode, kind, name FROM locality
       WHERE village_code > ? AND village_code < ? ORDER BY village_code, name, id`,
    )
    .all(`${regencyCode}.`, `${regencyCode};`) as KeptLocality[];
}

/** Bounds of a province or regency; null when it is unknown or has no boundary. */
export function findAreaBounds(db: Db, code: string): Bounds | null {
  const row = db
    .prepare('SELECT west, south, east, north FROM boundary WHERE code = ?')
    .get(code) as { west: number; south: number; east: number; north: number } | undefined;
  return row ? [row.west, row.south, row.east, row.north] : null;
}
