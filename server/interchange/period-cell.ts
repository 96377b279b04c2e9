// Reads when a tower is on air, or is to be: a day, or what plans name instead, a part of a month, a
// month, a quarter, half a year or a year. Pure; days are day-cell.ts's part.
import { type CellReading, isYearInRange, readAs, refuseCell, tidyCell } from './cells.ts';
import { readDay } from './day-cell.ts';

/** A day, and whether it stands for a longer time. */
export type Period = { day: string; isRounded: boolean };

/** Days of a calendar, both counted in, as UTC instants. */
type Span = { from: Date; to: Date };

const dayMs = 86_400_000;

/** From the first day of month `first`, 1–12, to the last one of month `last`. */
function spanOf(year: number, first: number, last: number): Span {
  return { from: new Date(Date.UTC(year, first - 1, 1)), to: new Date(Date.UTC(year, last, 0)) };
}

/** Awal, pertengahan and akhir are its thirds: of a month ten days each, of a year four months each. */
const thirds: Record<string, 0 | 1 | 2> = {
  ...{ awal: 0, pertengahan: 1, 'per tengahan': 1, tengah: 1, akhir: 2 },
  ...{ early: 0, mid: 1, end: 2 },
};

function thirdOf({ from, to }: Span, third: 0 | 1 | 2): Span {
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + 1];
  const months = to.getUTCMonth() + 2 - month;
  if (months >= 3) {
    const first = month + (third * months) / 3;
    return spanOf(year, first, first + months / 3 - 1);
  }
  const begin = new Date(from.getTime() + third * 10 * dayMs);
  return { from: begin, to: third === 2 ? to : new Date(begin.getTime() + 9 * dayMs) };
}

const numerals: Record<string, number> = {
  ...{ i: 1, ii: 2, iii: 3, iv: 4, 1: 1, 2: 2, 3: 3, 4: 4 },
  ...{ pertama: 1, kedua: 2, ketiga: 3, keempat: 4 },
};
const numeral = '(iv|i{1,3}|[1-4]|pertama|kedua|ketiga|keempat)';
const separator = "[\\s./'-]*";
const quarter = new RegExp(
  `^(?:q|tw|triwulan|trw|kuartal|quarter|kw)${separator}(?:ke-?\\s*)?${numeral}$`,
);
const half = new RegExp(`^(?:s|sem|smt|semester|h)${separator}(?:ke-?\\s*)?${numeral}$`);
const quarterBehind = /^([1-4])\s*q$/;

/** The quarter or the half of a year that a text without its year names; null: neither. */
function partOf(text: string, year: number): Span | null {
  const inQuarter = numerals[(quarter.exec(text) ?? quarterBehind.exec(text))?.[1] ?? ''];
  if (inQuarter !== undefined) return spanOf(year, inQuarter * 3 - 2, inQuarter * 3);
  const inHalf = numerals[half.exec(text)?.[1] ?? ''];
  return inHalf !== undefined && inHalf <= 2 ? spanOf(year, inHalf * 6 - 5, inHalf * 6) : null;
}

/** The month that a text names by its name or number: the first of it is a day that can be read. */
function monthOf(text: string, year: number): Span | null {
  const readings = [readDay(`1 ${text} ${year}`), readDay(`1/${text}/${year}`)];
  const found = readings.find((reading) => reading.kind === 'value');
  if (found === undefined || text === '') return null;
  const month = Number(found.value.slice(5, 7));
  return spanOf(year, month, month);
}

/** "Q3-26": behind a quarter or a half of a year two figures can only be the year. */
const shortYear = /^(.*[a-z1-4])[\s./'-]+(\d{2})$/;

function wholeOf(text: string): Span | null {
  const year = Number(/\b(\d{4})\b/.exec(text)?.[1]);
  if (!isYearInRange(year)) {
    const [, rest, figures] = shortYear.exec(text) ?? [];
    return rest === undefined ? null : partOf(rest, 2000 + Number(figures));
  }
  const rest = text.replace(String(year), ' ').replace(/^[\s./'-]+|[\s./'()-]+$/g, '');
  if (/^(?:tahun|thn|th|ta|fy)?\.?$/.test(rest)) return spanOf(year, 1, 12);
  const named = rest.replace(/^(?:bulan|bln)\.?\s+/, '').replace(/\s+(?:tahun|thn|th)\.?$/, '');
  return partOf(named, year) ?? monthOf(named, year);
}

/** Says nothing of when. */
const opening =
  /^(?:target|rencana|estimasi|est\.?|paling lambat|selambat-?lambatnya|s\s*\/\s*d|s\.d\.)\s*:?\s+/;
const word = /^(awal|pertengahan|per tengahan|tengah|akhir|early|mid|end)(?:\s+of)?[\s-]+(.+)$/;
/** Names a time of some year, but not of which. */
const yearless =
  /^(?:(?:awal|pertengahan|tengah|akhir)\b.*|(?:q|tw|triwulan|kuartal|semester|sem)[\s.-]*(?:iv|i{1,3}|[1-4]))$/;

function spanIn(text: string): Span | null {
  const [, name, rest] = word.exec(text) ?? [];
  const third = thirds[name ?? ''];
  if (third === undefined || rest === undefined) return wholeOf(text);
  const whole = wholeOf(rest.replace(/^tahun\s+(?=\D)/, ''));
  return whole && thirdOf(whole, third);
}

/**
 * A day; of a longer time its last day with `atEnd` (a promise is kept by then), else its first: "TW III
 * 2026", "Q3-26", "semester II 2026", "Des 2026", "akhir tahun 2026", "awal Maret 2027". Refuses what
 * readDay refuses, and `day_incomplete` where the year is missing ("akhir tahun").
 */
export function readPeriod(cell: string, atEnd: boolean): CellReading<Period> {
  const reading = readDay(cell);
  if (reading.kind === 'value') return readAs({ day: reading.value, isRounded: false });
  if (reading.kind === 'empty') return reading;
  const text = tidyCell(cell).toLowerCase().replace(/\s+/g, ' ').replace(opening, '');
  const span = spanIn(text);
  if (span === null) return yearless.test(text) ? refuseCell('day_incomplete') : reading;
  const day = (atEnd ? span.to : span.from).toISOString().slice(0, 10);
  return readAs({ day, isRounded: true });
}
