// The address of the board keeps what it understands, and nothing else.
import { describe, expect, test } from 'vitest';
import {
  countBoardFilters,
  noBoardFilters,
  parseBoardSearch,
  parseHiddenColumns,
  savedPart,
  type BoardSearch,
} from '../../../web/lib/board-view.ts';
import { formatSearchText, parseSearchText } from '../../../web/lib/view.ts';

const whole: BoardSearch = {
  view: 'tabel',
  op: 'xlsmart',
  state: 'in_progress',
  late: '1',
  area: '13.10',
  programme: 'uso',
  kind: 'super_wifi',
  duty: 'non_3t',
  quarter: '2026-Q3',
  q: "ma'u besar",
  sort: '-days',
  hide: 'regency,kind',
  rows: 'area',
  closed: '1',
  buka: '3f2d1c00-0000-4000-8000-000000000000',
  baru: '13.01.01.2001',
};

test('goes into a link and out of it again', () => {
  expect(parseBoardSearch(parseSearchText(formatSearchText(whole)))).toEqual(whole);
});

describe('drops what it does not know', () => {
  test.each([
    { view: 'papan' },
    { op: 'x'.repeat(41) },
    { op: 'a b' },
    { state: 'melayani' },
    { late: 'ya' },
    { area: '13' },
    { quarter: '2026-Q5' },
    { quarter: 'TW III' },
    { kind: 'balloon' },
    { sort: '--days' },
    { sort: 'villageIds' },
    { hide: 'number,place,unknown' },
    { rows: 'operator' },
    { buka: '../x' },
    { baru: '13.01.01' },
    { q: '' },
    { state: ['agreed'] },
  ])('%j', (search) => expect(parseBoardSearch(search)).toEqual({}));
});

test('a long text is cut', () =>
  expect(parseBoardSearch({ q: 'a'.repeat(200) }).q).toHaveLength(80));

test('hidden columns stand in the order of the table, the fixed ones never among them', () =>
  expect([...parseHiddenColumns('slips,operator,place,number')]).toEqual(['operator', 'slips']));

test('filters are counted and cleared; the view, the order and what is open stay', () => {
  expect(countBoardFilters(whole)).toBe(9);
  const cleared = parseBoardSearch({ ...whole, ...noBoardFilters });
  expect(countBoardFilters(cleared)).toBe(0);
  expect(cleared).toMatchObject({ view: 'tabel', sort: '-days', buka: whole.buka });
});

test('a saved view keeps nothing that is open', () => {
  const kept = savedPart(whole);
  expect(kept).not.toHaveProperty('buka');
  expect(kept).not.toHaveProperty('baru');
  expect(kept).toMatchObject({ view: 'tabel', op: 'xlsmart' });
});
