// Greedy maximum coverage against every choice there is, and what holds for any input.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseGreedily, type Reaching } from '../../../server/coverage/greedy.ts';

type Case = { reaches: number[][]; weights: number[]; count: number };

const cases = fc
  .record({
    reaches: fc.array(fc.uniqueArray(fc.nat(7), { maxLength: 6 }), { minLength: 1, maxLength: 6 }),
    weights: fc.array(fc.nat(9), { minLength: 8, maxLength: 8 }),
    count: fc.integer({ min: 1, max: 4 }),
  })
  .map((one): Case => one);

const total = (units: Iterable<number>, weights: readonly number[]) =>
  [...new Set(units)].reduce((sum, unit) => sum + (weights[unit] ?? 0), 0);

/** `slack` makes the bounds looser than they could be. */
function toCandidates({ reaches, weights }: Case, slack = 0): Reaching[] {
  return reaches.map((units) => ({
    bound: total(units, weights) + slack,
    reach: () => units,
  }));
}

/** The most that any `count` of them reach. */
function bestOfAll({ reaches, weights, count }: Case): number {
  const most = (from: number, left: number, units: number[]): number =>
    left === 0 || from === reaches.length
      ? total(units, weights)
      : Math.max(
          most(from + 1, left, units),
          most(from + 1, left - 1, [...units, ...(reaches[from] ?? [])]),
        );
  return most(0, count, []);
}

function choose(one: Case, slack = 0) {
  return chooseGreedily(toCandidates(one, slack), one.weights, one.count);
}

const reached = (steps: ReturnType<typeof choose>) =>
  steps.reduce((sum, { weight }) => sum + weight, 0);

describe('greedy maximum coverage', () => {
  test('reaches at least 1 − 1/e of the best there is', () => {
    fc.assert(
      fc.property(cases, (one) => {
        expect(reached(choose(one))).toBeGreaterThanOrEqual(
          (1 - 1 / Math.E) * bestOfAll(one) - 1e-9,
        );
      }),
    );
  });

  test('each adds no more than the one before, and each counts what it says', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const steps = choose(one);
        for (const [index, { weight, units }] of steps.entries()) {
          expect(weight).toBeLessThanOrEqual(steps[index - 1]?.weight ?? Infinity);
          expect(weight).toBeGreaterThan(0);
          expect(weight).toBe(total(units, one.weights));
        }
        const units = steps.flatMap((step) => step.units);
        expect(new Set(units).size).toBe(units.length);
      }),
    );
  });

  test('looser bounds choose the same', () => {
    fc.assert(
      fc.property(cases, fc.nat(20), (one, slack) => {
        expect(choose(one, slack)).toEqual(choose(one));
      }),
    );
  });

  test('looks only at those that come into question', () => {
    let looked = 0;
    const far = { bound: 1, reach: () => ((looked += 1), [3]) };
    const near = { bound: 3, reach: () => [0, 1, 2] };
    expect(chooseGreedily([far, near], [1, 1, 1, 1], 1)).toEqual([
      { candidate: 1, units: [0, 1, 2], weight: 3 },
    ]);
    expect(looked).toBe(0);
  });

  test.each<[string, Case, number[]]>([
    ['nothing to reach', { reaches: [[]], weights: [], count: 3 }, []],
    ['weights of 0', { reaches: [[0]], weights: [0], count: 3 }, []],
    ['of equal ones the first', { reaches: [[0], [1]], weights: [2, 2], count: 1 }, [0]],
    [
      'what is left counts',
      { reaches: [[0, 1], [0, 1, 2], [3]], weights: [1, 1, 1, 1], count: 3 },
      [1, 2],
    ],
  ])('%s', (_name, one, expected) => {
    expect(choose(one).map(({ candidate }) => candidate)).toEqual(expected);
  });
});
