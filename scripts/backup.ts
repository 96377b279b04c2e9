// `npm run backup`: copies the database while the server runs; `npm run backup -- FILE` names the copy.
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { openServerDatabase, runScript, scriptEnv } from './script.ts';

await runScript(async () => {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  const inFolder = join(scriptEnv().dataDir, 'backups', `jangkau-${stamp}.db`);
  const target = resolve(process.argv[2] ?? inFolder);
  mkdirSync(dirname(target), { recursive: true });
  const db = openServerDatabase();
  await db.backup(target);
  db.close();
  console.log(`Cadangan tersimpan di ${target}`);
});
