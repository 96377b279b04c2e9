// What is typed into the people form as numbers, and the newest figures as one line. Pure.
import type { NewestPeople } from '#contract/people';
import type { Messages } from '../../i18n/id.ts';
import type { Language } from '../../i18n/text.tsx';
import { formatDate, formatNumber } from '../../lib/format.ts';

/** "1.842", "1,842", "1 842" and "1842" are one number; null for nothing; undefined for no whole number. */
export function readWhole(text: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const isWhole = /^\d+$/.test(trimmed) || /^\d{1,3}([., ]\d{3})+$/.test(trimmed);
  return isWhole ? Number(trimmed.replaceAll(/\D/g, '')) : undefined;
}

/** "31 Des 2024", or only the year for its last day, as figures of a year are dated. */
function dayText(day: string, language: Language): string {
  return day.endsWith('-12-31') ? day.slice(0, 4) : formatDate(day, language);
}

/** "1.842 jiwa · 512 KK per 2024"; each figure with its own day where they differ; '' for nothing. */
export function peopleLine(
  { population, households }: NewestPeople,
  words: Messages['places']['people'],
  language: Language,
): string {
  const parts = [
    ...(population
      ? [
          {
            text: words.populationOf(formatNumber(population.value, language)),
            per: words.per(dayText(population.datedOn, language)),
          },
        ]
      : []),
    ...(households
      ? [
          {
            text: words.householdsOf(formatNumber(households.value, language)),
            per: words.per(dayText(households.datedOn, language)),
          },
        ]
      : []),
  ];
  const isOneDay = parts.every(({ per }) => per === parts[0]?.per);
  if (isOneDay && parts[0]) return `${parts.map(({ text }) => text).join(' · ')} ${parts[0].per}`;
  return parts.map(({ text, per }) => `${text} ${per}`).join(' · ');
}
