// The list of what is wrong, each a way to its cell.
import { useText } from '../../i18n/text.tsx';
import { Note } from '../../ui/note.tsx';
import { columnWords } from './cell-words.ts';
import type { Grid, Position } from './grid.ts';
import { wholeRow, type CellErrors } from './reports.ts';
import css from './batch.module.css';

const shown = 4;

/** In the order of the grid; an error of a whole row stands at its first cell. */
export function listWrong({ rows, columns }: Grid, errors: CellErrors) {
  return rows.flatMap((row, index) =>
    Object.entries(errors[row.key] ?? {})
      .map(([key, words]) => {
        const at = columns.findIndex((column) => column.key === key);
        return { number: row.number, key, words, at: { row: index, column: Math.max(0, at) } };
      })
      .toSorted((a, b) => a.at.column - b.at.column),
  );
}

type Props = { grid: Grid; errors: CellErrors; onOpen: (at: Position) => void };

export function WrongCells({ grid, errors, onOpen }: Props) {
  const t = useText();
  const words = t.batch;
  const wrong = listWrong(grid, errors);
  if (wrong.length === 0) return null;
  return (
    <Note tone="error" title={words.wrongCells(wrong.length)}>
      <ul className={css.wrong}>
        {wrong.slice(0, shown).map((cell) => (
          <li key={`${cell.number} ${cell.key}`}>
            <button type="button" onClick={() => onOpen(cell.at)}>
              {words.wrongCell(
                cell.number,
                columnWords(cell.key === wholeRow ? undefined : grid.columns[cell.at.column], t),
              )}
            </button>
            : {cell.words}
          </li>
        ))}
        {wrong.length > shown && <li>{words.moreWrong(wrong.length - shown)}</li>}
      </ul>
    </Note>
  );
}
