// What is to be made again, in SQL: cells, changes, blocks and shares that wait. Every mark is written in
// the transaction of the change behind it, so that an interrupted run goes on where it stopped.
import { findMeta, setMeta, type Db } from '../platform/database.ts';
import type { Box } from './area-codec.ts';
import { allOperators } from './contract.ts';
import { blocksPerDegree, raiseCoverageVersion } from './layer-store.ts';

export type BlockKey = { layerId: number; x: number; y: number };
export type Change = Box & { id: number; layerId: number };
/** What is to be counted again of a village; layer 0: all of them. */
export type ShareMark = { villageId: number; layerId: number; token: bigint };

/** Every layer at once, in share_pending. */
export const everyLayer = 0;

/** Whether anything waits. */
export function isBehind(db: Db): boolean {
  const sql = `SELECT EXISTS (SELECT 1 FROM cell_pending) OR EXISTS (SELECT 1 FROM coverage_change)
    OR EXISTS (SELECT 1 FROM block_pending) OR EXISTS (SELECT 1 FROM share_pending)`;
  return db.prepare(sql).pluck().get() === 1;
}

export type Waiting = 'cells' | 'blocks' | 'villages';

const countSql: Record<Waiting, string> = {
  cells: 'SELECT count(*) FROM cell_pending',
  blocks: 'SELECT count(*) FROM block_pending',
  villages: 'SELECT count(DISTINCT village_id) FROM share_pending',
};

export function countWaiting(db: Db, what: Waiting): number {
  return db.prepare(countSql[what]).pluck().get() as number;
}

/** Every cell's footprint is to be made again, in the caller's transaction. */
export function markEveryCell(db: Db): void {
  db.exec('INSERT OR IGNORE INTO cell_pending SELECT id FROM cell');
}

/** Every block and every share is to be made again, in the caller's transaction. */
export function markEverything(db: Db): void {
  markEveryCell(db);
  db.exec(`
    INSERT INTO coverage_change (layer_id, west, south, east, north)
      SELECT f.layer_id, b.west, b.south, b.east, b.north
      FROM footprint f JOIN footprint_box b ON b.id = f.id WHERE f.until_on IS NULL;
    INSERT OR IGNORE INTO block_pending SELECT layer_id, x, y FROM coverage_block;
    INSERT OR REPLACE INTO share_pending (village_id, layer_id)
      SELECT DISTINCT id, ${everyLayer} FROM village_coverage;`);
}

/** The first changes, in the order in which they were noted. */
export function listChanges(db: Db, limit: number): Change[] {
  return db
    .prepare(
      `SELECT id, layer_id AS layerId, west, south, east, north FROM coverage_change
       ORDER BY id LIMIT ?`,
    )
    .all(limit) as Change[];
}

export function deleteChanges(db: Db, untilId: number): void {
  db.prepare('DELETE FROM coverage_change WHERE id <= ?').run(untilId);
}

/** The ids of villages have ten digits, those of larger places fewer. */
const firstVillageId = 1_000_000_000;

/** Prepares finding the villages that touch a box with their boundary, or have a locality in it. */
export function prepareVillagesIn(db: Db): (box: Box) => number[] {
  const bounded = db
    .prepare(
      `SELECT id FROM boundary_box WHERE east >= @west AND west <= @east AND north >= @south
         AND south <= @north AND id >= ${firstVillageId}`,
    )
    .pluck();
  const settled = db
    .prepare(
      `SELECT DISTINCT r.id FROM locality l JOIN region r ON r.code = l.village_code
       WHERE l.lat BETWEEN @south AND @north AND l.lng BETWEEN @west AND @east`,
    )
    .pluck();
  return (box) => [...(bounded.all(box) as number[]), ...(settled.all(box) as number[])];
}

/** The blocks that a box touches. */
export function blocksIn({ west, south, east, north }: Box): { x: number; y: number }[] {
  const [x0, x1, y0, y1] = [west, east, south, north].map((edge) =>
    Math.floor(edge * blocksPerDegree),
  ) as [number, number, number, number];
  const blocks = [];
  for (let x = x0; x <= x1; x += 1) for (let y = y0; y <= y1; y += 1) blocks.push({ x, y });
  return blocks;
}

export function prepareMarkBlock(db: Db): (block: BlockKey) => void {
  const mark = db.prepare('INSERT OR IGNORE INTO block_pending VALUES (@layerId, @x, @y)');
  return (block) => void mark.run(block);
}

export function prepareMarkShare(db: Db): (villageId: number, layerId: number) => void {
  const mark = db.prepare(
    'INSERT OR REPLACE INTO share_pending (village_id, layer_id) VALUES (?, ?)',
  );
  return (villageId, layerId) => void mark.run(villageId, layerId);
}

/** Blocks that wait: those of single operators first, because those of all are made from them. */
export function listPendingBlocks(db: Db, limit: number): BlockKey[] {
  const list = db.prepare(
    `SELECT p.layer_id AS layerId, p.x, p.y FROM block_pending p
     WHERE p.layer_id IN (SELECT id FROM coverage_layer WHERE (operator_id = '${allOperators}') = ?)
     ORDER BY p.layer_id, p.x, p.y LIMIT ?`,
  );
  const own = list.all(0, limit) as BlockKey[];
  return own.length > 0 ? own : (list.all(1, limit) as BlockKey[]);
}

export function deletePendingBlock(db: Db, block: BlockKey): void {
  db.prepare('DELETE FROM block_pending WHERE layer_id = @layerId AND x = @x AND y = @y').run(
    block,
  );
}

/** The marks of the first `limit` villages that wait, by village. */
export function listPendingShares(db: Db, limit: number): ShareMark[] {
  return db
    .prepare(
      `SELECT village_id AS villageId, layer_id AS layerId, token FROM share_pending
       WHERE village_id IN (SELECT DISTINCT village_id FROM share_pending ORDER BY village_id LIMIT ?)
       ORDER BY village_id, layer_id`,
    )
    .safeIntegers()
    .all(limit)
    .map((row) => {
      const { villageId, layerId, token } = row as Record<keyof ShareMark, bigint>;
      return { villageId: Number(villageId), layerId: Number(layerId), token };
    });
}

/** Prepares taking a mark away, unless it was set anew since it was read. */
export function prepareSettleShare(db: Db): (mark: ShareMark) => void {
  const settle = db.prepare(
    `DELETE FROM share_pending
     WHERE village_id = @villageId AND layer_id = @layerId AND token = @token`,
  );
  return (mark) => void settle.run(mark);
}

const changedKey = 'coverage_changed';

/** To be called in every transaction that writes what is shown. */
export function noteShownChange(db: Db): void {
  setMeta(db, changedKey, 'yes');
}

/** Raises the version when something that is shown has changed since it was last raised. */
export function publishVersion(db: Db): void {
  if (findMeta(db, changedKey) !== 'yes') return;
  raiseCoverageVersion(db);
  setMeta(db, changedKey, 'no');
}
