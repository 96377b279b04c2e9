// Localities in SQL: lists of an area or of a view, saving one or many, and what hangs on them.
import { randomUUID } from 'node:crypto';
import type { PlaceStatus } from '#contract/status';
import type { Db } from '../platform/database.ts';
import { newTally, type Tally } from '../platform/tally.ts';
import type { Bounds, Position } from './contract.ts';
import type { LocalityInput, LocalityUses } from './locality-contract.ts';
import { keyOfLocality } from './locality-names.ts';

type LocalityRow = {
  id: string;
  village_code: string;
  kind: string;
  name: string;
  lng: number | null;
  lat: number | null;
  source: string;
  updated_at: string;
  updated_by: string;
  version: number;
  status: PlaceStatus | null;
  confirmed: number | null;
  observed_on: string | null;
  is_modelled: number | null;
};

/** A locality with its derived status, without who lives there and what the caller may do. */
export type StoredLocality = LocalityInput & {
  id: string;
  updatedAt: string;
  updatedBy: string;
  version: number;
  status: PlaceStatus;
  confirmed: boolean;
  modelled: boolean;
  /** The day of its newest evidence; null when nothing is known. */
  observedOn: string | null;
};

export type Change = { accountId: string; at: Date };

const selectLocality = `
  SELECT l.*, s.status, s.confirmed, s.observed_on, s.is_modelled
  FROM locality l LEFT JOIN locality_status s ON s.locality_id = l.id`;

function toLocality(row: LocalityRow): StoredLocality {
  return {
    id: row.id,
    villageCode: row.village_code,
    kind: row.kind,
    name: row.name,
    position: row.lng === null || row.lat === null ? null : [row.lng, row.lat],
    source: row.source,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    version: row.version,
    status: row.status ?? 'unknown',
    confirmed: row.confirmed === 1,
    observedOn: row.observed_on,
    modelled: row.is_modelled === 1,
  };
}

export function findLocality(db: Db, id: string): StoredLocality | null {
  const row = db.prepare(`${selectLocality} WHERE l.id = ?`).get(id) as LocalityRow | undefined;
  return row ? toLocality(row) : null;
}

/** The id of the locality of a village that this kind and name mean exactly; null: none does. */
export function findLocalityId(
  db: Db,
  villageCode: string,
  called: { kind: string; name: string },
): string | null {
  const id = db
    .prepare('SELECT id FROM locality WHERE village_code = ? AND name_key = ?')
    .pluck()
    .get(villageCode, keyOfLocality(called));
  return typeof id === 'string' ? id : null;
}

/** The localities of the villages in `code` ('ID': all), by village and name; at most `limit`. */
export function listLocalities(db: Db, code: string, limit: number): StoredLocality[] {
  const range = code === 'ID' ? ['0', ':'] : [code, `${code}.~`];
  const rows = db
    .prepare(
      `${selectLocality} WHERE l.village_code BETWEEN ? AND ?
       ORDER BY l.village_code, l.name_key LIMIT ?`,
    )
    .all(...range, limit) as LocalityRow[];
  return rows.map(toLocality);
}

/** The localities whose point lies in [west, south, east, north]; at most `limit`. */
export function listLocalitiesWithin(
  db: Db,
  [west, south, east, north]: Bounds,
  limit: number,
): StoredLocality[] {
  const rows = db
    .prepare(
      `${selectLocality} WHERE l.lat >= ? AND l.lat <= ? AND l.lng >= ? AND l.lng <= ? LIMIT ?`,
    )
    .all(south, north, west, east, limit) as LocalityRow[];
  return rows.map(toLocality);
}

function prepareInsert(db: Db, by: Change) {
  const insert = db.prepare(
    `INSERT INTO locality (id, village_code, kind, name, name_key, lng, lat, source, created_at,
       updated_at, updated_by)
     VALUES (@id, @villageCode, @kind, @name, @key, @lng, @lat, @source, @at, @at, @account)`,
  );
  return (id: string, input: LocalityInput) => insert.run({ id, ...columnsOf(input, by) });
}

function prepareUpdate(db: Db, by: Change) {
  const update = db.prepare(
    `UPDATE locality SET village_code = @villageCode, kind = @kind, name = @name, name_key = @key,
       lng = @lng, lat = @lat, source = @source, updated_at = @at, updated_by = @account,
       version = version + 1
     WHERE id = @id`,
  );
  return (id: string, input: LocalityInput) => update.run({ id, ...columnsOf(input, by) });
}

function columnsOf(input: LocalityInput, by: Change) {
  const { villageCode, kind, name, source, position } = input;
  return {
    ...{ villageCode, kind, name, source },
    key: keyOfLocality(input),
    lng: position?.[0] ?? null,
    lat: position?.[1] ?? null,
    at: by.at.toISOString(),
    account: by.accountId,
  };
}

export function insertLocality(db: Db, id: string, input: LocalityInput, by: Change): void {
  prepareInsert(db, by)(id, input);
}

/** Writes `input` as the next version. */
export function updateLocality(db: Db, id: string, input: LocalityInput, by: Change): void {
  prepareUpdate(db, by)(id, input);
}

/** Removes one on which nothing hangs. */
export function deleteLocality(db: Db, id: string): void {
  db.prepare('DELETE FROM locality WHERE id = ?').run(id);
}

function isSamePlace(a: Position | null, b: Position | null): boolean {
  return a === b || (a !== null && b !== null && a[0] === b[0] && a[1] === b[1]);
}

/**
 * Writes many localities, in the caller's transaction: one that the village has under the same name
 * is changed where kind, spelling or point differ; a row without a point leaves the known point.
 * Gives back the id of each row, in order. Derives no status: that is the caller's part.
 */
export function insertLocalities(
  db: Db,
  rows: readonly LocalityInput[],
  by: Change,
): Tally & { ids: string[] } {
  const find = db.prepare(`${selectLocality} WHERE l.village_code = ? AND l.name_key = ?`);
  const [insert, update] = [prepareInsert(db, by), prepareUpdate(db, by)];
  const tally = { ...newTally(), ids: [] as string[] };
  for (const row of rows) {
    const found = find.get(row.villageCode, keyOfLocality(row)) as LocalityRow | undefined;
    const before = found && toLocality(found);
    const id = before?.id ?? randomUUID();
    tally.ids.push(id);
    if (!before) {
      insert(id, row);
      tally.inserted += 1;
      continue;
    }
    const position = row.position ?? before.position;
    const isSame =
      row.kind === before.kind &&
      row.name === before.name &&
      isSamePlace(position, before.position);
    if (!isSame) update(id, { ...row, position });
    tally[isSame ? 'unchanged' : 'changed'] += 1;
  }
  return tally;
}

/** What hangs on a locality. */
export function countUses(db: Db, id: string): LocalityUses {
  return db
    .prepare(
      `SELECT (SELECT count(*) FROM report WHERE locality_id = @id) AS reports,
         (SELECT count(*) FROM facility WHERE locality_id = @id) AS facilities,
         (SELECT count(*) FROM people WHERE unit = @id) AS people`,
    )
    .get({ id }) as LocalityUses;
}
