// Paint expressions for colouring by what a lens asks for instead of by status.
import type { ExpressionSpecification } from 'maplibre-gl';
import {
  lensCategories,
  mostFromTenths,
  type CategoryLens,
  type LensCategory,
} from '../lib/lens.ts';
import { lensLook } from '../ui/lens-look.ts';
import { hiddenOpacity, isOn, status, type HiddenKeys } from './expressions.ts';
import type { MapTheme } from './ground.ts';

const isUnknown: ExpressionSpecification = ['==', status, 'unknown'];
const tenths: ExpressionSpecification = ['coalesce', ['feature-state', 'knownTenths'], 0];

/** The category of a place as lensCategoryOf tells it, as an expression. */
const categoryOf: Record<CategoryLens, ExpressionSpecification> = {
  age: ['case', isUnknown, 'unknown', isOn('stale'), 'stale', 'fresh'],
  agreement: [
    'case',
    isUnknown,
    'unknown',
    isOn('conflict'),
    'conflict',
    isOn('lacking'),
    'lacking',
    'clear',
  ],
  completeness: [
    'case',
    ['==', tenths, 0],
    'none',
    ['>=', tenths, 10],
    'all',
    ['>=', tenths, mostFromTenths],
    'most',
    'some',
  ],
  promises: ['coalesce', ['feature-state', 'promise'], 'none'],
};

/** Fill colour per category. */
export function lensColour(lens: CategoryLens, theme: MapTheme): ExpressionSpecification {
  const categories: readonly LensCategory[] = lensCategories[lens];
  const pairs = categories.flatMap((category) => [category, lensLook[category][theme]]);
  return [
    'match',
    categoryOf[lens],
    ...pairs,
    lensLook.unknown[theme],
  ] as unknown as ExpressionSpecification;
}

/** Fill opacity: faint where the category is switched off in the legend. */
export function lensOpacity(
  lens: CategoryLens,
  hidden: HiddenKeys,
  full = 1,
): ExpressionSpecification {
  const shown = lensCategories[lens].filter((category) => !hidden.has(category));
  return ['case', ['in', categoryOf[lens], ['literal', shown]], full, hiddenOpacity * full];
}
