// Drives the coverage engine: starts it, asks for piece after piece, stops it between two, and tells the
// browsers. Knows what runs, not how coverage is made.
import { isoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { Hub } from '../platform/live.ts';
import type { LiveEvent } from '../status/contract.ts';
import { changesToldAtOnce } from '../status/feed.ts';
import { statusVersion } from '../status/store.ts';
import type { CoverageJob } from './contract.ts';
import type { CoverageMaker } from './engine-thread.ts';
import type { Piece } from './engine.ts';
import { coverageVersion } from './layer-store.ts';
import type { MergedQuestion } from './merged-area.ts';
import { isBehind } from './work-store.ts';

export type CoverageRunner = {
  /**
   * Makes what waits, in the background; while it runs, it runs on until what waits now is made too.
   * Without anything that waits nothing happens.
   */
  start(): void;
  /** Stops after the piece that is being made; what is left waits for the next start. */
  cancel(): void;
  state(): CoverageJob;
  /** Resolves once nothing runs any more; never rejects. */
  settled(): Promise<void>;
  /** A merged layer within an area, as GeoJSON text, made off the request. */
  merged(question: MergedQuestion): Promise<string>;
  close(): Promise<void>;
};

type JobDeps = {
  db: Db;
  clock: Clock;
  hub: Hub<LiveEvent>;
  maker: CoverageMaker;
  log: (error: Error) => void;
};

type Job = {
  running: Promise<void> | null;
  isStopping: boolean;
  isClosed: boolean;
  failure: string | null;
  shown: Pick<CoverageJob, 'step' | 'done' | 'total' | 'startedAt'>;
};

const idle = { step: null, done: 0, total: 0, startedAt: null } as const;

export function createCoverageJob({ db, clock, hub, maker, log }: JobDeps): CoverageRunner {
  const job: Job = {
    running: null,
    isStopping: false,
    isClosed: false,
    failure: null,
    shown: idle,
  };

  const tell = (isRunning: boolean) =>
    hub.publish({ type: 'coverage', version: coverageVersion(db), isRunning });

  function tellStatuses({ changes }: Piece): void {
    if (changes.length === 0) return;
    const version = statusVersion(db);
    if (changes.length > changesToldAtOnce) hub.publish({ type: 'reload', version });
    else hub.publish({ type: 'status', version, changes });
  }

  async function work(): Promise<void> {
    while (!job.isStopping) {
      const piece = await maker.next(isoDay(clock()));
      // What waits since the engine looked for the last time is made too.
      if (piece.isFinished && !isBehind(db)) return;
      const { step, done, total } = piece;
      job.shown = { ...job.shown, step, done, total };
      tellStatuses(piece);
    }
  }

  async function run(): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (job.isClosed) return;
      job.failure = error instanceof Error ? error.message : String(error);
      log(error instanceof Error ? error : new Error(job.failure));
    } finally {
      job.running = null;
      job.shown = idle;
      if (!job.isClosed) tell(false);
    }
  }

  function start(): void {
    job.isStopping = false;
    if (job.isClosed || job.running || !isBehind(db)) return;
    job.failure = null;
    job.shown = { ...idle, startedAt: clock().toISOString() };
    tell(true);
    job.running = run();
  }

  // Boundaries, localities and people changed, here or by another process: their villages wait. What is
  // told while the job runs is its own news, or is made anyhow; it must not undo a cancel.
  const stopListening = hub.subscribe(({ type }) => {
    if (job.running === null && ['places', 'map', 'reload'].includes(type)) start();
  });

  return {
    start,
    cancel() {
      job.isStopping = true;
    },
    state: () => ({
      ...job.shown,
      isRunning: job.running !== null,
      isBehind: job.running === null && isBehind(db),
      failure: job.failure,
    }),
    async settled() {
      while (job.running) await job.running;
    },
    merged: (question) => maker.merged(question),
    async close() {
      job.isStopping = true;
      job.isClosed = true;
      stopListening();
      await maker.close();
      await job.running;
    },
  };
}
