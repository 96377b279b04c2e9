// All lines that are shown, only those in view drawn: thousands scroll without gaps. By mouse, finger, or
// j, k and the space bar.
import { useEffect, useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { FilingLine } from '#contract/filings';
import { useText } from '../../i18n/text.tsx';
import { isSlipped } from '../../lib/filing-view.ts';
import { useKeys } from '../../lib/use-keys.ts';
import { useMedia } from '../../lib/use-media.ts';
import { LineRow, type LineActions } from './line-row.tsx';
import css from './lines.module.css';

/**
 * Dense for a mouse on a wide screen; where it is narrow or touched two lines, and a third one for what
 * belongs to the change.
 */
function heightPxOf(line: FilingLine | undefined, isTall: boolean): number {
  if (!isTall) return 34;
  return line && (line.commitment !== null || isSlipped(line)) ? 108 : 60;
}

type Props = {
  lines: readonly FilingLine[];
  activeNumber: number | null;
  actions: LineActions;
  onActive: (line: FilingLine) => void;
  onHover: (line: FilingLine | null) => void;
  onOpenCommitment: (id: string) => void;
};

export function LineList({ lines, activeNumber, actions, ...handlers }: Props) {
  const t = useText();
  const words = t.filings.lines;
  const scroller = useRef<HTMLDivElement>(null);
  const isTall = useMedia('(pointer: coarse), (max-width: 760px)');
  const activeIndex = lines.findIndex(({ number }) => number === activeNumber);
  const active = lines[activeIndex];
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightPxOf(lines[index], isTall),
    overscan: 8,
    getItemKey: (index) => lines[index]?.number ?? index,
  });

  useEffect(() => virtual.measure(), [isTall, lines, virtual]);
  useEffect(() => {
    if (activeIndex >= 0) virtual.scrollToIndex(activeIndex);
  }, [activeIndex, virtual]);

  const step = (by: number) => {
    const at = activeIndex < 0 ? 0 : activeIndex + by;
    const next = lines[Math.min(lines.length - 1, Math.max(0, at))];
    if (next) handlers.onActive(next);
    // From here on the space bar means the line, not a button that was pressed before.
    scroller.current?.focus();
  };
  const toggle = () => {
    const focused = document.activeElement;
    const isElsewhere =
      focused instanceof HTMLButtonElement && !scroller.current?.contains(focused);
    if (isElsewhere) focused.click();
    else if (active && active.kind !== 'unchanged') actions?.take(active, !active.isTaken);
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    ...(active && actions && { ' ': toggle }),
  });

  return (
    <div ref={scroller} className={css.scroller} tabIndex={-1} data-tall={isTall || undefined}>
      <ul className={css.rows} aria-label={words.label} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, size, key }) => {
          const line = lines[index];
          return (
            line && (
              <li
                key={key}
                className={css.place}
                style={{ transform: `translateY(${start}px)`, '--row': `${size}px` }}
                aria-setsize={lines.length}
                aria-posinset={index + 1}
              >
                <LineRow
                  line={line}
                  isActive={index === activeIndex}
                  actions={actions}
                  {...handlers}
                />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
