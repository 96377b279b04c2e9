// The head of the table: a click sorts by a column, a second one from its other end, a third as at first.
import { useText } from '../../i18n/text.tsx';
import type { BoardColumn, BoardSort } from '../../lib/board-view.ts';
import { Icon } from '../../ui/icons.tsx';
import css from './table.module.css';

type Props = {
  columns: readonly BoardColumn[];
  sort: BoardSort | undefined;
  onSort: (sort: BoardSort | undefined) => void;
  isAllChosen: boolean;
  isSomeChosen: boolean;
  onAll: () => void;
};

export function TableHead(props: Props) {
  const { columns, sort, onSort, isAllChosen, isSomeChosen, onAll } = props;
  const words = useText().commitmentBoard.table;
  const next = (column: BoardColumn): BoardSort | undefined =>
    sort === column ? `-${column}` : sort === `-${column}` ? undefined : column;
  return (
    <div role="rowgroup" className={css.head}>
      <div role="row" aria-rowindex={1} className={css.headRow}>
        <div role="columnheader" data-column="choose">
          <input
            type="checkbox"
            aria-label={words.chooseAll}
            checked={isAllChosen}
            ref={(box) => {
              if (box) box.indeterminate = isSomeChosen;
            }}
            onChange={onAll}
          />
        </div>
        {columns.map((column) => {
          const isUp = sort === column;
          const isDown = sort === `-${column}`;
          return (
            <div
              key={column}
              role="columnheader"
              data-column={column}
              aria-sort={isUp ? 'ascending' : isDown ? 'descending' : 'none'}
            >
              <button type="button" onClick={() => onSort(next(column))}>
                <span>{words.columns[column]}</span>
                {(isUp || isDown) && <Icon name={isUp ? 'up' : 'down'} size={12} />}
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
}
