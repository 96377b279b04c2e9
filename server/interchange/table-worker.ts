// The thread that reads table files, so that a hostile one costs the server neither time nor memory.
import { answerQuestions } from '../platform/worker-client.ts';
import { readTable } from './read-table.ts';
import { TableProblem } from './table.ts';
import type { TableAnswer, TableQuestion } from './table-reader.ts';

answerQuestions(async ({ bytes, fileName }: TableQuestion): Promise<TableAnswer> => {
  try {
    return { tables: await readTable(bytes, fileName) };
  } catch (error) {
    if (error instanceof TableProblem) return { code: error.code, place: error.place };
    throw error;
  }
});
