// What the forecast rests on, in SQL: places without a signal, promises about them, promises that came due.
import type { Db } from '../platform/database.ts';
import type { Commitment, CommitmentState } from './contract.ts';
import type { DarkPlace, DuePromise, OpenPromise } from './forecast-rules.ts';

/** First and last region id of the villages of an area. */
export type VillageRange = readonly [number, number];

/** The newest figure of a unit; null where nobody knows. */
const populationOf = (unit: string) => `
  (SELECT p.population FROM people p WHERE p.unit = ${unit} AND p.population IS NOT NULL
   ORDER BY p.dated_on DESC, p.recorded_at DESC LIMIT 1)`;

/** Confirmed, as the status lists count: what is only reported, or a sample, is none. */
const isDark = `s.status IN ('blankspot', 'outage') AND s.confirmed = 1 AND s.is_sample = 0`;

type PlaceCells = [villageId: number, localityId: string | null, population: number | null];

/**
 * The villages without a signal today, and instead of a village its localities without one where it has
 * such. A village that is served in part counts with those of its localities that are not.
 */
export function listDarkPlaces(db: Db, [first, last]: VillageRange): DarkPlace[] {
  const localities = db
    .prepare(
      `SELECT v.id, l.id, ${populationOf('l.id')}
       FROM locality_status s JOIN locality l ON l.id = s.locality_id
         JOIN region v ON v.code = l.village_code
       WHERE v.id BETWEEN ? AND ? AND ${isDark}`,
    )
    .raw()
    .all(first, last) as PlaceCells[];
  const divided = new Set(localities.map(([villageId]) => villageId));
  const villages = db
    .prepare(
      `SELECT s.id, NULL, ${populationOf('v.code')}
       FROM place_status s JOIN region v ON v.id = s.id WHERE s.id BETWEEN ? AND ? AND ${isDark}`,
    )
    .raw()
    .all(first, last) as PlaceCells[];
  return [...villages.filter(([villageId]) => !divided.has(villageId)), ...localities].map(
    ([villageId, localityId, population]) => ({ villageId, localityId, population }),
  );
}

/** What decides who sees a commitment. */
type Seen = Pick<Commitment, 'ownerId' | 'agreedOn' | 'confidentialUntil'>;

/** Promises about these villages that are still owed, or on air and not measured there. */
export function listOpenPromises(db: Db, villageIds: ReadonlySet<number>): (OpenPromise & Seen)[] {
  const rows = db
    .prepare(
      `SELECT p.village_id, p.locality_id, c.owner_id, c.state, c.promised_on, c.agreed_on,
         c.confidential_until
       FROM json_each(?) w CROSS JOIN commitment_place p ON p.village_id = w.value
         JOIN commitment c ON c.id = p.commitment_id
       WHERE c.state IN ('proposed', 'agreed', 'in_progress', 'built')
         OR (c.state = 'on_air' AND p.served_on IS NULL)`,
    )
    .raw()
    .all(JSON.stringify([...villageIds])) as [
    number,
    string | null,
    string,
    CommitmentState,
    string,
    string | null,
    string | null,
  ][];
  return rows.map(
    ([villageId, localityId, ownerId, state, promisedOn, agreedOn, confidentialUntil]) => ({
      ...{ villageId, localityId, ownerId, state, promisedOn, agreedOn, confidentialUntil },
    }),
  );
}

/** Everywhere: promises that came on air, and those that are late on `today`. */
export function listDuePromises(db: Db, today: string): (DuePromise & Seen)[] {
  const rows = db
    .prepare(
      `SELECT owner_id, first_promised_on, on_air_on, agreed_on, confidential_until
       FROM commitment WHERE state IN ('on_air', 'serving')
       UNION ALL
       SELECT owner_id, first_promised_on, NULL, agreed_on, confidential_until
       FROM commitment WHERE state IN ('proposed', 'agreed', 'in_progress', 'built')
         AND promised_on < ?`,
    )
    .raw()
    .all(today) as [string, string, string | null, string | null, string | null][];
  return rows.map(([ownerId, firstPromisedOn, onAirOn, agreedOn, confidentialUntil]) => ({
    ...{ ownerId, firstPromisedOn, onAirOn, agreedOn, confidentialUntil },
  }));
}
