// `npm run backup`: copies database and photos while the server runs; `npm run backup -- FILE` names the copy.
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { addPhotos, photoFolderOf } from './photo-copies.ts';
import { openServerDatabase, runScript, scriptEnv } from './script.ts';

await runScript(async () => {
  const { dataDir } = scriptEnv();
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  const inFolder = join(dataDir, 'backups', `jangkau-${stamp}.db`);
  const target = resolve(process.argv[2] ?? inFolder);
  mkdirSync(dirname(target), { recursive: true });
  const db = openServerDatabase();
  const copyPhotos = () => addPhotos(join(dataDir, 'photos'), photoFolderOf(target));
  // Before and after: while the database is copied, photos come and go.
  copyPhotos();
  await db.backup(target);
  copyPhotos();
  db.close();
  console.log(`Cadangan tersimpan di ${target}, fotonya di ${photoFolderOf(target)}`);
});
