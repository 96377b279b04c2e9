import { beforeAll, describe, expect, test } from 'vitest';
import { type Db, findMeta, openDatabase } from '../../../server/platform/database.ts';
import { listBoundariesBelow } from '../../../server/regions/boundary-store.ts';
import { regionId } from '../../../server/regions/contract.ts';
import { findInvalidReason, prepareArea, union } from '../../../server/regions/geos.ts';
import { loadProvinces, UnknownProvinceError } from '../../../server/regions/load.ts';
import { multiArea } from '../../../server/regions/planar.ts';

const count = (db: Db, sql: string, ...values: unknown[]) =>
  Number(
    db
      .prepare(sql)
      .pluck()
      .get(...values),
  );

describe('loading province 13 into an empty database', () => {
  let db: Db;
  const messages: string[] = [];
  beforeAll(() => {
    db = openDatabase(':memory:');
    loadProvinces(db, '13', (message) => messages.push(message));
  });

  test.each([
    ['province', 1],
    ['regency', 19],
    ['district', 179],
    ['village', 1265],
  ])('gives every %s a boundary', (level, expected) => {
    const sql = `SELECT count(*) FROM region r JOIN boundary b USING (code)
      JOIN boundary_box x ON x.id = r.id WHERE r.level = ? AND b.kind = 'approximate'`;
    expect(count(db, sql, level)).toBe(expected);
    expect(count(db, 'SELECT count(*) FROM region WHERE level = ?', level)).toBe(expected);
  });

  test('finds Inderapura inside its cell, and its name in the search table', () => {
    const cell = listBoundariesBelow(db, '13.01.01', 'village').find(
      ({ code }) => code === '13.01.01.2001',
    );
    const area = prepareArea(cell?.area ?? []);
    expect(area.containsPoint([100.978, -2.073])).toBe(true);
    area.free();
    const sql = "SELECT rowid FROM region_search WHERE region_search MATCH 'inderap* pancung'";
    expect(db.prepare(sql).pluck().all()).toContain(regionId('13.01.01.2001'));
  });

  test('outlines a district by exactly its villages', () => {
    const villages = listBoundariesBelow(db, '13.01.01', 'village').map(({ area }) => area);
    const district = listBoundariesBelow(db, '13.01', 'district').find(
      ({ code }) => code === '13.01.01',
    );
    expect(villages.length).toBe(10);
    expect(multiArea(district?.area ?? [])).toBeCloseTo(multiArea(union(villages)), 7);
    expect(findInvalidReason(district?.area ?? [])).toBeNull();
  });

  test('names the version of its boundaries and tells what it loads', () => {
    expect(findMeta(db, 'boundary_version')).toMatch(/^[0-9a-f]{12}$/);
    expect(messages).toEqual([expect.stringContaining('Sumatera Barat')]);
  });

  test('a second time changes nothing, a second province leaves the first alone', () => {
    const version = findMeta(db, 'boundary_version');
    loadProvinces(db, '13');
    expect(findMeta(db, 'boundary_version')).toBe(version);
    const before = listBoundariesBelow(db, '13', 'district');
    loadProvinces(db, '17');
    expect(findMeta(db, 'boundary_version')).not.toBe(version);
    expect(listBoundariesBelow(db, '13', 'district')).toEqual(before);
  });
});

test.each(['99', '1', '13.01', 'sumbar'])('refuses the province code "%s"', (code) => {
  const db = openDatabase(':memory:');
  expect(() => loadProvinces(db, code)).toThrow(UnknownProvinceError);
  expect(() => loadProvinces(db, code)).toThrow(code);
  expect(count(db, 'SELECT count(*) FROM region')).toBe(0);
});
