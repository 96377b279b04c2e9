// One state's column of the board: thousands of cards cost a screenful; arrows, j and k go from card to card.
import { useRef, useState, type KeyboardEvent } from 'react';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { StateColumn } from '../../lib/board-rows.ts';
import { formatNumber } from '../../lib/format.ts';
import { LateMark } from '../../ui/commitment-chip.tsx';
import { BoardCard } from './board-card.tsx';
import css from './board.module.css';

/** Every card is as high as the next, so that none has to be measured: with its gap, CSS pixels. */
const cardPx = 116;

type Props = {
  column: StateColumn;
  openId: string | null;
  onOpen: (id: string) => void;
};

export function BoardColumn({ column, openId, onOpen }: Props) {
  const { state, rows, late } = column;
  const t = useText();
  const { language } = useLanguage();
  const words = t.commitmentBoard;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const current = Math.max(0, Math.min(active, rows.length - 1));
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => cardPx,
    overscan: 6,
    // The active card is always there: the keyboard's focus rests on it.
    rangeExtractor: (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), current])].toSorted((a, b) => a - b),
  });
  /** Set by a key: the card that becomes active takes the focus once it is drawn. */
  const takesFocus = useRef(false);
  const step = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    takesFocus.current = next !== current;
    setActive(next);
    virtual.scrollToIndex(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target: Record<string, number> = {
      ArrowDown: current + 1,
      j: current + 1,
      ArrowUp: current - 1,
      k: current - 1,
      Home: 0,
      End: rows.length - 1,
    };
    const index = target[event.key];
    if (index === undefined) return;
    event.preventDefault();
    step(index);
  };
  const name = t.commitments.states[state];
  const number = (value: number) => formatNumber(value, language);
  return (
    <section
      className={css.column}
      aria-label={words.columnLabel(name, number(rows.length), number(late))}
      data-state={state}
    >
      <header className={css.columnHead}>
        <h2>{name}</h2>
        <span className={css.columnCount}>{number(rows.length)}</span>
        {late > 0 && <LateMark label={words.lateCount(number(late))} />}
      </header>
      <div ref={scroller} role="presentation" className={css.cards} onKeyDown={onKeyDown}>
        {rows.length === 0 ? (
          <p className={css.emptyColumn}>{words.emptyColumn}</p>
        ) : (
          <ul style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start }) => {
              const row = rows[index];
              return (
                row && (
                  <li
                    key={row.id}
                    style={{ transform: `translateY(${start}px)` }}
                    aria-setsize={rows.length}
                    aria-posinset={index + 1}
                  >
                    <BoardCard
                      ref={(element) => {
                        if (index !== current || !takesFocus.current) return;
                        takesFocus.current = false;
                        element?.focus({ preventScroll: true });
                      }}
                      row={row}
                      isOpen={row.id === openId}
                      isActive={index === current}
                      onOpen={() => {
                        setActive(index);
                        onOpen(row.id);
                      }}
                    />
                  </li>
                )
              );
            })}
          </ul>
        )}
      </div>
    </section>
  );
}
