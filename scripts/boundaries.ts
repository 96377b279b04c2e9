// Fetches a province's official village boundaries from the public repository wilayah_boundaries
// and imports them:  npm run boundaries -- 13
// Without internet, download the folder db/kel/13 elsewhere and use npm run import.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listChildren } from '../server/regions/store.ts';
import { runImport } from './import-boundaries.ts';
import { openServerDatabase, runScript, ScriptError } from './script.ts';

/** The state of 9 October 2026, so that everybody imports the same files. */
const commit = '42b636d0721e50b78224debcc126ad46a2ecb631';
const baseUrl = `https://raw.githubusercontent.com/cahyadsn/wilayah_boundaries/${commit}/db/kel`;
const timeoutMs = 60_000;

/** The file's text, or null where the repository has none for that regency. */
async function download(url: string): Promise<string | null> {
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    if (response.ok) return await response.text();
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ScriptError(`tidak dapat mengunduh ${url} (${reason}); periksa sambungan internet`);
  }
  if (response.status === 404) return null;
  throw new ScriptError(`tidak dapat mengunduh ${url}: jawaban ${response.status}`);
}

async function fetchProvince(province: string, regencies: string[], folder: string): Promise<void> {
  let files = 0;
  for (const regency of regencies) {
    const file = `wilayah_boundaries_kel_${regency}.sql`;
    const text = await download(`${baseUrl}/${province}/${file}`);
    if (text === null) console.log(`${regency}: tidak ada berkasnya`);
    else {
      writeFileSync(join(folder, file), text);
      files += 1;
      console.log(`${regency}: ${Math.round(text.length / 1024)} kB`);
    }
  }
  if (files === 0) throw new ScriptError(`tidak ada berkas batas untuk provinsi ${province}`);
}

await runScript(async () => {
  const [province] = process.argv.slice(2);
  if (province === undefined || !/^\d{2}$/.test(province)) {
    throw new ScriptError(
      'pemakaian: npm run boundaries -- KODE_PROVINSI (dua angka, misalnya 13)',
    );
  }
  const db = openServerDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'jangkau-'));
  try {
    const regencies = listChildren(db, province).map(({ code }) => code);
    if (regencies.length === 0) throw new ScriptError(`provinsi ${province} belum dimuat`);
    await fetchProvince(province, regencies, folder);
    runImport(db, [folder]);
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
