// All commitments as short rows for the board, in SQL.
import type { Db } from '../platform/database.ts';
import type { CommitmentRow } from './contract.ts';
import { commitmentVersion, dayOf } from './store.ts';

/** A row of the board with what decides who sees it. */
export type StoredRow = Omit<CommitmentRow, 'isConfidential'> & {
  agreedOn: string | null;
  confidentialUntil: string | null;
};

type ListedRow = Omit<StoredRow, 'villageIds'> & { villageIds: string };

const selectRows = `
  SELECT c.id, c.number, c.operator_id AS operatorId, c.owner_id AS ownerId, c.kind, c.programme,
    c.duty, c.state, c.first_promised_on AS firstPromisedOn, c.promised_on AS promisedOn, c.slips,
    c.built_on AS builtOn, c.on_air_on AS onAirOn, c.serving_on AS servingOn,
    c.site_name AS siteName, c.agreed_on AS agreedOn, c.confidential_until AS confidentialUntil,
    ${dayOf('c.updated_at')} AS updatedOn, c.version,
    (SELECT json_group_array(DISTINCT p.village_id) FROM commitment_place p
     WHERE p.commitment_id = c.id) AS villageIds,
    (SELECT count(*) FROM commitment_place p WHERE p.commitment_id = c.id) AS places,
    (SELECT coalesce(l.kind || ' ' || l.name, v.kind || ' ' || v.name)
     FROM commitment_place p JOIN region v ON v.id = p.village_id
       LEFT JOIN locality l ON l.id = p.locality_id
     WHERE p.commitment_id = c.id AND p.position = 0) AS placeName
  FROM commitment c`;

function toRow({ villageIds, ...row }: ListedRow): StoredRow {
  return { ...row, villageIds: JSON.parse(villageIds) as number[] };
}

function byPromise(a: StoredRow, b: StoredRow): number {
  if (a.promisedOn === b.promisedOn) return a.number - b.number;
  return a.promisedOn < b.promisedOn ? -1 : 1;
}

type Kept = { version: number; rows: Map<string, StoredRow> };

const keptRows = new WeakMap<Db, Kept>();

/** All commitments, by promised date. Kept in memory: what changed since the last time is read again. */
export function listRows(db: Db): StoredRow[] {
  const version = commitmentVersion(db);
  const known = keptRows.get(db);
  const kept = known && known.version <= version ? known : { version: -1, rows: new Map() };
  if (kept.version < version) {
    const changed = db
      .prepare(`${selectRows} WHERE c.changed_in > ?`)
      .all(kept.version) as ListedRow[];
    for (const row of changed) kept.rows.set(row.id, toRow(row));
    keptRows.set(db, { version, rows: kept.rows });
  }
  return [...kept.rows.values()].toSorted(byPromise);
}

/** The commitments that name the village, or one of its localities, by promised date. */
export function listRowsOfVillage(db: Db, villageId: number): StoredRow[] {
  const rows = db
    .prepare(
      `${selectRows} WHERE c.id IN
         (SELECT q.commitment_id FROM commitment_place q WHERE q.village_id = ?)`,
    )
    .all(villageId) as ListedRow[];
  return rows.map(toRow).toSorted(byPromise);
}
