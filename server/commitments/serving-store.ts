// What settling needs of commitments that are, or were, on air: their places and what was shown of them.
// SQL only.
import type { Db } from '../platform/database.ts';
import type { CommitmentKind, CommitmentState } from './contract.ts';
import type { Proof } from './serving-rules.ts';

export type PlacedProof = {
  /** Its place among the commitment's places, from 0. */
  position: number;
  villageCode: string;
  localityId: string | null;
  servedOn: string | null;
  servedBy: string | null;
};

export type OnAir = {
  id: string;
  ownerId: string;
  kind: CommitmentKind;
  state: CommitmentState;
  onAirOn: string | null;
  places: PlacedProof[];
};

type Row = Omit<OnAir, 'places'> & { places: string };

const selectOnAir = `
  SELECT c.id, c.owner_id AS ownerId, c.kind, c.state, c.on_air_on AS onAirOn,
    (SELECT json_group_array(json_object('position', p.position, 'villageCode', v.code,
       'localityId', p.locality_id, 'servedOn', p.served_on, 'servedBy', p.served_by))
     FROM commitment_place p JOIN region v ON v.id = p.village_id
     WHERE p.commitment_id = c.id) AS places
  FROM commitment c`;

function toOnAir({ places, ...row }: Row): OnAir {
  return { ...row, places: JSON.parse(places) as PlacedProof[] };
}

/** The commitments on air or serving that name one of the villages. */
export function listOnAirIn(db: Db, villageIds: readonly number[]): OnAir[] {
  const rows = db
    .prepare(
      `${selectOnAir} WHERE c.state IN ('on_air', 'serving') AND c.id IN (
         SELECT p.commitment_id FROM json_each(?) j
           CROSS JOIN commitment_place p ON p.village_id = j.value)`,
    )
    .all(JSON.stringify(villageIds)) as Row[];
  return rows.map(toOnAir);
}

/** All that are on air or serving. */
export function listAllOnAir(db: Db): OnAir[] {
  const rows = db.prepare(`${selectOnAir} WHERE c.state IN ('on_air', 'serving')`).all() as Row[];
  return rows.map(toOnAir);
}

/** One commitment, in whatever state; throws a RangeError where there is none. */
export function getOnAir(db: Db, id: string): OnAir {
  const row = db.prepare(`${selectOnAir} WHERE c.id = ?`).get(id) as Row | undefined;
  if (!row) throw new RangeError(`no commitment ${id}`);
  return toOnAir(row);
}

/** Writes what shows that a place is served; null: nothing does. */
export function saveProof(db: Db, id: string, position: number, proof: Proof | null): void {
  db.prepare(
    `UPDATE commitment_place SET served_on = ?, served_by = ?
     WHERE commitment_id = ? AND position = ?`,
  ).run(proof?.servedOn ?? null, proof?.reportId ?? null, id, position);
}
