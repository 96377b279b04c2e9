// Single cells and headers, as tables of spellings.
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readCount, readDecimal, readYear, readYesNo } from '../../../server/interchange/cells.ts';
import { guessColumns } from '../../../server/interchange/columns.ts';
import { readDay } from '../../../server/interchange/day-cell.ts';

const value = <T>(of: T) => ({ kind: 'value', value: of });
const refused = (code: string) => ({ kind: 'refused', code });
const empty = { kind: 'empty' };

test.each([
  ['1234', value(1234)],
  ['1.234', value(1234)],
  ['1,234', value(1234)],
  ['1 234', value(1234)],
  ['1\u00a0234', value(1234)],
  ["1'234", value(1234)],
  ['1.234.567', value(1_234_567)],
  ['12.0', value(12)],
  ['12,00', value(12)],
  ['007', value(7)],
  [' 0 ', value(0)],
  ['', empty],
  [' - ', empty],
  ['–', empty],
  ['-5', refused('negative')],
  ['−1.234', refused('negative')],
  ['1,5', refused('fraction')],
  ['1.2345', refused('fraction')],
  ['1.3E+09', refused('not_a_number')],
  ['12 KK', refused('not_a_number')],
  ['=1+1', refused('not_a_number')],
  ['#N/A', refused('not_a_number')],
  ['1.234,567', refused('not_a_number')],
  ['9999999999', refused('too_big')],
])('readCount(%j)', (cell, reading) => expect(readCount(cell)).toEqual(reading));

test.each([
  ['1,5', value(1.5)],
  ['1.5', value(1.5)],
  ['-98,5', value(-98.5)],
  ['−98.5', value(-98.5)],
  ['1.234,5', value(1234.5)],
  ['1,234.5', value(1234.5)],
  ['1.234.567', value(1_234_567)],
  ['1,234', value(1.234)],
  ['1 234,5', value(1234.5)],
  ['-', empty],
  ['12,5%', refused('not_a_number')],
  ['1,2,3', refused('not_a_number')],
  ['1e5', refused('not_a_number')],
  ['Infinity', refused('not_a_number')],
])('readDecimal(%j)', (cell, reading) => expect(readDecimal(cell)).toEqual(reading));

describe('readDay', () => {
  it.each([
    '2026-10-12',
    '2026/10/12',
    '2026-10-12T07:30:00.000Z',
    '2026-10-12 07:30',
    '12/10/2026',
    '12-10-2026',
    '12.10.2026',
    '12 / 10 / 2026',
    '12/10/2026 07.30 WIB',
    '12 Okt 2026',
    '12 Oktober 2026',
    '12-Oct-2026',
    'Senin, 12 Oktober 2026',
    '12 OKTOBER 2026',
    '12 Okt. 2026',
    '46307',
    '46307.75',
  ])('%s is a day', (cell) => expect(readDay(cell)).toEqual(value('2026-10-12')));

  it.each([
    ['45000', '2023-03-15'],
    ['1 Pebruari 2025', '2025-02-01'],
    ['2 Agt 2025', '2025-08-02'],
    ['3 Agustus 2025', '2025-08-03'],
    ['4 Nopember 2025', '2025-11-04'],
    ['29 Februari 2024', '2024-02-29'],
    ['Jumat, 5 Mei 2023', '2023-05-05'],
  ])('%s is %s', (cell, day) => expect(readDay(cell)).toEqual(value(day)));

  it.each([
    ['Oktober 2026', 'day_incomplete'],
    ['Okt-26', 'day_incomplete'],
    ['2026', 'day_incomplete'],
    ['10/2026', 'day_incomplete'],
    ['2026-10', 'day_incomplete'],
    ['12/10/26', 'day_incomplete'],
    ['12 Okt 26', 'day_incomplete'],
    ['31/02/2026', 'day_impossible'],
    ['29 Februari 2025', 'day_impossible'],
    ['10/25/2026', 'day_impossible'],
    ['0/10/2026', 'day_impossible'],
    ['12/10/1026', 'year_out_of_range'],
    ['12 Marawa 2026', 'not_a_day'],
    ['kemarin', 'not_a_day'],
    ['123', 'not_a_day'],
    ['#####', 'not_a_day'],
  ])('%s: %s', (cell, code) => expect(readDay(cell)).toEqual(refused(code)));

  it('knows an empty cell', () => expect(readDay(' - ')).toEqual(empty));

  it('reads back every day', () => {
    const day = fc.date({
      min: new Date('1955-01-01'),
      max: new Date('2100-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = iso.split('-');
        const serial = Math.floor(date.getTime() / 86_400_000) + 25_569;
        for (const cell of [iso, `${dayOfMonth}/${month}/${year}`, String(serial)])
          expect(readDay(cell)).toEqual(value(iso));
      }),
    );
  });
});

