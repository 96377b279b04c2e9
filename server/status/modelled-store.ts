// What coverage says about villages, in SQL: shares of the layers that stand, and how old they are.
import type { CoverageBasis } from '#contract/coverage';
import type { Technology } from '#contract/evidence';
import type { Db } from '../platform/database.ts';
import { readSuccessors, type CodeRange } from './evidence-store.ts';
import { betterTechnology, type OperatorCoverage } from './modelled-rules.ts';

type LayerColumns = { basis: CoverageBasis; operatorId: string; technology: Technology };
type ShareRow = LayerColumns & { villageCode: string; areaFraction: number };
type PointRow = LayerColumns & { villageCode: string; localityId: string };
type Dated = { datedOn: string; recordedAt: string };

/** Layers of one operator that stand; of all together none, for a status is asked per operator. */
const standing = `l.phase = 'on_air' AND l.operator_id <> '*'`;
const layerColumns = 'l.basis, l.operator_id AS operatorId, l.technology';

const selectShares = `
  SELECT r.code AS villageCode, ${layerColumns}, v.area_fraction AS areaFraction
  FROM region r JOIN village_coverage v ON v.id = r.id JOIN coverage_layer l ON l.id = v.layer_id
  WHERE r.code BETWEEN ? AND ? AND ${standing} AND v.area_fraction > 0`;

const selectPoints = `
  SELECT o.village_code AS villageCode, o.id AS localityId, ${layerColumns}
  FROM locality o JOIN locality_coverage c ON c.locality_id = o.id
    JOIN coverage_layer l ON l.id = c.layer_id
  WHERE o.village_code BETWEEN ? AND ? AND ${standing}`;

/** A computed layer is as old as what was last said about the operator's sites. */
const selectSiteDates = `
  SELECT id AS operatorId, date(changed, '+7 hours') AS datedOn, changed AS recordedAt
  FROM (SELECT o.id,
      (SELECT max(s.updated_at) FROM site s WHERE s.operator_id = o.id) AS changed FROM operator o)
  WHERE changed IS NOT NULL`;

const selectFilings = `
  SELECT operator_id AS operatorId, max(since_on) AS datedOn, max(since_on) AS recordedAt
  FROM (SELECT l.operator_id,
      (SELECT max(f.since_on) FROM footprint f WHERE f.layer_id = l.id AND f.until_on IS NULL)
        AS since_on
    FROM coverage_layer l WHERE l.basis = 'filed' AND ${standing})
  WHERE since_on IS NOT NULL GROUP BY operator_id`;

/** Where an operator has said that it has nothing outside of its filing; null: everywhere. */
const selectComplete = `
  SELECT operator_id AS operatorId, regency_code AS regencyCode FROM import
  WHERE kind = 'coverage' AND state = 'stored' AND is_complete = 1 AND operator_id IS NOT NULL
  GROUP BY operator_id, regency_code`;

export type VillageModel = {
  coverage: OperatorCoverage[];
  /** Localities whose position is known. */
  locatedIds: string[];
};

type Making = OperatorCoverage & {
  areaFractions: Map<Technology, number>;
  covered: Map<string, Technology>;
};

function listLocated(db: Db, range: CodeRange): Map<string, string[]> {
  const rows = db
    .prepare(
      `SELECT village_code, id FROM locality
       WHERE village_code BETWEEN ? AND ? AND lat IS NOT NULL ORDER BY village_code, name_key`,
    )
    .raw()
    .all(...range) as [string, string][];
  const located = new Map<string, string[]>();
  for (const [code, id] of rows) {
    const ids = located.get(code);
    if (ids) ids.push(id);
    else located.set(code, [id]);
  }
  return located;
}

/** What models say of villages, by village code; villages of which they say nothing are absent. */
export function listModelled(db: Db, range: CodeRange): Map<string, VillageModel> {
  const successors = readSuccessors(db);
  const owner = (id: string) => successors.get(id) ?? id;
  const dates: Record<CoverageBasis, Map<string, Dated>> = {
    computed: new Map(),
    filed: new Map(),
  };
  const readDates = (basis: CoverageBasis, sql: string) => {
    for (const { operatorId, ...dated } of db.prepare(sql).all() as (Dated & LayerColumns)[]) {
      const known = dates[basis].get(owner(operatorId));
      if (!known || known.recordedAt < dated.recordedAt) dates[basis].set(owner(operatorId), dated);
    }
  };
  readDates('computed', selectSiteDates);
  readDates('filed', selectFilings);
  if (dates.computed.size + dates.filed.size === 0) return new Map();

  const complete = db.prepare(selectComplete).all() as {
    operatorId: string;
    regencyCode: string | null;
  }[];
  const isComplete = (code: string, operatorId: string) =>
    complete.some(
      (said) =>
        owner(said.operatorId) === operatorId &&
        (said.regencyCode === null || code.startsWith(`${said.regencyCode}.`)),
    );

  const made = new Map<string, Map<string, Making>>();
  const entry = (code: string, basis: CoverageBasis, operatorId: string): Making | null => {
    const dated = dates[basis].get(operatorId);
    if (!dated) return null;
    const village = made.get(code) ?? new Map<string, Making>();
    made.set(code, village);
    const key = `${basis} ${operatorId}`;
    const known = village.get(key);
    if (known) return known;
    const fresh: Making = {
      ...dated,
      basis,
      operatorId,
      isComplete: basis === 'filed' && isComplete(code, operatorId),
      areaFractions: new Map(),
      covered: new Map(),
    };
    village.set(key, fresh);
    return fresh;
  };

  for (const row of db.prepare(selectShares).all(...range) as ShareRow[])
    entry(row.villageCode, row.basis, owner(row.operatorId))?.areaFractions.set(
      row.technology,
      row.areaFraction,
    );
  for (const row of db.prepare(selectPoints).all(...range) as PointRow[]) {
    const covered = entry(row.villageCode, row.basis, owner(row.operatorId))?.covered;
    const known = covered?.get(row.localityId);
    covered?.set(row.localityId, betterTechnology(row.technology, known ?? row.technology));
  }
  if (complete.length > 0)
    for (const code of listVillageCodes(db, range))
      for (const { operatorId } of complete)
        if (isComplete(code, owner(operatorId))) entry(code, 'filed', owner(operatorId));

  const located = listLocated(db, range);
  return new Map(
    [...made].map(([code, village]) => [
      code,
      { coverage: [...village.values()], locatedIds: located.get(code) ?? [] },
    ]),
  );
}

function listVillageCodes(db: Db, range: CodeRange): string[] {
  return db
    .prepare("SELECT code FROM region WHERE code BETWEEN ? AND ? AND level = 'village'")
    .pluck()
    .all(...range) as string[];
}
