// The virtual table of villages: 32 px rows, sorting, keyboard; thousands of rows cost a screenful.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_alphanumeric,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import type { Level } from '#contract/regions';
import { placeStatuses } from '#contract/status';
import type { StatusMark } from '../../api/status.ts';
import type { Messages } from '../../i18n/id.ts';
import { useText } from '../../i18n/text.tsx';
import { useMedia } from '../../lib/use-media.ts';
import { Icon } from '../../ui/icons.tsx';
import { StatusSymbol } from '../../ui/status-symbol.tsx';
import type { ListRow } from './village-rows.ts';
import css from './village-list.module.css';

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric },
});
const helper = createColumnHelper<typeof features, ListRow>();

function columnsFor(t: Messages) {
  return helper.columns([
    helper.accessor((row) => placeStatuses.indexOf(row.mark.status), {
      id: 'status',
      header: t.list.status,
      sortFn: 'alphanumeric',
    }),
    helper.accessor('name', { header: t.list.name, sortFn: 'alphanumeric' }),
    helper.accessor((row) => `${row.districtName} ${row.name}`, {
      id: 'district',
      header: t.list.district,
      sortFn: 'alphanumeric',
    }),
    helper.accessor((row) => `${row.regencyName} ${row.districtName}`, {
      id: 'regency',
      header: t.list.regency,
      sortFn: 'alphanumeric',
    }),
  ]);
}

/** "Terlayani 4G, menurut model" */
function statusText({ status, unconfirmed, modelled }: StatusMark, t: Messages): string {
  return [
    t.status.names[status],
    ...(unconfirmed ? [t.status.unconfirmed] : []),
    ...(modelled ? [t.status.modelled] : []),
  ].join(', ');
}

/** Dense for a mouse, tall enough for a finger. */
const rowHeightPx = { fine: 32, coarse: 44 };
const ariaSorts = { asc: 'ascending', desc: 'descending' } as const;

type Props = {
  rows: ListRow[];
  /** The level of the place whose villages these are. */
  scopeLevel: Level;
  selectedId: number | null;
  hoveredId: number | null;
  onHover: (id: number | null) => void;
  onOpen: (row: ListRow) => void;
};

export function VillageTable(props: Props) {
  const { rows, scopeLevel, selectedId, hoveredId, onHover, onOpen } = props;
  const t = useText();
  const [columns, setColumns] = useState(() => columnsFor(t));
  useEffect(() => setColumns(columnsFor(t)), [t]);
  const table = useTable({ features, columns, data: rows });
  const sorted = table.getRowModel().rows;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const current = Math.min(active, sorted.length - 1);
  const heightPx = useMedia('(pointer: coarse)') ? rowHeightPx.coarse : rowHeightPx.fine;

  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => heightPx,
    overscan: 8,
    // The active row is always there: the keyboard's focus rests on it.
    rangeExtractor: (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), Math.max(0, current)])].toSorted(
        (a, b) => a - b,
      ),
  });

  const focusActive = () =>
    scroller.current?.querySelector<HTMLElement>('[data-active]')?.focus({ preventScroll: true });
  useEffect(() => {
    if (scroller.current?.contains(document.activeElement)) focusActive();
  }, [current]);

  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(sorted.length - 1, index));
    setActive(next);
    virtual.scrollToIndex(next);
    onHover(sorted[next]?.original.id ?? null);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const target: Record<string, number> = {
      j: current + 1,
      ArrowDown: current + 1,
      k: current - 1,
      ArrowUp: current - 1,
      PageDown: current + 12,
      PageUp: current - 12,
      Home: 0,
      End: sorted.length - 1,
    };
    const index = target[event.key];
    if (index !== undefined) {
      event.preventDefault();
      moveTo(index);
    } else if (event.key === 'Enter') {
      const row = sorted[current];
      if (row) onOpen(row.original);
    }
  };

  return (
    <div
      className={css.grid}
      role="grid"
      aria-label={t.list.title}
      aria-rowcount={sorted.length}
      data-scope={scopeLevel}
    >
      <div role="row" className={css.headRow}>
        {table.getFlatHeaders().map((header) => {
          const direction = header.column.getIsSorted();
          return (
            <div
              key={header.id}
              role="columnheader"
              data-column={header.column.id}
              aria-sort={direction === false ? 'none' : ariaSorts[direction]}
            >
              <button type="button" onClick={header.column.getToggleSortingHandler()}>
                <span>{String(header.column.columnDef.header)}</span>
                {direction !== false && (
                  <Icon name={direction === 'asc' ? 'up' : 'down'} size={12} />
                )}
              </button>
            </div>
          );
        })}
      </div>
      <div
        ref={scroller}
        role="rowgroup"
        className={css.scroller}
        tabIndex={-1}
        title={t.list.keys}
        onFocus={(event) => event.target === event.currentTarget && focusActive()}
        onKeyDown={onKeyDown}
        onPointerLeave={() => onHover(null)}
        onBlur={() => onHover(null)}
      >
        <div
          style={{
            height: virtual.getTotalSize(),
            position: 'relative',
            '--row': `${heightPx}px`,
          }}
        >
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = sorted[index]?.original;
            if (row === undefined) return null;
            const { mark } = row;
            return (
              <div
                key={row.code}
                role="row"
                tabIndex={index === current ? 0 : -1}
                aria-rowindex={index + 1}
                aria-selected={row.id === selectedId}
                className={css.row}
                data-code={row.code}
                data-active={index === current || undefined}
                data-hovered={row.id === hoveredId || undefined}
                style={{ transform: `translateY(${start}px)` }}
                onPointerMove={() => row.id !== hoveredId && onHover(row.id)}
                onClick={() => {
                  setActive(index);
                  onOpen(row);
                }}
              >
                <div role="gridcell" title={statusText(mark, t)} className={css.statusCell}>
                  <StatusSymbol status={mark.status} faded={mark.unconfirmed || mark.modelled} />
                  <span className="visually-hidden">{statusText(mark, t)}</span>
                </div>
                <div role="gridcell" title={row.title} className={css.nameCell}>
                  {row.title}
                </div>
                <div role="gridcell" data-column="district" title={row.districtName}>
                  {row.districtName}
                </div>
                <div role="gridcell" data-column="regency" title={row.regencyName}>
                  {row.regencyName}
                </div>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
