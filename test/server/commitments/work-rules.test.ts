// What waits for an operator: which promises ask for a word, when plans have grown old, a year back.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commitmentStates } from '../../../server/commitments/contract.ts';
import {
  ageOfFiling,
  causeOf,
  listUpdates,
  yearBefore,
  type Promised,
} from '../../../server/commitments/work-rules.ts';

const today = '2026-11-22';

function promised(over: Partial<Promised> = {}): Promised {
  return {
    ...{ id: 'a', state: 'agreed', promisedOn: '2027-06-30', updatedOn: '2026-11-20' },
    ...over,
  };
}

test.each<[string, Partial<Promised>, ReturnType<typeof causeOf>]>([
  ['nothing to say yet', {}, null],
  ['late since yesterday', { promisedOn: '2026-11-21' }, 'late'],
  ['late, though there was a word today', { promisedOn: '2026-11-21', updatedOn: today }, 'late'],
  ['due today', { promisedOn: today }, 'due_soon'],
  ['due in 30 days', { promisedOn: '2026-12-22' }, 'due_soon'],
  ['due in 31 days', { promisedOn: '2026-12-23' }, null],
  ['quiet for 29 days', { updatedOn: '2026-10-24' }, null],
  ['quiet for 30 days', { updatedOn: '2026-10-23' }, 'quiet'],
  ['on air: it waits for a measurement', { state: 'on_air', promisedOn: '2026-01-01' }, null],
  ['cancelled', { state: 'cancelled', updatedOn: '2025-01-01' }, null],
])('%s', (_, over, cause) => {
  expect(causeOf(promised(over), today)).toBe(cause);
});

const anyDay = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyPromise: fc.Arbitrary<Promised> = fc.record({
  id: fc.uuid(),
  state: fc.constantFrom(...commitmentStates),
  promisedOn: anyDay,
  updatedOn: anyDay,
});

describe('the list of those that wait', () => {
  test('late ones come first whatever their order, and none is told twice or lost', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyPromise, { selector: ({ id }) => id }), (promises) => {
        const found = listUpdates(promises, today);
        const causes = found.map(({ cause }) => ['late', 'due_soon', 'quiet'].indexOf(cause));
        expect(causes).toEqual(causes.toSorted((a, b) => a - b));
        const waiting = promises.filter((promise) => causeOf(promise, today) !== null);
        expect(found.map(({ id }) => id).toSorted()).toEqual(
          waiting.map(({ id }) => id).toSorted(),
        );
        expect(listUpdates(promises.toReversed(), today)).toEqual(found);
        expect(found.every(({ quietDays }) => quietDays >= 0)).toBe(true);
      }),
    );
  });
});

test.each<[string | null, ReturnType<typeof ageOfFiling>]>([
  [null, { ageDays: null, isDue: true }],
  [today, { ageDays: 0, isDue: false }],
  ['2026-10-22', { ageDays: 31, isDue: false }],
  ['2026-10-21', { ageDays: 32, isDue: true }],
])('plans accepted on %s', (acceptedOn, age) => {
  expect(ageOfFiling(acceptedOn, today)).toEqual(age);
});

test.each([
  ['2026-11-22', '2025-11-22'],
  ['2028-02-29', '2027-02-28'],
])('a year before %s', (day, before) => {
  expect(yearBefore(day)).toBe(before);
});
