// What is said about the localities of a village together, and about what hangs on one. Pure.
import { LocalityUses } from '#contract/locality';
import type { StatusWhy } from '#contract/status';
import type { Messages } from '../../i18n/id.ts';
import type { Language } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { isRefusal } from '../../lib/problems.ts';

type Words = Messages['places'];

/** "7 dari 12 jorong terlayani · 61 % rumah tangga · 2 jorong belum diketahui"; '' without localities. */
export function servedLine(
  { localities, shares, confirmed }: Pick<StatusWhy, 'localities' | 'shares' | 'confirmed'>,
  kind: string,
  words: Words['localities'],
  language: Language,
): string {
  if (localities.length === 0) return '';
  const number = (value: number) => formatNumber(value, language);
  // What counts decides; only where nothing counts, what is reported is told, and that it is.
  const told = localities.map((locality) =>
    locality.confirmed === confirmed ? locality.status : 'unknown',
  );
  const served = told.filter((status) => status === 'served').length;
  const unknown = told.filter((status) => status === 'unknown').length;
  const percent = number(Math.round(100 * (shares?.servedFraction ?? 0)));
  const basis = shares?.basis ?? 'count';
  const isKnown = unknown < localities.length;
  return [
    words.served(number(served), number(localities.length), kind),
    ...(basis !== 'count' && isKnown ? [words.shareOf[basis](percent)] : []),
    ...(unknown > 0 ? [words.unknown(number(unknown), kind)] : []),
    ...(!confirmed && isKnown ? [words.unconfirmed] : []),
  ].join(' · ');
}

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
