// Blocks of merged coverage in SQL: what one is merged from, and writing it.
import type { Db } from '../platform/database.ts';
import type { Box } from './area-codec.ts';
import { allOperators } from './contract.ts';
import { blocksPerDegree } from './layer-store.ts';
import type { BlockKey } from './work-store.ts';

/** The square of a block, degrees. */
export function blockBox({ x, y }: Pick<BlockKey, 'x' | 'y'>): Box {
  const edge = (step: number) => step / blocksPerDegree;
  return { west: edge(x), south: edge(y), east: edge(x + 1), north: edge(y + 1) };
}

/** Prepares reading what a block is merged from: footprints, or the blocks of single operators. */
export function prepareBlockParts(db: Db): (block: BlockKey) => Buffer[] {
  const isOfAll = db
    .prepare(`SELECT operator_id = '${allOperators}' FROM coverage_layer WHERE id = ?`)
    .pluck();
  const footprints = db
    .prepare(
      `SELECT f.shape FROM footprint_box b JOIN footprint f ON f.id = b.id
       WHERE b.east >= @west AND b.west <= @east AND b.north >= @south AND b.south <= @north
         AND b.first_layer <= @layerId AND b.last_layer >= @layerId AND f.until_on IS NULL`,
    )
    .pluck();
  const blocks = db
    .prepare(
      `SELECT b.shape FROM coverage_layer a JOIN coverage_layer l ON l.basis = a.basis
           AND l.phase = a.phase AND l.technology = a.technology AND l.id <> a.id
         JOIN coverage_block b ON b.layer_id = l.id AND b.x = @x AND b.y = @y
       WHERE a.id = @layerId`,
    )
    .pluck();
  return (block) =>
    isOfAll.get(block.layerId) === 1
      ? (blocks.all(block) as Buffer[])
      : (footprints.all({ ...blockBox(block), layerId: block.layerId }) as Buffer[]);
}

/** Prepares reading the shape of a block; null where its layer covers nothing. */
export function prepareFindBlock(db: Db): (block: BlockKey) => Buffer | null {
  const find = db
    .prepare('SELECT shape FROM coverage_block WHERE layer_id = @layerId AND x = @x AND y = @y')
    .pluck();
  return (block) => (find.get(block) as Buffer | undefined) ?? null;
}

/** Prepares writing blocks; null takes one away. */
export function prepareSaveBlock(
  db: Db,
): (block: BlockKey, merged: { shape: Uint8Array; areaKm2: number } | null) => void {
  const save = db.prepare(
    `INSERT OR REPLACE INTO coverage_block (layer_id, x, y, area_km2, shape)
     VALUES (@layerId, @x, @y, @areaKm2, @shape)`,
  );
  const remove = db.prepare(
    'DELETE FROM coverage_block WHERE layer_id = @layerId AND x = @x AND y = @y',
  );
  return (block, merged) => {
    if (merged) save.run({ ...block, ...merged });
    else remove.run(block);
  };
}

/** Prepares finding the layer of all operators that a layer of one of them is part of; makes it. */
export function prepareLayerOfAll(db: Db): (layerId: number) => number {
  const find = db
    .prepare(
      `SELECT a.id FROM coverage_layer l JOIN coverage_layer a ON a.basis = l.basis
         AND a.phase = l.phase AND a.technology = l.technology
         AND a.operator_id = '${allOperators}' WHERE l.id = ?`,
    )
    .pluck();
  const make = db
    .prepare(
      `INSERT INTO coverage_layer (basis, phase, operator_id, technology)
       SELECT basis, phase, '${allOperators}', technology FROM coverage_layer WHERE id = ?
       RETURNING id`,
    )
    .pluck();
  return (layerId) => (find.get(layerId) ?? make.get(layerId)) as number;
}
