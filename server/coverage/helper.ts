// Hands calculations of the coverage engine to a second thread.
import { createWorkerClient } from '../platform/worker-client.ts';
import type { Calculator } from './engine.ts';
import type { MergedBlock } from './make-blocks.ts';
import type { CountedVillage, VillageTask } from './make-shares.ts';
import type { BlockKey } from './work-store.ts';

export type HelperQuestion =
  | { blocks: readonly BlockKey[] }
  | { tasks: readonly VillageTask[]; generation: number };
export type HelperAnswer = { merged: MergedBlock[] } | { counted: CountedVillage[] };

/** Starts the thread when it is first asked. It ends with the thread that asks. */
export function createHelper(databasePath: string): Calculator {
  const client = createWorkerClient<HelperQuestion, HelperAnswer>(
    new URL('./coverage-helper-worker.ts', import.meta.url),
    { databasePath },
  );
  return {
    async mergeBlocks(blocks) {
      const answer = await client.ask({ blocks });
      return 'merged' in answer ? answer.merged : [];
    },
    async countShares(tasks, generation) {
      const answer = await client.ask({ tasks, generation });
      return 'counted' in answer ? answer.counted : [];
    },
  };
}
