// What the map says is promised to a village.
import { describe, expect, test } from 'vitest';
import { statusMark, type PromiseCategory } from '../../../web/api/status.ts';
import { joinPromises } from '../../../web/lib/promise-marks.ts';
import { listPromises, promiseOf } from '../../../web/lib/promises.ts';
import type { CommitmentRow } from '../../../server/commitments/contract.ts';
import { boardToday, commitmentList, commitmentRow } from '../../helpers/board.ts';

describe('one commitment', () => {
  test.each<[CommitmentRow['state'], string, PromiseCategory | null]>([
    ['agreed', '2026-11-21', 'late'],
    ['proposed', '2026-11-22', 'this_year'],
    ['built', '2026-12-31', 'this_year'],
    ['in_progress', '2027-01-01', 'later'],
    ['on_air', '2026-01-01', 'on_air'],
    ['serving', '2026-01-01', 'serving'],
    ['declined', '2027-01-01', null],
    ['cancelled', '2026-01-01', null],
  ])('%s for %s is %s', (state, promisedOn, expected) =>
    expect(promiseOf({ state, promisedOn }, boardToday)).toBe(expected),
  );
});

const village = 1301012001;

describe('several commitments to a village', () => {
  test('the one that asks for most attention counts, in whatever order they stand', () => {
    const rows = [
      commitmentRow(1, { state: 'serving' }),
      commitmentRow(2, { promisedOn: '2026-01-01' }),
      commitmentRow(3),
    ];
    for (const order of [rows, rows.toReversed()])
      expect(listPromises(commitmentList(order), null).get(village)).toBe('late');
  });

  test('of one operator only what it owes', () => {
    const rows = [
      commitmentRow(1, { promisedOn: '2026-01-01' }),
      commitmentRow(2, { operatorId: 'xl', ownerId: 'xlsmart' }),
    ];
    expect(listPromises(commitmentList(rows), 'xlsmart').get(village)).toBe('later');
    expect(listPromises(commitmentList(rows), 'xl').size).toBe(0);
  });
});

describe('joined with the statuses', () => {
  const marks = new Map([
    [1, statusMark('blankspot', 0)],
    [2, statusMark('blankspot', 1)],
    [3, statusMark('served', 0)],
    [4, statusMark('2g_only', 0)],
    [5, statusMark('outage', 0)],
    [6, statusMark('2g_only', 0)],
  ]);
  const joined = joinPromises(
    marks,
    new Map([
      [4, 'later'],
      [9, 'this_year'],
    ]),
  );

  test.each<[number, PromiseCategory]>([
    [1, 'no_promise'],
    [2, 'none'],
    [3, 'none'],
    [4, 'later'],
    [5, 'no_promise'],
    // A weak signal is no missing one: the forecast counts the same.
    [6, 'none'],
    [9, 'this_year'],
  ])('village %i is %s', (id, expected) => expect(joined.get(id)?.promise).toBe(expected));

  test('the status itself stays, and equal marks stay one object', () => {
    expect(joined.get(4)?.status).toBe('2g_only');
    expect(joinPromises(marks, new Map()).get(1)).toBe(joined.get(1));
    expect(joined.get(3)).toBe(marks.get(3));
  });
});
