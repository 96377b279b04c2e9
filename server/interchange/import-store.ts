// Files that are brought in, in SQL: what each is and how it is read. Their rows are in
// import-row-store.ts.
import type { CellTechnology, SiteState } from '../coverage/contract.ts';
import type { Db } from '../platform/database.ts';
import type { ImportKindName, ImportMapping, ImportOutcome, ImportState } from './contract.ts';

export type StoredSheet = {
  name: string | null;
  header: string[];
  rows: number;
  /** Its rows are features of a map; absent in what was stored before there were any. */
  hasGeometry?: boolean;
};

type ImportRecord = {
  id: string;
  kind: ImportKindName;
  file_name: string;
  sha256: string;
  bytes: number;
  sheets: string;
  sheet: number;
  mapping: string;
  source: string;
  dated_on: string | null;
  year: number | null;
  regency_code: string | null;
  operator_id: string | null;
  technology: CellTechnology | null;
  site_state: SiteState | null;
  is_complete: number;
  state: ImportState;
  outcome: string | null;
  office_id: number;
  office_name: string;
  created_at: string;
  created_by_name: string;
  stored_at: string | null;
  stored_by_name: string | null;
  version: number;
};

export type StoredImport = {
  id: string;
  kind: ImportKindName;
  fileName: string;
  sha256: string;
  bytes: number;
  sheets: StoredSheet[];
  sheet: number;
  mapping: ImportMapping;
  source: string;
  datedOn: string | null;
  year: number | null;
  regencyCode: string | null;
  operatorId: string | null;
  technology: CellTechnology | null;
  siteState: SiteState | null;
  isComplete: boolean;
  state: ImportState;
  outcome: ImportOutcome | null;
  officeId: number;
  officeName: string;
  createdAt: string;
  createdByName: string;
  storedAt: string | null;
  storedByName: string | null;
  version: number;
};

const selectImport = `
  SELECT i.*, o.name AS office_name, c.name AS created_by_name, s.name AS stored_by_name
  FROM import i JOIN office o ON o.id = i.office_id JOIN account c ON c.id = i.created_by
  LEFT JOIN account s ON s.id = i.stored_by`;

function toImport(row: ImportRecord): StoredImport {
  return {
    id: row.id,
    kind: row.kind,
    fileName: row.file_name,
    sha256: row.sha256,
    bytes: row.bytes,
    sheets: JSON.parse(row.sheets) as StoredSheet[],
    sheet: row.sheet,
    mapping: JSON.parse(row.mapping) as ImportMapping,
    source: row.source,
    datedOn: row.dated_on,
    year: row.year,
    regencyCode: row.regency_code,
    operatorId: row.operator_id,
    technology: row.technology,
    siteState: row.site_state,
    isComplete: row.is_complete === 1,
    state: row.state,
    outcome: row.outcome === null ? null : (JSON.parse(row.outcome) as ImportOutcome),
    officeId: row.office_id,
    officeName: row.office_name,
    createdAt: row.created_at,
    createdByName: row.created_by_name,
    storedAt: row.stored_at,
    storedByName: row.stored_by_name,
    version: row.version,
  };
}

export function findImport(db: Db, id: string): StoredImport | null {
  const row = db.prepare(`${selectImport} WHERE i.id = ?`).get(id) as ImportRecord | undefined;
  return row ? toImport(row) : null;
}

/** The newest ones, discarded ones left out; of one office, or of all (null). */
export function listImports(db: Db, officeId: number | null, limit: number): StoredImport[] {
  const rows = db
    .prepare(
      `${selectImport} WHERE i.state <> 'discarded' AND (@officeId IS NULL OR i.office_id = @officeId)
       ORDER BY i.created_at DESC, i.id LIMIT @limit`,
    )
    .all({ officeId, limit }) as ImportRecord[];
  return rows.map(toImport);
}

/** The open preview that an account has of this very file. */
export function findOpenImport(
  db: Db,
  accountId: string,
  { sha256, kind }: Pick<StoredImport, 'sha256' | 'kind'>,
): StoredImport | null {
  const row = db
    .prepare(
      `${selectImport} WHERE i.sha256 = ? AND i.kind = ? AND i.created_by = ? AND i.state = 'preview'`,
    )
    .get(sha256, kind, accountId) as ImportRecord | undefined;
  return row ? toImport(row) : null;
}

export function countOpenImports(db: Db, accountId: string): number {
  return db
    .prepare("SELECT count(*) FROM import WHERE created_by = ? AND state = 'preview'")
    .pluck()
    .get(accountId) as number;
}

/** When the same sheet of the same file was stored as the same kind, the last time; null: never. */
export function findStoredBefore(
  db: Db,
  { id, sha256, kind, sheet }: StoredImport,
): { id: string; at: string; byName: string } | null {
  const row = db
    .prepare(
      `SELECT i.id, i.stored_at AS at, a.name AS byName
       FROM import i JOIN account a ON a.id = i.stored_by
       WHERE i.sha256 = ? AND i.kind = ? AND i.sheet = ? AND i.state = 'stored' AND i.id <> ?
       ORDER BY i.stored_at DESC LIMIT 1`,
    )
    .get(sha256, kind, sheet, id) as { id: string; at: string; byName: string } | undefined;
  return row ?? null;
}

