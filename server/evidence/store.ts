// Field reports in SQL: each with its statements, its versions, and where it stands on the map.
import type { Db } from '../platform/database.ts';
import { ReportInput, type Operator, type Report, type Statement } from './contract.ts';
import {
  deletePhotosOf,
  deletePhotosOfSamples,
  deletePhotosOfStrangers,
  photosOfReport,
  readPhotos,
} from './photo-store.ts';
import { keepVersion, type Change } from './version-store.ts';

type ReportRow = {
  id: string;
  village_code: string;
  lng: number | null;
  lat: number | null;
  position_source: ReportInput['positionSource'];
  accuracy_m: number | null;
  kind: ReportInput['kind'];
  locality_id: string | null;
  locality_name: string;
  facility_id: string | null;
  connection: ReportInput['connection'];
  environment: ReportInput['environment'];
  availability: ReportInput['availability'];
  participants: string;
  observed_on: string;
  note: string;
  state: Report['state'];
  asked_at: string | null;
  duplicate_of: string | null;
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
  photos: string;
  shown_lng: number;
  shown_lat: number;
};

/** A report as it is stored; who may edit it depends on who asks and is added by the route. */
export type StoredReport = Omit<Report, 'mayEdit'> & {
  authorId: string;
  updatedBy: string;
  shownAt: [lng: number, lat: number];
};

/** The statements of a report `r` as a column of its select: JSON of Statement[]. */
export const statementsOfReport = `
  (SELECT json_group_array(json_object('operatorId', s.operator_id, 'technology', s.technology,
     'strength', s.strength, 'isOutage', json(iif(s.is_outage, 'true', 'false')),
     'rsrpDbm', s.rsrp_dbm, 'downloadMbps', s.download_mbps, 'uploadMbps', s.upload_mbps))
   FROM report_statement s WHERE s.report_id = r.id)`;

const selectReport = `
  SELECT r.*, a.name AS author_name, u.name AS updated_by_name, f.name AS office_name,
    ${statementsOfReport} AS statements,
    ${photosOfReport} AS photos
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
    kind: row.kind,
    localityId: row.locality_id,
    localityName: row.locality_name,
    facilityId: row.facility_id,
    connection: row.connection,
    environment: row.environment,
    availability: row.availability,
    participants: JSON.parse(row.participants) as string[],
    observedOn: row.observed_on,
    statements: JSON.parse(row.statements) as Statement[],
    note: row.note,
    state: row.state,
    askedAt: row.asked_at,
    duplicateOf: row.duplicate_of,
    isSample: row.is_sample === 1,
    authorId: row.author_id,
    authorName: row.author_name,
    officeName: row.office_name,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    updatedByName: row.updated_by_name,
    photos: readPhotos(row.photos),
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

function prepareInsertStatements(db: Db) {
  const insert = db.prepare(
    `INSERT INTO report_statement (report_id, operator_id, technology, strength, is_outage, rsrp_dbm,
       download_mbps, upload_mbps)
     VALUES (@id, @operatorId, @technology, @strength, @outage, @rsrpDbm, @downloadMbps, @uploadMbps)`,
  );
  return (id: string, statements: readonly Statement[]) => {
    for (const { isOutage, ...statement } of statements)
      insert.run({ id, outage: Number(isOutage), ...statement });
  };
}

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
    kind: input.kind,
    locality: input.localityId,
    localityName: input.localityName,
    facility: input.facilityId,
    connection: input.connection,
    environment: input.environment,
    availability: input.availability,
    participants: JSON.stringify(input.participants),
    shownLng: shownAt[0],
    shownLat: shownAt[1],
    observed: input.observedOn,
    note: input.note,
  };
}

/** Prepares storing new reports, many at once; each becomes version 1. */
export function prepareInsertReport(db: Db, by: Change): (report: NewReport) => void {
  const at = by.at.toISOString();
  const insert = db.prepare(
    `INSERT INTO report (id, village_code, kind, locality_id, locality_name, facility_id, connection,
       environment, availability, participants, lng, lat, position_source, accuracy_m, shown_lng,
       shown_lat, observed_on, note, state, is_sample, author_id, office_id, created_at, updated_at,
       updated_by)
     VALUES (@id, @village, @kind, @locality, @localityName, @facility, @connection,
       @environment, @availability, @participants, @lng, @lat, @source, @accuracy, @shownLng,
       @shownLat, @observed, @note, @state, @sample, @account, @office, @at, @at,
       @account)`,
  );
  const insertStatements = prepareInsertStatements(db);
  return (report) => {
    insert.run({
      ...columnsOf(report.input, report.shownAt),
      id: report.id,
      state: report.state,
      sample: Number(report.isSample),
      account: by.accountId,
      office: by.officeId,
      at,
    });
    insertStatements(report.id, report.input.statements);
    deletePhotosOfStrangers(db, report.id, by.accountId);
    keepVersion(db, report.id, 1, report.input, by);
  };
}

/** Stores one new report as version 1. */
export function insertReport(db: Db, report: NewReport, by: Change): void {
  prepareInsertReport(db, by)(report);
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
    `UPDATE report SET village_code = @village, kind = @kind, locality_id = @locality,
       locality_name = @localityName, facility_id = @facility, connection = @connection,
       environment = @environment, availability = @availability, participants = @participants,
       lng = @lng, lat = @lat, position_source = @source, accuracy_m = @accuracy,
       shown_lng = @shownLng, shown_lat = @shownLat, observed_on = @observed,
       note = @note, asked_at = NULL, updated_at = @at, updated_by = @account, version = @version
     WHERE id = @id`,
  ).run({
    ...columnsOf(input, shownAt),
    id: before.id,
    at: by.at.toISOString(),
    account: by.accountId,
    version,
  });
  db.prepare('DELETE FROM report_statement WHERE report_id = ?').run(before.id);
  prepareInsertStatements(db)(before.id, input.statements);
  keepVersion(db, before.id, version, input, by);
}

/** Stores which locality a report means, as its next version; what the report said stays. */
export function linkLocality(db: Db, id: string, localityId: string): void {
  db.prepare(
    `UPDATE report SET locality_id = ?, locality_name = '', version = version + 1 WHERE id = ?`,
  ).run(localityId, id);
}

/**
 * Removes a report that was taken back, with its statements and versions; the audit row keeps what
 * it said, and its id is never taken again.
 */
export function withdrawReport(db: Db, id: string, at: Date): void {
  deletePhotosOf(db, id);
  db.prepare('DELETE FROM report WHERE id = ?').run(id);
  db.prepare('INSERT INTO report_withdrawn VALUES (?, ?)').run(id, at.toISOString());
}

export function isWithdrawn(db: Db, id: string): boolean {
  return db.prepare('SELECT 1 FROM report_withdrawn WHERE id = ?').get(id) !== undefined;
}

/** Removes all samples and gives back the villages they were about. */
export function deleteSamples(db: Db): string[] {
  const villages = db
    .prepare('SELECT DISTINCT village_code FROM report WHERE is_sample = 1')
    .pluck()
    .all() as string[];
  deletePhotosOfSamples(db);
  db.prepare('DELETE FROM report WHERE is_sample = 1').run();
  return villages;
}