test.each([
  ['2026', value(2026)],
  ['2026.0', value(2026)],
  ['Tahun 2026', value(2026)],
  ['TA. 2026', value(2026)],
  ['', empty],
  ['26', refused('not_a_year')],
  ['2026-01-01', refused('not_a_year')],
  ['1850', refused('year_out_of_range')],
])('readYear(%j)', (cell, reading) => expect(readYear(cell)).toEqual(reading));

test.each([
  ...['ya', 'Ya.', 'Y', 'ADA', 'v', '✓', '1', 'TRUE', 'sudah'].map(
    (cell) => [cell, value(true)] as const,
  ),
  ...['tidak', 'Tidak  Ada', 'tdk', 'N', '0', 'x', '-', '–', 'FALSE', 'belum ada'].map(
    (cell) => [cell, value(false)] as const,
  ),
  ['', empty],
  ['mungkin', refused('not_yes_or_no')],
  ['2', refused('not_yes_or_no')],
] as const)('readYesNo(%j)', (cell, reading) => expect(readYesNo(cell)).toEqual(reading));

test('whatever stands in a cell, reading it never throws', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (cell) => {
      for (const read of [readCount, readDecimal, readDay, readYear, readYesNo])
        expect(['value', 'empty', 'refused']).toContain(read(cell).kind);
    }),
  );
});

describe('guessColumns', () => {
  const wanted = [
    { key: 'code', names: ['kode wilayah', 'kode desa', 'kode'] },
    { key: 'village', names: ['nama desa', 'desa', 'nagari', 'village'] },
    { key: 'district', names: ['kecamatan', 'nama kecamatan', 'district'] },
    { key: 'lat', names: ['lintang', 'latitude', 'lat', 'y'] },
    { key: 'lng', names: ['bujur', 'longitude', 'lng', 'x'] },
  ] as const;

  it.each([
    [
      ['No', 'KODE', 'Kecamatan', 'Nagari', 'Lintang', 'Bujur'],
      { code: 1, district: 2, village: 3, lat: 4, lng: 5 },
    ],
    [['Nama Desa/Kelurahan', 'Kode Desa'], { village: 0, code: 1 }],
    [['Kode Kecamatan', 'Nama Kecamatan'], { code: 0, district: 1 }],
    [['Latitude (Y)', 'Longitude (X)'], { lat: 0, lng: 1 }],
    [['Desa', 'Nama Desa'], { village: 1 }],
    [['', '???'], {}],
  ])('%j', (header, columns) => {
    expect(guessColumns(header, wanted)).toEqual(columns);
  });

  it('uses each header and each key once', () => {
    const header = fc.array(
      fc.constantFrom('Kode', 'kode desa', 'Desa', 'Nama Desa', 'x', 'Kecamatan', ''),
    );
    fc.assert(
      fc.property(header, (some) => {
        const columns = Object.values(guessColumns(some, wanted));
        expect(new Set(columns).size).toBe(columns.length);
        for (const column of columns) expect(some[column]).toBeDefined();
      }),
    );
  });
});
