// The thread that derives every status again after the settings changed; others write in between.
import { attachDatabase } from '../platform/database.ts';
import { answerQuestions, getWorkerData } from '../platform/worker-client.ts';
import { refreshAllStatuses } from './derive.ts';

const { databasePath } = getWorkerData<{ databasePath: string }>();
const db = attachDatabase(databasePath);

answerQuestions((today: string): number => refreshAllStatuses(db, today));
