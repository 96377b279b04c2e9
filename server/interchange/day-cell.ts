// Reads one cell as a day, as Indonesian tables write it. Pure; knows neither today nor a time zone.
import {
  type CellReading,
  isEmptyCell,
  isYearInRange,
  readAs,
  refuseCell,
  tidyCell,
} from './cells.ts';

/** The beginnings of the months' names, Indonesian, old spellings and English. */
const months: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'peb'],
  ['mar', 'mrt'],
  ['apr'],
  ['mei', 'may'],
  ['jun'],
  ['jul'],
  ['agu', 'agt', 'ags', 'aug'],
  ['sep'],
  ['okt', 'oct'],
  ['nov', 'nop'],
  ['des', 'dec'],
];

/** Whole names, so that "Maret" is a month and "Marawa" none. */
const monthName =
  /^(?:januari|january|februari|february|pebruari|maret|march|mart|april|mei|may|juni|june|juli|july|agustus|august|agust|september|sept|oktober|october|november|nopember|desember|december|[a-z]{3})$/;

/** Excel's day numbers from 1954 to 2119; shorter numbers are something else. */
const serial = /^([2-7]\d{4})(?:[.,]\d+)?$/;
/** Day 0 of Excel's calendar, for days after its false 29 February 1900. */
const serialStartMs = Date.UTC(1899, 11, 30);
const dayMs = 86_400_000;

function monthOf(word: string): number | null {
  const folded = word.toLowerCase().replace(/\.$/, '');
  if (!monthName.test(folded)) return null;
  const index = months.findIndex((beginnings) => beginnings.includes(folded.slice(0, 3)));
  return index < 0 ? null : index + 1;
}

function toDay(year: number, month: number, day: number): CellReading<string> {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return refuseCell('day_impossible');
  if (!isYearInRange(year)) return refuseCell('year_out_of_range');
  return readAs(date.toISOString().slice(0, 10));
}

/** Month alone, year alone, or a year of two figures: a day cannot be made of it. */
function isIncomplete(text: string): boolean {
  const [first = '', second] = text.split(/[\s/.-]+/);
  if (/^\d{4}$/.test(text) || /^\d{1,2}[/.-]\d{4}$/.test(text) || /^\d{4}[/.-]\d{1,2}$/.test(text))
    return true;
  if (/^\d{1,2}[\s/.-]+(?:\d{1,2}|[a-z]+)[\s/.-]+\d{2}$/i.test(text)) return true;
  return monthOf(first) !== null && (second === undefined || /^\d{2,4}$/.test(second));
}

/**
 * A day as 2026-10-12: from ISO, day first (12/10/2026, 12-10-2026), with the month's name (12 Okt
 * 2026, Senin, 12 Oktober 2026), or Excel's day number (45000); a time of day behind it is left out.
 * Refuses `day_incomplete` (Oktober 2026, 12/10/26), `day_impossible` (31/02/2026, and month first),
 * `year_out_of_range` (1900 to 2100) and `not_a_day`.
 */
export function readDay(cell: string): CellReading<string> {
  const typed = tidyCell(cell);
  if (isEmptyCell(typed)) return { kind: 'empty' };
  const number = serial.exec(typed);
  if (number)
    return readAs(new Date(serialStartMs + Number(number[1]) * dayMs).toISOString().slice(0, 10));
  const text = typed
    .replace(/^(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\s*,?\s*/i, '')
    .replace(/[T\s]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:WIB|WITA|WIT|Z)?$/i, '')
    .trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return toDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dayFirst = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(text);
  if (dayFirst) return toDay(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]));
  const named = /^(\d{1,2})[\s/.-]+([a-z]+\.?)[\s/,.-]+(\d{4})$/i.exec(text);
  const month = named && monthOf(named[2] ?? '');
  if (named && month) return toDay(Number(named[3]), month, Number(named[1]));
  return refuseCell(isIncomplete(text) ? 'day_incomplete' : 'not_a_day');
}