export type NewImport = Pick<
  StoredImport,
  | 'id'
  | 'kind'
  | 'fileName'
  | 'sha256'
  | 'bytes'
  | 'sheets'
  | 'sheet'
  | 'mapping'
  | 'regencyCode'
  | 'operatorId'
>;

export type ImportChange = { accountId: string; officeId: number; at: Date };

/** Writes down a file as a preview, without its rows. */
export function insertImport(db: Db, file: NewImport, by: ImportChange): void {
  db.prepare(
    `INSERT INTO import (id, kind, file_name, sha256, bytes, sheets, sheet, mapping, regency_code,
       operator_id, state, office_id, created_at, created_by)
     VALUES (@id, @kind, @fileName, @sha256, @bytes, @sheets, @sheet, @mapping, @regencyCode,
       @operatorId, 'preview', @office, @at, @account)`,
  ).run({
    ...file,
    sheets: JSON.stringify(file.sheets),
    mapping: JSON.stringify(file.mapping),
    office: by.officeId,
    account: by.accountId,
    at: by.at.toISOString(),
  });
}

export type Manner = Pick<
  StoredImport,
  | 'sheet'
  | 'mapping'
  | 'source'
  | 'datedOn'
  | 'year'
  | 'regencyCode'
  | 'operatorId'
  | 'technology'
  | 'siteState'
  | 'isComplete'
>;

/** How the file is read from now on, as its next version; false when it is not at `version` any more. */
export function changeManner(db: Db, id: string, version: number, manner: Manner): boolean {
  const { changes } = db
    .prepare(
      `UPDATE import SET sheet = @sheet, mapping = @mapping, source = @source, dated_on = @datedOn,
         year = @year, regency_code = @regencyCode, operator_id = @operatorId,
         technology = @technology, site_state = @siteState, is_complete = @isComplete,
         version = version + 1
       WHERE id = @id AND version = @version AND state = 'preview'`,
    )
    .run({
      ...manner,
      mapping: JSON.stringify(manner.mapping),
      isComplete: Number(manner.isComplete),
      ...{ id, version },
    });
  return changes > 0;
}

/** Something about its rows is decided otherwise now. */
export function raiseVersion(db: Db, id: string): void {
  db.prepare('UPDATE import SET version = version + 1 WHERE id = ?').run(id);
}

export function setStored(db: Db, id: string, outcome: ImportOutcome, by: ImportChange): void {
  db.prepare(
    `UPDATE import SET state = 'stored', outcome = ?, stored_at = ?, stored_by = ?,
       version = version + 1 WHERE id = ?`,
  ).run(JSON.stringify(outcome), by.at.toISOString(), by.accountId, id);
}

export function setDiscarded(db: Db, id: string): void {
  db.prepare("UPDATE import SET state = 'discarded', version = version + 1 WHERE id = ?").run(id);
}

/** Discards the previews that were made before `at` and never stored, with their rows and files. */
export function discardOlder(db: Db, at: Date): void {
  const old = "SELECT id FROM import WHERE state = 'preview' AND created_at < ?";
  for (const table of ['import_row', 'import_file'])
    db.prepare(`DELETE FROM ${table} WHERE import_id IN (${old})`).run(at.toISOString());
  db.prepare(
    "UPDATE import SET state = 'discarded', version = version + 1 WHERE state = 'preview' AND created_at < ?",
  ).run(at.toISOString());
}

/** Which reports an import brought. */
export function linkReports(db: Db, importId: string, reportIds: readonly string[]): void {
  const link = db.prepare('UPDATE report SET import_id = ? WHERE id = ?');
  for (const id of reportIds) link.run(importId, id);
}

/** What a mapping is remembered for: `header` as headerKey gives it. */
export type MappingKey = { kind: ImportKindName; operatorId: string | null; header: string };

/**
 * How a file with this header was read the last time, of the same operator where there was one of it,
 * else of any; null: there was none.
 */
export function findMapping(
  db: Db,
  { kind, operatorId, header }: MappingKey,
): { mapping: ImportMapping; isOfOperator: boolean } | null {
  const row = db
    .prepare(
      `SELECT mapping, operator_id = @operatorId AS isOwn FROM import_mapping
       WHERE kind = @kind AND header = @header ORDER BY isOwn DESC, confirmed_at DESC LIMIT 1`,
    )
    .get({ kind, header, operatorId: operatorId ?? '' }) as
    | { mapping: string; isOwn: number }
    | undefined;
  if (!row) return null;
  return { mapping: JSON.parse(row.mapping) as ImportMapping, isOfOperator: row.isOwn === 1 };
}

export function keepMapping(
  db: Db,
  { kind, operatorId, header }: MappingKey,
  mapping: ImportMapping,
  at: Date,
): void {
  db.prepare('INSERT OR REPLACE INTO import_mapping VALUES (?, ?, ?, ?, ?)').run(
    kind,
    operatorId ?? '',
    header,
    JSON.stringify(mapping),
    at.toISOString(),
  );
}
