// Field reports in SQL: each with its statements, its versions, and where it stands on the map.
import type { Db } from '../platform/database.ts';
import type { Operator, Report, ReportInput, Statement } from './contract.ts';

type ReportRow = {
  id: string;
  village_code: string;
  lng: number | null;
  lat: number | null;
  position_source: ReportInput['positionSource'];
  accuracy_m: number | null;
  observed_on: string;
  note: string;
  state: Report['state'];
  is_sample: number;
  author_id: string;
  author_name: string;
  office_id: number;
  office_name: string;
  created_at: string;
  updated_at: string;
  updated_by: string;
  updated_by_name: string;
  version: number;
  statements: string;
  shown_lng: number;
  shown_lat: number;
};

/** A report as it is stored; who may edit it depends on who asks and is added by the route. */
export type StoredReport = Omit<Report, 'mayEdit'> & {
  authorId: string;
  updatedBy: string;
  shownAt: [lng: number, lat: number];
};

const selectReport = `
  SELECT r.*, a.name AS author_name, u.name AS updated_by_name, f.name AS office_name,
    (SELECT json_group_array(json_object('operatorId', s.operator_id, 'technology', s.technology,
       'strength', s.strength)) FROM report_statement s WHERE s.report_id = r.id) AS statements
  FROM report r
  JOIN account a ON a.id = r.author_id
  JOIN account u ON u.id = r.updated_by
  JOIN office f ON f.id = r.office_id`;

function toReport(row: ReportRow): StoredReport {
  return {
    id: row.id,
    villageCode: row.village_code,
    position: row.lng === null || row.lat === null ? null : [row.lng, row.lat],
    positionSource: row.position_source,
    accuracyM: row.accuracy_m,
    observedOn: row.observed_on,
    statements: JSON.parse(row.statements) as Statement[],
    note: row.note,
    state: row.state,
    isSample: row.is_sample === 1,
    authorId: row.author_id,
    authorName: row.author_name,
    officeName: row.office_name,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    updatedByName: row.updated_by_name,
    version: row.version,
    shownAt: [row.shown_lng, row.shown_lat],
  };
}

export function listOperators(db: Db): Operator[] {
  const rows = db
    .prepare(
      `SELECT id, name, is_mobile FROM operator WHERE successor_id IS NULL
       ORDER BY is_mobile DESC, rowid`,
    )
    .all() as { id: string; name: string; is_mobile: number }[];
  return rows.map(({ id, name, is_mobile }) => ({ id, name, isMobile: is_mobile === 1 }));
}

export function findReport(db: Db, id: string): StoredReport | null {
  const row = db.prepare(`${selectReport} WHERE r.id = ?`).get(id) as ReportRow | undefined;
  return row ? toReport(row) : null;
}

/** The reports of a village, the newest observation first. */
export function listReports(db: Db, villageCode: string): StoredReport[] {
  const rows = db
    .prepare(
      `${selectReport} WHERE r.village_code = ? ORDER BY r.observed_on DESC, r.created_at DESC LIMIT 200`,
    )
    .all(villageCode) as ReportRow[];
  return rows.map(toReport);
}

/** The reports inside [west, south, east, north]; at most 500. */
export function listReportsWithin(
  db: Db,
  [west, south, east, north]: readonly [number, number, number, number],
): StoredReport[] {
  const rows = db
    .prepare(
      `${selectReport} WHERE r.shown_lat BETWEEN ? AND ? AND r.shown_lng BETWEEN ? AND ? LIMIT 500`,
    )
    .all(south, north, west, east) as ReportRow[];
  return rows.map(toReport);
}

export function countReports(db: Db): { reports: number; samples: number } {
  const samples = db
    .prepare('SELECT count(*) FROM report WHERE is_sample = 1')
    .pluck()
    .get() as number;
  const reports = db.prepare('SELECT count(*) FROM report').pluck().get() as number;
  return { reports, samples };
}

