// What is asked of a GeoPackage, which is somebody else's SQLite file: plain tables by name, nothing
// that the file itself could compute (no views, virtual tables, generated columns).
import Database from 'better-sqlite3';

export type GeoPackage = InstanceType<typeof Database>;
export type FeatureLayer = { table: string; geometryColumn: string; srsId: number };
export type SpatialReference = {
  organization: string | null;
  organizationId: number | null;
  definition: string | null;
};

/** Where the header says that changes wait in another file, and that they do not. */
const journalAt = [18, 19];
const withoutLog = 1;

/** The file in memory; nothing in it can be written, nor run by its schema. Throws SqliteError. */
export function openGeoPackage(bytes: Uint8Array): GeoPackage {
  // A file that was saved with a log beside it cannot be opened from memory as it is.
  const copy = Buffer.from(bytes);
  for (const at of journalAt) copy[at] = withoutLog;
  const file = new Database(copy);
  file.unsafeMode(false);
  file.pragma('trusted_schema = OFF');
  file.pragma('query_only = ON');
  file.pragma('cell_size_check = ON');
  return file;
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** The stored columns of a plain table; [] where there is no such table, or it is computed. */
export function listColumns(file: GeoPackage, table: string): string[] {
  const kind = file
    .prepare(`SELECT type FROM pragma_table_list WHERE schema = 'main' AND name = ? COLLATE NOCASE`)
    .pluck()
    .get(table);
  if (kind !== 'table') return [];
  return file
    .prepare('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid')
    .pluck()
    .all(table) as string[];
}

function hasColumns(file: GeoPackage, table: string, wanted: readonly string[]): boolean {
  const columns = new Set(listColumns(file, table));
  return wanted.every((name) => columns.has(name));
}

/** The layers that the file lists; null where it is no GeoPackage. At most `limit` + 1. */
export function listFeatureLayers(file: GeoPackage, limit: number): FeatureLayer[] | null {
  const table = 'gpkg_geometry_columns';
  if (!hasColumns(file, table, ['table_name', 'column_name', 'srs_id'])) return null;
  const rows = file
    .prepare(`SELECT table_name, column_name, srs_id FROM ${table} ORDER BY rowid LIMIT ?`)
    .raw()
    .all(limit + 1) as unknown[][];
  return rows.map(([name, column, srsId]) => ({
    table: String(name),
    geometryColumn: String(column),
    srsId: Number(srsId),
  }));
}

export function findSpatialReference(file: GeoPackage, srsId: number): SpatialReference | null {
  const table = 'gpkg_spatial_ref_sys';
  const wanted = ['srs_id', 'organization', 'organization_coordsys_id', 'definition'];
  if (!hasColumns(file, table, wanted)) return null;
  const row = file
    .prepare(
      `SELECT organization, organization_coordsys_id AS organizationId, definition
       FROM ${table} WHERE srs_id = ?`,
    )
    .get(srsId) as SpatialReference | undefined;
  return row ?? null;
}

/** The rows of a plain table in its own order, as arrays; whole numbers as bigint. */
export function iterateRows(
  file: GeoPackage,
  table: string,
  columns: readonly string[],
): IterableIterator<unknown[]> {
  return file
    .prepare(`SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table)}`)
    .raw()
    .safeIntegers()
    .iterate() as IterableIterator<unknown[]>;
}
