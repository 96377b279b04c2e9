// All commitments as short rows for the board, in SQL.
import type { Db } from '../platform/database.ts';
import type { CommitmentRow } from './contract.ts';
import { commitmentVersion, dayOf } from './store.ts';

/** A row of the board with what decides who sees it. */
export type StoredRow = Omit<CommitmentRow, 'isConfidential'> & {
  agreedOn: string | null;
  confidentialUntil: string | null;
};

/** A row as JSON: objects read from JSON are packed into columns nine times as fast as those of SQLite. */
const selectRows = `
  SELECT json_object('id', c.id, 'number', c.number, 'operatorId', c.operator_id,
    'ownerId', c.owner_id, 'kind', c.kind, 'programme', c.programme, 'duty', c.duty, 'state', c.state,
    'firstPromisedOn', c.first_promised_on, 'promisedOn', c.promised_on, 'slips', c.slips,
    'builtOn', c.built_on, 'onAirOn', c.on_air_on, 'servingOn', c.serving_on,
    'siteName', c.site_name, 'agreedOn', c.agreed_on, 'confidentialUntil', c.confidential_until,
    'updatedOn', ${dayOf('c.updated_at')}, 'version', c.version,
    'villageIds', (SELECT json_group_array(DISTINCT p.village_id) FROM commitment_place p
      WHERE p.commitment_id = c.id),
    'places', (SELECT count(*) FROM commitment_place p WHERE p.commitment_id = c.id),
    'placeName', (SELECT coalesce(l.kind || ' ' || l.name, v.kind || ' ' || v.name)
      FROM commitment_place p JOIN region v ON v.id = p.village_id
        LEFT JOIN locality l ON l.id = p.locality_id
      WHERE p.commitment_id = c.id AND p.position = 0))
  FROM commitment c`;

function listSelected(db: Db, where: string, value: number): StoredRow[] {
  const rows = db.prepare(`${selectRows} WHERE ${where}`).pluck().all(value) as string[];
  return rows.map((row) => JSON.parse(row) as StoredRow);
}

function byPromise(a: StoredRow, b: StoredRow): number {
  if (a.promisedOn === b.promisedOn) return a.number - b.number;
  return a.promisedOn < b.promisedOn ? -1 : 1;
}

type Kept = { version: number; rows: readonly StoredRow[] };

const keptRows = new WeakMap<Db, Kept>();

/** All commitments, by promised date. Kept in memory: what changed since the last time is read again. */
export function listRows(db: Db): readonly StoredRow[] {
  const version = commitmentVersion(db);
  const known = keptRows.get(db);
  const kept = known && known.version <= version ? known : { version: -1, rows: [] };
  if (kept.version === version) return kept.rows;
  const changed = listSelected(db, 'c.changed_in > ?', kept.version);
  const changedIds = new Set(changed.map(({ id }) => id));
  const unchanged = kept.rows.filter(({ id }) => !changedIds.has(id));
  const rows = [...unchanged, ...changed].toSorted(byPromise);
  keptRows.set(db, { version, rows });
  return rows;
}

/** The commitments that name the village, or one of its localities, by promised date. */
export function listRowsOfVillage(db: Db, villageId: number): StoredRow[] {
  const names = 'SELECT q.commitment_id FROM commitment_place q WHERE q.village_id = ?';
  return listSelected(db, `c.id IN (${names})`, villageId).toSorted(byPromise);
}
