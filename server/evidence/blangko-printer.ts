// Draws forms for print in a thread of their own.
import { createWorkerClient, type WorkerClient } from '../platform/worker-client.ts';
import type { BlangkoPrint } from './blangko-document.ts';

export type BlangkoPrinter = { print(wanted: BlangkoPrint): Promise<Uint8Array> };

/** A district of 600 localities takes 1 s; what takes this long is stuck. */
const timeoutMs = 30_000;

/** The thread starts with the first form and stays; forms are drawn one by one. */
export function createBlangkoPrinter(): BlangkoPrinter {
  const file = new URL('./blangko-worker.ts', import.meta.url);
  const worker: WorkerClient<BlangkoPrint, Uint8Array> = createWorkerClient(file, null, {
    timeoutMs,
  });
  return { print: (wanted) => worker.ask(wanted) };
}
