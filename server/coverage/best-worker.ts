// The thread that answers where towers would help most in a regency.
import { attachDatabase } from '../platform/database.ts';
import { answerQuestions, getWorkerData } from '../platform/worker-client.ts';
import { answerBest } from './planning-answers.ts';
import type { Best, BestRequest } from './planning-contract.ts';

const { databasePath } = getWorkerData<{ databasePath: string }>();
const db = attachDatabase(databasePath);

answerQuestions((request: BestRequest): Promise<Best> => answerBest(db, request));
