// Fractions of villages as PostGIS has them on the ellipsoid (ST_Area of geography), against ours.
import type { Db } from '../../server/platform/database.ts';
import { villageIdRange } from '../../server/regions/store.ts';
import type { Cluster } from './postgis-cluster.ts';
import { copyIn } from './postgis-tiles.ts';

type Pair = readonly [ours: number, theirs: number];

/** Our fraction and that of PostGIS for every village of `code` that the layer covers in part. */
export async function compareFractions(
  { connection }: Cluster,
  db: Db,
  code: string,
  layerId: number,
): Promise<Pair[]> {
  const villages = db
    .prepare(
      `SELECT r.id, '{"type":"MultiPolygon","coordinates":' || b.coordinates || '}', v.area_fraction
       FROM village_coverage v JOIN region r ON r.id = v.id JOIN boundary b ON b.code = r.code
       WHERE v.layer_id = ? AND r.id BETWEEN ? AND ? AND v.area_fraction BETWEEN 0.01 AND 0.99`,
    )
    .raw()
    .all(layerId, ...villageIdRange(code)) as [number, string, number][];
  const blocks = db
    .prepare('SELECT hex(shape) FROM coverage_block WHERE layer_id = ?')
    .raw()
    .all(layerId) as [string][];
  await connection.run('CREATE TABLE village (id bigint, area text, fraction float8);');
  await connection.run('CREATE TABLE block (shape text);');
  await copyIn(connection, 'village', villages);
  await copyIn(connection, 'block', blocks);
  await connection.run(
    `CREATE TABLE v AS SELECT id, fraction, ST_SetSRID(ST_GeomFromGeoJSON(area), 4326) AS g FROM village;
     CREATE TABLE b AS SELECT ST_SetSRID(ST_GeomFromWKB(decode(shape, 'hex')), 4326) AS g FROM block;
     CREATE INDEX ON b USING gist (g);`,
  );
  const bytes = await connection.askBytes(
    `SELECT convert_to(json_agg(json_build_array(fraction, theirs))::text, 'UTF8') FROM (
       SELECT v.fraction, sum(ST_Area(ST_Intersection(v.g, b.g)::geography))
         / ST_Area(v.g::geography) AS theirs
       FROM v JOIN b ON ST_Intersects(v.g, b.g) GROUP BY v.id, v.fraction, v.g) f`,
  );
  return JSON.parse(Buffer.from(bytes).toString()) as Pair[];
}
