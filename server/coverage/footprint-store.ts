// Footprints of cells in SQL: the cells whose footprint is to be made again, what stands of them, and
// writing it. What a footprint looks like is decided elsewhere.
import type { Db } from '../platform/database.ts';
import { boxOf, unpackArea, type Box } from './area-codec.ts';
import type { CellShape, CellTechnology, SitePosition, SiteState } from './contract.ts';

/** A cell that waits, as far as its footprint hangs on it; `null`: the cell is gone. */
export type PendingCell = {
  id: number;
  cell:
    | (Pick<CellShape, 'bandMhz' | 'heightM' | 'azimuthDeg' | 'beamwidthDeg' | 'radiusM'> & {
        technology: CellTechnology;
        state: SiteState;
        onAirOn: string | null;
        /** The successor of an operator that was taken over. */
        operatorId: string;
        position: SitePosition;
      })
    | null;
};

type CellRow = Omit<NonNullable<PendingCell['cell']>, 'position'> & {
  id: number;
  siteId: string | null;
  lng: number;
  lat: number;
};

/** A footprint of a cell that stands today. */
export type StandingFootprint = {
  id: number;
  layerId: number;
  sinceOn: string | null;
  shape: Buffer;
};

const selectPending = `
  SELECT p.cell_id AS id, c.site_id AS siteId, c.technology, c.band_mhz AS bandMhz,
    c.height_m AS heightM, c.azimuth_deg AS azimuthDeg, c.beamwidth_deg AS beamwidthDeg,
    c.radius_m AS radiusM, c.state, c.on_air_on AS onAirOn,
    h.heir_id AS operatorId, s.lng, s.lat
  FROM cell_pending p LEFT JOIN cell c ON c.id = p.cell_id LEFT JOIN site s ON s.id = c.site_id
    LEFT JOIN operator_heir h ON h.id = s.operator_id`;

function toPending({ id, siteId, lng, lat, ...cell }: CellRow): PendingCell {
  return { id, cell: siteId === null ? null : { ...cell, position: [lng, lat] } };
}

/** The first `limit` cells whose footprint is to be made again, by their id. */
export function listPendingCells(db: Db, limit: number): PendingCell[] {
  const rows = db.prepare(`${selectPending} ORDER BY p.cell_id LIMIT ?`).all(limit) as CellRow[];
  return rows.map(toPending);
}

/** Prepares reading one cell that waits again; null when it does not wait any more. */
export function prepareFindPending(db: Db): (cellId: number) => PendingCell | null {
  const find = db.prepare(`${selectPending} WHERE p.cell_id = ?`);
  return (cellId) => {
    const row = find.get(cellId) as CellRow | undefined;
    return row ? toPending(row) : null;
  };
}

export type NewFootprint = {
  layerId: number;
  cellId?: number;
  importId?: string;
  /** ISO date; null: always did. */
  sinceOn: string | null;
  shape: Buffer;
};

/** Prepares writing footprints with their boxes; each call gives back the box. */
export function prepareInsertFootprint(db: Db): (footprint: NewFootprint) => Box {
  const insert = db
    .prepare(
      `INSERT INTO footprint (layer_id, cell_id, import_id, since_on, shape)
       VALUES (@layerId, @cellId, @importId, @sinceOn, @shape) RETURNING id`,
    )
    .pluck();
  const insertBox = db.prepare(
    `INSERT INTO footprint_box (id, west, east, south, north, first_layer, last_layer)
     VALUES (@id, @west, @east, @south, @north, @layerId, @layerId)`,
  );
  return (footprint) => {
    const box = boxOf(unpackArea(footprint.shape));
    const id = insert.get({ cellId: null, importId: null, ...footprint }) as number;
    insertBox.run({ id, layerId: footprint.layerId, ...box });
    return box;
  };
}

/** Prepares what replacing a cell's footprints takes, in the caller's transaction. */
export function prepareCellFootprints(db: Db) {
  const standing = db.prepare(
    `SELECT id, layer_id AS layerId, since_on AS sinceOn, shape
     FROM footprint WHERE cell_id = ? AND until_on IS NULL`,
  );
  const every = db.prepare(
    `SELECT id, layer_id AS layerId, since_on AS sinceOn, shape
     FROM footprint WHERE cell_id = ?`,
  );
  const end = db.prepare('UPDATE footprint SET until_on = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM footprint WHERE id = ?');
  const removeBox = db.prepare('DELETE FROM footprint_box WHERE id = ?');
  const settle = db.prepare('DELETE FROM cell_pending WHERE cell_id = ?');
  return {
    listStanding: (cellId: number) => standing.all(cellId) as StandingFootprint[],
    /** Also those that stood once. */
    listEvery: (cellId: number) => every.all(cellId) as StandingFootprint[],
    /** From the day on (ISO date) it stands no more, and is remembered. */
    end: (id: number, untilOn: string) => end.run(untilOn, id),
    remove: (id: number) => {
      removeBox.run(id);
      remove.run(id);
    },
    /** The cell waits no more. */
    settle: (cellId: number) => settle.run(cellId),
  };
}
