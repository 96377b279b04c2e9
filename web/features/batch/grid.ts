// The batch screen as a grid: its rows and columns, moving between cells, copying and filling down.
// Pure: each function gives back the new cells; what a cell's text means is in cells.ts.
import type { Blangko, BlangkoRow, BlangkoVillage } from '#contract/batch';
import type { Operator } from '#contract/evidence';
import { isTextCell, type CellKind } from './cells.ts';

export type GridVillage = Pick<BlangkoVillage, 'code' | 'kind' | 'name'>;
/** `key` names the row on this device; numbers move when a locality is added, keys do not. */
export type GridRow = BlangkoRow & { key: string; village: GridVillage };
export type GridColumn = { key: string; kind: CellKind; operator: Operator | null };

/** Row key → column key → text; empty cells are not there. */
export type Cells = Readonly<Record<string, Readonly<Record<string, string>>>>;
export type Position = { row: number; column: number };
export type Grid = { rows: readonly GridRow[]; columns: readonly GridColumn[] };

const plain = (key: Exclude<CellKind, 'answer'>): GridColumn => ({
  key,
  kind: key,
  operator: null,
});

/** As on paper, from left to right. */
export function listColumns(operators: readonly Operator[]): GridColumn[] {
  const answers = operators
    .filter(({ isMobile }) => isMobile)
    .map((operator) => ({ key: `answer.${operator.id}`, kind: 'answer' as const, operator }));
  return [plain('name'), ...answers, plain('day'), plain('time'), plain('place'), plain('note')];
}

/** The rows of the form, and in each village the empty lines that were added on the screen. */
export function listRows(
  { villages }: Pick<Blangko, 'villages'>,
  addedLines: Readonly<Record<string, number>>,
): GridRow[] {
  return villages.flatMap(({ rows, ...village }) => {
    const place = rows[0]?.number.split('.')[0] ?? '';
    const added = Array.from({ length: addedLines[village.code] ?? 0 }, (_, index) => ({
      number: `${place}.${rows.length + index + 1}`,
      about: 'line' as const,
      localityId: null,
      name: '',
    }));
    let lines = 0;
    return [...rows, ...added].map((row) => {
      if (row.about === 'line') lines += 1;
      const own = row.about === 'line' ? `line${lines}` : row.about;
      return { ...row, key: row.localityId ?? `${village.code}/${own}`, village };
    });
  });
}

export function cellAt(cells: Cells, row: GridRow, column: GridColumn): string {
  return cells[row.key]?.[column.key] ?? '';
}

/** An empty text takes the cell away, and with its last cell the row. */
export function withCell(cells: Cells, row: GridRow, column: GridColumn, text: string): Cells {
  const { [column.key]: _, ...others } = cells[row.key] ?? {};
  const own = text === '' ? others : { ...others, [column.key]: text };
  const { [row.key]: __, ...rest } = cells;
  return Object.keys(own).length === 0 ? rest : { ...rest, [row.key]: own };
}

export function withoutRow(cells: Cells, row: GridRow): Cells {
  const { [row.key]: _, ...rest } = cells;
  return rest;
}

/** Known places have their names; only an empty line is given one. */
export function isEditable(row: GridRow, column: GridColumn): boolean {
  return column.kind !== 'name' || row.about === 'line';
}

/** The text of the nearest filled cell above in the same column; '' when there is none. */
export function textAbove({ rows, columns }: Grid, cells: Cells, at: Position): string {
  const column = columns[at.column];
  if (!column) return '';
  const above = rows.slice(0, at.row).findLast((row) => cellAt(cells, row, column) !== '');
  return above ? cellAt(cells, above, column) : '';
}

/**
 * Copies a cell to every empty cell below it; what was typed there stays. Empty lines without a
 * name are left out, for nothing is on them. Names and notes are each row's own.
 */
export function fillDown({ rows, columns }: Grid, cells: Cells, from: Position): Cells {
  const column = columns[from.column];
  const source = rows[from.row];
  const text = column && source ? cellAt(cells, source, column) : '';
  if (!column || text === '' || column.kind === 'name' || column.kind === 'note') return cells;
  return rows.slice(from.row + 1).reduce((filled, row) => {
    const isBlankLine = row.about === 'line' && (cells[row.key]?.['name'] ?? '') === '';
    if (isBlankLine || cellAt(cells, row, column) !== '') return filled;
    return withCell(filled, row, column, text);
  }, cells);
}

const pageRows = 10;

/** Where `key` leads; null for a key that does not move, and for Tab at either end of the grid. */
export function move(
  grid: Grid,
  { row, column }: Position,
  { key, ctrlKey, shiftKey }: { key: string; ctrlKey: boolean; shiftKey: boolean },
): Position | null {
  const [lastRow, lastColumn] = [grid.rows.length - 1, grid.columns.length - 1];
  const to = (nextRow: number, nextColumn: number): Position => ({
    row: Math.max(0, Math.min(lastRow, nextRow)),
    column: Math.max(0, Math.min(lastColumn, nextColumn)),
  });
  switch (key) {
    case 'ArrowLeft':
      return to(row, ctrlKey ? 0 : column - 1);
    case 'ArrowRight':
      return to(row, ctrlKey ? lastColumn : column + 1);
    case 'ArrowUp':
      return to(ctrlKey ? 0 : row - 1, column);
    case 'ArrowDown':
      return to(ctrlKey ? lastRow : row + 1, column);
    case 'Enter':
      return to(row + (shiftKey ? -1 : 1), column);
    case 'PageUp':
      return to(row - pageRows, column);
    case 'PageDown':
      return to(row + pageRows, column);
    case 'Home':
      return to(ctrlKey ? 0 : row, 0);
    case 'End':
      return to(ctrlKey ? lastRow : row, lastColumn);
    case 'Tab':
      return nextEditable(grid, { row, column }, shiftKey ? -1 : 1);
    default:
      return null;
  }
}

/** The next cell that takes something, row after row; null past the first and the last. */
function nextEditable({ rows, columns }: Grid, from: Position, step: 1 | -1): Position | null {
  const count = columns.length;
  let at = from.row * count + from.column + step;
  for (; at >= 0 && at < rows.length * count; at += step) {
    const position = { row: Math.floor(at / count), column: at % count };
    const [row, column] = [rows[position.row], columns[position.column]];
    if (row && column && isEditable(row, column)) return position;
  }
  return null;
}

/** Whether a key begins to write text into the cell: one letter, figure or sign. */
export function beginsText(row: GridRow, column: GridColumn, key: string): boolean {
  return isTextCell(column.kind) && isEditable(row, column) && Array.from(key).length === 1;
}
