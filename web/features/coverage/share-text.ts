// Shares as they are read: never rounded up to all, nor down to nothing. Pure.
import type { Language } from '../../i18n/text.tsx';
import { formatDate, formatNumber } from '../../lib/format.ts';

/** `82%`; `<1%` for what is nearly nothing and `>99%` for what is nearly all. `fraction` is 0–1. */
export function formatShare(fraction: number, language: Language): string {
  const percent = Math.round(fraction * 100);
  if (percent === 0 && fraction > 0) return '<1%';
  if (percent === 100 && fraction < 1) return '>99%';
  return `${formatNumber(percent, language)}%`;
}

/** Large figures of people in little room: `2,4 jt`, `310 rb`, in English `2.4M`, `310K`. */
export function formatCompact(value: number, language: Language): string {
  if (value < 10_000) return formatNumber(value, language);
  return value.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB', {
    notation: 'compact',
    maximumFractionDigits: value < 1e6 ? 0 : 1,
  });
}

/** One day, or the oldest and the newest with a dash between. */
export function formatDays(
  [oldest, newest]: readonly [string, string],
  language: Language,
): string {
  const days = [...new Set([oldest, newest])].map((day) => formatDate(day, language));
  return days.join('–');
}
