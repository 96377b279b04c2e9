// The same tiles from PostGIS: the same rows, layers, zooms, extent and buffer, in web mercator with
// GiST indexes. Outlines are simplified by the tolerance that geojson-vt uses, in the same way
// (Douglas–Peucker, 3 units of 4,096, none at the last zoom).
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from '../../server/platform/database.ts';
import { levels } from '../../server/regions/contract.ts';
import {
  areaZooms,
  labelZooms,
  maxZoom,
  type TileAddress,
} from '../../server/regions/tile-grid.ts';
import type { Land } from '../../server/regions/tiles.ts';
import type { Cluster, Connection } from './postgis-cluster.ts';

/** Rows of text for COPY; JSON and our names hold no tab, backslash or line end. */
function toCopy(rows: readonly (string | number)[][]): string {
  return rows.map((row) => `${row.join('\t')}\n`).join('');
}

/** Fills a table with rows. */
export async function copyIn(connection: Connection, table: string, rows: (string | number)[][]) {
  const dir = mkdtempSync(join(tmpdir(), 'jangkau-copy-'));
  const path = join(dir, 'rows');
  writeFileSync(path, toCopy(rows));
  await connection.run(`\\copy ${table} FROM '${path}'`);
  rmSync(dir, { recursive: true });
}

function toRing(flat: readonly number[]): number[][] {
  return flat.flatMap((lng, index) => (index % 2 === 0 ? [[lng, flat[index + 1] ?? 0]] : []));
}

const transformed = 'ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(area), 4326), 3857)';

/** Loads regions, boundaries and land, transformed once, and lets the planner know them. */
export async function loadIntoPostgis({ connection }: Cluster, db: Db, land: Land): Promise<void> {
  const rows = db
    .prepare(
      `SELECT r.id, r.level, r.name, r.kind, b.kind = 'approximate', r.lng, r.lat,
         '{"type":"MultiPolygon","coordinates":' || b.coordinates || '}'
       FROM region r JOIN boundary b ON b.code = r.code ORDER BY r.id`,
    )
    .raw()
    .all() as (string | number)[][];
  await connection.run(
    `CREATE TABLE raw (id bigint, level text, name text, kind text, approx int, lng float8,
       lat float8, area text);
     CREATE TABLE raw_land (area text);`,
  );
  await copyIn(connection, 'raw', rows);
  const polygons = land.map(({ rings }) => ({ type: 'Polygon', coordinates: rings.map(toRing) }));
  await copyIn(
    connection,
    'raw_land',
    polygons.map((polygon) => [JSON.stringify(polygon)]),
  );
  for (const level of levels)
    await connection.run(
      `CREATE TABLE ${level} AS SELECT id, name, kind, approx, ${transformed} AS geom
         FROM raw WHERE level = '${level}';
       CREATE INDEX ON ${level} USING gist (geom);`,
    );
  await connection.run(
    `CREATE TABLE land AS SELECT ${transformed} AS geom FROM raw_land;
     CREATE INDEX ON land USING gist (geom);
     CREATE TABLE label AS SELECT id, name, kind, level,
       ST_Transform(ST_SetSRID(ST_MakePoint(lng, lat), 4326), 3857) AS geom FROM raw;
     CREATE INDEX ON label USING gist (geom);
     DROP TABLE raw, raw_land;
     VACUUM ANALYZE;`,
  );
  await connection.run(tileFunction(rows.length));
}

/** One function a tile, its plans kept by the connection, as tile servers over PostGIS do it. */
function tileFunction(villageCount: number): string {
  const zooms = areaZooms(villageCount);
  const layer = (name: string, columns: string, where: string, geometry: string) => `
    SELECT ST_AsMVT(t, '${name}', 4096, 'geom'${columns.startsWith('id') ? ", 'id'" : ''})
      INTO layer FROM (
      SELECT ${columns}${columns && ', '}ST_AsMVTGeom(${geometry}, tile, 4096, 64, true) AS geom
      FROM ${name} WHERE geom && wide${where}) t WHERE t.geom IS NOT NULL;
    body := body || layer;`;
  const simplified = 'ST_Simplify(geom, tolerance)';
  const labelled = levels.map((level) => `(level = '${level}' AND z >= ${labelZooms[level]})`);
  return `
    CREATE FUNCTION tile(z int, x int, y int) RETURNS bytea LANGUAGE plpgsql STABLE AS $$
    DECLARE
      tile geometry := ST_TileEnvelope(z, x, y);
      wide geometry := ST_TileEnvelope(z, x, y, margin => 64.0 / 4096);
      tolerance float8 := CASE WHEN z = ${maxZoom} THEN 0
        ELSE (ST_XMax(tile) - ST_XMin(tile)) * 3 / 4096 END;
      layer bytea;
      body bytea := ''::bytea;
    BEGIN
      ${layer('land', '', '', simplified)}
      ${levels
        .map((level) => {
          const sql = layer(level, 'id, name, kind, approx', '', simplified);
          return `IF z >= ${zooms[level]} THEN ${sql} END IF;`;
        })
        .join('\n')}
      ${layer('label', 'id, name, kind, level', ` AND (${labelled.join(' OR ')})`, 'geom')}
      RETURN body;
    END $$;`;
}

export function tileFromPostgis({ connection }: Cluster, { z, x, y }: TileAddress) {
  return connection.askBytes(`SELECT tile(${z}, ${x}, ${y})`);
}
