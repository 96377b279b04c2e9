// Reads a CSV file into one table. Knows the spellings of CSV; what is a header and what is too much
// is table-build.ts's part.
import Papa from 'papaparse';
import { decodeText } from './decode-text.ts';
import { unguardFormula } from './formula-guard.ts';
import { createRowBudget, createTableBuilder } from './table-build.ts';
import { type Table, TableProblem } from './table.ts';

/** The comma last: it also stands in titles and decimals, the others hardly anywhere but between cells. */
const delimiters = [';', '\t', '|', ','];
/** Excel's own hint in the first line, "sep=;"; it shows no row for it. */
const delimiterHint = /^sep=([,;\t|])\r?\n/i;
const guessedLines = 30;
const sampleCharacters = 200_000;

/** How many lines have the most usual number of cells. */
function countAlike(sample: string, delimiter: string): number {
  const { data } = Papa.parse<string[]>(sample, {
    delimiter,
    preview: guessedLines,
    skipEmptyLines: 'greedy',
  });
  const counts = new Map<number, number>();
  for (const { length } of data) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/** The delimiter by which the most lines have the same number of cells. */
export function guessDelimiter(text: string): string {
  const sample = text.slice(0, sampleCharacters);
  const counts = delimiters.map((delimiter) => ({
    delimiter,
    lines: countAlike(sample, delimiter),
  }));
  const [best] = counts.toSorted((a, b) => b.lines - a.lines);
  return best && best.lines > 0 ? best.delimiter : ',';
}

/** Reads UTF-8, UTF-16 or Windows-1252 text. Throws TableProblem. */
export function readCsv(bytes: Uint8Array): Table[] {
  const whole = decodeText(bytes);
  if (whole === null) throw new TableProblem('table_unknown_format');
  const hint = delimiterHint.exec(whole);
  const text = hint ? whole.slice(hint[0].length) : whole;
  const builder = createTableBuilder(null, createRowBudget());
  let number = 0;
  Papa.parse<string[]>(text, {
    delimiter: hint?.[1] ?? guessDelimiter(text),
    step: ({ data, errors }) => {
      number += 1;
      if (errors.some(({ type }) => type === 'Quotes'))
        throw new TableProblem('table_quote_open', {
          row: number,
          value: (data.at(-1) ?? '').slice(0, 60),
        });
      builder.add(number, data.map(unguardFormula));
    },
  });
  const table = builder.finish();
  return table ? [table] : [];
}
