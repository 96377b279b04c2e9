// What cells of tables about networks mean: technologies and bands, lengths, times, operators.
import { describe, expect, it } from 'vitest';
import { readCellKinds } from '../../../server/interchange/cell-words.ts';
import { readLengthM } from '../../../server/interchange/length-cell.ts';
import { createOperatorWords } from '../../../server/interchange/operator-words.ts';
import { readPeriod } from '../../../server/interchange/period-cell.ts';

/** "4g 900, 2g" or the code of a refusal. */
function toldCells(technology: string, band: string): string {
  const reading = readCellKinds(technology, band, null);
  if (reading.kind !== 'cells') return reading.kind === 'refused' ? reading.code : reading.kind;
  return reading.cells
    .map((cell) => (cell.bandMhz === null ? cell.technology : `${cell.technology} ${cell.bandMhz}`))
    .join(', ');
}

describe('technology and band', () => {
  it.each([
    ['4G', '', '4g'],
    ['LTE', '900', '4g 900'],
    ['4G/LTE', '', '4g'],
    ['4G LTE', '1800 MHz', '4g 1800'],
    ['2G/4G', '', '2g, 4g'],
    ['2G/4G', '900/1800', '2g 900, 4g 1800'],
    ['2G, 3G dan 4G', '', '2g, 3g, 4g'],
    ['L1800', '', '4g 1800'],
    ['U900/U2100', '', '3g 900, 3g 2100'],
    ['LTE 900 + 1800', '', '4g 900, 4g 1800'],
    ['4G', 'L900/L1800', '4g 900, 4g 1800'],
    ['', 'L900', '4g 900'],
    ['DCS', '', '2g 1800'],
    ['GSM', 'band 8', '2g 900'],
    ['4G', 'B3', '4g 1800'],
    ['4G', '40', '4g 2300'],
    ['NR n78', '', '5g 3500'],
    ['', '1800', 'empty'],
    ['', '', 'empty'],
    ['-', '', 'empty'],
    ['2G/3G/4G', '900/1800', 'band_unclear'],
    ['4G', 'biru', 'band_unknown'],
    ['4G', 'B99', 'band_unknown'],
    ['Starlink', '', 'cell_technology_unknown'],
    ['4G <script>', '', 'cell_technology_unknown'],
  ])('%j beside %j', (technology, band, expected) => {
    expect(toldCells(technology, band)).toBe(expected);
  });

  it('takes what is usual only where neither tells', () => {
    expect(readCellKinds('', '900', '4g')).toEqual({
      kind: 'cells',
      cells: [{ technology: '4g', bandMhz: 900 }],
    });
    expect(readCellKinds('2G', '', '4g')).toEqual({
      kind: 'cells',
      cells: [{ technology: '2g', bandMhz: null }],
    });
  });
});

describe('lengths', () => {
  it.each([
    ['42', 'Tinggi', 42],
    ['42,5 m', 'Tinggi', 42.5],
    ['3,5 km', 'Radius (m)', 3500],
    ['3.5', 'Radius (km)', 3500],
    ['1.500', 'Radius (m)', 1500],
    ['1.500', 'Radius KM', 1500],
    ['500 m', 'Radius (km)', 500],
    ['-3', 'Radius', 'negative'],
    ['jauh', 'Radius', 'not_a_number'],
    ['-', 'Radius', null],
  ])('%j under %j', (cell, header, expected) => {
    const reading = readLengthM(cell, header);
    const told =
      reading.kind === 'value' ? reading.value : reading.kind === 'empty' ? null : reading.code;
    expect(told).toBe(expected);
  });
});

