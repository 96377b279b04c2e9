// Asks a worker thread and awaits its answers: heavy work stays off the thread that serves.
import { parentPort, Worker, workerData } from 'node:worker_threads';

export type WorkerClient<Q, A> = {
  /**
   * Rejects with the worker's error, or with WorkerLimitError when this question took too long or
   * too much memory; other questions are not touched by it.
   */
  ask(question: Q): Promise<A>;
  /** Ends the thread; questions that are still open are refused. */
  close(): Promise<void>;
};

export type WorkerLimits = {
  /** How long one question may take; without it a question may take for ever. */
  timeoutMs?: number;
  /** How large the thread's heap may grow, MB (buffers outside the heap are not counted). */
  memoryMb?: number;
};

/** One question went past the limits that its worker was given. */
export class WorkerLimitError extends Error {
  readonly limit: 'time' | 'memory';

  constructor(limit: 'time' | 'memory') {
    super(`the worker thread went past its ${limit} limit`);
    this.limit = limit;
  }
}

type Numbered<Q> = { number: number; question: Q };
type Reply<A> = { number: number; answer: A } | { number: number; error: string };
type Asked<Q, A> = {
  question: Q;
  resolve: (answer: A) => void;
  reject: (error: Error) => void;
};

/** V8's heap for what is short-lived, beside the limit; its default is three times as much. */
const youngMb = 16;

const firstModule = new URL('./worker-start.mjs', import.meta.url);

function toError(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isOutOfMemory ? new WorkerLimitError('memory') : error;
}

/**
 * Starts `file` (TypeScript) when first asked and gives it `data`. The worker answers one question
 * after the other. When it dies or is ended at its deadline, the question it was at is refused and
 * the others go to a new thread.
 */
export function createWorkerClient<Q, A>(
  file: URL,
  data: unknown,
  { timeoutMs, memoryMb }: WorkerLimits = {},
): WorkerClient<Q, A> {
  /** In the order they were asked, which is the order of the answers: the first is at work. */
  const open = new Map<number, Asked<Q, A>>();
  let worker: Worker | null = null;
  let deadline: NodeJS.Timeout | undefined;
  let count = 0;

  function watchFirst(): void {
    clearTimeout(deadline);
    if (timeoutMs === undefined || open.size === 0) return;
    deadline = setTimeout(() => void replace(worker, new WorkerLimitError('time')), timeoutMs);
  }

  /** Refuses the question at work and gives the others to a new thread; once per thread. */
  async function replace(ended: Worker | null, error: Error): Promise<void> {
    if (ended === null || ended !== worker) return;
    worker = null;
    const [first] = open;
    if (first) {
      open.delete(first[0]);
      first[1].reject(error);
    }
    for (const [number, { question }] of open) send({ number, question });
    watchFirst();
    await ended.terminate();
  }

  function start(): Worker {
    const started = new Worker(firstModule, {
      workerData: { file: file.href, data },
      execArgv: [],
      ...(memoryMb !== undefined && {
        resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: youngMb },
      }),
    });
    started.unref();
    started.on('message', (reply: Reply<A>) => {
      const asked = open.get(reply.number);
      open.delete(reply.number);
      watchFirst();
      if ('error' in reply) asked?.reject(new Error(reply.error));
      else asked?.resolve(reply.answer);
    });
    started.on('error', (error) => void replace(started, toError(error)));
    started.on('exit', () => void replace(started, new Error('the worker thread ended')));
    return started;
  }

  function send(numbered: Numbered<Q>): void {
    worker ??= start();
    worker.postMessage(numbered);
  }

  return {
    ask(question) {
      count += 1;
      const number = count;
      return new Promise((resolve, reject) => {
        open.set(number, { question, resolve, reject });
        send({ number, question });
        if (open.size === 1) watchFirst();
      });
    },
    async close() {
      const ended = worker;
      worker = null;
      clearTimeout(deadline);
      for (const { reject } of open.values()) reject(new Error('the worker thread ended'));
      open.clear();
      await ended?.terminate();
    },
  };
}

/** The worker's side: what createWorkerClient was given as `data`. */
export function getWorkerData<T>(): T {
  return (workerData as { data: T }).data;
}

/**
 * The worker's side: answers every question with what `answer` gives back or throws, one after the
 * other, also where an answer takes a promise.
 */
export function answerQuestions<Q, A>(answer: (question: Q) => A | Promise<A>): void {
  let last = Promise.resolve();
  const reply = async ({ number, question }: Numbered<Q>) => {
    try {
      parentPort?.postMessage({ number, answer: await answer(question) });
    } catch (error) {
      parentPort?.postMessage({ number, error: String(error) });
    }
  };
  parentPort?.on('message', (numbered: Numbered<Q>) => {
    last = last.then(() => reply(numbered));
  });
}
