// The board: a column for each state in the order of a commitment's life, late ones first inside each.
// Nothing is dragged: a move needs a date, and often a reason.
import { useMemo } from 'react';
import { groupByState, type BoardRow } from '../../lib/board-rows.ts';
import { BoardColumn } from './board-column.tsx';
import css from './board.module.css';

type Props = {
  rows: readonly BoardRow[];
  withClosed: boolean;
  openId: string | null;
  onOpen: (id: string) => void;
};

export function BoardColumns({ rows, withClosed, openId, onOpen }: Props) {
  const columns = useMemo(() => groupByState(rows, withClosed), [rows, withClosed]);
  return (
    <div className={css.board}>
      {columns.map((column) => (
        <BoardColumn key={column.state} column={column} openId={openId} onOpen={onOpen} />
      ))}
    </div>
  );
}
