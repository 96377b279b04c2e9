// `npm run restore -- FILE`: puts a backup in the place of database and photos; the present ones are
// kept beside them. Stop the server first.
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { listContents } from '../server/evidence/photo-store.ts';
import { openDatabase } from '../server/platform/database.ts';
import { photoFolderOf, replacePhotos } from './photo-copies.ts';
import { runScript, scriptEnv, ScriptError } from './script.ts';

/** Checks a copy of the backup, so that the backup itself stays as it was made; the photos it names. */
function readContents(copy: string): string[] {
  const db = openDatabase(copy);
  const contents = listContents(db);
  db.close();
  return contents;
}

/** Puts the database in place and gives back the photos that it names. */
function restoreDatabase(source: string, databasePath: string): string[] {
  const copy = `${databasePath}.restoring`;
  copyFileSync(source, copy);
  let contents: string[];
  try {
    contents = readContents(copy);
  } catch (error) {
    rmSync(copy, { force: true });
    throw error;
  }
  for (const suffix of ['', '-wal', '-shm']) {
    const present = `${databasePath}${suffix}`;
    if (existsSync(present)) renameSync(present, `${databasePath}.before-restore${suffix}`);
  }
  renameSync(copy, databasePath);
  return contents;
}

await runScript(() => {
  const [file] = process.argv.slice(2);
  if (file === undefined) {
    throw new ScriptError('pemakaian: npm run restore -- BERKAS_CADANGAN (hentikan server dahulu)');
  }
  const { databasePath, dataDir } = scriptEnv();
  const source = resolve(file);
  const contents = restoreDatabase(source, databasePath);
  const photos = join(dataDir, 'photos');
  const folders = [photoFolderOf(source), photos, `${photos}.before-restore`];
  const missing = replacePhotos(photos, contents, folders);
  console.log(`Dipulihkan dari ${file}; yang sebelumnya: ${databasePath}.before-restore`);
  if (missing > 0) console.log(`${missing} foto tidak ada di ${photoFolderOf(source)}`);
});
