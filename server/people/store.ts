// Who lives where, in SQL: every figure with its day and source; the newest one counts.
import type { Db } from '../platform/database.ts';
import { newTally, type Tally } from '../platform/tally.ts';
import type { Figure, FigureSum, NewestPeople, PeopleInput, PeopleRow } from './contract.ts';

/** Figures of one village (its code) or locality (its id). */
export type UnitPeople = PeopleInput & { unit: string };

export type Change = { accountId: string; at: Date };

const figures = ['population', 'households'] as const;
type FigureName = (typeof figures)[number];

/** Newest first; of two of the same day, the one recorded last. */
const newestFirst = 'dated_on DESC, recorded_at DESC';

const newestFigure = (figure: FigureName) => `
  (SELECT json_object('value', p.${figure}, 'datedOn', p.dated_on, 'source', p.source)
   FROM people p WHERE p.unit = u.value AND p.${figure} IS NOT NULL
   ORDER BY ${newestFirst} LIMIT 1) AS ${figure}`;

/** The newest figures of each unit, in the order asked for; null where nobody knows. */
export function listNewest(db: Db, units: readonly string[]): NewestPeople[] {
  const rows = db
    .prepare(`SELECT ${figures.map(newestFigure).join()} FROM json_each(?) u ORDER BY u.key`)
    .all(JSON.stringify(units)) as Record<FigureName, string | null>[];
  const read = (json: string | null) => (json === null ? null : (JSON.parse(json) as Figure));
  return rows.map(({ population, households }) => ({
    population: read(population),
    households: read(households),
  }));
}

const selectRow = `
  SELECT p.dated_on AS datedOn, p.source, p.population, p.households,
    p.recorded_at AS recordedAt, a.name AS recordedByName
  FROM people p JOIN account a ON a.id = p.recorded_by`;

/** Every row of a unit, newest first. */
export function listPeople(db: Db, unit: string): PeopleRow[] {
  return db
    .prepare(`${selectRow} WHERE p.unit = ? ORDER BY ${newestFirst}`)
    .all(unit) as PeopleRow[];
}

export function findPeople(
  db: Db,
  unit: string,
  { datedOn, source }: Pick<PeopleInput, 'datedOn' | 'source'>,
): PeopleRow | null {
  const row = db
    .prepare(`${selectRow} WHERE p.unit = ? AND p.dated_on = ? AND p.source = ?`)
    .get(unit, datedOn, source) as PeopleRow | undefined;
  return row ?? null;
}

/**
 * Writes many rows, in the caller's transaction; what is said of the same unit, day and source is
 * replaced. Derives no status: that is the caller's part for the villages of localities.
 */
export function savePeople(db: Db, rows: readonly UnitPeople[], by: Change): Tally {
  const find = db.prepare(
    'SELECT population, households FROM people WHERE unit = ? AND dated_on = ? AND source = ?',
  );
  const save = db.prepare(
    `INSERT OR REPLACE INTO people
       (unit, dated_on, source, population, households, recorded_at, recorded_by)
     VALUES (@unit, @datedOn, @source, @population, @households, @at, @account)`,
  );
  const tally = newTally();
  for (const { unit, datedOn, source, population, households } of rows) {
    const before = find.get(unit, datedOn, source) as Record<FigureName, number | null> | undefined;
    if (before?.population === population && before.households === households) {
      tally.unchanged += 1;
      continue;
    }
    tally[before ? 'changed' : 'inserted'] += 1;
    save.run({
      ...{ unit, datedOn, source, population, households },
      at: by.at.toISOString(),
      account: by.accountId,
    });
  }
  return tally;
}

export function deletePeople(
  db: Db,
  unit: string,
  { datedOn, source }: Pick<PeopleInput, 'datedOn' | 'source'>,
): void {
  db.prepare('DELETE FROM people WHERE unit = ? AND dated_on = ? AND source = ?').run(
    unit,
    datedOn,
    source,
  );
}

/**
 * Of the rows of villages only: the third sign of a locality's id is never a dot. Beside a max() SQLite
 * gives the columns of the row that has it, here the newest, and so reads each unit once in its order.
 */
const sumFigure = (figure: FigureName) => `
  SELECT sum(value) AS total, count(*) AS villages, min(dated_on) AS oldestOn,
    max(dated_on) AS newestOn
  FROM (
    SELECT unit, ${figure} AS value, dated_on, max(dated_on || recorded_at)
    FROM people WHERE unit BETWEEN ? AND ? AND substr(unit, 3, 1) = '.' AND ${figure} IS NOT NULL
    GROUP BY unit
  )
  WHERE unit IN (SELECT code FROM region WHERE level = 'village')`;

/**
 * The sums of the newest figures of the villages in `code` ('ID': all). What is not known adds
 * nothing and is not counted among the villages.
 */
export function sumPeople(db: Db, code: string): Record<FigureName, FigureSum> {
  const range = code === 'ID' ? ['0', ':'] : [code, `${code}.~`];
  const sum = (figure: FigureName) => db.prepare(sumFigure(figure)).get(...range) as FigureSum;
  return { population: sum('population'), households: sum('households') };
}
