// The villages of an area with what one layer leaves of each: a virtual table that scrolls with the page,
// page by page from the server; j, k, arrows and Enter.
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import type { CoverageRow } from '#contract/coverage';
import type { RowsWanted } from '../../api/coverage.ts';
import { useText } from '../../i18n/text.tsx';
import { useKeys } from '../../lib/use-keys.ts';
import { useMedia } from '../../lib/use-media.ts';
import { Icon } from '../../ui/icons.tsx';
import { RemainingRow } from './remaining-row.tsx';
import css from './table.module.css';

/** Dense for a mouse, tall enough for a finger and two lines on a phone. */
const rowHeightPx = { fine: 32, coarse: 44, narrow: 60 };
const headPx = 33;
/** The next page is fetched this many rows before the end. */
const fetchAhead = 20;

type RowSort = RowsWanted['sort'];

type Props = {
  rows: readonly CoverageRow[];
  /** How many there are in all. */
  total: number;
  /** Which columns tell where a village lies. */
  scope: 'country' | 'province' | 'regency' | 'district';
  sort: RowSort;
  onSort: (sort: RowSort) => void;
  /** What scrolls. */
  scroller: RefObject<HTMLElement | null>;
  onMore: (() => void) | null;
  onOpen: (code: string) => void;
};

export function RemainingTable(props: Props) {
  const { rows, total, scope, sort, onSort, scroller, onMore, onOpen } = props;
  const t = useText();
  const words = t.coverageTables.table;
  const body = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const [aboveBodyPx, setAboveBodyPx] = useState(0);
  const current = Math.max(0, Math.min(active, rows.length - 1));
  const isNarrow = useMedia('(max-width: 760px)');
  const isCoarse = useMedia('(pointer: coarse)');
  const heightPx = isNarrow ? rowHeightPx.narrow : isCoarse ? rowHeightPx.coarse : rowHeightPx.fine;

  // What stands above the rows changes its height: figures arrive, the width is another one.
  useLayoutEffect(() => {
    const [box, rowsBox] = [scroller.current, body.current];
    if (!box || !rowsBox) return;
    const measure = () =>
      setAboveBodyPx(
        rowsBox.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop,
      );
    measure();
    const observer = new ResizeObserver(measure);
    for (const part of box.children) observer.observe(part);
    return () => observer.disconnect();
  }, [scroller]);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => heightPx,
    scrollMargin: aboveBodyPx,
    scrollPaddingStart: headPx,
    overscan: 8,
    // The active row is always there: the keyboard's focus rests on it.
    rangeExtractor: (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), current])].toSorted((a, b) => a - b),
  });
  const items = virtual.getVirtualItems();
  const lastShown = items.findLast(({ index }) => index !== current)?.index ?? 0;
  useEffect(() => virtual.measure(), [heightPx, virtual]);
  useEffect(() => {
    if (onMore && lastShown >= rows.length - fetchAhead) onMore();
  }, [onMore, lastShown, rows.length]);

  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setActive(next);
    virtual.scrollToIndex(next);
  };
  /** Set by a key: the row that becomes active takes the focus once it is drawn. */
  const takesFocus = useRef(false);
  useEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    body.current?.querySelector<HTMLElement>('[data-active]')?.focus({ preventScroll: true });
  }, [current]);
  const step = (index: number) => {
    takesFocus.current = index !== current;
    moveTo(index);
  };
  useKeys({ j: () => step(current + 1), k: () => step(current - 1) });
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
    } else if (event.key === 'Enter') {
      const row = rows[current];
      if (row) onOpen(row.code);
    }
  };

  const sortHead = (key: RowSort, label: string, column: string) => (
    <div
      role="columnheader"
      data-column={column}
      aria-sort={sort === key ? (key === 'name' ? 'ascending' : 'descending') : 'none'}
    >
      <button type="button" onClick={() => onSort(key)}>
        <span>{label}</span>
        {sort === key && <Icon name={key === 'name' ? 'up' : 'down'} size={12} />}
      </button>
    </div>
  );
  const head = (label: string, column: string) => (
    <div role="columnheader" data-column={column}>
      {label}
    </div>
  );
  return (
    <div
      className={css.grid}
      role="grid"
      aria-label={words.label}
      aria-rowcount={total}
      data-scope={scope}
      title={words.keys}
    >
      <div role="row" className={css.headRow}>
        {sortHead('name', words.name, 'name')}
        {head(words.district, 'district')}
        {head(words.regency, 'regency')}
        {head(words.area, 'area')}
        {head(words.localities, 'localities')}
        {sortHead('remaining', words.people, 'people')}
      </div>
      <div
        ref={body}
        role="rowgroup"
        className={css.body}
        style={{ height: virtual.getTotalSize(), '--row': `${heightPx}px` }}
        onKeyDown={onKeyDown}
      >
        {items.map(({ index, start }) => {
          const row = rows[index];
          return (
            row && (
              <RemainingRow
                key={row.code}
                row={row}
                index={index}
                isActive={index === current}
                topPx={start - aboveBodyPx}
                onOpen={() => {
                  setActive(index);
                  onOpen(row.code);
                }}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
