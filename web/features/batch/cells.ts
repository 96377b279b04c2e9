// What is typed into the cells of the batch screen: which keys a cell takes, and what its text means.
// Cells hold short texts, as they are kept on the device; pure, no React.
import type { Availability, Environment, Strength, Technology } from '#contract/evidence';

/** A cell that is filled by single keys, or one in which text is written. */
export type CellKind = 'answer' | 'time' | 'place' | 'day' | 'name' | 'note';

const technologyOf: Record<string, Technology> = {
  '-': 'none',
  '2': '2g',
  '3': '3g',
  '4': '4g',
  '5': '5g',
};
const strengthOf: Record<string, Strength> = { l: 'weak', k: 'strong', s: 'very_strong' };
const timeOf: Record<string, Availability> = {
  s: 'day_only',
  m: 'night_only',
  sm: 'all_day',
  h: 'unstable',
};
const placeOf: Record<string, Environment> = { l: 'outdoor', d: 'indoor', k: 'vehicle' };

export type Answer = { technology: Technology; strength: Strength | null };

/** `-` none, `4k` 4G strong; `4` has no strength yet, which the contract refuses. Null: nothing said. */
export function readAnswer(text: string): Answer | null {
  const technology = technologyOf[text.charAt(0)];
  if (technology === undefined) return null;
  return { technology, strength: strengthOf[text.charAt(1)] ?? null };
}

export function readTime(text: string): Availability | null {
  return timeOf[text] ?? null;
}

export function readPlace(text: string): Environment | null {
  return placeOf[text] ?? null;
}

function typeAnswer(before: string, key: string): string | null {
  if (key === '0') return '-';
  if (key in technologyOf) return key;
  if (!(key in strengthOf)) return null;
  const technology = before.charAt(0);
  return technology === '' || technology === '-' ? null : technology + key;
}

/** S and M are crossed each on its own, as on paper; H excludes both. */
function typeTime(before: string, key: string): string | null {
  if (key === 'h') return 'h';
  if (key !== 's' && key !== 'm') return null;
  const crossed = new Set(before === 'h' ? '' : before);
  if (!crossed.delete(key)) crossed.add(key);
  return ['s', 'm'].filter((letter) => crossed.has(letter)).join('');
}

/** The cell's text after one key; null where the key means nothing to it. */
export function typeKey(kind: CellKind, before: string, typed: string): string | null {
  const key = typed.toLowerCase();
  if (kind === 'answer') return typeAnswer(before, key);
  if (kind === 'time') return typeTime(before, key);
  return kind === 'place' && key in placeOf ? key : null;
}

/** Whether text is written into it instead of single keys. */
export function isTextCell(kind: CellKind): boolean {
  return kind === 'day' || kind === 'name' || kind === 'note';
}

const two = (part: number) => String(part).padStart(2, '0');

/** The ISO date of that day, or null when the calendar has none. */
function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? `${year}-${two(month)}-${two(day)}` : null;
}

/**
 * The day that is meant, as an ISO date: `12` of `month` (`2026-11`), `30/10` of the same year (of
 * the year before when that day is still to come), `30/10/2025`, or an ISO date. Null: no day.
 */
export function readDay(text: string, month: string, today: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (iso) return isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = /^(\d{1,2})(?:[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?)?$/.exec(text.trim());
  if (!parts) return null;
  const [year, ownMonth] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  const day = Number(parts[1]);
  if (parts[2] === undefined) return isoDate(year, ownMonth, day);
  if (parts[3] !== undefined)
    return isoDate(Number(parts[3].padStart(4, '20')), Number(parts[2]), day);
  const found = isoDate(year, Number(parts[2]), day);
  return found !== null && found > today ? isoDate(year - 1, Number(parts[2]), day) : found;
}
