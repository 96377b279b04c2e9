// All evidence about villages, whatever room it comes from, as the rules take it.
import type { Availability, Strength, Technology } from '#contract/evidence';
import type { Db } from '../platform/database.ts';
import type { EvidenceKind } from './contract.ts';
import type { Evidence } from './rules.ts';
import type { Locality } from './village-rules.ts';

/** Village codes from the first to the last, both included. */
export type CodeRange = readonly [first: string, last: string];

type ReportRow = {
  id: string;
  village_code: string;
  kind: EvidenceKind;
  locality_id: string | null;
  availability: Availability | null;
  observed_on: string;
  created_at: string;
  state: string;
  is_sample: number;
  author_id: string;
  /** A JSON array of StatementTuple. */
  statements: string;
};

type StatementTuple = [
  operatorId: string,
  technology: Technology,
  strength: Strength | null,
  isOutage: number,
  rsrpDbm: number | null,
];

type StatisticRow = {
  source_id: number;
  village_code: string;
  technology: Technology;
  strength: Strength | null;
  year: number;
  imported_at: string;
  imported_by: string;
};

/**
 * Rejected reports and duplicates are no evidence. One row a report, its statements packed: handing
 * over a row for each of 1.5 million statements takes three times as long. The plus keeps SQLite from
 * reading every report that waits, by its state, where one village's are wanted.
 */
const selectReports = `
  SELECT r.id, r.village_code, r.kind, r.locality_id, r.availability, r.observed_on, r.created_at,
    r.state, r.is_sample, r.author_id,
    (SELECT json_group_array(json_array(s.operator_id, s.technology, s.strength, s.is_outage,
       s.rsrp_dbm)) FROM report_statement s WHERE s.report_id = r.id) AS statements
  FROM report r
  WHERE r.village_code BETWEEN ? AND ? AND +r.state IN ('submitted', 'verified')`;

const selectStatistics = `
  SELECT s.source_id, s.village_code, s.technology, s.strength, f.year, f.imported_at, f.imported_by
  FROM statistic s JOIN statistic_source f ON f.id = s.source_id
  WHERE s.village_code BETWEEN ? AND ?`;

/** What an operator that was taken over has, its successor has: the last of them, where it was so again. */
export function readSuccessors(db: Db): ReadonlyMap<string, string> {
  const rows = db
    .prepare('SELECT id, heir_id FROM operator_heir WHERE heir_id <> id')
    .raw()
    .all() as [string, string][];
  return new Map(rows);
}

function fromReport(row: ReportRow, successors: ReadonlyMap<string, string>): Evidence[] {
  const statements = JSON.parse(row.statements) as StatementTuple[];
  return statements.map(([operatorId, technology, strength, isOutage, rsrpDbm]) => ({
    id: row.id,
    kind: row.kind,
    operatorId: successors.get(operatorId) ?? operatorId,
    localityId: row.locality_id,
    technology,
    strength,
    isOutage: isOutage === 1,
    rsrpDbm,
    availability: row.availability,
    observedOn: row.observed_on,
    recordedAt: row.created_at,
    verified: row.state === 'verified',
    isSample: row.is_sample === 1,
    authorId: row.author_id,
    modelled: null,
  }));
}

/** A table of a year is dated to the middle of it. */
function fromStatistic(row: StatisticRow): Evidence {
  return {
    id: `statistics:${row.source_id}`,
    kind: 'statistics',
    operatorId: null,
    localityId: null,
    technology: row.technology,
    strength: row.strength,
    isOutage: false,
    rsrpDbm: null,
    availability: null,
    observedOn: `${row.year}-07-01`,
    recordedAt: row.imported_at,
    verified: true,
    isSample: false,
    authorId: row.imported_by,
    modelled: null,
  };
}

/** The values of all rows by their village. */
function byVillage<R extends { village_code: string }, V>(
  rows: readonly R[],
  valuesOf: (row: R) => V[],
  into = new Map<string, V[]>(),
): Map<string, V[]> {
  for (const row of rows) {
    const list = into.get(row.village_code);
    if (list) list.push(...valuesOf(row));
    else into.set(row.village_code, valuesOf(row));
  }
  return into;
}

/** What counts or is shown as evidence, by village code. */
export function listEvidence(db: Db, range: CodeRange): Map<string, Evidence[]> {
  const successors = readSuccessors(db);
  const reports = db.prepare(selectReports).all(...range) as ReportRow[];
  const statistics = db.prepare(selectStatistics).all(...range) as StatisticRow[];
  const evidence = byVillage(reports, (row) => fromReport(row, successors));
  return byVillage(statistics, (row) => [fromStatistic(row)], evidence);
}

export type NamedLocality = Locality & { kind: string; name: string };

type LocalityRow = NamedLocality & { village_code: string };

/** The newest figure that says something; of two of the same day, the one recorded last. */
const newestFigure = (figure: string) => `
  (SELECT p.${figure} FROM people p WHERE p.unit = l.id AND p.${figure} IS NOT NULL
   ORDER BY p.dated_on DESC, p.recorded_at DESC LIMIT 1) AS ${figure}`;

/** The localities with who lives there, by village code. */
export function listLocalities(db: Db, range: CodeRange): Map<string, NamedLocality[]> {
  const rows = db
    .prepare(
      `SELECT l.id, l.village_code, l.kind, l.name, ${newestFigure('population')},
         ${newestFigure('households')}
       FROM locality l WHERE l.village_code BETWEEN ? AND ? ORDER BY l.village_code, l.name_key`,
    )
    .all(...range) as LocalityRow[];
  return byVillage(rows, ({ village_code: _, ...locality }) => [locality]);
}

export type EvidenceSource = { sourceName: string; officeName: string };

/** Who stands behind each piece of evidence of a village, by its id. */
export function listSources(db: Db, villageCode: string): Map<string, EvidenceSource> {
  const reports = db
    .prepare(
      `SELECT r.id, a.name AS sourceName, f.name AS officeName
       FROM report r JOIN account a ON a.id = r.author_id JOIN office f ON f.id = r.office_id
       WHERE r.village_code = ?`,
    )
    .all(villageCode) as (EvidenceSource & { id: string })[];
  const tables = db
    .prepare(
      `SELECT 'statistics:' || f.id AS id, f.name || ' ' || f.year AS sourceName, '' AS officeName
       FROM statistic s JOIN statistic_source f ON f.id = s.source_id WHERE s.village_code = ?`,
    )
    .all(villageCode) as (EvidenceSource & { id: string })[];
  return new Map([...reports, ...tables].map(({ id, ...source }) => [id, source]));
}

/** The operators that serve the province today, those taken over left out. */
export function listServingOperators(db: Db): { id: string; name: string }[] {
  return db
    .prepare(
      'SELECT id, name FROM operator WHERE is_mobile = 1 AND successor_id IS NULL ORDER BY rowid',
    )
    .all() as { id: string; name: string }[];
}
