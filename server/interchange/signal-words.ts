// Reads what a table says of signal, in the words of PODES, of the form and of offices: "4G kuat",
// "Sinyal lemah", "tidak ada", "5G/4G/LTE". Pure; knows no columns.
import { strengths, type Strength, type Technology, technologies } from '../evidence/contract.ts';
import { strengthWords, technologyWords } from '../evidence/report-columns.ts';
import { isEmptyCell, tidyCell } from './cells.ts';

/** What one cell says; both may be there ("4G kuat"), `isOutage` only with technology `none`. */
export type SignalText = {
  technology: Technology | null;
  strength: Strength | null;
  isOutage: boolean;
};

const outageWords = new Set(['gangguan', 'terganggu', 'mati', 'padam', 'down', 'outage']);

/** Words that say that it is about signal, and nothing else. */
const fillers = /\b(?:sinyal|signal|internet|jaringan|telepon|seluler|hp|dan|and)\b|[()]/g;

/** "2,5G" and "2.75G" are 2G to whoever asks for 4G. */
const halfGenerations = /\b2[.,]\d+g\b/g;

function tidySignal(cell: string): string {
  return tidyCell(cell)
    .toLowerCase()
    .replace(halfGenerations, '2g')
    .replace(fillers, ' ')
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s+/g, ' ')
    .replace(/[.,;:]+$/, '')
    .trim();
}

const technologyOf = new Map<string, Technology>(
  technologies.flatMap((technology) =>
    technologyWords[technology].map((word) => [tidySignal(word), technology] as const),
  ),
);

/** The longest first, so that "sangat kuat" is not read as "kuat". */
const strengthOf = strengths
  .flatMap((strength) => strengthWords[strength].map((word) => ({ word, strength })))
  .toSorted((a, b) => b.word.length - a.word.length);

/** "5G/4G/LTE" promises 4G: the weakest of those named. Null where a word is not known. */
function weakestOf(text: string): Technology | null {
  const found = text.split(/[/,\s]+/).map((word) => technologyOf.get(word));
  const ranks = found.map((one) => (one === undefined ? -1 : technologies.indexOf(one)));
  return technologies[Math.min(...ranks)] ?? null;
}

/** What a cell says; null for an empty one, `unknown` for words that are no signal. */
export function readSignal(cell: string): SignalText | 'unknown' | null {
  if (tidyCell(cell) === '') return null;
  const text = tidySignal(cell);
  const whole = technologyOf.get(text) ?? null;
  if (whole !== null) return { technology: whole, strength: null, isOutage: false };
  if (outageWords.has(text)) return { technology: 'none', strength: null, isOutage: true };
  for (const { word, strength } of strengthOf) {
    if (text === word) return { technology: null, strength, isOutage: false };
    if (!text.endsWith(` ${word}`)) continue;
    const technology = weakestOf(text.slice(0, -word.length - 1));
    return technology === null ? 'unknown' : { technology, strength, isOutage: false };
  }
  const technology = weakestOf(text);
  return technology === null ? 'unknown' : { technology, strength: null, isOutage: false };
}

/** Why two cells make no statement; `web/i18n/<language>/problem.ts` has a text for each. */
export type SignalProblem =
  | 'technology_unknown'
  | 'strength_unknown'
  | 'technology_missing'
  | 'no_signal_with_strength'
  | 'strength_twice';

export type SignalReading =
  | { kind: 'signal'; technology: Technology; strength: Strength | null; isOutage: boolean }
  | { kind: 'empty' }
  | { kind: 'refused'; at: 'technology' | 'strength'; code: SignalProblem };

const nothing = { technology: null, strength: null, isOutage: false } as const;

/**
 * A statement from the cells for technology and strength. "tidak ada" may stand in either; without a
 * technology only that is a statement (`technology_missing`), and beside a strength it is a
 * contradiction. With `dashIsNone` a lone dash says "none", as the form has it; else it says nothing.
 */
export function readStatement(
  technologyCell: string,
  strengthCell: string,
  dashIsNone: boolean,
): SignalReading {
  const isBlank = (cell: string) => !dashIsNone && isEmptyCell(tidyCell(cell));
  const first = isBlank(technologyCell) ? null : readSignal(technologyCell);
  // A dash for the strength is what stands beside "none"; it is never a statement of its own.
  const second = isEmptyCell(tidyCell(strengthCell)) ? null : readSignal(strengthCell);
  if (first === 'unknown') return { kind: 'refused', at: 'technology', code: 'technology_unknown' };
  if (second === 'unknown') return { kind: 'refused', at: 'strength', code: 'strength_unknown' };
  if (first === null && second === null) return { kind: 'empty' };
  const [a, b] = [first ?? nothing, second ?? nothing];
  const technology = a.technology ?? b.technology;
  const strength = a.strength ?? b.strength;
  if (a.strength !== null && b.strength !== null && a.strength !== b.strength)
    return { kind: 'refused', at: 'strength', code: 'strength_twice' };
  const saysNone = a.technology === 'none' || b.technology === 'none';
  const saysSignal = [a, b].some((one) => one.technology !== null && one.technology !== 'none');
  if (saysNone && (saysSignal || strength !== null))
    return { kind: 'refused', at: 'strength', code: 'no_signal_with_strength' };
  if (technology === null) return { kind: 'refused', at: 'technology', code: 'technology_missing' };
  return { kind: 'signal', technology, strength, isOutage: a.isOutage || b.isOutage };
}
