// Promises by quarter: which quarters there are, and that every promise is counted where it belongs.
import { describe, expect, test } from 'vitest';
import { timelineOf } from '../../../web/lib/board-timeline.ts';
import { daysBetween } from '../../../web/lib/days.ts';
import { listQuarters, nextQuarter, quarterOf } from '../../../web/lib/quarter.ts';
import { makeBoardRows } from '../../helpers/board.ts';

describe('quarters', () => {
  test.each([
    ['2026-01-01', '2026-Q1'],
    ['2026-03-31', '2026-Q1'],
    ['2026-04-01', '2026-Q2'],
    ['2026-12-31', '2026-Q4'],
  ])('%s lies in %s', (day, quarter) => expect(quarterOf(day)).toBe(quarter));

  test('go on over the end of a year', () => {
    expect(nextQuarter('2026-Q4')).toBe('2027-Q1');
    expect(listQuarters('2026-Q3', '2027-Q2')).toEqual([
      '2026-Q3',
      '2026-Q4',
      '2027-Q1',
      '2027-Q2',
    ]);
    expect(listQuarters('2027-Q1', '2026-Q4')).toEqual([]);
  });

  test('days are counted over leap days and backwards', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-11-22', '2026-11-01')).toBe(-21);
  });
});

const rows = makeBoardRows([
  { promisedOn: '2026-02-01', state: 'serving' },
  { promisedOn: '2026-08-01' },
  { promisedOn: '2026-12-01', places: 3 },
  { promisedOn: '2026-12-01', state: 'on_air' },
  { promisedOn: '2027-05-01', operatorId: 'xl', ownerId: 'xlsmart' },
  { promisedOn: '2030-05-01', state: 'cancelled' },
]);

describe('timeline', () => {
  test('runs from the earliest open promise to the last', () =>
    expect(timelineOf(rows, 'operator').quarters).toEqual([
      '2026-Q3',
      '2026-Q4',
      '2027-Q1',
      '2027-Q2',
    ]));

  test('splits a cell by what became of its promises, late ones first of all', () => {
    const [first, second] = timelineOf(rows, 'operator').rows;
    expect(first).toMatchObject({ key: 'telkomsel', late: { promises: 1, late: 1 } });
    expect(first?.byQuarter.get('2026-Q4')).toEqual({
      ...{ promises: 2, places: 4 },
      ...{ serving: 0, onAir: 1, late: 0, open: 1 },
    });
    expect(first?.byQuarter.get('2026-Q1')).toBeUndefined();
    expect(second).toMatchObject({ key: 'xlsmart', name: 'XLSMART', late: { promises: 0 } });
  });

  test('a commitment in two regencies stands in both of their rows, with its places there', () => {
    const both = makeBoardRows([{ villageIds: [1301012001, 1371071001, 1371071002], places: 3 }]);
    const found = timelineOf(both, 'area').rows.map(({ name, byQuarter }) => [
      name,
      byQuarter.get('2027-Q1')?.places,
    ]);
    expect(found).toEqual([
      ['Kab. Pesisir Selatan', 1],
      ['Kota Padang', 2],
    ]);
  });

  test('far apart promises do not make a column for every quarter between', () => {
    const far = makeBoardRows([{ promisedOn: '2026-12-01' }, { promisedOn: '2099-12-01' }]);
    expect(timelineOf(far, 'operator').quarters).toEqual(['2026-Q4', '2099-Q4']);
  });

  test('is empty without an open promise', () => {
    const served = makeBoardRows([{ state: 'serving' }]);
    expect(timelineOf(served, 'operator')).toEqual({ quarters: [], rows: [] });
  });
});
