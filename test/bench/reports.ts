// The country with as many reports as it may gather in years: 300,000 on five operators, the same in
// every run; one in ten waits for verification.
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { openDatabase, type Db } from '../../server/platform/database.ts';
import { countryPath, openCountry } from './country.ts';
import { seededRandom } from './measure.ts';

const evidencePath = countryPath.replace('country.db', 'evidence.db');

const operatorIds = ['telkomsel', 'indosat', 'xlsmart', 'bench4', 'bench5'];
const technologies = ['none', 'none', '2g', '3g', '4g', '4g', '4g', '5g'];
const strengths = ['weak', 'strong', 'very_strong'];
const states = ['submitted', ...Array.from({ length: 9 }, () => 'verified')];
const reportsWanted = 300_000;

function fillReports(db: Db): void {
  const random = seededRandom(11);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const villages = db
    .prepare("SELECT code, lng, lat FROM region WHERE level = 'village' ORDER BY id")
    .all() as { code: string; lng: number; lat: number }[];
  db.exec(`INSERT INTO office (id, name) VALUES (9001, 'Diskominfo'), (9002, 'Kominfo');
    INSERT INTO operator (id, name, is_mobile, mnc) VALUES
      ('bench4', 'Operator 4', 1, '90'), ('bench5', 'Operator 5', 1, '91');`);
  const account = db.prepare(
    `INSERT INTO account (id, name, email, role, office_id, created_at, updated_at)
     VALUES (?, ?, ?, 'staff', 9001, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')`,
  );
  const authors = Array.from({ length: 200 }, (_, index) => `author-${index}`);
  for (const id of authors) account.run(id, id, `${id}@contoh.go.id`);
  const report = db.prepare(
    `INSERT INTO report (id, village_code, kind, shown_lng, shown_lat, observed_on, note, state,
       author_id, office_id, created_at, updated_at, updated_by)
     VALUES (@id, @village, @kind, @lng, @lat, @day, '', @state, @author, 9001, @at, @at, @author)`,
  );
  const statement = db.prepare(
    `INSERT INTO report_statement (report_id, operator_id, technology, strength, rsrp_dbm)
     VALUES (?, ?, ?, ?, ?)`,
  );
  db.transaction(() => {
    for (let index = 0; index < reportsWanted; index += 1) {
      const village = pick(villages);
      const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
      const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(random() * 1050)));
      report.run({
        id,
        village: village.code,
        kind: random() < 0.3 ? 'measurement' : 'report',
        lng: village.lng + random() / 50,
        lat: village.lat + random() / 50,
        day: day.toISOString().slice(0, 10),
        state: pick(states),
        author: pick(authors),
        at: day.toISOString(),
      });
      for (const operatorId of operatorIds) {
        const technology = pick(technologies);
        const hasRsrp = technology === '4g' && random() < 0.3;
        statement.run(
          id,
          operatorId,
          technology,
          technology === 'none' ? null : pick(strengths),
          hasRsrp ? -70 - Math.floor(random() * 60) : null,
        );
      }
    }
  })();
  db.exec('ANALYZE');
}

/** Opens the country with its reports, made first where they are not there yet. */
export function openEvidence(): Db {
  if (existsSync(evidencePath)) {
    const db = openDatabase(evidencePath);
    const reports = db.prepare('SELECT count(*) FROM report').pluck().get();
    if (reports === reportsWanted) return db;
    db.close();
  }
  const country = openCountry();
  country.pragma('wal_checkpoint(TRUNCATE)');
  country.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${evidencePath}${suffix}`, { force: true });
  copyFileSync(countryPath, evidencePath);
  const db = openDatabase(evidencePath);
  fillReports(db);
  return db;
}
