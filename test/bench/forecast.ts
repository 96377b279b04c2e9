// The forecast of a province: 10,000 commitments, a third of its villages without a signal, and 400
// localities of some of them. What the server takes to make it, nothing kept from the time before.
import { randomUUID } from 'node:crypto';
import { readForecast } from '../../server/commitments/forecast.ts';
import type { Db } from '../../server/platform/database.ts';
import { regionId } from '../../server/regions/contract.ts';
import { listRegencies } from '../../server/regions/store.ts';
import { benchDay, openProvince, seedCommitments } from './commitments.ts';
import { ms, quantile, timeRuns, type Result } from './measure.ts';

const localitiesWanted = 400;
const at = '2026-11-22T05:00:00.000Z';

/** Every third village is a blankspot; the first of those have four localities without a signal each. */
function seedDarkPlaces(db: Db, accountId: string): number {
  const codes = listRegencies(db).flatMap(({ villageCodes }) => villageCodes);
  const status = db.prepare(
    `INSERT INTO place_status (id, status, confirmed, observed_on, is_sample, has_conflict, is_lacking,
       known_tenths, version) VALUES (?, 'blankspot', 1, '2026-10-01', 0, 0, 0, 10, 1)`,
  );
  const locality = db.prepare(
    `INSERT INTO locality (id, village_code, kind, name, name_key, source, created_at, updated_at,
       updated_by) VALUES (?, ?, 'jorong', ?, ?, 'bench', '${at}', '${at}', ?)`,
  );
  const localityStatus = db.prepare(
    `INSERT INTO locality_status (locality_id, status, confirmed, observed_on, is_sample, has_conflict,
       is_lacking) VALUES (?, 'blankspot', 1, '2026-10-01', 0, 0, 0)`,
  );
  const people = db.prepare(
    `INSERT INTO people (unit, dated_on, source, population, households, recorded_at, recorded_by)
     VALUES (?, ?, 'bench', 500, NULL, '${at}', ?)`,
  );
  let localities = 0;
  db.transaction(() => {
    for (const [index, code] of codes.entries()) {
      for (const year of [2020, 2023, 2025]) people.run(code, `${year}-06-30`, accountId);
      if (index % 3 > 0) continue;
      status.run(regionId(code));
      for (let n = 0; n < 4 && localities < localitiesWanted; n += 1) {
        const id = randomUUID();
        locality.run(id, code, `Jorong ${n}`, `jorong ${n}`, accountId);
        localityStatus.run(id);
        people.run(id, '2025-06-30', accountId);
        localities += 1;
      }
    }
  })();
  return codes.length;
}

export async function benchForecast(): Promise<Result> {
  const { db, caller } = await openProvince();
  const villages = seedDarkPlaces(db, caller.id);
  seedCommitments(db, caller, 10_000);
  const { now } = readForecast(db, '13', caller, benchDay);
  const times = await timeRuns(50, () => readForecast(db, '13', caller, benchDay));
  db.close();
  return {
    rows: [
      {
        what: `Forecast of a province: ${villages} villages, 10,000 commitments, ${now.places} places without a signal (p50 / p99)`,
        measured: `${ms(quantile(times, 0.5))} / ${ms(quantile(times, 0.99))}`,
        aim: '≤ 50 ms',
      },
    ],
    skipped: [],
  };
}
