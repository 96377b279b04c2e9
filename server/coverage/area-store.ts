// What coverage comes to in SQL: the layers there are, one village's shares, sums and lists of an area.
import type { Db } from '../platform/database.ts';
import type { Area, Box } from './area-codec.ts';
import type {
  AreaCoverage,
  CoverageLayer,
  CoverageRow,
  LayerKey,
  VillageCoverage,
  VillageShare,
} from './contract.ts';
import { findLayer } from './layer-store.ts';

/** Region ids from the first to the last, both included (regions/store.ts, villageIdRange). */
export type IdRange = readonly [first: number, last: number];

const layerColumns = 'l.basis, l.phase, l.operator_id AS operatorId, l.technology';

/** The boundary of a place with its box; null when it has none. */
export function findBoundary(db: Db, code: string): { area: Area; box: Box } | null {
  const row = db
    .prepare('SELECT coordinates, west, south, east, north FROM boundary WHERE code = ?')
    .get(code) as (Box & { coordinates: string }) | undefined;
  if (!row) return null;
  const { coordinates, ...box } = row;
  return { area: JSON.parse(coordinates) as Area, box };
}

/** Every layer in which something stands, those of all operators with the sum of their footprints. */
export function listCoverageLayers(db: Db): CoverageLayer[] {
  return db
    .prepare(
      `WITH standing AS (
         SELECT l.id, (SELECT count(*) FROM footprint f
             WHERE f.layer_id = l.id AND f.until_on IS NULL) AS footprints,
           CASE l.basis WHEN 'filed' THEN (SELECT max(f.since_on) FROM footprint f
             WHERE f.layer_id = l.id AND f.until_on IS NULL) END AS filedOn,
           CASE l.basis WHEN 'computed' THEN (SELECT date(max(t.updated_at), '+7 hours')
             FROM site t WHERE t.operator_id = l.operator_id) END AS sitesOn
         FROM coverage_layer l)
       SELECT ${layerColumns}, sum(s.footprints) AS footprints, max(s.filedOn) AS filedOn,
         max(s.sitesOn) AS sitesOn,
         (SELECT coalesce(sum(b.area_km2), 0) FROM coverage_block b WHERE b.layer_id = l.id) AS areaKm2
       FROM coverage_layer l JOIN coverage_layer o ON o.id = l.id OR (l.operator_id = '*'
           AND o.basis = l.basis AND o.phase = l.phase AND o.technology = l.technology)
         JOIN standing s ON s.id = o.id
       GROUP BY l.id HAVING sum(s.footprints) > 0 OR areaKm2 > 0
       ORDER BY l.basis, l.phase, l.operator_id, l.technology`,
    )
    .all() as CoverageLayer[];
}

/** What each layer covers of a village, by layer. */
export function listVillageShares(db: Db, villageId: number): VillageShare[] {
  return db
    .prepare(
      `SELECT ${layerColumns}, v.area_fraction AS areaFraction, v.localities,
         v.localities_covered AS localitiesCovered, v.population_fraction AS populationFraction,
         v.population_basis AS populationBasis
       FROM village_coverage v JOIN coverage_layer l ON l.id = v.layer_id
       WHERE v.id = ? ORDER BY l.basis, l.phase, l.operator_id, l.technology`,
    )
    .all(villageId) as VillageShare[];
}

/** The village's localities with a position that no on-air layer of 4G or better covers. */
export function listUncoveredLocalities(db: Db, villageCode: string): VillageCoverage['uncovered'] {
  return db
    .prepare(
      `SELECT o.id, o.kind, o.name FROM locality o
       WHERE o.village_code = ? AND o.lat IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM locality_coverage c JOIN coverage_layer l ON l.id = c.layer_id
         WHERE c.locality_id = o.id AND l.phase = 'on_air' AND l.technology IN ('4g', '5g'))
       ORDER BY o.name_key`,
    )
    .all(villageCode) as VillageCoverage['uncovered'];
}

const newestPopulation = (unit: string) => `(SELECT p.population FROM people p
  WHERE p.unit = ${unit} AND p.population IS NOT NULL
  ORDER BY p.dated_on DESC, p.recorded_at DESC LIMIT 1)`;

/**
 * Who lives in a village, as judgeShare takes it: its own newest figure, else the sum of its localities'
 * where all that have people have a position; null: nobody knows.
 */
const population = `coalesce(${newestPopulation('r.code')},
  (SELECT CASE WHEN count(*) FILTER (WHERE people > 0 AND lat IS NULL) = 0
     THEN nullif(sum(people), 0) END
   FROM (SELECT o.lat, ${newestPopulation('o.id')} AS people
     FROM locality o WHERE o.village_code = r.code)))`;

type Ground = Pick<
  AreaCoverage,
  'villages' | 'localities' | 'population' | 'villagesWithoutPeople'
>;

