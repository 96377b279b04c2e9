// The worker client: answers in order, limits on time and memory, a new thread after one that died.
import { afterEach, expect, test } from 'vitest';
import {
  createWorkerClient,
  type WorkerClient,
  WorkerLimitError,
  type WorkerLimits,
} from '../../../server/platform/worker-client.ts';
import type { Order } from '../../helpers/answer-worker.ts';

type Answer = { order: Order; name: string; started: number };

const file = new URL('../../helpers/answer-worker.ts', import.meta.url);
let client: WorkerClient<Order, Answer> | null = null;

function start(limits?: WorkerLimits): WorkerClient<Order, Answer> {
  client = createWorkerClient<Order, Answer>(file, { name: 'Sari' }, limits);
  return client;
}

afterEach(() => client?.close());

test('answers, also those that take a promise; an error touches its own question only', async () => {
  const worker = start();
  const answers = await Promise.allSettled(
    (['echo', 'later', 'fail', 'echo'] as const).map((order) => worker.ask(order)),
  );
  expect(answers).toMatchObject([
    { value: { order: 'echo', name: 'Sari' } },
    { value: { order: 'later' } },
    { reason: { message: 'Error: as told' } },
    { value: { order: 'echo' } },
  ]);
});

test.each<[Order, WorkerLimits, object]>([
  ['hang', { timeoutMs: 4000 }, { limit: 'time' }],
  ['grow', { memoryMb: 20 }, { limit: 'memory' }],
  ['exit', {}, { message: 'the worker thread ended' }],
])(
  '%s: the question is refused, those behind it go to a new thread',
  async (order, limits, reason) => {
    const worker = start(limits);
    const [before, bad, after, last] = await Promise.allSettled(
      (['echo', order, 'echo', 'echo'] as const).map((one) => worker.ask(one)),
    );
    expect(bad).toMatchObject({ status: 'rejected', reason });
    if (before?.status !== 'fulfilled' || after?.status !== 'fulfilled') throw new Error('refused');
    expect(after.value.started).not.toBe(before.value.started);
    expect(last).toMatchObject({ value: { started: after.value.started } });
    expect((await worker.ask('echo')).started).toBe(after.value.started);
  },
);

test('closing refuses what is still open', async () => {
  const worker = start({ timeoutMs: 60_000 });
  const open = worker.ask('hang');
  await Promise.all([expect(open).rejects.toThrow('the worker thread ended'), worker.close()]);
  await expect(open).rejects.not.toBeInstanceOf(WorkerLimitError);
});
