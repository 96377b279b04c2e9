// The villages of an area as the table shows them: asked for page by page, searched within, or why not.
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { LayerKey } from '#contract/coverage';
import { coverageRowsQuery, type RowsWanted } from '../../api/coverage.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { CoverageSearchChange } from '../../lib/coverage-table-view.ts';
import { formatNumber } from '../../lib/format.ts';
import { useKeys } from '../../lib/use-keys.ts';
import { EmptyState, LoadingLines } from '../../ui/states.tsx';
import { CoverageFailed } from './coverage-notes.tsx';
import { RemainingTable } from './remaining-table.tsx';
import { scopeOf } from './remaining.ts';
import css from './table.module.css';

type Props = {
  /** A Kemendagri code, or `ID`. */
  area: string;
  layer: LayerKey;
  wanted: RowsWanted;
  onSearch: (change: CoverageSearchChange, options?: { replace: boolean }) => void;
  onOpen: (code: string) => void;
  scroller: RefObject<HTMLElement | null>;
};

/** A word that is still being typed is not asked for, milliseconds. */
const typingMs = 250;

export function Villages(props: Props) {
  const { area, layer, wanted, onSearch, onOpen, scroller } = props;
  const { sort, isWhole, q: search } = wanted;
  const t = useText();
  const { language } = useLanguage();
  const words = t.coverageTables.table;
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(search);
  useEffect(() => setTyped(search), [search]);
  useEffect(() => {
    if (typed === search) return;
    const timer = setTimeout(
      () => onSearch({ q: typed || undefined }, { replace: true }),
      typingMs,
    );
    return () => clearTimeout(timer);
  }, [typed, search, onSearch]);
  useKeys({ '/': () => field.current?.focus() });

  const pages = useInfiniteQuery(coverageRowsQuery(area, layer, wanted));
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages;
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = pages.data?.pages[0]?.total ?? 0;
  const more = () => {
    if (!isFetchingNextPage) void fetchNextPage();
  };
  const clear = () => onSearch({ q: undefined }, { replace: true });
  return (
    <section className={css.villages} aria-label={words.label}>
      <div className={css.tools}>
        <input
          ref={field}
          type="search"
          className={css.search}
          aria-label={words.search}
          placeholder={words.search}
          title="/"
          value={typed}
          maxLength={80}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
        <label className={css.whole}>
          <input
            type="checkbox"
            checked={isWhole}
            onChange={(event) => onSearch({ all: event.currentTarget.checked ? '1' : undefined })}
          />
          {words.whole}
        </label>
        <span className={css.count} role="status">
          {pages.isSuccess && words.count(formatNumber(total, language))}
        </span>
      </div>
      {pages.isPending ? (
        <LoadingLines count={12} label={t.common.loading} />
      ) : pages.isError && rows.length === 0 ? (
        <CoverageFailed error={pages.error} onRetry={() => void pages.refetch()} />
      ) : rows.length === 0 ? (
        <EmptyState
          icon="search"
          title={search === '' ? words.nothingLeft : words.none}
          action={
            search !== '' && (
              <button type="button" className={css.clear} onClick={clear}>
                {words.clear}
              </button>
            )
          }
        />
      ) : (
        <>
          <RemainingTable
            rows={rows}
            total={total}
            scope={scopeOf(area)}
            sort={sort}
            onSort={(key) => onSearch({ sort: key === 'name' ? 'name' : undefined })}
            scroller={scroller}
            onMore={hasNextPage && !isFetchNextPageError ? more : null}
            onOpen={onOpen}
          />
          {isFetchingNextPage && <p className={css.more}>{words.more}</p>}
          {isFetchNextPageError && (
            <p className={css.more} role="alert">
              {words.moreFailed}{' '}
              <button type="button" className={css.clear} onClick={() => void fetchNextPage()}>
                {t.common.tryAgain}
              </button>
            </p>
          )}
          {rows.some(({ populationBasis }) => populationBasis === 'area') && (
            <p className={css.more}>{words.byAreaNote}</p>
          )}
        </>
      )}
    </section>
  );
}
