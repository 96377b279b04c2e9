// The derived statuses in SQL: written village by village, read as one small list.
import { findMeta, setMeta, type Db } from '../platform/database.ts';
import {
  flagDigits,
  placeStatuses,
  statusFlags,
  type PlaceStatus,
  type StatusChange,
  type StatusCounts,
} from './contract.ts';
import { monthsBefore } from './rules.ts';
import { readSettings } from './settings-store.ts';

/** A row of place_status without its version; booleans as SQLite keeps them. */
export type PlaceRow = {
  id: number;
  status: PlaceStatus;
  confirmed: number;
  observed_on: string | null;
  is_sample: number;
  has_conflict: number;
  is_lacking: number;
  is_modelled: number;
  majority: PlaceStatus | null;
  known_tenths: number;
  served_fraction: number | null;
};

/** A row of operator_status. */
export type OperatorRow = Omit<PlaceRow, 'served_fraction'> & {
  operator_id: string;
  technology: string;
};

/** A row of locality_status. */
export type LocalityRow = {
  locality_id: string;
  status: PlaceStatus;
  confirmed: number;
  observed_on: string | null;
  is_sample: number;
  has_conflict: number;
  is_lacking: number;
  is_modelled: number;
};

/** All that is derived of one village; rows of nothing known are left out. */
export type DerivedVillage = {
  place: PlaceRow;
  operators: OperatorRow[];
  localities: LocalityRow[];
};

/** Counts up with every change of any status; 0 in a new database. */
export function statusVersion(db: Db): number {
  return Number(findMeta(db, 'status_version') ?? '0');
}

/** The first day on which evidence counts as fresh on `today`, both ISO dates. */
export function readFreshSince(db: Db, today: string): string {
  return monthsBefore(today, readSettings(db).settings.evidenceAgeMonths);
}

export function toChange(row: PlaceRow, freshSince: string): StatusChange {
  const isKnown = row.status !== 'unknown';
  const flags =
    (isKnown && !row.confirmed ? statusFlags.unconfirmed : 0) +
    (row.observed_on !== null && row.observed_on < freshSince ? statusFlags.stale : 0) +
    (row.is_sample ? statusFlags.sample : 0) +
    (row.has_conflict ? statusFlags.conflict : 0) +
    (row.is_lacking ? statusFlags.lacking : 0) +
    (row.is_modelled ? statusFlags.modelled : 0);
  const { id, status, majority, known_tenths: knownTenths } = row;
  return { id, status, majority, flags, knownTenths };
}

function isSame<T extends object>(a: T, b: T): boolean {
  return Object.entries(a).every(([key, value]) => Reflect.get(b, key) === value);
}

function areSame<T extends object>(before: readonly T[], after: readonly T[]): boolean {
  return (
    before.length === after.length &&
    after.every((row, index) => isSame(row, before[index] ?? ({} as T)))
  );
}

