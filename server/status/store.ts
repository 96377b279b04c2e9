// The derived statuses: refreshed when evidence changes, read as one small list.
import type { Strength, Technology } from '#contract/evidence';
import { findMeta, setMeta, type Db } from '../platform/database.ts';
import {
  placeStatuses,
  statusFlags,
  type PlaceStatus,
  type StatusChange,
  type StatusCounts,
  type StatusList,
} from './contract.ts';
import { freshSince, judgePlace, type Evidence } from './rules.ts';

type EvidenceRow = {
  report_id: string;
  operator_id: string;
  technology: Technology;
  strength: Strength | null;
  observed_on: string;
  created_at: string;
  state: string;
  is_sample: number;
  author_name: string;
  office_name: string;
};

/** Evidence with the names that "why" shows. */
export type NamedEvidence = Evidence & { authorName: string; officeName: string };

const selectEvidence = `
  SELECT r.id AS report_id, coalesce(o.successor_id, s.operator_id) AS operator_id, s.technology,
    s.strength, r.observed_on, r.created_at, r.state, r.is_sample,
    a.name AS author_name, f.name AS office_name
  FROM report r
  JOIN report_statement s ON s.report_id = r.id
  JOIN operator o ON o.id = s.operator_id
  JOIN account a ON a.id = r.author_id
  JOIN office f ON f.id = r.office_id
  WHERE r.village_code = ? AND r.state IN ('submitted', 'verified')`;

/** What counts or is shown as evidence about a village; rejected reports and duplicates do neither. */
export function listEvidence(db: Db, villageCode: string): NamedEvidence[] {
  return (db.prepare(selectEvidence).all(villageCode) as EvidenceRow[]).map((row) => ({
    reportId: row.report_id,
    operatorId: row.operator_id,
    technology: row.technology,
    strength: row.strength,
    observedOn: row.observed_on,
    recordedAt: row.created_at,
    verified: row.state === 'verified',
    isSample: row.is_sample === 1,
    authorName: row.author_name,
    officeName: row.office_name,
  }));
}

/** The operators that serve the province today, those taken over left out. */
export function listServingOperators(db: Db): { id: string; name: string }[] {
  return db
    .prepare(
      'SELECT id, name FROM operator WHERE is_mobile = 1 AND successor_id IS NULL ORDER BY rowid',
    )
    .all() as { id: string; name: string }[];
}

/** Counts up with every change of any status; 0 in a new database. */
export function statusVersion(db: Db): number {
  return Number(findMeta(db, 'status_version') ?? '0');
}

type StatusRow = {
  id: number;
  status: PlaceStatus;
  confirmed: number;
  observed_on: string | null;
  is_sample: number;
};

function toChange(row: StatusRow, freshFrom: string): StatusChange {
  const isStale = row.observed_on !== null && row.observed_on < freshFrom;
  const flags =
    (row.confirmed || row.status === 'unknown' ? 0 : statusFlags.unconfirmed) +
    (isStale ? statusFlags.stale : 0) +
    (row.is_sample ? statusFlags.sample : 0);
  return { id: row.id, status: row.status, flags };
}

/**
 * Derives the status of the villages again and stores what changed, in the caller's transaction.
 * Gives back the changes, each with the new version; none when all stayed as it was.
 */
