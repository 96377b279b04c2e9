// `npm run restore -- FILE`: puts a backup in the place of the database; the present one is kept beside it.
// Stop the server first.
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { openDatabase } from '../server/platform/database.ts';
import { readEnv } from '../server/platform/env.ts';

const env = readEnv(process.env);
const [file] = process.argv.slice(2);

/** Checks the backup on a copy, so that the backup itself stays as it was made. */
function restore(source: string): void {
  const copy = `${env.databasePath}.restoring`;
  copyFileSync(source, copy);
  try {
    openDatabase(copy).close();
  } catch (error) {
    rmSync(copy, { force: true });
    throw error;
  }
  for (const suffix of ['', '-wal', '-shm']) {
    const present = `${env.databasePath}${suffix}`;
    if (existsSync(present)) renameSync(present, `${env.databasePath}.before-restore${suffix}`);
  }
  renameSync(copy, env.databasePath);
}

if (!file) {
  console.error('Sebutkan berkas cadangan: npm run restore -- var/backups/jangkau-….db');
  process.exitCode = 1;
} else {
  try {
    restore(resolve(file));
    console.log(
      `Dipulihkan dari ${file}; basis data sebelumnya: ${env.databasePath}.before-restore`,
    );
  } catch (error) {
    console.error(`Tidak dapat dipulihkan dari ${file}: ${String(error)}`);
    process.exitCode = 1;
  }
}
