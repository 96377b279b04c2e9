import { describe, expect, test } from 'vitest';
import { levels } from '../../../server/regions/contract.ts';
import { readGazetteer } from '../../../server/regions/gazetteer.ts';

const rows = readGazetteer();
const byCode = new Map(rows.map((row) => [row.code, row]));
const villages = rows.filter((row) => row.level === 'village');

describe('the committed gazetteer', () => {
  test('holds the official number of places at every level', () => {
    const counts = levels.map((level) => rows.filter((row) => row.level === level).length);
    expect(counts).toEqual([38, 514, 7285, 83762]);
    expect(villages.filter((row) => row.code.startsWith('13')).length).toBe(1265);
  });

  test('is sorted, without repeats, every parent before its children', () => {
    const codes = rows.map((row) => row.code);
    expect(codes).toEqual([...new Set(codes)].toSorted());
    expect(rows.filter((row) => row.parent !== null && !byCode.has(row.parent))).toEqual([]);
  });

  test('has own points for at least 97 % of the villages, all of them in Indonesia', () => {
    const own = villages.filter((row) => row.pointSource !== 'parent');
    expect(own.length / villages.length).toBeGreaterThanOrEqual(0.97);
    const isOutside = ({ lng, lat }: { lng: number; lat: number }) =>
      !(lng > 94.5 && lng < 141.5 && lat > -11.5 && lat < 6.5);
    expect(rows.filter(isOutside)).toEqual([]);
  });

  test.each([
    ['13', 'provinsi', 'Sumatera Barat'],
    ['13.01', 'kabupaten', 'Pesisir Selatan'],
    ['13.71', 'kota', 'Padang'],
    ['13.01.01', 'kecamatan', 'Pancung Soal'],
    ['13.01.01.2001', 'nagari', 'Inderapura'],
    ['13.77.01.1001', 'kelurahan', 'Karan Aur'],
    ['34.71.01', 'kemantren', 'Tegalrejo'],
    ['11.01.01.2001', 'gampong', 'Keude Bakongan'],
  ])('%s is %s %s', (code, kind, name) => {
    expect(byCode.get(code)).toMatchObject({ kind, name });
  });

  test.each([
    ['13.09', 'desa'],
    ['13.73', 'desa'],
    ['34.01', 'kalurahan'],
    ['73.18', 'lembang'],
    ['95.01', 'kampung'],
  ])('villages (desa) of %s are %s', (regency, kind) => {
    const kinds = villages
      .filter((row) => row.code.startsWith(`${regency}.`) && row.code.at(9) === '2')
      .map((row) => row.kind);
    expect(new Set(kinds)).toEqual(new Set([kind]));
  });

  test('puts Inderapura where it is', () => {
    const { lng, lat, pointSource } = byCode.get('13.01.01.2001') ?? {};
    expect(lng).toBeCloseTo(100.98, 1);
    expect(lat).toBeCloseTo(-2.07, 1);
    expect(pointSource).toBe('exact');
  });
});
