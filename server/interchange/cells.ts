// Reads one cell as what it should hold: a count, a decimal, a year, a yes or no. Pure; days are in
// day-cell.ts, coordinates in regions/coordinate-columns.ts, codes in regions/place-code.ts.

/** Why a cell is refused; `web/i18n/<language>/problem.ts` has a text for each. */
export const cellProblemCodes = [
  'not_a_number',
  'negative',
  'fraction',
  'too_big',
  'not_a_day',
  'day_incomplete',
  'day_impossible',
  'year_out_of_range',
  'not_a_year',
  'not_yes_or_no',
] as const;
export type CellProblem = (typeof cellProblemCodes)[number];

/** `empty` also for a lone dash, which is how tables say that nothing is known. */
export type CellReading<T> =
  | { kind: 'value'; value: T }
  | { kind: 'empty' }
  | { kind: 'refused'; code: CellProblem };

export function readAs<T>(value: T): CellReading<T> {
  return { kind: 'value', value };
}

export function refuseCell(code: CellProblem): CellReading<never> {
  return { kind: 'refused', code };
}

/** Without spaces around, non-breaking ones included, and with one spelling for the minus sign. */
export function tidyCell(cell: string): string {
  return cell.trim().replace(/[−–—]/g, '-');
}

export function isEmptyCell(text: string): boolean {
  return text === '' || text === '-';
}

/** Years that a record of today's villages can speak of. */
const firstYear = 1900;
const lastYear = 2100;
/** More than all people of the country. */
const largestCount = 1_000_000_000;

export function isYearInRange(year: number): boolean {
  return year >= firstYear && year <= lastYear;
}

const grouped = /^-?\d{1,3}(?:([.,\s'])\d{3})(?:\1\d{3})*$/;

/**
 * A count of people, households, posts: 1.234, 1,234, "1 234" and 1234.0 are whole numbers. Refuses
 * `negative`, `fraction`, `too_big` (above 10⁹) and `not_a_number`, also 1.3E+09, whose digits are lost.
 */
export function readCount(cell: string): CellReading<number> {
  const text = tidyCell(cell);
  if (isEmptyCell(text)) return { kind: 'empty' };
  const digits = grouped.test(text)
    ? text.replace(/[.,\s']/g, '')
    : text.replace(/^(-?\d+)[.,]0+$/, '$1');
  if (/^-\d/.test(digits)) return refuseCell('negative');
  if (/^\d+[.,]\d+$/.test(digits)) return refuseCell('fraction');
  if (!/^\d+$/.test(digits)) return refuseCell('not_a_number');
  const count = Number(digits);
  return count > largestCount ? refuseCell('too_big') : readAs(count);
}

/** The decimal point of a text that has both signs, or the same one twice, made plain; else a comma is one. */
function plainDecimal(text: string): string {
  if (/^-?\d{1,3}(?:\.\d{3})+,\d+$|^-?\d{1,3}(?:\.\d{3}){2,}$/.test(text))
    return text.replaceAll('.', '').replace(',', '.');
  if (/^-?\d{1,3}(?:,\d{3})+\.\d+$|^-?\d{1,3}(?:,\d{3}){2,}$/.test(text))
    return text.replaceAll(',', '');
  return text.replace(',', '.');
}

/**
 * A measured figure: 1,5 and 1.5, 1.234,5 and 1,234.5. A single sign before three digits is the
 * decimal one (1,234 is 1.234), because a measurement has decimals. Refuses `not_a_number`.
 */
export function readDecimal(cell: string): CellReading<number> {
  const text = tidyCell(cell);
  if (isEmptyCell(text)) return { kind: 'empty' };
  const plain = plainDecimal(text.replace(/\s/g, ''));
  return /^[+-]?\d{1,15}(?:\.\d{1,15})?$/.test(plain)
    ? readAs(Number(plain))
    : refuseCell('not_a_number');
}

/** A year: 2026, "Tahun 2026", "TA 2026". Refuses `not_a_year` and `year_out_of_range` (1900 to 2100). */
export function readYear(cell: string): CellReading<number> {
  const text = tidyCell(cell);
  if (isEmptyCell(text)) return { kind: 'empty' };
  const match = /^(?:(?:tahun|thn|th|ta|t\.a)\.?\s*)?(\d{4})(?:[.,]0+)?$/i.exec(text);
  if (!match) return refuseCell('not_a_year');
  const year = Number(match[1]);
  return isYearInRange(year) ? readAs(year) : refuseCell('year_out_of_range');
}

const yes = new Set([
  'ya',
  'y',
  'iya',
  'yes',
  'ada',
  '1',
  'v',
  '✓',
  '✔',
  '√',
  'true',
  'benar',
  'sudah',
]);
const no = new Set([
  ...['tidak', 'tdk', 't', 'n', 'no', 'tidak ada', 'tdk ada', 'tak ada', 'nihil'],
  ...['0', 'x', '✗', '✘', '-', 'false', 'salah', 'belum', 'belum ada'],
]);

/** Ya, ada, y, 1, v and their like; tidak, tidak ada, n, 0, x and a dash. Refuses `not_yes_or_no`. */
export function readYesNo(cell: string): CellReading<boolean> {
  const text = tidyCell(cell).toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '');
  if (text === '') return { kind: 'empty' };
  if (yes.has(text)) return readAs(true);
  return no.has(text) ? readAs(false) : refuseCell('not_yes_or_no');
}
