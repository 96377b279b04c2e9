// Numbers, distances, dates and names as each language writes them.
import { describe, expect, test } from 'vitest';
import { formatDate, formatDistance, formatNumber, joinNames } from '../../../web/lib/format.ts';
import { placeName, placePath } from '../../../web/lib/place-name.ts';

describe('numbers', () => {
  test('have the separators of the language', () => {
    expect(formatNumber(1265, 'id')).toBe('1.265');
    expect(formatNumber(1265, 'en')).toBe('1,265');
    expect(formatNumber(3.46, 'id', 1)).toBe('3,5');
  });

  test.each([
    [350, '350 m'],
    [999, '999 m'],
    [3460, '3,5 km'],
    [5000, '5 km'],
    [12_700, '13 km'],
    [50_000, '50 km'],
  ])('%i m is %s', (metres, words) => expect(formatDistance(metres, 'id')).toBe(words));
});

describe('dates', () => {
  test('have the month in three letters', () => {
    expect(formatDate('2026-10-12', 'id')).toBe('12 Okt 2026');
    expect(formatDate('2026-10-12', 'en')).toBe('12 Oct 2026');
  });

  test('a plain day stays the same day in every time zone', () => {
    expect(formatDate('2026-01-01', 'id')).toBe('1 Jan 2026');
    expect(formatDate('2026-12-31', 'id')).toBe('31 Des 2026');
  });
});

test('names are joined as in a sentence', () => {
  expect(joinNames([], ' dan ')).toBe('');
  expect(joinNames(['A'], ' dan ')).toBe('A');
  expect(joinNames(['A', 'B', 'C'], ' dan ')).toBe('A, B dan C');
});

describe('a place', () => {
  test.each([
    ['nagari', 'Inderapura', 'Nagari Inderapura'],
    ['kelurahan', 'Ulak Karang', 'Kelurahan Ulak Karang'],
    ['kecamatan', 'Pancung Soal', 'Kec. Pancung Soal'],
    ['distrik', 'Abepura', 'Distrik Abepura'],
    ['kabupaten', 'Pesisir Selatan', 'Kab. Pesisir Selatan'],
    ['kota', 'Padang', 'Kota Padang'],
    ['provinsi', 'Sumatera Barat', 'Sumatera Barat'],
  ])('of kind %s is called so', (kind, name, words) =>
    expect(placeName({ kind, name })).toBe(words),
  );

  test('has a path without the province, unless it is asked for', () => {
    const path = [
      { level: 'district' as const, kind: 'kecamatan', name: 'Pancung Soal' },
      { level: 'regency' as const, kind: 'kabupaten', name: 'Pesisir Selatan' },
      { level: 'province' as const, kind: 'provinsi', name: 'Sumatera Barat' },
    ];
    expect(placePath(path)).toBe('Kec. Pancung Soal, Kab. Pesisir Selatan');
    expect(placePath(path, true)).toBe('Kec. Pancung Soal, Kab. Pesisir Selatan, Sumatera Barat');
  });
});
