// The thread that answers where towers would help most in a regency.
import { attachDatabase } from '../platform/database.ts';
import { answerQuestions, getWorkerData } from '../platform/worker-client.ts';
import { createPlanningAnswers } from './planning-answers.ts';
import type { PlannerPaths } from './planner.ts';
import type { Best, BestRequest } from './planning-contract.ts';

const { databasePath, elevationDir } = getWorkerData<PlannerPaths>();
const answers = createPlanningAnswers(attachDatabase(databasePath), elevationDir);

answerQuestions((request: BestRequest): Promise<Best> => answers.best(request));
