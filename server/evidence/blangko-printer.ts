// Draws forms for print in a thread of their own, with a ceiling on memory and a deadline.
import {
  createWorkerClient,
  WorkerLimitError,
  type WorkerClient,
  type WorkerLimits,
} from '../platform/worker-client.ts';
import { ProblemError } from '../platform/problem.ts';
import type { BlangkoPrint } from './blangko-document.ts';

/** The form as PDF; throws 422 `area_too_large` for one that no district has. */
export type BlangkoPrinter = { print(wanted: BlangkoPrint): Promise<Uint8Array> };

/** One of 600 rows takes 2 to 4 s and about 200 MB, one of 1,500 rows 7 s. */
const usualLimits: WorkerLimits = { timeoutMs: 30_000, memoryMb: 512 };

/** The thread starts with the first form and stays; forms are drawn one by one. */
export function createBlangkoPrinter(limits: WorkerLimits = usualLimits): BlangkoPrinter {
  const file = new URL('./blangko-worker.ts', import.meta.url);
  const worker: WorkerClient<BlangkoPrint, Uint8Array> = createWorkerClient(file, null, limits);
  return {
    print: (wanted) =>
      worker.ask(wanted).catch((error: unknown) => {
        throw error instanceof WorkerLimitError ? new ProblemError(422, 'area_too_large') : error;
      }),
  };
}
