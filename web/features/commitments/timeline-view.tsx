// Promises by quarter, a row for each operator or regency: readable from the back of a room. A cell leads
// to its promises in the table.
import { useMemo } from 'react';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { BoardRow } from '../../lib/board-rows.ts';
import { timelineOf, type Cell } from '../../lib/board-timeline.ts';
import type { BoardSearch, BoardSearchChange } from '../../lib/board-view.ts';
import { formatNumber } from '../../lib/format.ts';
import { quarterOf } from '../../lib/quarter.ts';
import { LateMark } from '../../ui/commitment-chip.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { OnBoardSearch } from './types.ts';
import css from './timeline.module.css';
import { quarterText } from './words.ts';

const parts = ['serving', 'onAir', 'late', 'open'] as const;

type Props = {
  rows: readonly BoardRow[];
  today: string;
  search: BoardSearch;
  onSearch: OnBoardSearch;
};

export function TimelineView({ rows, today, search, onSearch }: Props) {
  const t = useText();
  const words = t.commitmentBoard.timeline;
  const by = search.rows === 'area' ? 'area' : 'operator';
  const timeline = useMemo(() => timelineOf(rows, by), [rows, by]);
  const thisQuarter = quarterOf(today);
  if (timeline.quarters.length === 0)
    return (
      <EmptyState icon="commitments" title={words.none}>
        {words.noneHint}
      </EmptyState>
    );
  /** The table of just these: what is open in the panel steps aside. */
  const show = (key: string, change: BoardSearchChange) =>
    onSearch({
      view: 'tabel',
      buka: undefined,
      ...change,
      ...(by === 'area' ? { area: key } : { op: key }),
    });
  return (
    <div className={css.view}>
      <div className={css.tools}>
        <div className={css.switch} role="group" aria-label={words.rows}>
          {(['operator', 'area'] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={by === one}
              onClick={() =>
                onSearch({ rows: one === 'area' ? one : undefined }, { replace: true })
              }
            >
              {words.by[one]}
            </button>
          ))}
        </div>
        <ul className={css.key}>
          {parts.map((part) => (
            <li key={part}>
              <span className={css.swatch} data-part={part} aria-hidden="true" />
              {words.parts[part]}
            </li>
          ))}
        </ul>
      </div>
      <div className={css.scroller}>
        <table className={css.table}>
          <caption className="visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.by[by]}</th>
              <th scope="col">
                <LateMark label={t.commitments.late} />
              </th>
              {timeline.quarters.map((quarter) => (
                <th key={quarter} scope="col" data-now={quarter === thisQuarter || undefined}>
                  {quarterText(quarter, t)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {timeline.rows.map(({ key, name, late, byQuarter }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <TimelineCell
                  cell={late}
                  label={`${name}, ${t.commitments.late}`}
                  onOpen={() => show(key, { late: '1', quarter: undefined })}
                />
                {timeline.quarters.map((quarter) => (
                  <TimelineCell
                    key={quarter}
                    cell={byQuarter.get(quarter)}
                    label={`${name}, ${quarterText(quarter, t)}`}
                    isNow={quarter === thisQuarter}
                    onOpen={() => show(key, { quarter, late: undefined })}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

type CellProps = {
  cell: Cell | undefined;
  label: string;
  isNow?: boolean;
  onOpen: () => void;
};

function TimelineCell({ cell, label, isNow, onOpen }: CellProps) {
  const words = useText().commitmentBoard.timeline;
  const { language } = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  if (!cell || cell.promises === 0)
    return (
      <td className={css.nothing} data-now={isNow || undefined}>
        –
      </td>
    );
  const told = parts
    .filter((part) => cell[part] > 0)
    .map((part) => `${number(cell[part])} ${words.parts[part].toLowerCase()}`);
  return (
    <td data-now={isNow || undefined}>
      <button
        type="button"
        className={css.cell}
        aria-label={words.cell(label, number(cell.promises), number(cell.places), told.join(', '))}
        title={told.join(', ')}
        onClick={onOpen}
      >
        <span className={css.promises}>{number(cell.promises)}</span>
        <span className={css.places}>{words.places(number(cell.places))}</span>
        <span className={css.bar}>
          {parts.map((part) => (
            <span key={part} data-part={part} style={{ flexGrow: cell[part] }} />
          ))}
        </span>
      </button>
    </td>
  );
}
