// What reading and showing imported rows looks up in the tables of other rooms: what is stored already,
// what villages are called.
import type { Db } from '../platform/database.ts';
import type { Position } from '../regions/contract.ts';
import type { NamedVillage } from './contract.ts';
import type { NamedOperator } from './operator-words.ts';

/** Prepares asking whether something is stored just so; reads tables of other rooms. */
export function prepareExists(db: Db) {
  const report = db
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM report WHERE id = @id)
         OR EXISTS (SELECT 1 FROM report_withdrawn WHERE id = @id)`,
    )
    .pluck();
  const statistic = db
    .prepare(
      `SELECT 1 FROM statistic s JOIN statistic_source f ON f.id = s.source_id
       WHERE s.village_code = @villageCode AND f.name = @name AND f.year = @year
         AND s.technology = @technology AND s.strength IS @strength`,
    )
    .pluck();
  const alias = db
    .prepare(
      `SELECT 1 FROM region_alias
       WHERE kind = @kind AND key = @key AND region_code = @villageCode`,
    )
    .pluck();
  return {
    /** One that was taken back counts: its id is never taken again. */
    report: (id: string) => report.get({ id }) === 1,
    statistic: (row: object, source: object) => statistic.get({ ...row, ...source }) === 1,
    alias: (row: { kind: string; key: string; villageCode: string }) => alias.get(row) === 1,
  };
}

/** Every operator, former ones included, by which files may name theirs. */
export function listNamedOperators(db: Db): NamedOperator[] {
  const rows = db
    .prepare('SELECT id, name, mnc, successor_id AS successorId FROM operator ORDER BY rowid')
    .all() as (Omit<NamedOperator, 'mnc'> & { mnc: string })[];
  return rows.map((row) => ({ ...row, mnc: row.mnc.split(' ').filter((mnc) => mnc !== '') }));
}

/** The boundaries of the provinces that are loaded, as MultiPolygon coordinates. */
export function listProvinceAreas(db: Db): Position[][][][] {
  const rows = db
    .prepare(
      `SELECT b.coordinates FROM boundary b JOIN region r ON r.code = b.code
       WHERE r.level = 'province' ORDER BY r.code`,
    )
    .pluck()
    .all() as string[];
  return rows.map((coordinates) => JSON.parse(coordinates) as Position[][][]);
}

/** Changes whenever villages or their other names do. */
export function placesVersion(db: Db): string {
  return db
    .prepare(
      `SELECT (SELECT count(*) FROM region) || '/' || count(*) || '/' || coalesce(max(noted_at), '')
       FROM region_alias`,
    )
    .pluck()
    .get() as string;
}

type VillageRecord = NamedVillage & { lng: number; lat: number };

/** What villages are called, and their own points, by code. */
export function listNamedVillages(
  db: Db,
  codes: readonly string[],
): Map<string, { village: NamedVillage; point: [lng: number, lat: number] }> {
  const rows = db
    .prepare(
      `SELECT v.code, v.kind, v.name, v.lng, v.lat, d.name AS districtName,
         CASE r.kind WHEN 'kota' THEN 'Kota ' ELSE 'Kab. ' END || r.name AS regencyName
       FROM json_each(?) c JOIN region v ON v.code = c.value
       JOIN region d ON d.code = v.parent_code JOIN region r ON r.code = d.parent_code`,
    )
    .all(JSON.stringify([...new Set(codes)])) as VillageRecord[];
  return new Map(
    rows.map(({ lng, lat, ...village }) => [village.code, { village, point: [lng, lat] }]),
  );
}
