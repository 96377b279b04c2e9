// By what the map is coloured: the status; how old, how much agreed and how complete what is known is; or
// what was promised.
import { promiseCategories, type StatusMark } from '../api/status.ts';

export const lenses = ['status', 'age', 'agreement', 'completeness', 'promises'] as const;
export type Lens = (typeof lenses)[number];
export type CategoryLens = Exclude<Lens, 'status'>;

/** In the order of the legend. */
export const lensCategories = {
  age: ['stale', 'fresh', 'unknown'],
  agreement: ['conflict', 'lacking', 'clear', 'unknown'],
  completeness: ['all', 'most', 'some', 'none'],
  promises: promiseCategories,
} as const satisfies Record<CategoryLens, readonly string[]>;

export type LensCategory = (typeof lensCategories)[CategoryLens][number];

/** From so many tenths on the greater part is known. */
export const mostFromTenths = 5;

type Seen = Pick<
  StatusMark,
  'status' | 'stale' | 'conflict' | 'lacking' | 'knownTenths' | 'promise'
>;

/** In which category a place falls. */
export function lensCategoryOf(lens: CategoryLens, mark: Seen): LensCategory {
  const isUnknown = mark.status === 'unknown';
  switch (lens) {
    case 'age':
      return isUnknown ? 'unknown' : mark.stale ? 'stale' : 'fresh';
    case 'agreement':
      if (isUnknown) return 'unknown';
      return mark.conflict ? 'conflict' : mark.lacking ? 'lacking' : 'clear';
    case 'completeness':
      if (mark.knownTenths === 0) return 'none';
      if (mark.knownTenths >= 10) return 'all';
      return mark.knownTenths >= mostFromTenths ? 'most' : 'some';
    case 'promises':
      return mark.promise;
  }
}

/** The row of the legend to which a place belongs: its status or its category. */
export function legendKeyOf(lens: Lens, mark: Seen): string {
  return lens === 'status' ? mark.status : lensCategoryOf(lens, mark);
}
