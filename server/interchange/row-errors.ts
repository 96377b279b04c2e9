// Gathers what is wrong with one row while its cells are read. Knows no columns and no file.
import type { z } from 'zod';
import { fieldErrors } from '../platform/problem.ts';
import { type CellReading, tidyCell } from './cells.ts';
import type { CellError, RowCells } from './import-kind.ts';

const shownLength = 200;

export type RowErrors = {
  readonly list: CellError[];
  add(column: string | null, code: string, value?: string): void;
  /** The value of a cell; null when it is empty, or refused, which is noted. */
  take<T>(column: string, read: (cell: string) => CellReading<T>): T | null;
  /** As `take`, and an empty cell is refused too. */
  need<T>(column: string, read: (cell: string) => CellReading<T>): T | null;
  /** One of several words, by the value they stand for. */
  takeWord<V extends string>(column: string, words: Record<V, readonly string[]>): V | null;
  /**
   * What a contract refuses of the row's draft; `columnOf` tells which column a field came from:
   * null is the row as a whole, undefined has been told already.
   */
  judge<T>(
    schema: z.ZodType<T>,
    draft: unknown,
    columnOf: (field: string) => string | null | undefined,
  ): T | null;
};

const plain = (text: string) => tidyCell(text).toLowerCase().replace(/\s+/g, ' ');

export function createRowErrors(row: RowCells): RowErrors {
  const list: CellError[] = [];

  function add(column: string | null, code: string, value?: string): void {
    const shown = value ?? (column === null ? '' : row.text(column));
    const isTold = list.some((error) => error.column === column && error.code === code);
    if (!isTold) list.push({ column, code, value: shown.slice(0, shownLength) });
  }

  function take<T>(column: string, read: (cell: string) => CellReading<T>): T | null {
    const reading = read(row.text(column));
    if (reading.kind === 'value') return reading.value;
    if (reading.kind === 'refused') add(column, reading.code);
    return null;
  }

  return {
    list,
    add,
    take,
    need(column, read) {
      const value = take(column, read);
      if (value === null && !list.some((error) => error.column === column)) add(column, 'required');
      return value;
    },
    takeWord<V extends string>(column: string, words: Record<V, readonly string[]>): V | null {
      const typed = plain(row.text(column));
      if (typed === '') return null;
      const values = Object.keys(words) as V[];
      const found = values.find((value) => words[value].some((word) => plain(word) === typed));
      if (found === undefined) add(column, 'word_unknown');
      return found ?? null;
    },
    judge(schema, draft, columnOf) {
      const result = schema.safeParse(draft);
      if (result.success) return result.data;
      for (const { field, code, value } of fieldErrors(result.error.issues, draft)) {
        const column = columnOf(field);
        if (column === undefined) continue;
        const cell = column === null ? '' : row.text(column);
        add(column, code, cell === '' ? (value ?? '') : cell);
      }
      return null;
    },
  };
}
