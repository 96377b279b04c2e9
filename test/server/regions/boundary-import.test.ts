import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Db, findMeta, openDatabase } from '../../../server/platform/database.ts';
import { BoundaryFileError } from '../../../server/regions/boundary-file.ts';
import { importBoundaries } from '../../../server/regions/boundary-import.ts';
import { findBoundary, listBoundariesBelow } from '../../../server/regions/boundary-store.ts';
import { intersection, type Multi } from '../../../server/regions/geos.ts';
import { loadProvinces } from '../../../server/regions/load.ts';
import { multiArea } from '../../../server/regions/planar.ts';

const village = '13.01.01.2001';
const neighbour = '13.01.01.2005';
const district = '13.01.01';
const quiet = () => undefined;

let template: Buffer;
let db: Db;
let folder: string;
beforeAll(() => {
  const loaded = openDatabase(':memory:');
  loadProvinces(loaded, '13');
  template = loaded.serialize();
  loaded.close();
  folder = mkdtempSync(join(tmpdir(), 'jangkau-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let caseNumber = 0;
let dir: string;
beforeEach(() => {
  caseNumber += 1;
  dir = join(folder, String(caseNumber));
  mkdirSync(dir);
  const path = join(dir, 'test.db');
  writeFileSync(path, template);
  db = openDatabase(path);
  return () => db.close();
});

const square = (west: number, south: number, side = 0.01) => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
/** A square over Inderapura's point. */
const overVillage = square(100.97, -2.08, 0.02);
type Row = { code: string; ring: number[][]; level?: string };

function geojson(rows: Row[], name = 'made-up.geojson'): string {
  const path = join(dir, name);
  const features = rows.map(({ ring, ...properties }) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Polygon', coordinates: [ring] },
  }));
  writeFileSync(path, JSON.stringify({ type: 'FeatureCollection', features }));
  return path;
}

function sql(rows: Row[], name = 'made-up.sql'): string {
  const path = join(dir, name);
  const tuples = rows.map(({ code, ring }) => {
    const latLng = ring.map(([lng, lat]) => [lat, lng]);
    return `('${code}','Ma''u',0,0,'${JSON.stringify([latLng])}')`;
  });
  const insert = 'INSERT INTO wilayah_boundaries(kode,nama,lat,lng,path) VALUES';
  writeFileSync(
    path,
    `/* MIT License\nupdated_at: 2026-08-20 22:22:26 */${insert}${tuples.join(',')};`,
  );
  return path;
}

const areaOf = (code: string) => JSON.parse(findBoundary(db, code)?.coordinates ?? '[]') as Multi;
const version = () => findMeta(db, 'boundary_version');
const everything = () =>
  db.prepare('SELECT code, kind, source_id, coordinates FROM boundary ORDER BY code').all();
/** Squares, beside one another, for all villages of the district. */
const wholeDistrict = () =>
  listBoundariesBelow(db, district, 'village').map(({ code }, index) => ({
    code,
    ring: square(100.95 + 0.01 * index, -2.08),
  }));

describe('importBoundaries', () => {
  test('stores a boundary with its source and a new version', () => {
    const before = version();
    const report = importBoundaries(db, [sql([{ code: village, ring: overVillage }])], quiet);
    expect(report).toMatchObject({ files: 1, rows: 1, imported: 1, refused: 0, problems: [] });
    expect(areaOf(village)).toEqual([[overVillage]]);
    expect(report.boundaryVersion).toBe(version());
    expect(version()).not.toBe(before);
    const source = db
      .prepare(
        "SELECT name, licence, dated_on FROM boundary_source WHERE kind = 'official' AND name LIKE 'wilayah%'",
      )
      .get();
    expect(source).toEqual({
      name: 'wilayah_boundaries (github.com/cahyadsn)',
      licence: 'MIT',
      dated_on: '2026-08-20',
    });
  });

  test('twice, and from the other format, changes nothing', () => {
    const rows = [{ code: village, ring: overVillage }];
    importBoundaries(db, [sql(rows)], quiet);
    const before = everything();
    for (const path of [sql(rows), geojson(rows)]) {
      expect(importBoundaries(db, [path], quiet)).toMatchObject({ imported: 0, unchanged: 1 });
      expect(everything()).toEqual(before);
    }
  });

  test('walks folders, knows other property names, tells its progress', () => {
    mkdirSync(join(dir, 'deep'));
    geojson([{ code: village, ring: overVillage }], 'deep/a.geojson');
    sql([{ code: neighbour, ring: square(101, -2) }], 'deep/b.sql');
    writeFileSync(join(dir, 'deep/readme.txt'), 'no boundaries');
    const steps: number[] = [];
    const report = importBoundaries(db, [join(dir, 'deep')], ({ done }) => steps.push(done));
    expect(report).toMatchObject({ files: 2, imported: 2 });
    expect(steps).toEqual([0, 1, 2, 3]);
  });

  test('reports each row that it does not take as it is', () => {
    const path = geojson([
      { code: '1301012001', ring: overVillage },
      { code: '13.01.01.2999', ring: overVillage },
      { code: village, ring: overVillage, level: 'district' },
      { code: village, ring: overVillage.map(([a = 0, b = 0]) => [b, a]) },
      { code: village, ring: overVillage },
      { code: neighbour, ring: square(103, -2) },
      { code: '52.01.01.2001', ring: square(116, -8) },
    ]);
    const report = importBoundaries(db, [path], quiet);
    expect(report).toMatchObject({ rows: 7, imported: 2, repaired: 1, refused: 4, notLoaded: 1 });
    expect(report.problems.map(({ row, problem, action }) => [row, problem, action])).toEqual([
      [1, 'invalid_code', 'refused'],
      [2, 'unknown_code', 'refused'],
      [3, 'wrong_level', 'refused'],
      [4, 'swapped_axes', 'repaired'],
      [5, 'duplicate_code', 'refused'],
      [6, 'far_from_point', 'warned'],
    ]);
    expect(report.problems[0]).toMatchObject({ file: path, value: '1301012001' });
  });

  test.each([
    ['a missing path', 'nowhere.geojson', null],
    ['broken JSON', 'broken.geojson', '{"type":'],
    ['JSON of something else', 'other.json', '{"type":"Feature"}'],
    ['broken SQL', 'broken.sql', "INSERT INTO wilayah_boundaries VALUES ('13"],
  ])('leaves everything as it was on %s', (_case, name, content) => {
    const before = everything();
    const good = geojson([{ code: village, ring: overVillage }]);
    if (content !== null) writeFileSync(join(dir, name), content);
    const run = () => importBoundaries(db, [good, join(dir, name)], quiet);
    expect(run).toThrow(BoundaryFileError);
    expect(run).toThrow(name);
    expect(everything()).toEqual(before);
  });

  test('rolls back when anything fails after boundaries were stored', () => {
    const before = everything();
    const path = geojson([{ code: village, ring: overVillage }]);
    const stop = ({ message }: { message: string }) => {
      if (message === 'done') throw new Error('stopped');
    };
    expect(() => importBoundaries(db, [path], stop)).toThrow('stopped');
    expect(everything()).toEqual(before);
  });
});

describe('beside official boundaries', () => {
  test('an approximate cell makes room where enough of it is left', () => {
    const cell = areaOf(neighbour);
    importBoundaries(db, [geojson([{ code: village, ring: overVillage }])], quiet);
    expect(multiArea(intersection(areaOf(neighbour), [[overVillage as [number, number][]]]))).toBe(
      0,
    );
    expect(multiArea(areaOf(neighbour))).toBeLessThanOrEqual(multiArea(cell));
    expect(findBoundary(db, neighbour)?.kind).toBe('approximate');
  });

  test('an approximate cell that is wholly covered is kept', () => {
    const cell = areaOf(neighbour);
    importBoundaries(db, [geojson([{ code: village, ring: square(100.5, -2.5, 1) }])], quiet);
    expect(multiArea(areaOf(neighbour))).toBeCloseTo(multiArea(cell), 6);
  });

  test('a district of official villages becomes official, its regency does not', () => {
    const rows = wholeDistrict();
    importBoundaries(db, [geojson(rows)], quiet);
    expect(findBoundary(db, district)?.kind).toBe('official');
    expect(multiArea(areaOf(district))).toBeCloseTo(rows.length * 0.0001, 9);
    expect(areaOf(district).length).toBe(1);
    expect(findBoundary(db, '13.01')?.kind).toBe('approximate');
  });

  test('a coarse district is used only while its villages are not official', () => {
    const coarse = geojson([{ code: district, ring: square(100.9, -2.1, 0.2) }], 'coarse.geojson');
    expect(importBoundaries(db, [coarse], quiet)).toMatchObject({ imported: 1, unused: 0 });
    expect(findBoundary(db, district)?.kind).toBe('official');
    expect(importBoundaries(db, [coarse], quiet)).toMatchObject({ imported: 0, unchanged: 1 });

    importBoundaries(db, [geojson(wholeDistrict())], quiet);
    const outline = areaOf(district);
    expect(multiArea(outline)).toBeLessThan(0.01);
    const report = importBoundaries(db, [coarse], quiet);
    expect(report).toMatchObject({ imported: 0, unused: 1 });
    expect(report.problems[0]).toMatchObject({ problem: 'finer_villages_known', code: district });
    expect(areaOf(district)).toEqual(outline);
  });

  test('the order of imports does not matter', () => {
    const rows = wholeDistrict();
    importBoundaries(db, [geojson(rows.slice(0, 4)), sql(rows.slice(4))], quiet);
    const atOnce = version();
    db.close();
    const path = join(dir, 'again.db');
    writeFileSync(path, template);
    db = openDatabase(path);
    importBoundaries(db, [sql(rows.slice(4))], quiet);
    expect(version()).not.toBe(atOnce);
    importBoundaries(db, [geojson(rows.slice(0, 4))], quiet);
    expect(version()).toBe(atOnce);
  });
});
