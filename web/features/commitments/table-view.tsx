// The table with what is done with it: choosing columns, ticking rows, taking along exactly what is shown.
import { useMemo, useState } from 'react';
import { Checkbox, Popover } from '@mantine/core';
import { useCommitmentTable } from '../../api/commitments.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { BoardRow } from '../../lib/board-rows.ts';
import {
  boardColumns,
  fixedColumns,
  formatHiddenColumns,
  parseHiddenColumns,
  type BoardColumn,
  type BoardSearch,
} from '../../lib/board-view.ts';
import { formatNumber } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { saveFile } from '../../lib/save-file.ts';
import { Icon } from '../../ui/icons.tsx';
import { CommitmentTable } from './commitment-table.tsx';
import type { OnBoardSearch } from './types.ts';
import { shownColumns } from './table-columns.ts';
import screen from './screen.module.css';
import css from './table.module.css';

/** So many the server writes into one table. */
const mostExported = 10_000;

type Props = {
  /** Filtered and sorted. */
  rows: readonly BoardRow[];
  today: string;
  search: BoardSearch;
  onSearch: OnBoardSearch;
};

export function TableView({ rows, today, search, onSearch }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.commitmentBoard.table;
  const hidden = useMemo(() => parseHiddenColumns(search.hide), [search.hide]);
  const columns = useMemo(() => shownColumns(hidden), [hidden]);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  // What a filter takes away is no longer chosen: only what is seen is taken along.
  const chosen = useMemo(
    () => new Set(rows.filter(({ id }) => ticked.has(id)).map(({ id }) => id)),
    [rows, ticked],
  );
  const table = useCommitmentTable();
  const wanted = chosen.size === 0 ? rows : rows.filter(({ id }) => chosen.has(id));
  const count = formatNumber(Math.min(wanted.length, mostExported), language);
  const save = () =>
    table.mutate(
      wanted.slice(0, mostExported).map(({ id }) => id),
      { onSuccess: (file) => saveFile(file, `Komitmen ${today}.xlsx`) },
    );
  return (
    <div className={css.view}>
      <div className={css.tools} role="group" aria-label={words.tools}>
        {chosen.size > 0 && (
          <>
            <strong role="status">{words.chosen(formatNumber(chosen.size, language))}</strong>
            <button type="button" className={screen.link} onClick={() => setTicked(new Set())}>
              {words.chooseNone}
            </button>
          </>
        )}
        <button
          type="button"
          className={screen.link}
          disabled={wanted.length === 0 || table.isPending}
          onClick={save}
        >
          <Icon name="data" size={16} />
          {table.isPending ? words.saving : words.save(count)}
        </button>
        <ColumnChooser
          hidden={hidden}
          onHidden={(next) => onSearch({ hide: formatHiddenColumns(next) }, { replace: true })}
        />
        {table.error && <p role="alert">{problemText(table.error, t.problem)}</p>}
      </div>
      <CommitmentTable
        rows={rows}
        columns={columns}
        sort={search.sort}
        onSort={(sort) => onSearch({ sort }, { replace: true })}
        chosen={chosen}
        onChosen={setTicked}
        openId={search.buka ?? null}
        onOpen={(id) => onSearch({ buka: id, baru: undefined })}
      />
    </div>
  );
}

type ChooserProps = {
  hidden: ReadonlySet<BoardColumn>;
  onHidden: (hidden: ReadonlySet<BoardColumn>) => void;
};

function ColumnChooser({ hidden, onHidden }: ChooserProps) {
  const words = useText().commitmentBoard.table;
  const toggle = (column: BoardColumn) => {
    const next = new Set(hidden);
    if (!next.delete(column)) next.add(column);
    onHidden(next);
  };
  return (
    <Popover position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={`${screen.link} ${screen.wideOnly}`}>
          <Icon name="list" size={16} />
          {words.columnChooser}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <fieldset className={screen.fieldset}>
          <legend className="visually-hidden">{words.columnChooser}</legend>
          {boardColumns
            .filter((column) => !fixedColumns.includes(column))
            .map((column) => (
              <Checkbox
                key={column}
                size="xs"
                label={words.columns[column]}
                checked={!hidden.has(column)}
                onChange={() => toggle(column)}
              />
            ))}
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  );
}
