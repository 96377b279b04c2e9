// The whole country in a database of its own under var/bench, loaded once and kept.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, type Db } from '../../server/platform/database.ts';
import { loadProvinces } from '../../server/regions/load.ts';
import { placeStatuses } from '../../server/status/contract.ts';
import { seededRandom } from './measure.ts';

const dir = join(import.meta.dirname, '../../var/bench');
export const countryPath = join(dir, 'country.db');

/** Opens the country, loaded first where it is not there yet. */
export function openCountry(): Db {
  mkdirSync(dir, { recursive: true });
  const db = openDatabase(countryPath);
  loadProvinces(db, 'all');
  return db;
}

/** Gives every village a status, the same in every run: the worst case of the list. */
export function fillStatuses(db: Db): void {
  const random = seededRandom(7);
  const ids = db.prepare("SELECT id FROM region WHERE level = 'village' ORDER BY id").pluck().all();
  const insert = db.prepare(
    `INSERT OR REPLACE INTO place_status (id, status, confirmed, observed_on, is_sample, has_conflict,
       is_lacking, known_tenths, version) VALUES (?, ?, ?, ?, 0, 0, 0, 10, 1)`,
  );
  const known = placeStatuses.filter((status) => status !== 'unknown');
  db.transaction(() => {
    for (const id of ids) {
      const status = known[Math.floor(random() * known.length)];
      const day = `2026-${random() < 0.5 ? '03' : '09'}-12`;
      insert.run(id, status, random() < 0.8 ? 1 : 0, day);
    }
  })();
}