function replaceStatements(db: Db, id: string, statements: readonly Statement[]): void {
  db.prepare('DELETE FROM report_statement WHERE report_id = ?').run(id);
  const insert = db.prepare('INSERT INTO report_statement VALUES (?, ?, ?, ?)');
  for (const { operatorId, technology, strength } of statements)
    insert.run(id, operatorId, technology, strength);
}

function keepVersion(db: Db, id: string, version: number, input: ReportInput, by: Change): void {
  db.prepare('INSERT INTO report_version VALUES (?, ?, ?, ?, ?)').run(
    id,
    version,
    JSON.stringify(input),
    by.at.toISOString(),
    by.accountId,
  );
}

/** Who makes a change, and when. */
export type Change = { accountId: string; officeId: number; at: Date };

export type NewReport = {
  id: string;
  input: ReportInput;
  /** Where it stands on the map: its position, else the village's point. */
  shownAt: readonly [lng: number, lat: number];
  state: Report['state'];
  isSample: boolean;
};

function columnsOf(input: ReportInput, shownAt: readonly [number, number]) {
  return {
    village: input.villageCode,
    lng: input.position?.[0] ?? null,
    lat: input.position?.[1] ?? null,
    source: input.positionSource,
    accuracy: input.accuracyM,
    shownLng: shownAt[0],
    shownLat: shownAt[1],
    observed: input.observedOn,
    note: input.note,
  };
}

/** Stores a new report as version 1. */
export function insertReport(db: Db, report: NewReport, by: Change): void {
  const at = by.at.toISOString();
  db.prepare(
    `INSERT INTO report (id, village_code, lng, lat, position_source, accuracy_m, shown_lng, shown_lat,
       observed_on, note, state, is_sample, author_id, office_id, created_at, updated_at, updated_by)
     VALUES (@id, @village, @lng, @lat, @source, @accuracy, @shownLng, @shownLat,
       @observed, @note, @state, @sample, @account, @office, @at, @at, @account)`,
  ).run({
    ...columnsOf(report.input, report.shownAt),
    id: report.id,
    state: report.state,
    sample: Number(report.isSample),
    account: by.accountId,
    office: by.officeId,
    at,
  });
  replaceStatements(db, report.id, report.input.statements);
  keepVersion(db, report.id, 1, report.input, by);
}

/** Writes `input` as the next version of a report. */
export function updateReport(
  db: Db,
  before: StoredReport,
  input: ReportInput,
  shownAt: readonly [number, number],
  by: Change,
): void {
  const version = before.version + 1;
  db.prepare(
    `UPDATE report SET village_code = @village, lng = @lng, lat = @lat, position_source = @source,
       accuracy_m = @accuracy, shown_lng = @shownLng, shown_lat = @shownLat, observed_on = @observed,
       note = @note, updated_at = @at, updated_by = @account, version = @version
     WHERE id = @id`,
  ).run({
    ...columnsOf(input, shownAt),
    id: before.id,
    at: by.at.toISOString(),
    account: by.accountId,
    version,
  });
  replaceStatements(db, before.id, input.statements);
  keepVersion(db, before.id, version, input, by);
}

/** What a version of a report said; null when there is no such version. */
export function findVersion(db: Db, id: string, version: number): ReportInput | null {
  const input = db
    .prepare('SELECT input FROM report_version WHERE report_id = ? AND version = ?')
    .pluck()
    .get(id, version);
  return typeof input === 'string' ? (JSON.parse(input) as ReportInput) : null;
}

/** Removes a report with its statements and versions; the audit row keeps what it said. */
export function deleteReport(db: Db, id: string): void {
  db.prepare('DELETE FROM report WHERE id = ?').run(id);
}

/** Removes all samples and gives back the villages they were about. */
export function deleteSamples(db: Db): string[] {
  const villages = db
    .prepare('SELECT DISTINCT village_code FROM report WHERE is_sample = 1')
    .pluck()
    .all() as string[];
  db.prepare('DELETE FROM report WHERE is_sample = 1').run();
  return villages;
}
