// The queue as dense rows: what a report says, where, what to beware of, how long it waits.
import { useEffect, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { QueueItem } from '#contract/verification';
import { operatorsQuery } from '../../api/evidence.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { daysSince, saidStatus, standingOf } from '../../lib/report-state.ts';
import { useMedia } from '../../lib/use-media.ts';
import { Icon } from '../../ui/icons.tsx';
import { StatusSymbol } from '../../ui/status-symbol.tsx';
import { ageWords, statementLine, villageName } from './words.ts';
import css from './queue-list.module.css';

/** Dense for a mouse, tall enough for a finger. */
const rowHeightPx = { fine: 32, coarse: 56 };
/** The next page is fetched this many rows before the end. */
const fetchAhead = 15;

type Props = {
  items: readonly QueueItem[];
  openId: string | null;
  onOpen: (id: string) => void;
  hasMore: boolean;
  isFetchingMore: boolean;
  onMore: () => void;
};

export function QueueList({ items, openId, onOpen, hasMore, isFetchingMore, onMore }: Props) {
  const t = useText();
  const words = t.verification.list;
  const scroller = useRef<HTMLDivElement>(null);
  const isCoarse = useMedia('(pointer: coarse)');
  const heightPx = isCoarse ? rowHeightPx.coarse : rowHeightPx.fine;
  const openIndex = items.findIndex(({ id }) => id === openId);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => heightPx,
    overscan: 8,
    getItemKey: (index) => items[index]?.id ?? index,
  });
  const rows = virtual.getVirtualItems();
  const lastShown = rows.at(-1)?.index ?? 0;

  useEffect(() => {
    if (hasMore && !isFetchingMore && lastShown >= items.length - fetchAhead) onMore();
  }, [hasMore, isFetchingMore, lastShown, items.length, onMore]);
  useEffect(() => {
    if (openIndex >= 0) virtual.scrollToIndex(openIndex);
  }, [openIndex, virtual]);

  return (
    <div ref={scroller} className={css.scroller} title={words.keys}>
      <ul
        className={css.rows}
        aria-label={words.label}
        style={{ height: virtual.getTotalSize(), '--row': `${heightPx}px` }}
      >
        {rows.map(({ index, start, key }) => {
          const item = items[index];
          return (
            item && (
              <li
                key={key}
                className={css.rowPlace}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Row item={item} isOpen={index === openIndex} isTall={isCoarse} onOpen={onOpen} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

type RowProps = {
  item: QueueItem;
  isOpen: boolean;
  isTall: boolean;
  onOpen: (id: string) => void;
};

function Row({ item, isOpen, isTall, onOpen }: RowProps) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.verification;
  const { data: operators = [] } = useQuery(operatorsQuery);
  const [now] = useState(() => Date.now());
  const flags = item.flags.map((flag) => words.flags[flag]);
  const said = statementLine(item.statements, operators, t);
  return (
    <button
      type="button"
      className={css.row}
      data-report={item.id}
      data-tall={isTall || undefined}
      aria-current={isOpen || undefined}
      title={[said, ...flags].join('\n')}
      onClick={() => onOpen(item.id)}
    >
      <StatusSymbol status={saidStatus(item.statements)} faded={item.state !== 'verified'} />
      <span className={css.where}>
        <strong>{villageName(item)}</strong>
        <span>{item.regencyName}</span>
      </span>
      <span className="visually-hidden">{said}</span>
      {isTall && <span className={css.said}>{said}</span>}
      <span className={css.marks}>
        {item.isSample && <span className={css.sample}>{t.status.sample}</span>}
        {item.kind !== 'report' && <Icon name="target" size={14} />}
        {item.photoCount > 0 && <Icon name="photo" size={14} />}
        {flags.length > 0 && <Icon name="warning" size={14} />}
        <span className="visually-hidden">
          {[
            words.kinds[item.kind],
            ...(item.photoCount > 0 ? [words.list.photos(item.photoCount)] : []),
            ...flags,
            words.states[standingOf(item)],
          ].join(', ')}
        </span>
      </span>
      <span className={css.age}>{ageWords(daysSince(item.createdAt, now), t, language)}</span>
    </button>
  );
}