describe('when a tower is on air', () => {
  it.each([
    ['12/10/2026', '2026-10-12', '2026-10-12'],
    ['Okt 2026', '2026-10-31', '2026-10-01'],
    ['02/2028', '2028-02-29', '2028-02-01'],
    ['Q4 2026', '2026-12-31', '2026-10-01'],
    ['TW III 2026', '2026-09-30', '2026-07-01'],
    ['Semester 2 2026', '2026-12-31', '2026-07-01'],
    ['2026', '2026-12-31', '2026-01-01'],
    ['Tahun 2027', '2027-12-31', '2027-01-01'],
    ['Oktober 26', 'day_incomplete', 'day_incomplete'],
    ['31/02/2026', 'day_impossible', 'day_impossible'],
    ['2026 Q3', '2026-09-30', '2026-07-01'],
    ['triwulan 3/2026', '2026-09-30', '2026-07-01'],
    ['TW-IV/2026', '2026-12-31', '2026-10-01'],
    ['Triwulan ketiga 2026', '2026-09-30', '2026-07-01'],
    ['Q3-26', '2026-09-30', '2026-07-01'],
    ["Q3 '26", '2026-09-30', '2026-07-01'],
    ['3Q26', 'not_a_day', 'not_a_day'],
    ['3Q 2026', '2026-09-30', '2026-07-01'],
    ['semester II 2026', '2026-12-31', '2026-07-01'],
    ['Semester III 2026', 'not_a_day', 'not_a_day'],
    ['Des 2026', '2026-12-31', '2026-12-01'],
    ['Desember 2026', '2026-12-31', '2026-12-01'],
    ['bulan Desember tahun 2026', '2026-12-31', '2026-12-01'],
    ['akhir tahun 2026', '2026-12-31', '2026-09-01'],
    ['Akhir 2026', '2026-12-31', '2026-09-01'],
    ['awal 2027', '2027-04-30', '2027-01-01'],
    ['pertengahan tahun 2027', '2027-08-31', '2027-05-01'],
    ['akhir Maret 2027', '2027-03-31', '2027-03-21'],
    ['awal Maret 2027', '2027-03-10', '2027-03-01'],
    ['pertengahan Feb 2028', '2028-02-20', '2028-02-11'],
    ['akhir Feb 2028', '2028-02-29', '2028-02-21'],
    ['akhir TW III 2026', '2026-09-30', '2026-09-01'],
    ['awal semester II 2026', '2026-08-31', '2026-07-01'],
    ['target: Q4 2026', '2026-12-31', '2026-10-01'],
    ['Paling lambat Desember 2026', '2026-12-31', '2026-12-01'],
    ['46387', '2026-12-31', '2026-12-31'],
    ['46387.5', '2026-12-31', '2026-12-31'],
    ['2026-12-31', '2026-12-31', '2026-12-31'],
    ['akhir tahun', 'day_incomplete', 'day_incomplete'],
    ['awal bulan depan', 'day_incomplete', 'day_incomplete'],
    ['TW III', 'day_incomplete', 'day_incomplete'],
    ['Q5 2026', 'not_a_day', 'not_a_day'],
    ['akhir 2950', 'day_incomplete', 'day_incomplete'],
    ['TBD', 'not_a_day', 'not_a_day'],
    ['-', '', ''],
    ['segera', 'not_a_day', 'not_a_day'],
  ])('%j', (cell, atEnd, atStart) => {
    const told = [true, false].map((isEnd) => {
      const reading = readPeriod(cell, isEnd);
      if (reading.kind === 'empty') return '';
      return reading.kind === 'value' ? reading.value.day : reading.code;
    });
    expect(told).toEqual([atEnd, atStart]);
  });
});

describe('operators', () => {
  const words = createOperatorWords([
    { id: 'telkomsel', name: 'Telkomsel', mnc: ['10'], successorId: null },
    {
      id: 'indosat',
      name: 'Indosat Ooredoo Hutchison',
      mnc: ['01', '21', '89'],
      successorId: null,
    },
    { id: 'xlsmart', name: 'XLSMART', mnc: ['11', '08'], successorId: null },
    { id: 'xl', name: 'XL Axiata', mnc: ['11', '08'], successorId: 'xlsmart' },
  ]);

  it.each([
    ['Telkomsel', 'telkomsel'],
    ['PT. Telkomsel', 'telkomsel'],
    ['TSEL', 'telkomsel'],
    ['Tri', 'indosat'],
    ['XL', 'xlsmart'],
    ['PT XL Axiata Tbk', 'xlsmart'],
    ['Pos', null],
    ['', null],
  ])('%j is %j', (text, expected) => {
    expect(words.find(text)).toBe(expected);
  });

  it.each([
    ['1', 'indosat'],
    ['01', 'indosat'],
    ['8', 'xlsmart'],
    ['99', null],
    ['1e1', null],
  ])('the network %j is of %j', (mnc, expected) => {
    expect(words.findByNetwork(mnc)).toBe(expected);
  });

  it.each([
    ['Sites_Telkomsel_2026', 'telkomsel'],
    ['rencana XL dan Indosat', null],
    ['menara 3 kabupaten', null],
  ])('a file called %j is of %j', (name, expected) => {
    expect(words.findIn(name)).toBe(expected);
  });
});