/** Prepares writing; the returned function stores one village and tells whether anything changed. */
export function prepareSave(db: Db): (village: DerivedVillage, version: number) => boolean {
  const findPlace = db.prepare('SELECT * FROM place_status WHERE id = ?');
  const listOperators = db.prepare(
    'SELECT * FROM operator_status WHERE id = ? ORDER BY operator_id',
  );
  const listLocalities = db.prepare(
    `SELECT s.* FROM locality l JOIN locality_status s ON s.locality_id = l.id
     WHERE l.village_code = (SELECT code FROM region WHERE id = ?) ORDER BY s.locality_id`,
  );
  const savePlace = db.prepare(
    `INSERT OR REPLACE INTO place_status (id, status, confirmed, observed_on, is_sample, has_conflict,
       is_lacking, is_modelled, majority, known_tenths, served_fraction, version)
     VALUES (@id, @status, @confirmed, @observed_on, @is_sample, @has_conflict, @is_lacking,
       @is_modelled, @majority, @known_tenths, @served_fraction, @version)`,
  );
  const dropOperators = db.prepare('DELETE FROM operator_status WHERE id = ?');
  const saveOperator = db.prepare(
    `INSERT INTO operator_status (id, operator_id, status, technology, confirmed, observed_on,
       is_sample, has_conflict, is_lacking, is_modelled, majority, known_tenths)
     VALUES (@id, @operator_id, @status, @technology, @confirmed, @observed_on, @is_sample,
       @has_conflict, @is_lacking, @is_modelled, @majority, @known_tenths)`,
  );
  const saveLocality = db.prepare(
    `INSERT OR REPLACE INTO locality_status (locality_id, status, confirmed, observed_on, is_sample,
       has_conflict, is_lacking, is_modelled)
     VALUES (@locality_id, @status, @confirmed, @observed_on, @is_sample, @has_conflict,
       @is_lacking, @is_modelled)`,
  );
  return ({ place, operators, localities }, version) => {
    const before = findPlace.get(place.id) as PlaceRow | undefined;
    if (before === undefined && place.status === 'unknown' && operators.length === 0) return false;
    const sorted = operators.toSorted((a, b) => (a.operator_id < b.operator_id ? -1 : 1));
    const hasSamePlace = before !== undefined && isSame(place, before);
    const hasSameOperators = areSame(listOperators.all(place.id) as OperatorRow[], sorted);
    const hasSameLocalities =
      localities.length === 0 ||
      areSame(
        listLocalities.all(place.id) as LocalityRow[],
        localities.toSorted((a, b) => (a.locality_id < b.locality_id ? -1 : 1)),
      );
    if (hasSamePlace && hasSameOperators && hasSameLocalities) return false;
    savePlace.run({ ...place, version });
    if (!hasSameOperators) {
      dropOperators.run(place.id);
      for (const row of operators) saveOperator.run(row);
    }
    if (!hasSameLocalities) for (const row of localities) saveLocality.run(row);
    return true;
  };
}

export function setStatusVersion(db: Db, version: number): void {
  setMeta(db, 'status_version', String(version));
}

/** What changed after `version`, or null when that is more than `limit` places. */
export function listChangesSince(
  db: Db,
  version: number,
  today: string,
  limit: number,
): StatusChange[] | null {
  const rows = db
    .prepare('SELECT * FROM place_status WHERE version > ? ORDER BY version LIMIT ?')
    .all(version, limit + 1) as PlaceRow[];
  if (rows.length > limit) return null;
  const freshSince = readFreshSince(db, today);
  return rows.map((row) => toChange(row, freshSince));
}

function noCounts(): Record<PlaceStatus, number> {
  return Object.fromEntries(placeStatuses.map((status) => [status, 0])) as Record<
    PlaceStatus,
    number
  >;
}

/** Counts of the villages whose ids lie in [firstId, lastId] by confirmed status. */
export function countStatuses(
  db: Db,
  [firstId, lastId]: readonly [number, number],
  total: number,
): StatusCounts {
  const rows = db
    .prepare(
      `SELECT status, confirmed, is_modelled AS modelled, count(*) AS places FROM place_status
       WHERE id BETWEEN ? AND ? AND status <> 'unknown' GROUP BY status, confirmed, is_modelled`,
    )
    .all(firstId, lastId) as {
    status: PlaceStatus;
    confirmed: number;
    modelled: number;
    places: number;
  }[];
  const counted = rows.filter((row) => row.confirmed);
  const byStatus = noCounts();
  const modelled = noCounts();
  for (const row of counted) (row.modelled ? modelled : byStatus)[row.status] = row.places;
  const known = counted.reduce((sum, row) => sum + row.places, 0);
  byStatus.unknown = total - known;
  const reported = rows.filter((row) => !row.confirmed).reduce((sum, row) => sum + row.places, 0);
  return { total, byStatus, modelled, reported };
}

/** SQL for one of flagDigits; the arguments are SQL expressions of 0 or 1. */
export function flagsDigit(stale: string): string {
  return `substr('${flagDigits}', 1 + (confirmed = 0) * ${statusFlags.unconfirmed}
    + (${stale}) * ${statusFlags.stale} + is_sample * ${statusFlags.sample}
    + has_conflict * ${statusFlags.conflict} + is_lacking * ${statusFlags.lacking}
    + is_modelled * ${statusFlags.modelled}, 1)`;
}
