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

const idle = { step: null, done: 0, total: 0, startedAt: null } as const;

export function createCoverageJob({ db, clock, hub, maker, log }: JobDeps): CoverageRunner {
  let running: Promise<void> | null = null;
  let isStopping = false;
  let isClosed = false;
  let failure: string | null = null;
  let shown: Pick<CoverageJob, 'step' | 'done' | 'total' | 'startedAt'> = idle;

  const tell = (isRunning: boolean) =>
    hub.publish({ type: 'coverage', version: coverageVersion(db), isRunning });

  function tellStatuses({ changes }: Piece): void {
    if (changes.length === 0) return;
    const version = statusVersion(db);
    if (changes.length > changesToldAtOnce) hub.publish({ type: 'reload', version });
    else hub.publish({ type: 'status', version, changes });
  }

  async function work(): Promise<void> {
    while (!isStopping) {
      const piece = await maker.next(isoDay(clock()));
      // What waits since the engine looked for the last time is made too.
      if (piece.isFinished && !isBehind(db)) return;
      const { step, done, total } = piece;
      shown = { ...shown, step, done, total };
      tellStatuses(piece);
    }
  }

  async function run(): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (isClosed) return;
      failure = error instanceof Error ? error.message : String(error);
      log(error instanceof Error ? error : new Error(failure));
    } finally {
      running = null;
      shown = idle;
      if (!isClosed) tell(false);
    }
  }

  function start(): void {
    isStopping = false;
    if (isClosed || running || !isBehind(db)) return;
    failure = null;
    shown = { ...idle, startedAt: clock().toISOString() };
    tell(true);
    running = run();
  }

  // Boundaries, localities and people changed, here or by another process: their villages wait.
  const stopListening = hub.subscribe(({ type }) => {
    if (type === 'places' || type === 'map' || type === 'reload') start();
  });

  return {
    start,
    cancel() {
      isStopping = true;
    },
    state: () => ({
      ...shown,
      isRunning: running !== null,
      isBehind: running === null && isBehind(db),
      failure,
    }),
    async settled() {
      while (running) await running;
    },
    merged: (question) => maker.merged(question),
    async close() {
      isStopping = true;
      isClosed = true;
      stopListening();
      await maker.close();
      await running;
    },
  };
}
