// One commitment as a dense row of the table.
import type { ReactNode } from 'react';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { BoardRow } from '../../lib/board-rows.ts';
import type { BoardColumn } from '../../lib/board-view.ts';
import { formatDate } from '../../lib/format.ts';
import { CommitmentChip, LateMark } from '../../ui/commitment-chip.tsx';
import { Icon } from '../../ui/icons.tsx';
import css from './table.module.css';
import { dueText, ownerText, placesText } from './words.ts';

type Props = {
  row: BoardRow;
  columns: readonly BoardColumn[];
  index: number;
  isActive: boolean;
  isOpen: boolean;
  isChosen: boolean;
  /** From the top of the rows, CSS pixels. */
  topPx: number;
  onChoose: () => void;
  onOpen: () => void;
};

export function TableRow(props: Props) {
  const { row, columns, index, isActive, isOpen, isChosen, topPx, onChoose, onOpen } = props;
  const t = useText();
  const { language } = useLanguage();
  const words = t.commitmentBoard;
  const due = dueText(row, t, language);
  const cells: Record<BoardColumn, ReactNode> = {
    number: row.number,
    place: (
      <>
        {row.isConfidential && (
          <span className={css.secret} title={words.confidential}>
            <Icon name="eyeOff" size={14} />
            <span className="visually-hidden">{words.confidential}</span>
          </span>
        )}
        {placesText(row)}
      </>
    ),
    regency: row.regencies.map(({ name }) => name).join(', '),
    operator: ownerText(row, t),
    kind: t.commitments.kinds[row.kind],
    programme: t.commitments.programmes[row.programme],
    state: <CommitmentChip state={row.state} label={t.commitments.states[row.state]} />,
    promised: formatDate(row.promisedOn, language),
    days: row.isLate ? <LateMark label={due} /> : due,
    slips: row.slips === 0 ? '–' : words.slips(row.slips),
    updated: formatDate(row.updatedOn, language),
  };
  return (
    <div
      role="row"
      tabIndex={isActive ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      className={css.row}
      data-commitment={row.number}
      data-active={isActive || undefined}
      data-open={isOpen || undefined}
      style={{ transform: `translateY(${topPx}px)` }}
      onClick={onOpen}
    >
      {/* The box is a wide target, and never opens the row. */}
      <div
        role="gridcell"
        tabIndex={-1}
        data-column="choose"
        onClick={(event) => {
          event.stopPropagation();
          onChoose();
        }}
      >
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={words.table.choose(t.commitments.number(row.number))}
          checked={isChosen}
          onClick={(event) => event.stopPropagation()}
          onChange={onChoose}
        />
      </div>
      {columns.map((column) => {
        const cell = cells[column];
        return (
          <div
            key={column}
            role="gridcell"
            data-column={column}
            title={typeof cell === 'string' ? cell : undefined}
          >
            {cell}
          </div>
        );
      })}
    </div>
  );
}
