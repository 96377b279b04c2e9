// Facilities in SQL, each with what reports say about its connection; lists, counts, saving one or many.
import { randomUUID } from 'node:crypto';
import type { Db } from '../platform/database.ts';
import { newTally, type Tally } from '../platform/tally.ts';
import type { FacilityConnection, FacilityInput, FacilityKind } from './contract.ts';
import { facilityKey } from './facility-key.ts';
import { judgeConnection, type Told } from './rules.ts';

type FacilityRow = {
  id: string;
  village_code: string;
  locality_id: string | null;
  kind: FacilityKind;
  name: string;
  lng: number | null;
  lat: number | null;
  connection: FacilityConnection;
  connection_on: string | null;
  source: string;
  updated_at: string;
  updated_by: string;
  version: number;
  told: string;
};

export type StoredFacility = FacilityInput & {
  id: string;
  updatedAt: string;
  updatedBy: string;
  version: number;
  /** What reports say, verified or not; samples and rejected ones say nothing. */
  told: Told[];
};

export type Change = { accountId: string; at: Date };

const speaksOfConnection = `r.facility_id = f.id AND r.connection IS NOT NULL
  AND r.state IN ('submitted', 'verified') AND r.is_sample = 0`;

const selectFacility = `
  SELECT f.*, (SELECT json_group_array(json_object('reportId', r.id, 'connection', r.connection,
      'on', r.observed_on, 'recordedAt', r.created_at,
      'verified', json(iif(r.state = 'verified', 'true', 'false'))))
    FROM report r WHERE ${speaksOfConnection}) AS told
  FROM facility f`;

function toFacility(row: FacilityRow): StoredFacility {
  return {
    id: row.id,
    villageCode: row.village_code,
    localityId: row.locality_id,
    kind: row.kind,
    name: row.name,
    position: row.lng === null || row.lat === null ? null : [row.lng, row.lat],
    connection: row.connection,
    connectionOn: row.connection_on,
    source: row.source,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    version: row.version,
    told: JSON.parse(row.told) as Told[],
  };
}

/** Of village codes: an area's range, 'ID' is everything. */
function rangeOf(code: string): [string, string] {
  return code === 'ID' ? ['0', ':'] : [code, `${code}.~`];
}

export function findFacility(db: Db, id: string): StoredFacility | null {
  const row = db.prepare(`${selectFacility} WHERE f.id = ?`).get(id) as FacilityRow | undefined;
  return row ? toFacility(row) : null;
}

/** The id of the facility of a village that has this kind and name; null: none has. */
export function findFacilityId(
  db: Db,
  { villageCode, kind, name }: Pick<FacilityInput, 'villageCode' | 'kind' | 'name'>,
): string | null {
  const id = db
    .prepare('SELECT id FROM facility WHERE village_code = ? AND kind = ? AND name_key = ?')
    .pluck()
    .get(villageCode, kind, facilityKey(name));
  return typeof id === 'string' ? id : null;
}

/** The facilities of the villages in `code` ('ID': all), by village, kind and name. */
export function listFacilities(db: Db, code: string, limit: number): StoredFacility[] {
  const rows = db
    .prepare(
      `${selectFacility} WHERE f.village_code BETWEEN ? AND ?
       ORDER BY f.village_code, f.kind, f.name_key LIMIT ?`,
    )
    .all(...rangeOf(code), limit) as FacilityRow[];
  return rows.map(toFacility);
}

/** The facilities whose point lies in [west, south, east, north]. */
export function listFacilitiesWithin(
  db: Db,
  [west, south, east, north]: readonly [number, number, number, number],
  limit: number,
): StoredFacility[] {
  const rows = db
    .prepare(
      `${selectFacility} WHERE f.lat >= ? AND f.lat <= ? AND f.lng >= ? AND f.lng <= ? LIMIT ?`,
    )
    .all(south, north, west, east, limit) as FacilityRow[];
  return rows.map(toFacility);
}

type Counted = { kind: FacilityKind; connection: FacilityConnection; count: number };

/**
 * How many facilities of the villages in `code` have which connection, as it counts. Those without a
 * verified report are counted from the index; the others are judged one by one.
 */
export function countConnections(db: Db, code: string): Counted[] {
  const range = rangeOf(code);
  const verified = `SELECT r.facility_id FROM report r
    WHERE r.facility_id IS NOT NULL AND r.connection IS NOT NULL AND r.state = 'verified'
      AND r.is_sample = 0`;
  const listed = db
    .prepare(
      `SELECT kind, connection, count(*) AS count FROM facility
       WHERE village_code BETWEEN ? AND ? AND id NOT IN (${verified}) GROUP BY kind, connection`,
    )
    .all(...range) as Counted[];
  const reported = db
    .prepare(`${selectFacility} WHERE f.village_code BETWEEN ? AND ? AND f.id IN (${verified})`)
    .all(...range) as FacilityRow[];
  return [
    ...listed,
    ...reported.map(toFacility).map(({ kind, connection, connectionOn, told }) => ({
      kind,
      connection: judgeConnection({ connection, on: connectionOn }, told).counted.connection,
      count: 1,
    })),
  ];
}

