// The thread that makes tiles of coverage, with its own connection to the database.
import { gzipSync } from 'node:zlib';
import { attachDatabase } from '../platform/database.ts';
import { answerQuestions, getWorkerData } from '../platform/worker-client.ts';
import { makeCoverageTile, type CoverageTile } from './coverage-tiles.ts';

const { databasePath } = getWorkerData<{ databasePath: string }>();
const db = attachDatabase(databasePath);

answerQuestions((wanted: CoverageTile): Uint8Array => {
  const tile = makeCoverageTile(db, wanted);
  return tile ? gzipSync(tile) : new Uint8Array();
});
