// `npm run restore -- FILE`: puts a backup in the place of the database; the present one is kept beside it.
// Stop the server first.
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { openDatabase } from '../server/platform/database.ts';
import { runScript, scriptEnv, ScriptError } from './script.ts';

/** Checks the backup on a copy, so that the backup itself stays as it was made. */
function restore(source: string, databasePath: string): void {
  const copy = `${databasePath}.restoring`;
  copyFileSync(source, copy);
  try {
    openDatabase(copy).close();
  } catch (error) {
    rmSync(copy, { force: true });
    throw error;
  }
  for (const suffix of ['', '-wal', '-shm']) {
    const present = `${databasePath}${suffix}`;
    if (existsSync(present)) renameSync(present, `${databasePath}.before-restore${suffix}`);
  }
  renameSync(copy, databasePath);
}

await runScript(() => {
  const [file] = process.argv.slice(2);
  if (file === undefined) {
    throw new ScriptError('pemakaian: npm run restore -- BERKAS_CADANGAN (hentikan server dahulu)');
  }
  const { databasePath } = scriptEnv();
  restore(resolve(file), databasePath);
  console.log(`Dipulihkan dari ${file}; yang sebelumnya: ${databasePath}.before-restore`);
});
