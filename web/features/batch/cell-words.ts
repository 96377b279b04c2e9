// What stands in a filled cell, in a few words, and the symbol beside an answer. Pure.
import type { PlaceStatus } from '#contract/status';
import type { Messages } from '../../i18n/id.ts';
import { readAnswer, type CellKind } from './cells.ts';
import type { GridColumn } from './grid.ts';

const isIn = <T extends object>(key: string, texts: T): key is Extract<keyof T, string> =>
  Object.hasOwn(texts, key);

/** `12 Nov`; with the year where it is not this one. */
function dayWords(iso: string, today: string, locale: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return iso;
  return new Date(iso).toLocaleDateString(locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
    ...(iso.slice(0, 4) !== today.slice(0, 4) && { year: '2-digit' }),
  });
}

/** "4G kuat", "12 Nov", "Siang"; '' for an empty cell. */
export function cellWords(
  kind: CellKind,
  text: string,
  { batch, evidence }: Messages,
  { today, locale }: { today: string; locale: string },
): string {
  if (kind === 'day') return dayWords(text, today, locale);
  if (kind === 'time') return isIn(text, batch.times) ? batch.times[text] : '';
  if (kind === 'place') return isIn(text, batch.places) ? batch.places[text] : '';
  if (kind !== 'answer') return text;
  const answer = readAnswer(text);
  if (answer === null) return '';
  if (answer.technology === 'none') return batch.none;
  const technology = evidence.technologies[answer.technology];
  if (answer.strength === null) return batch.noStrength(technology);
  return `${technology} ${batch.strengths[answer.strength]}`;
}

/** The second sign of an answer; null where there is none yet. */
export function answerSymbol(text: string): PlaceStatus | null {
  const answer = readAnswer(text);
  if (answer === null) return null;
  const { technology, strength } = answer;
  if (technology === 'none') return 'blankspot';
  if (strength === null) return 'unknown';
  if (technology === '2g' || technology === '3g') return '2g_only';
  return strength === 'weak' ? 'weak' : 'served';
}

/** How a column is called in a sentence. */
export function columnWords(column: GridColumn | undefined, { batch }: Messages): string {
  if (!column) return batch.columns.row;
  if (column.operator) return column.operator.name.split(' ')[0] ?? column.operator.name;
  return isIn(column.key, batch.columns) ? batch.columns[column.key] : column.key;
}
