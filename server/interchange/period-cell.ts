// Reads when a tower is on air, or is to be: a day, or what plans name instead, a month, a quarter or a
// year. Pure; days are day-cell.ts's part.
import { type CellReading, isYearInRange, readAs, tidyCell } from './cells.ts';
import { readDay } from './day-cell.ts';

/** A day, and whether it stands for a longer time. */
export type Period = { day: string; isRounded: boolean };

const pad = (value: number) => String(value).padStart(2, '0');

/** The first day, or the last, of the months from `first` to `last` of a year. */
function edgeOf(year: number, first: number, last: number, atEnd: boolean): string {
  if (!atEnd) return `${year}-${pad(first)}-01`;
  const lastDay = new Date(Date.UTC(year, last, 0)).getUTCDate();
  return `${year}-${pad(last)}-${pad(lastDay)}`;
}

const quarters: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, 1: 1, 2: 2, 3: 3, 4: 4 };

/** The months of a longer time, 1–12; null where the text names none. */
function monthsOf(text: string): { year: number; first: number; last: number } | null {
  const year = Number(/\b(\d{4})\b/.exec(text)?.[1]);
  if (!isYearInRange(year)) return null;
  const rest = text.replace(String(year), ' ').trim().toLowerCase();
  if (/^(?:tahun|thn|th|ta|fy)?\.?$/.test(rest)) return { year, first: 1, last: 12 };
  const quarter =
    quarters[
      /^(?:q|tw|triwulan|kuartal|quarter)[\s.-]*(iv|i{1,3}|[1-4])\W*$/.exec(rest)?.[1] ?? ''
    ];
  if (quarter !== undefined) return { year, first: quarter * 3 - 2, last: quarter * 3 };
  const half = { 1: 1, i: 1, 2: 2, ii: 2 }[
    /^(?:s|sem|semester|h)[\s.-]*(i{1,2}|[12])\W*$/.exec(rest)?.[1] ?? ''
  ];
  if (half !== undefined) return { year, first: half * 6 - 5, last: half * 6 };
  // A month by its name or number: the first of it is a day that can be read.
  const month = rest.replace(/[\s/.-]+$|^[\s/.-]+/g, '');
  const reading = readDay(`1 ${month} ${year}`);
  const byNumber = reading.kind === 'value' ? reading : readDay(`1/${month}/${year}`);
  if (byNumber.kind !== 'value') return null;
  const found = Number(byNumber.value.slice(5, 7));
  return { year, first: found, last: found };
}

/**
 * A day; of a longer time its last day with `atEnd` (a promise is kept by then), else its first. Refuses
 * what readDay refuses.
 */
export function readPeriod(cell: string, atEnd: boolean): CellReading<Period> {
  const reading = readDay(cell);
  if (reading.kind === 'value') return readAs({ day: reading.value, isRounded: false });
  if (reading.kind === 'empty') return reading;
  const months = monthsOf(tidyCell(cell));
  if (months === null) return reading;
  return readAs({ day: edgeOf(months.year, months.first, months.last, atEnd), isRounded: true });
}
