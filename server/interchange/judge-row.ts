// Puts a row that was read into its part: certain, doubtful, wrong, or the same as what is there
// already. Pure; how a row is read is its kind's part.
import type { CheckedGeometry } from './area-check.ts';
import type { ImportMapping } from './contract.ts';
import {
  type CellError,
  type Choices,
  type Doubt,
  type ImportKind,
  noFacts,
  type ReadContext,
  type Reading,
  type RowCells,
  type TableFacts,
} from './import-kind.ts';
import { geometryHeader } from './table.ts';

/** What is kept of a row until it is stored. */
export type JudgedRow =
  | {
      part: 'certain';
      draft: unknown;
      villageCode: string | null;
      slot: string;
      warnings: string[];
    }
  | {
      part: 'same';
      draft: unknown;
      villageCode: string | null;
      slot: string;
      /** The row of the file that says the same; null: it is stored already. */
      sameAsRow: number | null;
    }
  | { part: 'doubtful'; doubt: Doubt }
  | { part: 'wrong'; errors: CellError[]; villageCode: string | null };

/** The row that wrote to a slot first. */
export type SlotHolder = { number: number; draft: unknown };

/** Two rows that write the same thing may repeat, but not contradict each other. */
export function judgeReading(reading: Reading, holder: SlotHolder | null): JudgedRow {
  if (reading.kind === 'wrong')
    return { part: 'wrong', errors: reading.errors, villageCode: reading.villageCode };
  if (reading.kind === 'doubt') return { part: 'doubtful', doubt: reading.doubt };
  const { draft, villageCode, slot, warnings } = reading;
  if (holder === null)
    return reading.isKnown
      ? { part: 'same', draft, villageCode, slot, sameAsRow: null }
      : { part: 'certain', draft, villageCode, slot, warnings };
  if (JSON.stringify(holder.draft) === JSON.stringify(draft))
    return { part: 'same', draft, villageCode, slot, sameAsRow: holder.number };
  const error = { column: null, code: 'row_contradicts', value: String(holder.number) };
  return { part: 'wrong', errors: [error], villageCode };
}

export type UnreadRow = {
  number: number;
  cells: readonly string[];
  geometry: CheckedGeometry | null;
  choices: Choices;
};

/** A row's cells by what its columns are. */
export function toRowCells(
  header: readonly string[],
  mapping: ImportMapping,
  { number, cells, geometry }: Omit<UnreadRow, 'choices'>,
): RowCells {
  return {
    number,
    text: (key) => cells[mapping[key] ?? -1] ?? '',
    header: (key) => header[mapping[key] ?? -1] ?? '',
    geometry,
    geometryWord: header.at(-1) === geometryHeader ? (cells[header.length - 1] ?? '') : '',
  };
}

/** What the kind has to know of all rows together. */
export function factsOf(
  kind: ImportKind,
  header: readonly string[],
  mapping: ImportMapping,
  rows: readonly UnreadRow[],
  context: ReadContext,
): TableFacts {
  if (!kind.prepare) return noFacts;
  const chosen = rows.map((row) => ({
    row: toRowCells(header, mapping, row),
    choices: row.choices,
  }));
  return kind.prepare(chosen, context);
}

/** How long rows are read before others get their turn, milliseconds. */
const turnMs = 20;

/**
 * Reads all rows in their order, in turns: a large file takes seconds, and the server answers others
 * in between.
 */
export async function judgeRows(
  kind: ImportKind,
  header: readonly string[],
  mapping: ImportMapping,
  rows: readonly UnreadRow[],
  given: ReadContext,
): Promise<JudgedRow[]> {
  const context = { ...given, table: factsOf(kind, header, mapping, rows, given) };
  const holders = new Map<string, SlotHolder>();
  const judged: JudgedRow[] = [];
  let turnEndsAt = performance.now() + turnMs;
  for (const row of rows) {
    const { number, choices } = row;
    const reading = kind.readRow(toRowCells(header, mapping, row), choices, context);
    const slot = reading.kind === 'draft' ? reading.slot : null;
    judged.push(judgeReading(reading, slot === null ? null : (holders.get(slot) ?? null)));
    if (reading.kind === 'draft' && !holders.has(reading.slot))
      holders.set(reading.slot, { number, draft: reading.draft });
    if (performance.now() < turnEndsAt) continue;
    await new Promise((resolve) => setImmediate(resolve));
    turnEndsAt = performance.now() + turnMs;
  }
  return judged;
}
