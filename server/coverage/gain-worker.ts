// The thread that answers what a tower would gain; another one answers where towers help most, so that
// nobody who drags a tower waits for that.
import { attachDatabase } from '../platform/database.ts';
import { answerQuestions, getWorkerData } from '../platform/worker-client.ts';
import { createPlanningAnswers, type GainQuestion } from './planning-answers.ts';
import type { PlannerPaths } from './planner.ts';
import type { Gain } from './planning-contract.ts';

const { databasePath, elevationDir } = getWorkerData<PlannerPaths>();
const answers = createPlanningAnswers(attachDatabase(databasePath), elevationDir);

answerQuestions((question: GainQuestion): Promise<Gain> => answers.gain(question));
