// The second thread of the coverage engine: merges and counts what the first one hands over, and writes
// nothing.
import { attachDatabase } from '../platform/database.ts';
import { answerQuestions, getWorkerData } from '../platform/worker-client.ts';
import { createCalculator } from './engine.ts';
import type { HelperAnswer, HelperQuestion } from './helper.ts';

const { databasePath } = getWorkerData<{ databasePath: string }>();
const calculator = createCalculator(attachDatabase(databasePath));

answerQuestions(async (question: HelperQuestion): Promise<HelperAnswer> => {
  if ('blocks' in question) return { merged: await calculator.mergeBlocks(question.blocks) };
  return { counted: await calculator.countShares(question.tasks, question.generation) };
});
