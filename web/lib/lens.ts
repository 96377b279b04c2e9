// By what the map is coloured: the status, or how old, how much agreed and how complete what is known is.
import type { StatusMark } from '../api/status.ts';

export const lenses = ['status', 'age', 'agreement', 'completeness'] as const;
export type Lens = (typeof lenses)[number];
export type EvidenceLens = Exclude<Lens, 'status'>;

/** In the order of the legend. */
export const lensCategories = {
  age: ['stale', 'fresh', 'unknown'],
  agreement: ['conflict', 'lacking', 'clear', 'unknown'],
  completeness: ['all', 'most', 'some', 'none'],
} as const satisfies Record<EvidenceLens, readonly string[]>;

export type LensCategory = (typeof lensCategories)[EvidenceLens][number];

/** From so many tenths on the greater part is known. */
export const mostFromTenths = 5;

type Seen = Pick<StatusMark, 'status' | 'stale' | 'conflict' | 'lacking' | 'knownTenths'>;

/** In which category a place falls. */
export function lensCategoryOf(lens: EvidenceLens, mark: Seen): LensCategory {
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
  }
}

/** The row of the legend to which a place belongs: its status or its category. */
export function legendKeyOf(lens: Lens, mark: Seen): string {
  return lens === 'status' ? mark.status : lensCategoryOf(lens, mark);
}
