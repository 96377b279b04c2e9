// Official statistics in SQL: what a table of a year says of the signal in a village (PODES).
import type { Db } from '../platform/database.ts';
import { newTally, type Tally } from '../platform/tally.ts';
import type { Strength, Technology } from './contract.ts';

/** Of no operator in particular; strength is null where the table does not say. */
export type Statistic = {
  villageCode: string;
  technology: Technology;
  strength: Strength | null;
};

export type StatisticSource = { name: string; year: number };

type Change = { accountId: string; at: Date };

/** The id of a source, which is made when it is new. */
function ensureSource(db: Db, { name, year }: StatisticSource, by: Change): number {
  db.prepare(
    `INSERT INTO statistic_source (name, year, imported_at, imported_by) VALUES (?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  ).run(name, year, by.at.toISOString(), by.accountId);
  return db
    .prepare('SELECT id FROM statistic_source WHERE name = ? AND year = ?')
    .pluck()
    .get(name, year) as number;
}

/**
 * Writes what a source says of many villages, in the caller's transaction; what the same source and
 * year said of one before is replaced. Gives back which villages say something else now; deriving
 * their status is the caller's part.
 */
export function saveStatistics(
  db: Db,
  source: StatisticSource,
  rows: readonly Statistic[],
  by: Change,
): Tally & { villages: string[] } {
  const tally = { ...newTally(), villages: [] as string[] };
  if (rows.length === 0) return tally;
  const sourceId = ensureSource(db, source, by);
  const find = db.prepare(
    'SELECT technology, strength FROM statistic WHERE village_code = ? AND source_id = ?',
  );
  const save = db.prepare(
    `INSERT INTO statistic (village_code, source_id, technology, strength) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET technology = excluded.technology, strength = excluded.strength`,
  );
  for (const { villageCode, technology, strength } of rows) {
    const before = find.get(villageCode, sourceId) as Omit<Statistic, 'villageCode'> | undefined;
    if (before?.technology === technology && before.strength === strength) {
      tally.unchanged += 1;
      continue;
    }
    save.run(villageCode, sourceId, technology, strength);
    tally[before ? 'changed' : 'inserted'] += 1;
    tally.villages.push(villageCode);
  }
  return tally;
}
