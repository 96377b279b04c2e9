// The table of commitments: dense rows, sorted by any column, ten thousand at the cost of a screenful;
// j, k and arrows go from row to row, Enter opens, x ticks.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useText } from '../../i18n/text.tsx';
import type { BoardRow } from '../../lib/board-rows.ts';
import type { BoardColumn, BoardSort } from '../../lib/board-view.ts';
import { useKeys } from '../../lib/use-keys.ts';
import { useMedia } from '../../lib/use-media.ts';
import { TableHead } from './table-head.tsx';
import { leastWidthPx, templateOf } from './table-columns.ts';
import { TableRow } from './table-row.tsx';
import css from './table.module.css';

/** Dense for a mouse, tall enough for a finger and two lines on a phone; and the head's own. */
const rowHeightPx = { fine: 32, coarse: 44, narrow: 64 };
const headPx = { fine: 33, coarse: 44 };

type Props = {
  rows: readonly BoardRow[];
  columns: readonly BoardColumn[];
  sort: BoardSort | undefined;
  onSort: (sort: BoardSort | undefined) => void;
  chosen: ReadonlySet<string>;
  onChosen: (chosen: ReadonlySet<string>) => void;
  openId: string | null;
  onOpen: (id: string) => void;
};

export function CommitmentTable(props: Props) {
  const { rows, columns, chosen, onChosen, openId, onOpen } = props;
  const t = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const current = Math.max(0, Math.min(active, rows.length - 1));
  const isNarrow = useMedia('(max-width: 760px)');
  const isCoarse = useMedia('(pointer: coarse)');
  const heightPx = isNarrow ? rowHeightPx.narrow : isCoarse ? rowHeightPx.coarse : rowHeightPx.fine;
  const topPx = isNarrow || isCoarse ? headPx.coarse : headPx.fine;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => heightPx,
    scrollPaddingStart: topPx,
    overscan: 12,
    // The active row is always there: the keyboard's focus rests on it.
    rangeExtractor: (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), current])].toSorted((a, b) => a - b),
  });
  useEffect(() => virtual.measure(), [heightPx, virtual]);

  /** Set by a key: the row that becomes active takes the focus once it is drawn. */
  const takesFocus = useRef(false);
  useEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    scroller.current?.querySelector<HTMLElement>('[data-active]')?.focus({ preventScroll: true });
  }, [current]);
  const step = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    takesFocus.current = next !== current;
    setActive(next);
    virtual.scrollToIndex(next);
  };
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChosen(next);
  };
  const currentId = rows[current]?.id;
  useKeys({
    j: () => step(current + 1),
    k: () => step(current - 1),
    x: () => currentId !== undefined && toggle(currentId),
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const target: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + 12,
      PageUp: current - 12,
      Home: 0,
      End: rows.length - 1,
    };
    const index = target[event.key];
    if (index !== undefined) {
      event.preventDefault();
      step(index);
    } else if (event.key === 'Enter' && currentId !== undefined) onOpen(currentId);
  };
  const isAllChosen = rows.length > 0 && rows.every(({ id }) => chosen.has(id));
  return (
    <div
      ref={scroller}
      className={css.grid}
      role="grid"
      aria-label={t.commitmentBoard.table.label}
      aria-rowcount={rows.length + 1}
      aria-multiselectable="true"
      title={t.commitmentBoard.table.keys}
      style={{
        '--columns': templateOf(columns),
        '--least': `${leastWidthPx(columns)}px`,
        '--row': `${heightPx}px`,
      }}
    >
      <TableHead
        columns={columns}
        sort={props.sort}
        onSort={props.onSort}
        isAllChosen={isAllChosen}
        isSomeChosen={!isAllChosen && chosen.size > 0}
        onAll={() => onChosen(isAllChosen ? new Set() : new Set(rows.map(({ id }) => id)))}
      />
      <div
        role="rowgroup"
        className={css.body}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return (
            row && (
              <TableRow
                key={row.id}
                row={row}
                columns={columns}
                index={index}
                isActive={index === current}
                isOpen={row.id === openId}
                isChosen={chosen.has(row.id)}
                topPx={start}
                onChoose={() => toggle(row.id)}
                onOpen={() => {
                  setActive(index);
                  onOpen(row.id);
                }}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
