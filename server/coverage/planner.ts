// Asks the threads that plan: overlays take too long for the thread that serves.
import { ProblemError } from '../platform/problem.ts';
import { createWorkerClient, WorkerLimitError } from '../platform/worker-client.ts';
import type { GainQuestion, PlanningAnswers } from './planning-answers.ts';
import type { Best, BestRequest, Gain } from './planning-contract.ts';

export type Planner = PlanningAnswers & { close(): Promise<void> };

/** Absolute paths; there need be no folder of elevation rasters. */
export type PlannerPaths = { databasePath: string; elevationDir: string };

/** Ten times what the largest regency takes; what takes longer would only hold up the others. */
const timeoutMs = 20_000;

/** Refuses with 422 `area_too_large` what took too long. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof WorkerLimitError ? new ProblemError(422, 'area_too_large') : error;
  }
}

/** Starts a thread when it is first asked. */
export function createPlanner(paths: PlannerPaths): Planner {
  const limits = { timeoutMs };
  const gains = createWorkerClient<GainQuestion, Gain>(
    new URL('./gain-worker.ts', import.meta.url),
    paths,
    limits,
  );
  const bests = createWorkerClient<BestRequest, Best>(
    new URL('./best-worker.ts', import.meta.url),
    paths,
    limits,
  );
  return {
    gain: (question) => inTime(gains.ask(question)),
    best: (request) => inTime(bests.ask(request)),
    close: async () => {
      await Promise.all([gains.close(), bests.close()]);
    },
  };
}
