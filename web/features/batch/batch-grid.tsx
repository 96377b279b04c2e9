// The grid of the batch screen: one focus, cells by arrows and keys, rows drawn only where they are
// seen. What a key does is decided in grid-keys.ts.
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useText } from '../../i18n/text.tsx';
import { placeName } from '../../lib/place-name.ts';
import { useMedia } from '../../lib/use-media.ts';
import { columnWords } from './cell-words.ts';
import { GridCell, cellId } from './grid-cell.tsx';
import type { GridRow, GridVillage, Position } from './grid.ts';
import type { Pressed } from './grid-keys.ts';
import { wholeRow } from './reports.ts';
import type { Batch } from './use-batch.ts';
import css from './batch.module.css';

type Props = {
  batch: Batch;
  /** The form's place, for the grid's name. */
  place: string;
  active: Position;
  /** What is being written into the active cell; null while it takes keys. */
  writing: string | null;
  onActive: (at: Position) => void;
  onWriting: (text: string | null) => void;
  /** Whether the key meant something. */
  onPress: (pressed: Pressed) => boolean;
  /** Puts what is written into the cell at `at`. */
  onWritten: (at: Position, text: string) => void;
  onAddLine: (villageCode: string) => void;
  /** Whether the cursor is in the grid: then it follows the active cell. */
  hasFocus: RefObject<boolean>;
};

type Item = { village: GridVillage; number: string } | { row: GridRow; index: number };

const rowHeightPx = { fine: 34, coarse: 44 };

/** A title before the first row of each village. */
function listItems(rows: readonly GridRow[]): Item[] {
  return rows.flatMap((row, index): Item[] => {
    const isFirst = rows[index - 1]?.village.code !== row.village.code;
    const number = row.number.split('.')[0] ?? '';
    return [...(isFirst ? [{ village: row.village, number }] : []), { row, index }];
  });
}

export function BatchGrid(props: Props) {
  const { batch, place, active, writing, onActive, onWriting, onPress, onWritten, hasFocus } =
    props;
  const { grid, cells, errors } = batch;
  const t = useText();
  const words = t.batch;
  const scroller = useRef<HTMLDivElement>(null);
  const items = listItems(grid.rows);
  const activeItem = items.findIndex((item) => 'row' in item && item.index === active.row);
  const heightPx = useMedia('(pointer: coarse)') ? rowHeightPx.coarse : rowHeightPx.fine;

  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => heightPx,
    overscan: 10,
    // The active row is always there: the focus points to one of its cells.
    rangeExtractor: (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), Math.max(0, activeItem)])].toSorted(
        (a, b) => a - b,
      ),
  });
  useEffect(() => virtual.measure(), [virtual, heightPx]);

  const activeId = cellId(active);
  const isWriting = writing !== null;
  const drawn = virtual.getVirtualItems();
  const isDrawn = drawn.some(({ index }) => index === activeItem);
  useEffect(() => {
    const cell = document.getElementById(activeId);
    if (hasFocus.current && !isWriting) cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [activeId, isDrawn, isWriting, hasFocus]);

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey, altKey } = event;
    const ctrlKey = event.ctrlKey || event.metaKey;
    if (altKey || event.nativeEvent.isComposing) return;
    if (writing === null) {
      if (onPress({ key, ctrlKey, shiftKey })) event.preventDefault();
      return;
    }
    if (key !== 'Escape' && key !== 'Enter' && key !== 'Tab') return;
    event.preventDefault();
    if (key === 'Escape') return onWriting(null);
    onWritten(active, writing);
    onPress({ key, ctrlKey, shiftKey });
  };

  return (
    <div
      ref={scroller}
      className={css.scroller}
      style={{ '--answers': grid.columns.filter(({ kind }) => kind === 'answer').length }}
    >
      <div
        role="grid"
        aria-label={words.grid(place)}
        aria-rowcount={items.length + 1}
        aria-colcount={grid.columns.length + 1}
        tabIndex={-1}
        className={css.grid}
        onFocus={() => {
          hasFocus.current = true;
        }}
        onBlur={({ currentTarget, relatedTarget }) => {
          hasFocus.current = currentTarget.contains(relatedTarget);
        }}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className={css.head}>
          <div role="row" aria-rowindex={1} className={css.row}>
            <div role="columnheader" className={css.number}>
              {words.number}
            </div>
            {grid.columns.map((column) => (
              <div key={column.key} role="columnheader" data-kind={column.kind}>
                {columnWords(column, t)}
              </div>
            ))}
          </div>
        </div>
        <div
          role="rowgroup"
          style={{
            height: virtual.getTotalSize(),
            position: 'relative',
            '--row': `${heightPx}px`,
          }}
        >
          {drawn.map(({ index: itemIndex, start }) => {
            const item = items[itemIndex];
            if (item === undefined) return null;
            const common = {
              role: 'row',
              'aria-rowindex': itemIndex + 2,
              style: { transform: `translateY(${start}px)` },
            } as const;
            if ('village' in item)
              return (
                <div key={item.village.code} {...common} className={`${css.row} ${css.village}`}>
                  <div role="gridcell" aria-colspan={grid.columns.length + 1}>
                    <span className={css.villageTitle}>
                      <span className={css.villageNumber}>{item.number}</span>
                      <strong>{placeName(item.village)}</strong>
                      <span className={css.code}>{item.village.code}</span>
                      <button
                        type="button"
                        tabIndex={-1}
                        className={css.addLine}
                        aria-label={words.addLineIn(placeName(item.village))}
                        onClick={() => props.onAddLine(item.village.code)}
                      >
                        + {words.addLine}
                      </button>
                    </span>
                  </div>
                </div>
              );
            const { row, index } = item;
            const rowErrors = errors[row.key];
            const isActiveRow = index === active.row;
            return (
              <div
                key={row.key}
                {...common}
                className={css.row}
                data-row={row.number}
                data-active={isActiveRow || undefined}
                data-filled={row.key in cells || undefined}
              >
                <div
                  role="rowheader"
                  className={css.number}
                  data-wrong={rowErrors?.[wholeRow] !== undefined || undefined}
                  title={rowErrors?.[wholeRow]}
                >
                  {row.number}
                  {rowErrors?.[wholeRow] !== undefined && (
                    <span className="visually-hidden">{rowErrors[wholeRow]}</span>
                  )}
                </div>
                {grid.columns.map((column, at) => (
                  <GridCell
                    key={column.key}
                    batch={batch}
                    row={row}
                    column={column}
                    at={{ row: index, column: at }}
                    isActive={isActiveRow && at === active.column}
                    writing={isActiveRow && at === active.column ? writing : null}
                    onActive={onActive}
                    onWriting={onWriting}
                    onWritten={onWritten}
                  />
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
