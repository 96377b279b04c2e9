// Asks a worker thread and awaits its answers: heavy work stays off the thread that serves.
import { parentPort, Worker, workerData } from 'node:worker_threads';

export type WorkerClient<Q, A> = {
  /** Rejects with the worker's error; other questions are not touched by it. */
  ask(question: Q): Promise<A>;
  close(): Promise<void>;
};

type Numbered<Q> = { number: number; question: Q };
type Reply<A> = { number: number; answer: A } | { number: number; error: string };

const firstModule = new URL('./worker-start.mjs', import.meta.url);

/**
 * Starts `file` (TypeScript) when first asked and gives it `data`; a thread that died is started
 * anew by the next question.
 */
export function createWorkerClient<Q, A>(file: URL, data: unknown): WorkerClient<Q, A> {
  const waiting = new Map<
    number,
    { resolve: (answer: A) => void; reject: (error: Error) => void }
  >();
  let worker: Worker | null = null;
  let count = 0;

  function fail(error: Error): void {
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(firstModule, {
      workerData: { file: file.href, data },
      execArgv: [],
    });
    started.unref();
    started.on('message', (reply: Reply<A>) => {
      const asked = waiting.get(reply.number);
      waiting.delete(reply.number);
      if ('error' in reply) asked?.reject(new Error(reply.error));
      else asked?.resolve(reply.answer);
    });
    started.on('error', fail);
    started.on('exit', () => fail(new Error('the worker thread ended')));
    return started;
  }

  return {
    ask(question) {
      worker ??= start();
      count += 1;
      const number = count;
      return new Promise((resolve, reject) => {
        waiting.set(number, { resolve, reject });
        worker?.postMessage({ number, question } satisfies Numbered<Q>);
      });
    },
    async close() {
      await worker?.terminate();
    },
  };
}

/** The worker's side: what createWorkerClient was given as `data`. */
export function getWorkerData<T>(): T {
  return (workerData as { data: T }).data;
}

/** The worker's side: answers every question with what `answer` gives back or throws. */
export function answerQuestions<Q, A>(answer: (question: Q) => A): void {
  parentPort?.on('message', ({ number, question }: Numbered<Q>) => {
    try {
      parentPort?.postMessage({ number, answer: answer(question) });
    } catch (error) {
      parentPort?.postMessage({ number, error: String(error) });
    }
  });
}