/** Who stands behind each report that speaks of a facility's connection, by the report's id. */
export function listTellers(
  db: Db,
  facilityId: string,
): Map<string, { sourceName: string; officeName: string }> {
  const rows = db
    .prepare(
      `SELECT r.id, a.name AS sourceName, o.name AS officeName
       FROM report r JOIN account a ON a.id = r.author_id JOIN office o ON o.id = r.office_id
       WHERE r.facility_id = ?`,
    )
    .all(facilityId) as { id: string; sourceName: string; officeName: string }[];
  return new Map(rows.map(({ id, ...teller }) => [id, teller]));
}

function columnsOf(input: FacilityInput, by: Change) {
  const { villageCode, localityId, kind, name, connection, connectionOn, source } = input;
  return {
    ...{ villageCode, localityId, kind, name, connection, connectionOn, source },
    key: facilityKey(name),
    lng: input.position?.[0] ?? null,
    lat: input.position?.[1] ?? null,
    at: by.at.toISOString(),
    account: by.accountId,
  };
}

function prepareInsert(db: Db, by: Change) {
  const insert = db.prepare(
    `INSERT INTO facility (id, village_code, locality_id, kind, name, name_key, lng, lat, connection,
       connection_on, source, created_at, updated_at, updated_by)
     VALUES (@id, @villageCode, @localityId, @kind, @name, @key, @lng, @lat, @connection,
       @connectionOn, @source, @at, @at, @account)`,
  );
  return (id: string, input: FacilityInput) => insert.run({ id, ...columnsOf(input, by) });
}

function prepareUpdate(db: Db, by: Change) {
  const update = db.prepare(
    `UPDATE facility SET village_code = @villageCode, locality_id = @localityId, kind = @kind,
       name = @name, name_key = @key, lng = @lng, lat = @lat, connection = @connection,
       connection_on = @connectionOn, source = @source, updated_at = @at, updated_by = @account,
       version = version + 1
     WHERE id = @id`,
  );
  return (id: string, input: FacilityInput) => update.run({ id, ...columnsOf(input, by) });
}

export function insertFacility(db: Db, id: string, input: FacilityInput, by: Change): void {
  prepareInsert(db, by)(id, input);
}

/** Writes `input` as the next version. */
export function updateFacility(db: Db, id: string, input: FacilityInput, by: Change): void {
  prepareUpdate(db, by)(id, input);
}

/** Removes one about which no report speaks. */
export function deleteFacility(db: Db, id: string): void {
  db.prepare('DELETE FROM facility WHERE id = ?').run(id);
}

/** How many reports, of any state, are about a facility. */
export function countReportsAbout(db: Db, id: string): number {
  return db.prepare('SELECT count(*) FROM report WHERE facility_id = ?').pluck().get(id) as number;
}

/** A row of an import over what is known: it takes away no point, no locality and no newer connection. */
function merged(before: FacilityInput, row: FacilityInput): FacilityInput {
  const isOlder = (row.connectionOn ?? '') < (before.connectionOn ?? '');
  return {
    ...row,
    position: row.position ?? before.position,
    localityId: row.localityId ?? before.localityId,
    connection: isOlder ? before.connection : row.connection,
    connectionOn: isOlder ? before.connectionOn : row.connectionOn,
  };
}

/** Whether they say the same, wherever they say it from. */
function isSame(a: FacilityInput, b: FacilityInput): boolean {
  const key = ({ name, position, localityId, connection, connectionOn }: FacilityInput) =>
    JSON.stringify([name, position, localityId, connection, connectionOn]);
  return key(a) === key(b);
}

/**
 * Writes many facilities, in the caller's transaction: one that the village has under the same kind
 * and name is changed where it differs. Gives back the id of each row, in order.
 */
export function saveFacilities(
  db: Db,
  rows: readonly FacilityInput[],
  by: Change,
): Tally & { ids: string[] } {
  const find = db.prepare(
    `${selectFacility} WHERE f.village_code = ? AND f.kind = ? AND f.name_key = ?`,
  );
  const [insert, update] = [prepareInsert(db, by), prepareUpdate(db, by)];
  const tally = { ...newTally(), ids: [] as string[] };
  for (const row of rows) {
    const key = facilityKey(row.name);
    const found = find.get(row.villageCode, row.kind, key) as FacilityRow | undefined;
    const before = found && toFacility(found);
    const id = before?.id ?? randomUUID();
    tally.ids.push(id);
    if (!before) insert(id, row);
    const next = before && merged(before, row);
    const hasChanged = before && next && !isSame(before, next);
    if (hasChanged) update(id, next);
    tally[!before ? 'inserted' : hasChanged ? 'changed' : 'unchanged'] += 1;
  }
  return tally;
}