export function refreshStatuses(
  db: Db,
  villageCodes: readonly string[],
  today: string,
): StatusChange[] {
  const operatorIds = listServingOperators(db).map((operator) => operator.id);
  const findRow = db.prepare('SELECT * FROM place_status WHERE id = ?');
  const regionId = db.prepare('SELECT id FROM region WHERE code = ?').pluck();
  const write = db.prepare(
    `INSERT INTO place_status (id, status, confirmed, observed_on, is_sample, version)
     VALUES (@id, @status, @confirmed, @observed_on, @is_sample, @version)
     ON CONFLICT (id) DO UPDATE SET status = excluded.status, confirmed = excluded.confirmed,
       observed_on = excluded.observed_on, is_sample = excluded.is_sample, version = excluded.version`,
  );
  const version = statusVersion(db) + 1;
  const changes: StatusChange[] = [];
  for (const code of villageCodes) {
    const verdict = judgePlace(listEvidence(db, code), operatorIds);
    const row: StatusRow = {
      id: regionId.get(code) as number,
      status: verdict.status,
      confirmed: Number(verdict.confirmed),
      observed_on: verdict.observedOn,
      is_sample: Number(verdict.isSample),
    };
    const before = (findRow.get(row.id) as StatusRow | undefined) ?? { ...row, status: 'unknown' };
    const isSame =
      before.status === row.status &&
      before.confirmed === row.confirmed &&
      before.observed_on === row.observed_on &&
      before.is_sample === row.is_sample;
    if (isSame) continue;
    write.run({ ...row, version });
    changes.push(toChange(row, freshSince(today)));
  }
  if (changes.length > 0) setMeta(db, 'status_version', String(version));
  return changes;
}

const statusDigit = `CASE status ${placeStatuses
  .map((status, digit) => `WHEN '${status}' THEN '${digit}'`)
  .join(' ')} END`;

/**
 * All that is known, packed as StatusList says. SQLite puts the columns together, which is several
 * times faster than handing over a row for each of 83,762 villages.
 */
export function readStatusList(db: Db, today: string): StatusList {
  const packed = db
    .prepare(
      `SELECT group_concat(id) AS ids, group_concat(${statusDigit}, '') AS statuses,
         group_concat((confirmed = 0) * ${statusFlags.unconfirmed}
           + (observed_on < ?) * ${statusFlags.stale} + is_sample * ${statusFlags.sample}, '') AS flags
       FROM (SELECT * FROM place_status WHERE status <> 'unknown' ORDER BY id)`,
    )
    .get(freshSince(today)) as { ids: string | null; statuses: string; flags: string };
  const version = statusVersion(db);
  if (packed.ids === null) return { version, idSteps: [], statuses: '', flags: '' };
  let previous = 0;
  const idSteps = packed.ids.split(',').map((text) => {
    const id = Number(text);
    const step = id - previous;
    previous = id;
    return step;
  });
  return { version, idSteps, statuses: packed.statuses, flags: packed.flags };
}

/** What changed after `version`, or null when that is more than `limit` places. */
export function listChangesSince(
  db: Db,
  version: number,
  today: string,
  limit: number,
): StatusChange[] | null {
  const rows = db
    .prepare(
      `SELECT id, status, confirmed, observed_on, is_sample FROM place_status
       WHERE version > ? ORDER BY version LIMIT ?`,
    )
    .all(version, limit + 1) as StatusRow[];
  if (rows.length > limit) return null;
  return rows.map((row) => toChange(row, freshSince(today)));
}

/** Counts of the villages whose ids lie in [firstId, lastId] by confirmed status. */
export function countStatuses(
  db: Db,
  [firstId, lastId]: readonly [number, number],
  total: number,
): StatusCounts {
  const rows = db
    .prepare(
      `SELECT status, confirmed, count(*) AS places FROM place_status
       WHERE id BETWEEN ? AND ? AND status <> 'unknown' GROUP BY status, confirmed`,
    )
    .all(firstId, lastId) as { status: PlaceStatus; confirmed: number; places: number }[];
  const counted = rows.filter((row) => row.confirmed);
  const byStatus = Object.fromEntries(placeStatuses.map((status) => [status, 0])) as Record<
    PlaceStatus,
    number
  >;
  for (const row of counted) byStatus[row.status] = row.places;
  const known = counted.reduce((sum, row) => sum + row.places, 0);
  byStatus.unknown = total - known;
  const reported = rows.filter((row) => !row.confirmed).reduce((sum, row) => sum + row.places, 0);
  return { total, byStatus, reported };
}
