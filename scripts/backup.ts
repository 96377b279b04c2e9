// `npm run backup`: copies the database while the server runs; `npm run backup -- FILE` names the copy.
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { attachDatabase } from '../server/platform/database.ts';
import { readEnv } from '../server/platform/env.ts';

const env = readEnv(process.env);
const stamp = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
const target = resolve(process.argv[2] ?? join(env.dataDir, 'backups', `jangkau-${stamp}.db`));

try {
  mkdirSync(dirname(target), { recursive: true });
  const db = attachDatabase(env.databasePath);
  await db.backup(target);
  db.close();
  console.log(`Cadangan tersimpan di ${target}`);
} catch (error) {
  console.error(`Cadangan gagal dibuat dari ${env.databasePath}: ${String(error)}`);
  process.exitCode = 1;
}
