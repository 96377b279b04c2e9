// The months of which a form may tell, the latest first. Pure.
import type { Language } from '../../i18n/text.tsx';

/** A form that is older than this is typed in with whole dates. */
const count = 24;

/** `{ value: '2026-11', label: 'November 2026' }`; `today` is an ISO date. */
export function listMonths(today: string, language: Language): { value: string; label: string }[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  return Array.from({ length: count }, (_, back) => {
    const first = new Date(Date.UTC(year, month - 1 - back, 1));
    return {
      value: first.toISOString().slice(0, 7),
      label: first.toLocaleDateString(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
    };
  });
}
