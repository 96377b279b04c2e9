// The thread of the coverage engine, with a connection of its own: makes one piece a question, and
// merges layers for download in between.
import { attachDatabase } from '../platform/database.ts';
import { answerQuestions, getWorkerData } from '../platform/worker-client.ts';
import { createEngine } from './engine.ts';
import { createHelper } from './helper.ts';
import type { WorkerAnswer, WorkerData, WorkerQuestion } from './engine-thread.ts';
import { mergedFeature } from './merged-area.ts';
import { createTerrainCut } from './terrain-cut.ts';

const { databasePath, elevationDir } = getWorkerData<WorkerData>();
const db = attachDatabase(databasePath);
// An import on the main thread may write for many seconds in one go.
db.pragma('busy_timeout = 60000');
const engine = createEngine(db, {
  prepareCut: createTerrainCut(elevationDir),
  helper: createHelper(databasePath),
});

answerQuestions(async (question: WorkerQuestion): Promise<WorkerAnswer> => {
  if ('merged' in question) return { feature: mergedFeature(db, question.merged) };
  return { piece: await engine.next(question.today) };
});
