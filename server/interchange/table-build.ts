// Makes a table of the rows that a file holds: finds the header, drops what is empty, holds the bounds.
// Pure; the rows come one after the other, so a file that is too large is left as soon as that is known.
import { type Table, tableLimits, TableProblem, type TableRow } from './table.ts';

const isFilled = (cell: string) => cell.trim() !== '';

/** Counts the rows of all sheets of one file together. */
export type RowBudget = { rowsLeft: number };

export function createRowBudget(): RowBudget {
  return { rowsLeft: tableLimits.rows };
}

export type TableBuilder = {
  /** One row as the file has it; `number` is 1-based. Throws TableProblem past a bound. */
  add(number: number, cells: readonly string[]): void;
  /** The table, or null when no row has two filled cells, so that nothing can be a header. */
  finish(): Table | null;
};

/** Its last filled cell, 1-based; 0 for an empty row. Formatted empty cells to the right do not count. */
function filledWidth(cells: readonly string[]): number {
  return cells.findLastIndex(isFilled) + 1;
}

function checkRow(number: number, cells: readonly string[], width: number): void {
  if (width > tableLimits.columns)
    throw new TableProblem('table_too_many_columns', { row: number, column: width });
  const long = cells.findIndex((cell) => cell.length > tableLimits.cellCharacters);
  if (long >= 0)
    throw new TableProblem('table_cell_too_long', {
      row: number,
      column: long + 1,
      value: `${cells[long]?.slice(0, 60)}…`,
    });
}

/**
 * The header is the first row with two filled cells (a title above it is normal); empty rows and
 * columns are dropped, the numbers of the rows kept. Cells stay as they are, spaces included.
 */
export function createTableBuilder(sheet: string | null, budget: RowBudget): TableBuilder {
  let header: string[] | null = null;
  const rows: TableRow[] = [];
  const usedColumns = new Set<number>();

  function note(cells: string[]): string[] {
    for (const [column, cell] of cells.entries()) if (isFilled(cell)) usedColumns.add(column);
    return cells;
  }

  return {
    add(number, cells) {
      const width = filledWidth(cells);
      if (width === 0) return;
      checkRow(number, cells, width);
      budget.rowsLeft -= 1;
      if (budget.rowsLeft < 0) throw new TableProblem('table_too_many_rows', { row: number });
      const own = cells.slice(0, width);
      if (header) rows.push({ number, cells: note(own) });
      else if (own.filter(isFilled).length > 1) header = note(own);
    },
    finish() {
      if (!header) return null;
      const columns = [...usedColumns].toSorted((a, b) => a - b);
      const pick = (cells: string[]) => columns.map((column) => cells[column] ?? '');
      return {
        sheet,
        header: pick(header),
        rows: rows.map(({ number, cells }) => ({ number, cells: pick(cells) })),
      };
    },
  };
}
