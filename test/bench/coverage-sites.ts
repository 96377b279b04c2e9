// The country with sites of five operators, clustered at its villages, the same in every run; nothing of
// what they cover is made yet.
import { copyFileSync, rmSync } from 'node:fs';
import { insertAccount, insertOffice } from '../../server/auth/store.ts';
import type { CellTechnology } from '../../server/coverage/contract.ts';
import { prepareSaveCell } from '../../server/coverage/site-store.ts';
import { openDatabase, type Db } from '../../server/platform/database.ts';
import { villageIdRange } from '../../server/regions/store.ts';
import { countryPath, openCountry } from './country.ts';
import { seededRandom } from './measure.ts';

export const coveragePath = countryPath.replace('country.db', 'coverage.db');
export const operatorIds = ['telkomsel', 'indosat', 'xlsmart', 'bench4', 'bench5'];

/** Every third site each: 2G and 4G; 3G and 4G; 4G and 5G. */
const mixes: readonly (readonly CellTechnology[])[] = [
  ['2g', '4g'],
  ['3g', '4g'],
  ['4g', '5g'],
];
const bandsMhz: Record<CellTechnology, readonly number[]> = {
  '2g': [900, 1800],
  '3g': [2100],
  '4g': [900, 1800, 2300],
  '5g': [2100, 2300],
};

/** A copy of the country without coverage. */
export function openWithoutCoverage(): Db {
  const country = openCountry();
  country.pragma('wal_checkpoint(TRUNCATE)');
  country.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${coveragePath}${suffix}`, { force: true });
  copyFileSync(countryPath, coveragePath);
  return openDatabase(coveragePath);
}

/** Adds an account that writes, and gives back its id. */
export function addWriter(db: Db): string {
  const office = { id: 0, name: 'Diskominfo', regencyCode: null, operatorId: null };
  return insertAccount(db, {
    ...{ name: 'Bench', email: 'bench@contoh.go.id', role: 'staff', passwordHash: '' },
    ...{ officeId: insertOffice(db, office), mustChangePassword: false, at: new Date(0) },
  });
}

/** Adds `count` sites with two cells each at the villages of `code` ('ID': all of them). */
export function fillSites(
  db: Db,
  accountId: string,
  code: string,
  count: number,
  operators: readonly string[] = operatorIds,
): void {
  const random = seededRandom(17);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  db.exec(`INSERT OR IGNORE INTO operator (id, name, is_mobile, mnc) VALUES
    ('bench4', 'Operator 4', 1, '90'), ('bench5', 'Operator 5', 1, '91')`);
  const villages = db
    .prepare("SELECT lng, lat FROM region WHERE level = 'village' AND id BETWEEN ? AND ?")
    .all(...villageIdRange(code)) as { lng: number; lat: number }[];
  db.transaction(() => {
    const save = prepareSaveCell(db, { accountId, at: new Date(0), importId: null });
    for (let index = 0; index < count; index += 1) {
      const { lng, lat } = pick(villages);
      const site = {
        ...{ operatorId: pick(operators), siteRef: `S${index}`, siteName: '' },
        source: 'operator' as const,
        position: [lng + (random() - 0.5) / 25, lat + (random() - 0.5) / 25] as [number, number],
      };
      for (const technology of mixes[index % mixes.length] ?? [])
        save({
          ...site,
          cell: {
            ...{ ref: technology, technology, bandMhz: pick(bandsMhz[technology]), heightM: 40 },
            ...{ azimuthDeg: null, beamwidthDeg: null, radiusM: null, onAirOn: null },
            state: random() < 0.9 ? 'on_air' : 'planned',
          },
        });
    }
  })();
}
