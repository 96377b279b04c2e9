// What a key does on the grid, as one decision: move, change a cell, or something of the whole screen.
// Pure; batch-grid.tsx carries it out.
import { typeKey } from './cells.ts';
import {
  beginsText,
  cellAt,
  fillDown,
  isEditable,
  move,
  textAbove,
  withCell,
  withoutRow,
  type Cells,
  type Grid,
  type Position,
} from './grid.ts';
import { isTextCell } from './cells.ts';

export type Pressed = { key: string; ctrlKey: boolean; shiftKey: boolean };

export type Deed =
  | { do: 'move'; to: Position }
  | { do: 'cells'; cells: Cells }
  /** Write into the cell, beginning with `text`. */
  | { do: 'write'; text: string }
  | { do: 'save' | 'undo' | 'leave' | 'add-line' };

/** Null: the key means nothing here, and the browser may have it. */
export function readKey(grid: Grid, cells: Cells, at: Position, pressed: Pressed): Deed | null {
  const { key, ctrlKey, shiftKey } = pressed;
  const [row, column] = [grid.rows[at.row], grid.columns[at.column]];
  if (!row || !column) return null;
  const text = cellAt(cells, row, column);
  const put = (next: string): Deed => ({ do: 'cells', cells: withCell(cells, row, column, next) });

  if (ctrlKey && key === 'Enter') return { do: 'save' };
  if (ctrlKey && key.toLowerCase() === 'z') return { do: 'undo' };
  if (ctrlKey && key.toLowerCase() === 'd')
    return { do: 'cells', cells: fillDown(grid, cells, at) };
  if (key === 'Escape') return { do: 'leave' };
  const to = move(grid, at, pressed);
  if (to !== null) return { do: 'move', to };
  if (ctrlKey) return null;
  if (key === '+') return { do: 'add-line' };
  if (key === 'Delete' && shiftKey) return { do: 'cells', cells: withoutRow(cells, row) };
  if (!isEditable(row, column)) return null;
  if (key === 'Delete' || key === 'Backspace') return put('');
  if (key === '"') return put(textAbove(grid, cells, at) || text);
  if (key === 'F2' && isTextCell(column.kind)) return { do: 'write', text };
  if (beginsText(row, column, key)) return { do: 'write', text: key.trim() };
  const typed = typeKey(column.kind, text, key);
  return typed === null ? null : put(typed);
}
