// The rows of one operator's answers: one focus that moves by keys, drawn only where they are seen. What a
// key means is decided in grid-keys.ts.
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useText } from '../../i18n/text.tsx';
import { useMedia } from '../../lib/use-media.ts';
import { AnswerRowCells } from './answer-row.tsx';
import { actionOf, type GridAction } from './grid-keys.ts';
import type { AnswerRow } from './use-answers.ts';
import css from './grid.module.css';

type Props = {
  label: string;
  rows: readonly AnswerRow[];
  isOpen: boolean;
  active: number;
  /** Numbers of places; null where nothing can be answered. */
  chosen: ReadonlySet<number> | null;
  /** Whether the cursor belongs to the rows: then it follows the active one. */
  hasFocus: RefObject<boolean>;
  isWriting: boolean;
  onActive: (index: number) => void;
  onToggle: (number: number) => void;
  onAction: (action: GridAction) => void;
  onOpenPlace: (villageCode: string) => void;
};

const rowHeightPx = { wide: 46, narrow: 68 };
const rowId = (number: number) => `jawaban-${number}`;

export function AnswerRows(props: Props) {
  const { label, rows, isOpen, active, chosen, hasFocus, isWriting } = props;
  const words = useText().declarations.grid;
  const scroller = useRef<HTMLDivElement>(null);
  const heightPx = useMedia('(max-width: 760px)') ? rowHeightPx.narrow : rowHeightPx.wide;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => heightPx,
    overscan: 10,
    // The active row is always there: it has the focus.
    rangeExtractor: (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), active])].toSorted((a, b) => a - b),
  });
  useEffect(() => virtual.measure(), [virtual, heightPx]);

  const activeNumber = rows[active]?.place.number;
  useEffect(() => {
    if (!hasFocus.current || isWriting || activeNumber === undefined) return;
    virtual.scrollToIndex(active);
    const focus = () =>
      document.getElementById(rowId(activeNumber))?.focus({ preventScroll: true });
    focus();
    // The first rows are drawn only after this.
    const frame = requestAnimationFrame(focus);
    return () => cancelAnimationFrame(frame);
  }, [active, activeNumber, isWriting, hasFocus, virtual]);

  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    if (target instanceof HTMLElement && target.matches('input, button')) return;
    const action = actionOf(event);
    if (action === null) return;
    event.preventDefault();
    props.onAction(action);
  };
  return (
    <div ref={scroller} className={css.scroller}>
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-multiselectable={chosen !== null}
        tabIndex={-1}
        data-readonly={chosen === null || undefined}
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
          <div role="row" aria-rowindex={1} className={css.headRow}>
            {chosen !== null && <div role="columnheader" aria-label={words.chooseAll} />}
            <div role="columnheader">{words.place}</div>
            <div role="columnheader">{words.answer}</div>
            <div role="columnheader" data-column="note">
              {words.note}
            </div>
            <div role="columnheader" data-column="state">
              {words.state}
            </div>
          </div>
        </div>
        <div role="rowgroup" className={css.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const { number } = row.place;
            return (
              <div
                key={number}
                id={rowId(number)}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={chosen === null ? undefined : chosen.has(number)}
                tabIndex={index === active ? 0 : -1}
                className={css.row}
                data-active={index === active || undefined}
                data-number={number}
                style={{ height: heightPx, transform: `translateY(${start}px)` }}
                onClick={() => props.onActive(index)}
                onFocus={() => index !== active && props.onActive(index)}
              >
                <AnswerRowCells
                  row={row}
                  isOpen={isOpen}
                  isChosen={chosen?.has(number) ?? null}
                  onToggle={() => props.onToggle(number)}
                  onOpenPlace={props.onOpenPlace}
                />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
