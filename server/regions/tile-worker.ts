// The thread that makes vector tiles, with its own connection to the database.
import { gzipSync } from 'node:zlib';
import { attachDatabase } from '../platform/database.ts';
import { answerQuestions, getWorkerData } from '../platform/worker-client.ts';
import { boundaryVersion, countVillages } from './store.ts';
import type { TileAddress } from './tile-grid.ts';
import { makeTile, readLand } from './tiles.ts';

const { databasePath } = getWorkerData<{ databasePath: string }>();
const db = attachDatabase(databasePath);
const land = readLand();

let counted = { version: '', villages: 0 };

/** Counting takes longer than making a small tile: once per boundary version. */
function villageCount(): number {
  const version = boundaryVersion(db);
  if (version !== counted.version) counted = { version, villages: countVillages(db, 'ID') };
  return counted.villages;
}

answerQuestions((address: TileAddress): Uint8Array => {
  const tile = makeTile(db, land, address, villageCount());
  return tile ? gzipSync(tile, { level: 9 }) : new Uint8Array();
});
