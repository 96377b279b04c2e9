// Second step: which blocks and villages the noted changes concern, and the blocks merged again.
import type { Db } from '../platform/database.ts';
import { GeometryError, makeValid, mergeWkb } from '../regions/geos.ts';
import { fromWkb, toWkb } from '../regions/wkb.ts';
import type { Box } from './area-codec.ts';
import {
  blockBox,
  prepareBlockParts,
  prepareFindBlock,
  prepareLayerOfAll,
  prepareSaveBlock,
} from './block-store.ts';
import { km2PerSquareDegree } from './share-rules.ts';
import {
  blocksIn,
  deleteChanges,
  deletePendingBlock,
  listChanges,
  noteShownChange,
  prepareMarkBlock,
  prepareMarkShare,
  prepareVillagesIn,
  type BlockKey,
} from './work-store.ts';

/** So many changes are looked at together; so many marks are written in one transaction. */
const changesAtOnce = 20_000;
const marksAtOnce = 5000;

function collectMarks(db: Db, changes: ReturnType<typeof listChanges>) {
  const villagesIn = prepareVillagesIn(db);
  const villages = new Map<number, Set<number>>();
  const blocks = new Map<string, BlockKey>();
  for (const { layerId, ...box } of changes) {
    const known = villages.get(layerId) ?? new Set();
    villages.set(layerId, known);
    for (const id of villagesIn(box)) known.add(id);
    for (const { x, y } of blocksIn(box)) blocks.set(`${layerId}/${x}/${y}`, { layerId, x, y });
  }
  return { villages, blocks: [...blocks.values()] };
}

/**
 * Marks the blocks and villages that the noted changes concern, also those of all operators together,
 * and gives back how many changes that were. Interrupted, it begins anew.
 */
export function spreadChanges(db: Db): number {
  const changes = listChanges(db, changesAtOnce);
  const last = changes.at(-1);
  if (!last) return 0;
  const { villages, blocks } = collectMarks(db, changes);
  const layerOfAll = prepareLayerOfAll(db);
  const markShare = prepareMarkShare(db);
  for (const [layer, ids] of villages) {
    const ofAll = layerOfAll(layer);
    const villageIds = [...ids];
    for (let from = 0; from < villageIds.length; from += marksAtOnce)
      db.transaction(() => {
        for (const id of villageIds.slice(from, from + marksAtOnce)) {
          markShare(id, layer);
          markShare(id, ofAll);
        }
      }).immediate();
  }
  db.transaction(() => {
    const markBlock = prepareMarkBlock(db);
    for (const block of blocks) markBlock(block);
    deleteChanges(db, last.id);
  }).immediate();
  return changes.length;
}

export type MergedBlock = { block: BlockKey; shape: Uint8Array | null; areaKm2: number };

/** Parts are stored valid; should one not be, it is repaired rather than stopping everything. */
function mergeOrRepair(parts: readonly Uint8Array[], box: Box) {
  try {
    return mergeWkb(parts, box);
  } catch (error) {
    if (!(error instanceof GeometryError)) throw error;
    return mergeWkb(
      parts.map((part) => toWkb(makeValid(fromWkb(part)))),
      box,
    );
  }
}

/** Merges blocks from what stands today. Reads only. */
export function mergeBlocks(db: Db, blocks: readonly BlockKey[]): MergedBlock[] {
  const partsOf = prepareBlockParts(db);
  return blocks.map((block) => {
    const box = blockBox(block);
    const merged = mergeOrRepair(partsOf(block), box);
    const areaKm2 = (merged?.area ?? 0) * km2PerSquareDegree((box.south + box.north) / 2);
    return { block, shape: merged?.wkb ?? null, areaKm2 };
  });
}

/** Writes merged blocks; where one is another now, that of all operators waits to be merged. */
export function saveBlocks(db: Db, merged: readonly MergedBlock[]): void {
  const find = prepareFindBlock(db);
  const save = prepareSaveBlock(db);
  const layerOfAll = prepareLayerOfAll(db);
  const mark = prepareMarkBlock(db);
  db.transaction(() => {
    for (const { block, shape, areaKm2 } of merged) {
      deletePendingBlock(db, block);
      const before = find(block);
      const isSame = shape === null ? before === null : before?.equals(shape) === true;
      if (isSame) continue;
      save(block, shape && { shape, areaKm2 });
      const ofAll = layerOfAll(block.layerId);
      if (ofAll !== block.layerId) mark({ ...block, layerId: ofAll });
      noteShownChange(db);
    }
  }).immediate();
}
