// `npm run sample`: fills the province with labelled SAMPEL reports; `npm run sample -- remove` takes them out.
import { addSamples, removeSamples } from '../server/evidence/samples.ts';
import { findFirstAdmin } from '../server/auth/store.ts';
import { openDatabase } from '../server/platform/database.ts';
import { readEnv } from '../server/platform/env.ts';
import { createHub } from '../server/platform/live.ts';
import type { LiveEvent } from '../server/status/contract.ts';
import { createStatusFeed } from '../server/status/feed.ts';

const env = readEnv(process.env);
const clock = () => new Date();
const db = openDatabase(env.databasePath);
const feed = createStatusFeed(db, clock, createHub<LiveEvent>());
const admin = findFirstAdmin(db);
const deps = { db, clock, feed, province: env.province };

if (!admin) {
  console.error('Belum ada akun admin: jalankan npm start sekali lebih dulu.');
  process.exitCode = 1;
} else {
  const change = process.argv[2] === 'remove' ? removeSamples : addSamples;
  const { reports, realReports } = change(deps, admin);
  console.log(`Laporan SAMPEL: ${reports}; laporan sungguhan: ${realReports}`);
}
db.close();
