// The list beside the map: the same villages, statuses and filter, for the keyboard and for reading.
import { useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { regionQuery, villagesQuery } from '../../api/regions.ts';
import type { StatusMark } from '../../api/status.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import type { Lens } from '../../lib/lens.ts';
import { placeName } from '../../lib/place-name.ts';
import { problemText } from '../../lib/problems.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { ChildrenList } from './children-list.tsx';
import { filterRows, listRows } from './village-rows.ts';
import { VillageTable } from './village-table.tsx';
import css from './village-list.module.css';

type Props = {
  /** Whose villages are listed; null: a province must be chosen first. */
  scope: string | null;
  onScope: (code: string) => void;
  marks: ReadonlyMap<number, StatusMark>;
  hidden: ReadonlySet<string>;
  lens: Lens;
  onShowAll: () => void;
  selectedId: number | null;
  hoveredId: number | null;
  onHover: (id: number | null) => void;
  onOpen: (code: string) => void;
  onClose: () => void;
};

export function VillageList(props: Props) {
  const { scope, onScope, marks, hidden, lens, onShowAll, onOpen, onClose } = props;
  const t = useText();
  const { language } = useLanguage();
  const [filter, setFilter] = useState('');
  const region = useQuery({ ...regionQuery(scope ?? ''), enabled: scope !== null });
  const villages = useQuery({ ...villagesQuery(scope ?? ''), enabled: scope !== null });
  const rows = useMemo(() => listRows(villages.data ?? [], marks), [villages.data, marks]);
  const shown = useMemo(() => filterRows(rows, filter, hidden, lens), [rows, filter, hidden, lens]);
  const number = (value: number) => formatNumber(value, language);
  const path = region.data ? [...region.data.path].toReversed() : [];

  return (
    <>
      <header className={css.head}>
        <h2 className={css.title}>{t.list.title}</h2>
        <IconButton icon="close" label={t.common.close} onClick={onClose} />
        {region.data && (
          <p className={css.scope}>
            {path.map((parent) => (
              <span key={parent.code}>
                <button type="button" onClick={() => onScope(parent.code)}>
                  {placeName(parent)}
                </button>
                {' › '}
              </span>
            ))}
            <strong>{placeName(region.data)}</strong>
          </p>
        )}
        {scope !== null && (
          <div className={css.tools}>
            <input
              type="search"
              className={css.filter}
              aria-label={t.list.filter}
              placeholder={t.list.filter}
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
            />
            <span className={css.shown} aria-live="polite">
              {villages.data && t.list.shown(number(shown.length), number(rows.length))}
            </span>
          </div>
        )}
      </header>
      {scope === null ? (
        <div className={css.body}>
          <p>{t.list.chooseArea}</p>
          <ChildrenList code="ID" onOpen={onScope} />
        </div>
      ) : villages.isPending ? (
        <div className={css.body}>
          <LoadingLines count={12} label={t.common.loading} />
        </div>
      ) : villages.isError ? (
        <ErrorState
          title={t.common.cannotLoad}
          body={problemText(villages.error, t.problem)}
          retryLabel={t.common.tryAgain}
          onRetry={() => void villages.refetch()}
        />
      ) : shown.length === 0 ? (
        <EmptyState
          icon="search"
          title={t.list.empty}
          action={
            <button
              type="button"
              className={css.reset}
              onClick={() => {
                setFilter('');
                onShowAll();
              }}
            >
              {t.list.clearFilter}
            </button>
          }
        >
          {hidden.size > 0 && t.list.emptyHidden}
        </EmptyState>
      ) : (
        <VillageTable
          rows={shown}
          scopeLevel={region.data?.level ?? 'province'}
          selectedId={props.selectedId}
          hoveredId={props.hoveredId}
          onHover={props.onHover}
          onOpen={(row) => onOpen(row.code)}
        />
      )}
    </>
  );
}
