// The left column of the queue: how many wait and for how long, the filters, the rows.
import { useState, type RefObject } from 'react';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { QueueItem, QueuePage, QueueState } from '#contract/verification';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { countFilters, filterOf, type QueueSearch } from '../../lib/queue-view.ts';
import { daysSince } from '../../lib/report-state.ts';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { QueueFilters, type QueueChange } from './queue-filters.tsx';
import { QueueList } from './queue-list.tsx';
import { ageWords } from './words.ts';
import css from './queue.module.css';

type Props = {
  search: QueueSearch;
  onSearch: (change: QueueChange, options?: { replace?: boolean }) => void;
  queue: UseInfiniteQueryResult<{ pages: QueuePage[] }>;
  /** Of all pages, without those that are being decided. */
  items: readonly QueueItem[];
  openId: string | null;
  onOpen: (id: string) => void;
  isFiltering: boolean;
  onFiltering: (isFiltering: boolean) => void;
  firstFilter: RefObject<HTMLSelectElement | null>;
};

export function QueuePane(props: Props) {
  const { search, onSearch, queue, items, openId, onOpen } = props;
  const { isFiltering, onFiltering, firstFilter } = props;
  const t = useText();
  const { language } = useLanguage();
  const words = t.verification;
  const [now] = useState(() => Date.now());
  const first = queue.data?.pages[0];
  const { state } = filterOf(search);

  /** "128 menunggu, terlama 41 hari" */
  const countLine = (page: QueuePage, of: QueueState, oldest: string | undefined) => {
    const shown = formatNumber(page.total ?? 0, language);
    const count = page.isTotalExact ? shown : words.list.atLeast(shown);
    if (of !== 'waiting' || oldest === undefined) return words.list.count[of](count);
    return words.list.waiting(count, ageWords(daysSince(oldest, now), t, language));
  };

  return (
    <section className={css.list} aria-label={words.queue}>
      <div className={css.listHead}>
        <p className={css.count} role="status">
          {first && countLine(first, state, items[0]?.createdAt)}
        </p>
        <QueueFilters
          search={search}
          onChange={(wanted) => onSearch({ ...wanted, report: undefined }, { replace: true })}
          isOpen={isFiltering}
          onOpen={onFiltering}
          first={firstFilter}
        />
        {first?.showsSamples && items.length > 0 && (
          <p className={css.hint}>{words.list.samples}</p>
        )}
      </div>
      {queue.isPending ? (
        <div className={css.waiting}>
          <LoadingLines count={12} label={t.common.loading} />
        </div>
      ) : queue.isError && items.length === 0 ? (
        <ErrorState
          title={words.list.failed}
          body={problemText(queue.error, t.problem)}
          retryLabel={t.common.tryAgain}
          onRetry={() => void queue.refetch()}
        />
      ) : items.length === 0 ? (
        <Nothing search={search} onClear={() => onSearch({ ...noFilter, report: undefined })} />
      ) : (
        <QueueList
          items={items}
          openId={openId}
          onOpen={onOpen}
          hasMore={queue.hasNextPage}
          isFetchingMore={queue.isFetchingNextPage}
          onMore={() => void queue.fetchNextPage()}
        />
      )}
    </section>
  );
}

const noFilter = {
  area: undefined,
  op: undefined,
  kind: undefined,
  conflict: undefined,
  stale: undefined,
  older: undefined,
};

function Nothing({ search, onClear }: { search: QueueSearch; onClear: () => void }) {
  const t = useText();
  const words = t.verification.list;
  if (countFilters(search) > 0)
    return (
      <EmptyState
        icon="search"
        title={words.emptyFiltered}
        action={
          <button type="button" className={css.reset} onClick={onClear}>
            {words.clearFilters}
          </button>
        }
      />
    );
  if (search.state !== undefined) return <EmptyState icon="list" title={words.emptyOther} />;
  return (
    <EmptyState icon="check" title={words.emptyTitle}>
      {words.empty}
    </EmptyState>
  );
}