/** What an area has, whatever covers it: villages, localities with a position, people. */
export function readGround(db: Db, [first, last]: IdRange): Ground {
  const villages = db
    .prepare(
      `SELECT count(*) AS villages, coalesce(sum(population), 0) AS population,
         count(*) - count(population) AS villagesWithoutPeople
       FROM (SELECT ${population} AS population FROM region r
         WHERE r.id BETWEEN ? AND ? AND r.level = 'village')`,
    )
    .get(first, last) as Omit<Ground, 'localities'>;
  const localities = db
    .prepare(
      `SELECT count(*) FROM locality o JOIN region r ON r.code = o.village_code
       WHERE o.lat IS NOT NULL AND r.id BETWEEN ? AND ?`,
    )
    .pluck()
    .get(first, last) as number;
  return { ...villages, localities };
}

type Covered = LayerKey &
  Pick<
    AreaCoverage,
    'villagesCovered' | 'villagesPartly' | 'localitiesCovered' | 'populationCovered'
  >;

/** What each layer covers of an area, nothing too; read from the index alone. `villageFraction` is 0–1. */
export function listCovered(db: Db, [first, last]: IdRange, villageFraction: number): Covered[] {
  return db
    .prepare(
      `SELECT ${layerColumns},
         count(*) FILTER (WHERE v.area_fraction >= @villageFraction) AS villagesCovered,
         count(*) FILTER (WHERE v.area_fraction < @villageFraction) AS villagesPartly,
         coalesce(sum(v.localities_covered), 0) AS localitiesCovered,
         coalesce(sum(v.population * v.population_fraction), 0) AS populationCovered
       FROM coverage_layer l LEFT JOIN village_coverage v INDEXED BY village_coverage_by_layer
         ON v.layer_id = l.id AND v.id BETWEEN @first AND @last
       GROUP BY l.id ORDER BY l.basis, l.phase, l.operator_id, l.technology`,
    )
    .all({ first, last, villageFraction }) as Covered[];
}

export const rowOrders = ['remaining', 'name'] as const;

export type RowQuery = {
  layer: LayerKey;
  sort: (typeof rowOrders)[number];
  /** Only villages of which something is left. */
  isRemainingOnly: boolean;
  /** As FTS5 reads it (place-query.ts): only villages whose name or path fits; null: all. */
  match: string | null;
};

const fitting = `(@match IS NULL
  OR r.id IN (SELECT rowid FROM region_search WHERE region_search MATCH @match))`;

const orders: Record<RowQuery['sort'], string> = {
  // People who are left, then, where nobody knows of people, the area that is left.
  remaining: `population * (1 - coalesce(populationFraction, 0)) DESC NULLS LAST,
    areaFraction, code`,
  name: 'name COLLATE NOCASE, code',
};

const villageRows = `
  SELECT r.code, r.kind, r.name, d.name AS districtName,
    CASE k.kind WHEN 'kota' THEN 'Kota ' ELSE '' END || k.name AS regencyName,
    coalesce(v.area_fraction, 0) AS areaFraction,
    (SELECT count(*) FROM locality o WHERE o.village_code = r.code AND o.lat IS NOT NULL) AS localities,
    coalesce(v.localities_covered, 0) AS localitiesCovered,
    ${population} AS population,
    v.population_fraction AS populationFraction, v.population_basis AS populationBasis
  FROM region r JOIN region d ON d.code = r.parent_code JOIN region k ON k.code = d.parent_code
    LEFT JOIN village_coverage v ON v.id = r.id AND v.layer_id = @layerId
  WHERE r.level = 'village' AND r.id BETWEEN @first AND @last
    AND (@isRemainingOnly = 0 OR coalesce(v.area_fraction, 0) < 1) AND ${fitting}`;

/** A village that a layer does not touch has people who are not covered, rather than nobody knows. */
function completeRow(row: CoverageRow): CoverageRow {
  if (row.populationFraction !== null || row.population === null) return row;
  return { ...row, populationFraction: 0, populationBasis: 'area' };
}

/** The villages of an area with what the layer covers of each, from the `after`th on. */
export function listCoverageRows(
  db: Db,
  [first, last]: IdRange,
  { layer, sort, isRemainingOnly, match }: RowQuery,
  { after, limit }: { after: number; limit: number },
): CoverageRow[] {
  const rows = db
    .prepare(`SELECT * FROM (${villageRows}) ORDER BY ${orders[sort]} LIMIT @limit OFFSET @after`)
    .all({
      ...{ first, last, after, limit, match },
      layerId: findLayer(db, layer)?.id ?? 0,
      isRemainingOnly: Number(isRemainingOnly),
    }) as CoverageRow[];
  return rows.map(completeRow);
}

/** How many rows there are in all. */
export function countCoverageRows(
  db: Db,
  [first, last]: IdRange,
  { layer, isRemainingOnly, match }: Omit<RowQuery, 'sort'>,
): number {
  const covered = isRemainingOnly
    ? `AND NOT EXISTS (SELECT 1 FROM village_coverage v
         WHERE v.id = r.id AND v.layer_id = @layerId AND v.area_fraction >= 1)`
    : '';
  return db
    .prepare(
      `SELECT count(*) FROM region r
       WHERE r.level = 'village' AND r.id BETWEEN @first AND @last AND ${fitting} ${covered}`,
    )
    .pluck()
    .get({ first, last, match, layerId: findLayer(db, layer)?.id ?? 0 }) as number;
}
