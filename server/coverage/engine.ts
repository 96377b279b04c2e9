// The coverage engine: makes what waits, one small piece a call, until nothing waits. What waits is
// written down in the database, so that it may stop after any piece and go on later. Knows no threads.
import type { Db } from '../platform/database.ts';
import type { StatusChange } from '../status/contract.ts';
import type { CoverageJob } from './contract.ts';
import { makeFootprints, type PrepareCut } from './make-footprints.ts';
import { mergeBlocks, saveBlocks, spreadChanges, type MergedBlock } from './make-blocks.ts';
import {
  countShares,
  createBlockCache,
  listShareTasks,
  saveShares,
  type BlockCache,
  type CountedVillage,
  type VillageTask,
} from './make-shares.ts';
import {
  countWaiting,
  listPendingBlocks,
  publishVersion,
  type BlockKey,
  type Waiting,
} from './work-store.ts';

export type Piece = Pick<CoverageJob, 'step' | 'done' | 'total'> & {
  /** Nothing waits any more. */
  isFinished: boolean;
  /** Statuses that this piece has changed. */
  changes: StatusChange[];
};

/** Reads and counts, and writes nothing: what a second thread may take over. */
export type Calculator = {
  mergeBlocks: (blocks: readonly BlockKey[]) => Promise<MergedBlock[]>;
  /** `generation` moves when blocks were written: what is kept of them is of no use any more. */
  countShares: (tasks: readonly VillageTask[], generation: number) => Promise<CountedVillage[]>;
};

export type CoverageEngine = {
  /** Makes the next piece; `today` is an ISO date. What it throws leaves the piece waiting. */
  next(today: string): Promise<Piece>;
};

export type EngineOptions = {
  /** Cuts footprints by the terrain, where the settings say so. */
  prepareCut?: PrepareCut;
  /** A second thread. */
  helper?: Calculator;
};

/** Sizes that keep a piece below half a second, and its transaction below some tens of ms. */
const atOnce = { blocks: 40, villages: 80 } as const;
/** Fewer are not worth asking the helper. */
const worthSharing = { blocks: 2, villages: 8 } as const;

/** The calculations on this thread. */
export function createCalculator(db: Db): Calculator {
  const cache: BlockCache = createBlockCache(db);
  let seen = 0;
  return {
    async mergeBlocks(blocks) {
      return mergeBlocks(db, blocks);
    },
    async countShares(tasks, generation) {
      if (generation !== seen) cache.clear();
      seen = generation;
      return countShares(db, cache, tasks);
    },
  };
}

/** What the helper gets: of villages more than half, for the first thread has much to write besides. */
const forHelper = {
  blocks: (index: number) => index % 2 === 1,
  villages: (index: number) => index % 5 > 1,
} as const;

/** Neighbours take about the same time, so they are dealt out in turn. */
async function share<T, R>(
  all: readonly T[],
  isForHelper: (index: number) => boolean,
  here: (some: readonly T[]) => Promise<R[]>,
  there: (some: readonly T[]) => Promise<R[]>,
): Promise<R[]> {
  const answered = there(all.filter((_, index) => isForHelper(index)));
  const own = await here(all.filter((_, index) => !isForHelper(index)));
  return [...own, ...(await answered)];
}

export function createEngine(db: Db, { prepareCut, helper }: EngineOptions = {}): CoverageEngine {
  const own = createCalculator(db);
  let generation = 0;
  let progress: { step: CoverageJob['step']; done: number; total: number } = {
    step: null,
    done: 0,
    total: 0,
  };

  /** Counts on within a step; a new step begins with what waits of it. */
  function piece(
    step: NonNullable<CoverageJob['step']>,
    waiting: Waiting,
    done: number,
    changes: StatusChange[] = [],
  ): Piece {
    if (progress.step !== step)
      progress = { step, done: 0, total: done + countWaiting(db, waiting) };
    progress.done += done;
    progress.total = Math.max(progress.total, progress.done);
    return { ...progress, isFinished: false, changes };
  }

  async function nextBlocks(): Promise<number> {
    const blocks = listPendingBlocks(db, atOnce.blocks);
    if (blocks.length === 0) return 0;
    const isShared = helper !== undefined && blocks.length >= worthSharing.blocks;
    const merged = isShared
      ? await share(blocks, forHelper.blocks, own.mergeBlocks, helper.mergeBlocks)
      : await own.mergeBlocks(blocks);
    saveBlocks(db, merged);
    generation += 1;
    return blocks.length;
  }

  async function nextShares(today: string) {
    const { tasks, marks } = listShareTasks(db, atOnce.villages);
    if (tasks.length === 0) return null;
    const isShared = helper !== undefined && tasks.length >= worthSharing.villages;
    const count = (by: Calculator) => (some: readonly VillageTask[]) =>
      by.countShares(some, generation);
    const counted = isShared
      ? await share(tasks, forHelper.villages, count(own), count(helper))
      : await count(own)(tasks);
    return { villages: tasks.length, changes: saveShares(db, counted, marks, today) };
  }

  return {
    async next(today) {
      const cells = await makeFootprints(db, today, prepareCut ?? null);
      if (cells > 0) return piece('footprints', 'cells', cells);
      if (spreadChanges(db) > 0) return piece('blocks', 'blocks', 0);
      const blocks = await nextBlocks();
      if (blocks > 0) return piece('blocks', 'blocks', blocks);
      const shares = await nextShares(today);
      if (shares) return piece('villages', 'villages', shares.villages, shares.changes);
      publishVersion(db);
      progress = { step: null, done: 0, total: 0 };
      return { ...progress, isFinished: true, changes: [] };
    },
  };
}
