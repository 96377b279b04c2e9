// What hangs on a locality, in words. Pure.
import { LocalityUses } from '#contract/locality';
import type { Messages } from '../../i18n/id.ts';
import type { Language } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { isRefusal } from '../../lib/problems.ts';

type Words = Messages['places'];

/** What a refused removal says still hangs on it; null for other errors. */
export function usesOf(error: unknown): LocalityUses | null {
  if (!isRefusal(error) || error.code !== 'locality_in_use') return null;
  const body = error.body as { uses?: unknown } | null;
  return LocalityUses.safeParse(body?.uses).data ?? null;
}

/** "3 laporan, 1 fasilitas" */
export function usesText(uses: LocalityUses, words: Words['uses'], language: Language): string {
  return (['reports', 'facilities', 'people'] as const)
    .filter((use) => uses[use] > 0)
    .map((use) => words[use](formatNumber(uses[use], language)))
    .join(', ');
}
