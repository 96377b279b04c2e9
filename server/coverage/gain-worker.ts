// The thread that answers what a tower would gain; another one answers where towers help most, so that
// nobody who drags a tower waits for that.
import { attachDatabase } from '../platform/database.ts';
import { answerQuestions, getWorkerData } from '../platform/worker-client.ts';
import { answerGain, type GainQuestion } from './planning-answers.ts';
import type { Gain } from './planning-contract.ts';

const { databasePath } = getWorkerData<{ databasePath: string }>();
const db = attachDatabase(databasePath);

answerQuestions((question: GainQuestion): Promise<Gain> => answerGain(db, question));
