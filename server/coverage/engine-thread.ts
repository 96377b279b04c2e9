// The coverage engine on a thread of its own, as the job drives it.
import { createWorkerClient } from '../platform/worker-client.ts';
import type { CoverageEngine, Piece } from './engine.ts';
import type { MergedQuestion } from './merged-area.ts';

export type WorkerData = { databasePath: string; elevationDir: string };
export type WorkerQuestion = { today: string } | { merged: MergedQuestion };
export type WorkerAnswer = { piece: Piece } | { feature: string };

/** What makes coverage, and merges it for download (GeoJSON text). */
export type CoverageMaker = CoverageEngine & {
  merged(question: MergedQuestion): Promise<string>;
  close(): Promise<void>;
};

/** Starts the thread when it is first asked. */
export function createEngineThread(data: WorkerData): CoverageMaker {
  const client = createWorkerClient<WorkerQuestion, WorkerAnswer>(
    new URL('./coverage-worker.ts', import.meta.url),
    data,
  );
  return {
    async next(today) {
      const answer = await client.ask({ today });
      if (!('piece' in answer)) throw new Error('the coverage thread answered something else');
      return answer.piece;
    },
    async merged(question) {
      const answer = await client.ask({ merged: question });
      if (!('feature' in answer)) throw new Error('the coverage thread answered something else');
      return answer.feature;
    },
    close: () => client.close(),
  };
}
