// A worker thread that does what it is told, for the tests of the worker client.
import { answerQuestions, getWorkerData } from '../../server/platform/worker-client.ts';

export type Order = 'echo' | 'later' | 'fail' | 'hang' | 'grow' | 'exit';

const { name } = getWorkerData<{ name: string }>();
const started = Math.random();

function grow(): never {
  const kept: string[][] = [];
  for (;;) kept.push(Array.from({ length: 10_000 }, () => String(Math.random())));
}

/** Answers with `name`, and with a number that tells one thread from another. */
answerQuestions(async (order: Order) => {
  if (order === 'later') await new Promise((resolve) => setImmediate(resolve));
  if (order === 'fail') throw new Error('as told');
  if (order === 'hang') for (;;);
  if (order === 'grow') grow();
  if (order === 'exit') process.exit(3);
  return { order, name, started };
});
