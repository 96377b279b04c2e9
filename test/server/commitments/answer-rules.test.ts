// What may be answered, when a window is past its closing, what is a candidate for a proposal, and which
// answers become one commitment.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  groupBuilds,
  isForProposal,
  isPastClosing,
  refuseAnswer,
  type BuildAnswer,
} from '../../../server/commitments/answer-rules.ts';
import { commitmentKinds } from '../../../server/commitments/contract.ts';
import { daysBetween } from '../../../server/commitments/days.ts';
import type { AnswerInput } from '../../../server/commitments/declaration-contract.ts';
import { listOccasions } from '../../../server/commitments/reminder-rules.ts';

const today = '2026-11-22';
const builds = (byOn: string): AnswerInput => ({
  ...{ answer: 'build', byOn, kind: 'bts', siteRef: '', note: '' },
});
const serves = (sinceOn: string): AnswerInput => ({ answer: 'served', sinceOn, note: '' });

test.each<[string, AnswerInput, string | null]>([
  ['a day to come', builds('2027-01-31'), null],
  ['today', builds('2026-11-22'), null],
  ['a day gone by', builds('2026-11-21'), 'byOn date_in_past'],
  ['since long', serves('2024-02-29'), null],
  ['since today', serves('2026-11-22'), null],
  ['since tomorrow', serves('2026-11-23'), 'sinceOn date_in_future'],
  ['no plan', { answer: 'no_plan', reason: null, note: '' }, null],
])('an answer with %s', (_, input, expected) => {
  const refusal = refuseAnswer(input, today);
  expect(refusal && `${refusal.field} ${refusal.code}`).toBe(expected);
});

test.each([
  ['2026-11-22', 0, false],
  ['2026-11-23', 1, false],
  ['2026-11-21', -1, true],
  ['2027-11-22', 365, false],
  // A leap year lies between.
  ['2028-11-22', 731, false],
])('a window that closes on %s: %i days left', (closesOn, left, isPast) => {
  expect([daysBetween(today, closesOn), isPastClosing(closesOn, today)]).toEqual([left, isPast]);
});

test.each<[string, boolean, Record<string, 'build' | 'no_plan' | 'served' | 'silent'>, boolean]>([
  ['nobody has a plan', false, { telkomsel: 'no_plan', indosat: 'silent' }, true],
  ['nobody said a word', false, {}, true],
  ['one builds', false, { telkomsel: 'no_plan', indosat: 'build' }, false],
  ['one says it serves', false, { telkomsel: 'served', indosat: 'silent' }, false],
  ['nobody has a plan yet', true, { telkomsel: 'no_plan', indosat: 'no_plan' }, false],
])('a candidate for a proposal: %s', (_, isOpen, answers, expected) => {
  expect(isForProposal(isOpen, ['telkomsel', 'indosat'], new Map(Object.entries(answers)))).toBe(
    expected,
  );
});

test.each([
  [20, ['opened']],
  [8, ['opened']],
  [7, ['opened', '7']],
  [4, ['opened', '7']],
  [3, ['opened', '7', '3']],
  [1, ['opened', '7', '3', '1']],
  [0, ['opened', '7', '3', '1', '0']],
  [-1, []],
])('%i days before the closing date is due: %j', (left, expected) => {
  const closesOn = new Date(Date.parse(today) + left * 86_400_000).toISOString().slice(0, 10);
  expect(listOccasions(closesOn, today)).toEqual(expected);
});

describe('answers that become one commitment', () => {
  const cell = (number: number, over: Partial<BuildAnswer> = {}): BuildAnswer => ({
    ...{ number, operatorId: 'telkomsel', byOn: '2027-06-30', kind: 'bts', siteRef: 'PSL-1' },
    ...over,
  });
  const numbersOf = (cells: BuildAnswer[]) =>
    groupBuilds(cells).map((group) => group.map(({ number }) => number));

  test.each<[string, BuildAnswer[], number[][]]>([
    ['one site', [cell(1), cell(2)], [[1, 2]]],
    ['no site named', [cell(1, { siteRef: '' }), cell(2, { siteRef: '' })], [[1], [2]]],
    ['another day', [cell(1), cell(2, { byOn: '2027-07-01' })], [[1], [2]]],
    ['another kind', [cell(1), cell(2, { kind: 'vsat' })], [[1], [2]]],
    ['another operator', [cell(1), cell(2, { operatorId: 'indosat' })], [[1], [2]]],
  ])('%s', (_, cells, expected) => expect(numbersOf(cells)).toEqual(expected));

  test('every answer is in one group, no group too large or mixed', () => {
    const anyCell = fc.record({
      number: fc.nat(),
      operatorId: fc.constantFrom('telkomsel', 'indosat'),
      byOn: fc.constantFrom('2027-06-30', '2027-12-31'),
      kind: fc.constantFrom(...commitmentKinds),
      siteRef: fc.constantFrom('', 'A', 'B'),
    });
    fc.assert(
      fc.property(fc.array(anyCell, { maxLength: 300 }), (cells) => {
        const groups = groupBuilds(cells);
        expect(new Set(groups.flat())).toEqual(new Set(cells));
        expect(groups.flat()).toHaveLength(cells.length);
        for (const group of groups) {
          expect(group.length).toBeLessThanOrEqual(60);
          const keys = group.map(
            (one) => `${one.operatorId} ${one.byOn} ${one.kind} ${one.siteRef}`,
          );
          expect(new Set(keys).size).toBe(1);
        }
      }),
    );
  });

  test('a tower for 61 villages is two commitments', () => {
    const cells = Array.from({ length: 61 }, (_, index) => cell(index + 1));
    expect(groupBuilds(cells).map((group) => group.length)).toEqual([60, 1]);
  });
});
