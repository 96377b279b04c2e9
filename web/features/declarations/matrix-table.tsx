// The matrix place × operator: sticky head and first column, a row of totals at the foot, drawn only where
// it is seen.
import { useRef, useState } from 'react';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import type { DeclarationWindow, WindowPlace } from '#contract/declarations';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { useKeys } from '../../lib/use-keys.ts';
import { MatrixHead } from './matrix-head.tsx';
import { countAnswers, listItems } from './matrix-items.ts';
import { MatrixRow } from './matrix-row.tsx';
import css from './matrix.module.css';

type Props = {
  window: DeclarationWindow;
  /** Those that are shown, of the window's. */
  places: readonly WindowPlace[];
  /** Cells that are to be agreed; null where one may not. */
  chosen: ReadonlySet<string> | null;
  onToggle: (keys: readonly string[]) => void;
  onOpenPlace: (villageCode: string) => void;
  onOpenCommitment: (id: string) => void;
};

const rowHeightPx = 48;
const headingHeightPx = 30;

export function MatrixTable(props: Props) {
  const { window, places, chosen } = props;
  const t = useText();
  const { language } = useLanguage();
  const words = t.declarations.matrix;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<number | null>(null);
  const items = listItems(places);
  const activeItem = items.findIndex((item) => 'place' in item && item.place.number === active);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const item = items[index];
      return item && 'place' in item ? rowHeightPx : headingHeightPx;
    },
    getItemKey: (index) => {
      const item = items[index];
      return item && 'place' in item ? item.place.number : `kab ${index}`;
    },
    overscan: 10,
    rangeExtractor: (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), Math.max(0, activeItem)])].toSorted(
        (a, b) => a - b,
      ),
  });
  const move = (by: number) => {
    const at = places.findIndex(({ number }) => number === active);
    const place = places[Math.max(0, Math.min(places.length - 1, at < 0 ? 0 : at + by))];
    if (place === undefined) return;
    setActive(place.number);
    virtual.scrollToIndex(
      items.findIndex((item) => 'place' in item && item.place.number === place.number),
    );
  };
  const activePlace = places.find(({ number }) => number === active);
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: activePlace && (() => props.onOpenPlace(activePlace.villageCode)),
  });
  const number = (value: number) => formatNumber(value, language);
  const forProposal = places.filter((place) => place.isForProposal).length;
  return (
    <div ref={scroller} className={css.scroller}>
      <div
        role="table"
        aria-label={words.label}
        aria-rowcount={places.length + 2}
        className={css.table}
        style={{ '--operators': window.operators.length }}
      >
        <MatrixHead
          operators={window.operators}
          places={places}
          chosen={chosen}
          onToggle={props.onToggle}
        />
        <div role="rowgroup" className={css.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, size, key }) => {
            const item = items[index];
            if (item === undefined) return null;
            const style = { height: size, transform: `translateY(${start}px)` };
            if ('regency' in item)
              return (
                <div key={key} role="row" className={css.heading} style={style}>
                  <div role="rowheader" className={css.headingName}>
                    {item.regency} <span>{t.declarations.places(number(item.places))}</span>
                  </div>
                </div>
              );
            return (
              <MatrixRow
                key={key}
                place={item.place}
                window={window}
                chosen={chosen}
                isActive={item.place.number === active}
                style={style}
                onToggle={(cell) => props.onToggle([cell])}
                onOpenPlace={props.onOpenPlace}
                onOpenCommitment={props.onOpenCommitment}
              />
            );
          })}
        </div>
        <div role="rowgroup" className={css.foot}>
          <div role="row" className={css.footRow}>
            <div role="rowheader">
              {words.total} · {t.declarations.places(number(places.length))}
            </div>
            {window.operators.map(({ id }) => {
              const totals = countAnswers(places, id);
              return (
                <div key={id} role="cell">
                  {(['build', 'noPlan', 'served', 'open'] as const)
                    .filter((kind) => totals[kind] > 0)
                    .map((kind) => `${number(totals[kind])} ${words.totals[kind]}`)
                    .join(' · ')}
                </div>
              );
            })}
            <div role="cell">{forProposal > 0 && number(forProposal)}</div>
          </div>
        </div>
      </div>
    </div>
  );
}
