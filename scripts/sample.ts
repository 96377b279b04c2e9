// `npm run sample`: fills the province with labelled SAMPEL reports; `npm run sample -- remove` takes them out.
import { findFirstAdmin } from '../server/auth/store.ts';
import { addSamples, removeSamples } from '../server/evidence/samples.ts';
import { createHub } from '../server/platform/live.ts';
import type { LiveEvent } from '../server/status/contract.ts';
import { createStatusFeed } from '../server/status/feed.ts';
import { openServerDatabase, runScript, scriptEnv, ScriptError } from './script.ts';

await runScript(() => {
  const [command] = process.argv.slice(2);
  if (command !== undefined && command !== 'remove') {
    throw new ScriptError(
      `perintah tidak dikenal: ${command}; pemakaian: npm run sample [-- remove]`,
    );
  }
  const db = openServerDatabase();
  const admin = findFirstAdmin(db);
  if (!admin) throw new ScriptError('belum ada akun admin: jalankan npm start lebih dahulu');
  const clock = () => new Date();
  const feed = createStatusFeed(db, clock, createHub<LiveEvent>(), () => null);
  const change = command === 'remove' ? removeSamples : addSamples;
  const deps = { db, clock, feed, province: scriptEnv().province };
  const { reports, realReports } = change(deps, admin);
  db.close();
  console.log(`Laporan SAMPEL: ${reports}; laporan sungguhan: ${realReports}`);
});
