// The map's paint and the legend's counts put every place into the same category.
import { describe, expect, test } from 'vitest';
import { statusMark, withPromise } from '../../../web/api/status.ts';
import {
  legendKeyOf,
  lensCategories,
  lensCategoryOf,
  type CategoryLens,
  type LensCategory,
} from '../../../web/lib/lens.ts';
import { lensColour, lensOpacity } from '../../../web/map/lens-expressions.ts';
import { lensLook } from '../../../web/ui/lens-look.ts';
import { nearestDifference } from './colour-sight.ts';
import { evaluate } from './evaluate.ts';

const cases: [CategoryLens, ReturnType<typeof statusMark>, LensCategory][] = [
  ['age', statusMark('unknown', 0), 'unknown'],
  ['age', statusMark('served', 0), 'fresh'],
  ['age', statusMark('served', 2), 'stale'],
  ['agreement', statusMark('unknown', 8), 'unknown'],
  ['agreement', statusMark('weak', 0), 'clear'],
  ['agreement', statusMark('weak', 16), 'lacking'],
  ['agreement', statusMark('weak', 8 + 16), 'conflict'],
  ['completeness', statusMark('unknown', 0, 0), 'none'],
  ['completeness', statusMark('incomplete', 0, 3), 'some'],
  ['completeness', statusMark('incomplete', 0, 5), 'most'],
  ['completeness', statusMark('blankspot', 0, 10), 'all'],
  ['promises', statusMark('blankspot', 0), 'none'],
  ['promises', withPromise(statusMark('blankspot', 0), 'late'), 'late'],
  ['promises', withPromise(statusMark('unknown', 0), 'this_year'), 'this_year'],
  ['promises', withPromise(statusMark('served', 0), 'serving'), 'serving'],
];

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  test.each(cases)('by %s, %j is %s', (lens, mark, category) => {
    expect(lensCategoryOf(lens, mark)).toBe(category);
    expect(evaluate(lensColour(lens, theme), mark)).toBe(lensLook[category][theme]);
  });
});

test.each(cases)('by %s, %j is faint when %s is switched off', (lens, mark, category) => {
  expect(evaluate(lensOpacity(lens, new Set()), mark)).toBe(1);
  expect(evaluate(lensOpacity(lens, new Set([category])), mark)).toBeLessThan(1);
});

test('the categories of a lens look different from one another', () => {
  for (const categories of Object.values(lensCategories))
    for (const theme of ['light', 'dark'] as const)
      expect(new Set(categories.map((one) => lensLook[one][theme])).size).toBe(categories.length);
});

test('by status, the row of the legend is the status', () =>
  expect(legendKeyOf('status', statusMark('weak', 2))).toBe('weak'));

test('what is promised is told apart by everyone', () => {
  const categories = lensCategories.promises;
  for (const theme of ['light', 'dark'] as const)
    for (const [index, one] of categories.entries())
      for (const other of categories.slice(index + 1))
        expect(
          nearestDifference(lensLook[one][theme], lensLook[other][theme]),
          `${one} ${other} ${theme}`,
        ).toBeGreaterThan(19);
});
