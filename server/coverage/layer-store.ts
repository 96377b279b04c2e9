// Layers of coverage in SQL: which there are, what they cover where, where they changed.
import { findMeta, setMeta, type Db } from '../platform/database.ts';
import { unpackArea, type Area, type Box } from './area-codec.ts';
import type { LayerKey } from './contract.ts';

export type { Area, Box } from './area-codec.ts';

export type StoredLayer = LayerKey & { id: number };

/** Blocks are quarters of a degree: a village needs one to four of them. */
export const blocksPerDegree = 4;

const columns = 'id, basis, phase, operator_id AS operatorId, technology';

export function listLayers(db: Db): StoredLayer[] {
  return db
    .prepare(`SELECT ${columns} FROM coverage_layer ORDER BY basis, phase, operator_id, technology`)
    .all() as StoredLayer[];
}

export function findLayer(db: Db, key: LayerKey): StoredLayer | null {
  const row = db
    .prepare(
      `SELECT ${columns} FROM coverage_layer
       WHERE basis = @basis AND phase = @phase AND operator_id = @operatorId
         AND technology = @technology`,
    )
    .get(key) as StoredLayer | undefined;
  return row ?? null;
}

/** The layer's id; a new layer is written down. */
export function layerId(db: Db, key: LayerKey): number {
  const known = findLayer(db, key);
  if (known) return known.id;
  return db
    .prepare(
      `INSERT INTO coverage_layer (basis, phase, operator_id, technology)
       VALUES (@basis, @phase, @operatorId, @technology) RETURNING id`,
    )
    .pluck()
    .get(key) as number;
}

/** Writes down that a layer is another one inside the box, to be made again. */
export function noteChange(db: Db, layer: number, { west, south, east, north }: Box): void {
  db.prepare(
    'INSERT INTO coverage_change (layer_id, west, south, east, north) VALUES (?, ?, ?, ?, ?)',
  ).run(layer, west, south, east, north);
}

/** The blocks of a layer that touch the box: what stands today, each cut at the block's edges. */
export function listBlocks(db: Db, layer: number, { west, south, east, north }: Box): Area[] {
  const rows = db
    .prepare(
      'SELECT shape FROM coverage_block WHERE layer_id = ? AND x BETWEEN ? AND ? AND y BETWEEN ? AND ?',
    )
    .pluck()
    .all(layer, ...[west, east, south, north].map((edge) => Math.floor(edge * blocksPerDegree)));
  return (rows as Buffer[]).map(unpackArea);
}

/** The footprints of a layer that touch the box, as they stand on a day (ISO date; null: today). */
export function listFootprints(db: Db, layer: number, box: Box, onDay: string | null): Area[] {
  const rows = db
    .prepare(
      `SELECT f.shape FROM footprint_box b JOIN footprint f ON f.id = b.id
       WHERE b.east >= @west AND b.west <= @east AND b.north >= @south AND b.south <= @north
         AND b.first_layer <= @layer AND b.last_layer >= @layer
         AND CASE WHEN @onDay IS NULL THEN f.until_on IS NULL
             ELSE (f.since_on IS NULL OR f.since_on <= @onDay)
               AND (f.until_on IS NULL OR f.until_on > @onDay) END`,
    )
    .pluck()
    .all({ ...box, layer, onDay });
  return (rows as Buffer[]).map(unpackArea);
}

/** Moves with every finished run; part of the tiles' address. */
export function coverageVersion(db: Db): string {
  return findMeta(db, 'coverage_version') ?? '0';
}

export function raiseCoverageVersion(db: Db): void {
  setMeta(db, 'coverage_version', String(Number(coverageVersion(db)) + 1));
}
