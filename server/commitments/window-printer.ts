// Draws the matrix of a declaration for print in a thread of its own, with a ceiling on memory and a
// deadline.
import { ProblemError } from '../platform/problem.ts';
import {
  createWorkerClient,
  WorkerLimitError,
  type WorkerClient,
  type WorkerLimits,
} from '../platform/worker-client.ts';
import type { MatrixPrint } from './window-document.ts';

/** The matrix as PDF; throws 422 `area_too_large` for one that no meeting could read. */
export type MatrixPrinter = { print(wanted: MatrixPrint): Promise<Uint8Array> };

const usualLimits: WorkerLimits = { timeoutMs: 60_000, memoryMb: 768 };

/** The thread starts with the first matrix and stays; they are drawn one by one. */
export function createMatrixPrinter(limits: WorkerLimits = usualLimits): MatrixPrinter {
  const file = new URL('./window-worker.ts', import.meta.url);
  const worker: WorkerClient<MatrixPrint, Uint8Array> = createWorkerClient(file, null, limits);
  return {
    print: (wanted) =>
      worker.ask(wanted).catch((error: unknown) => {
        throw error instanceof WorkerLimitError ? new ProblemError(422, 'area_too_large') : error;
      }),
  };
}
