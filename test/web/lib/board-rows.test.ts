// The rows of the board: what is told of each, what filters leave, in which order, in which column.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commitmentStates } from '../../../server/commitments/contract.ts';
import { isLate } from '../../../server/commitments/rules.ts';
import { filterBoardRows, groupByState, sortBoardRows } from '../../../web/lib/board-rows.ts';
import { boardColumns, type BoardSearch, type BoardSort } from '../../../web/lib/board-view.ts';
import { boardToday, makeBoardRows } from '../../helpers/board.ts';

const rows = makeBoardRows([
  { placeName: 'nagari Inderapura', promisedOn: '2026-10-01', slips: 2 },
  { state: 'built', promisedOn: '2026-11-01', kind: 'vsat', villageIds: [1371071001] },
  { state: 'serving', promisedOn: '2026-01-31', servingOn: '2026-05-01', programme: 'uso' },
  { operatorId: 'xl', ownerId: 'xlsmart', promisedOn: '2026-11-22', duty: '3t' },
  { state: 'declined', promisedOn: '2026-09-01' },
  { siteName: 'Bukit Sikai', villageIds: [1301012001, 1371071001], placeName: "nagari Ma'u" },
]);
const numbers = (list: readonly { number: number }[]) => list.map(({ number }) => number);

test('a row tells whether it is late, how long there is, where it lies and whose it is', () => {
  expect(rows[0]).toMatchObject({
    isLate: true,
    daysLeft: -52,
    placeName: 'Nagari Inderapura',
    regencies: [{ code: '13.01', name: 'Kab. Pesisir Selatan' }],
    promisorName: null,
  });
  expect(rows[3]).toMatchObject({
    isLate: false,
    daysLeft: 0,
    ownerName: 'XLSMART',
    promisorName: 'XL Axiata',
  });
});

test('late is what the server calls late', () => {
  const state = fc.constantFrom(...commitmentStates);
  const day = fc.constantFrom('2026-01-01', '2026-11-21', boardToday, '2026-11-23');
  fc.assert(
    fc.property(state, day, (of, promisedOn) => {
      const [row] = makeBoardRows([{ state: of, promisedOn }]);
      expect(row?.isLate).toBe(isLate({ state: of, promisedOn }, boardToday));
    }),
  );
});

describe('filters', () => {
  test.each<[BoardSearch, number[]]>([
    [{}, [1, 2, 3, 4, 6]],
    [{ closed: '1' }, [1, 2, 3, 4, 5, 6]],
    [{ state: 'declined' }, [5]],
    [{ late: '1' }, [1, 2]],
    [{ op: 'xlsmart' }, [4]],
    [{ op: 'xl' }, []],
    [{ area: '13.71' }, [2, 6]],
    [{ kind: 'vsat' }, [2]],
    [{ programme: 'uso' }, [3]],
    [{ duty: '3t' }, [4]],
    [{ quarter: '2026-Q4' }, [1, 2, 4]],
    [{ q: 'xl axi' }, [4]],
    [{ q: 'mau' }, [6]],
    [{ q: 'sikai padang' }, [6]],
    [{ q: 'tidak ada' }, []],
    [{ late: '1', area: '13.01' }, [1]],
  ])('%j leaves %j', (search, expected) => {
    expect(numbers(filterBoardRows(rows, search))).toEqual(expected);
  });
});

describe('order', () => {
  test('late ones come first, then the nearest date', () => {
    expect(numbers(sortBoardRows(rows, undefined))).toEqual([1, 2, 3, 5, 4, 6]);
  });

  test.each<[BoardSort, number[]]>([
    ['number', [1, 2, 3, 4, 5, 6]],
    ['-number', [6, 5, 4, 3, 2, 1]],
    ['-slips', [1, 2, 3, 4, 5, 6]],
    ['state', [1, 4, 6, 2, 3, 5]],
    ['days', [1, 2, 4, 6, 3, 5]],
    ['regency', [1, 3, 4, 5, 6, 2]],
  ])('by %s', (sort, expected) => {
    expect(numbers(sortBoardRows(rows, sort))).toEqual(expected);
  });

  test('no order loses or doubles a row', () => {
    const sort = fc.constantFrom<BoardSort[]>(
      ...boardColumns.flatMap((column): BoardSort[] => [column, `-${column}`]),
    );
    fc.assert(
      fc.property(sort, (by) => {
        const sorted = numbers(sortBoardRows(rows, by));
        expect(sorted.toSorted((a, b) => a - b)).toEqual(numbers(rows));
      }),
    );
  });
});

describe('columns', () => {
  test('stand in the order of life, each with its late ones counted', () => {
    const columns = groupByState(sortBoardRows(rows, undefined), false);
    expect(columns.map(({ state }) => state)).toEqual(commitmentStates.slice(0, 6));
    expect(columns.find(({ state }) => state === 'agreed')).toMatchObject({ late: 1 });
    expect(numbers(columns.flatMap((column) => column.rows))).toEqual([1, 4, 6, 2, 3]);
  });

  test('given up ones have theirs only when asked for', () => {
    const columns = groupByState(rows, true);
    expect(columns.map(({ state }) => state)).toEqual(commitmentStates);
    expect(columns.flatMap((column) => column.rows)).toHaveLength(rows.length);
  });
});
