// The queue: a list, the open report beside its map, and verdicts by key or button. What is open and
// what is shown stands in the address.
import { useRef, useState, type ReactNode } from 'react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Verdict, VerdictAction } from '#contract/verification';
import { ApiProblem } from '../../api/client.ts';
import { queuedReportQuery, queueQuery } from '../../api/verification.ts';
import { useText } from '../../i18n/text.tsx';
import { problemText } from '../../lib/problems.ts';
import { countFilters, filterOf, type QueueSearch } from '../../lib/queue-view.ts';
import { phoneQuery, useMedia } from '../../lib/use-media.ts';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { KeyHelp } from './key-help.tsx';
import type { QueueChange } from './queue-filters.tsx';
import { QueuePane } from './queue-pane.tsx';
import { ReportDetail } from './report-detail.tsx';
import { ReportMap } from './report-map.tsx';
import { useKeys } from '../../lib/use-keys.ts';
import { useVerdicts } from './use-verdicts.tsx';
import { VerdictBar, type Asked } from './verdict-bar.tsx';
import { villageName } from './words.ts';
import css from './queue.module.css';

type Props = {
  search: QueueSearch;
  onSearch: (change: QueueChange, options?: { replace?: boolean }) => void;
  /** What other rooms know of a village. */
  renderKnown: (villageCode: string) => ReactNode;
  onOpenPlace: (villageCode: string) => void;
};

export function QueueScreen({ search, onSearch, renderKnown, onOpenPlace }: Props) {
  const t = useText();
  const words = t.verification;
  const isPhone = useMedia(phoneQuery);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isFiltering, setIsFiltering] = useState(countFilters(search) > 0);
  const [showsKeys, setShowsKeys] = useState(false);
  const firstFilter = useRef<HTMLSelectElement>(null);

  const open = (id: string | undefined, options = { replace: false }) => {
    setAsked(null);
    onSearch({ report: id }, options);
  };
  const verdicts = useVerdicts((id) => open(id, { replace: true }));

  const queue = useInfiniteQuery(queueQuery(filterOf(search)));
  const items = (queue.data?.pages ?? [])
    .flatMap((page) => page.items)
    .filter(({ id }) => !verdicts.leaving.has(id));
  // Beside a list there is always a report; on a phone the list comes first.
  const openId = search.report ?? (isPhone ? undefined : items[0]?.id);
  const queued = useQuery({ ...queuedReportQuery(openId ?? ''), enabled: openId !== undefined });
  const report = queued.data?.report;
  const index = items.findIndex(({ id }) => id === openId);

  const step = (by: number) => {
    const next = items[Math.max(0, Math.min(items.length - 1, index + by))];
    if (next) open(next.id, { replace: true });
  };
  const give = (verdict: Verdict) => {
    if (!report || !queued.data) return;
    const next = items[index + 1] ?? items[index - 1];
    void verdicts.give(report, villageName(queued.data.village), verdict, next?.id);
  };
  const can = (action: VerdictAction) => queued.data?.actions.includes(action) === true;
  const ask = (action: Asked) => (can(action) ? () => setAsked(action) : undefined);
  const filter = () => {
    setIsFiltering(true);
    // The field is there after this has been drawn.
    setTimeout(() => firstFilter.current?.focus());
  };

  useKeys({
    j: () => step(1),
    k: () => step(-1),
    Enter: openId !== undefined && search.report === undefined ? () => open(openId) : undefined,
    v: can('verify') ? () => give({ action: 'verify' }) : undefined,
    r: ask('reject'),
    d: ask('duplicate'),
    t: ask('ask'),
    u: verdicts.undo,
    '/': filter,
    '?': () => setShowsKeys(true),
    Escape: asked === null ? undefined : () => setAsked(null),
  });

  return (
    <div className={css.screen} data-open={search.report !== undefined || undefined}>
      <QueuePane
        search={search}
        onSearch={onSearch}
        queue={queue}
        items={items}
        openId={openId ?? null}
        onOpen={open}
        isFiltering={isFiltering}
        onFiltering={setIsFiltering}
        firstFilter={firstFilter}
      />
      <div className={css.map}>
        <ReportMap queued={queued.data} onOpen={open} />
      </div>
      <section className={css.detail} aria-label={words.detail.label}>
        {queued.data ? (
          <>
            <ReportDetail
              queued={queued.data}
              known={renderKnown(queued.data.report.villageCode)}
              onOpen={open}
              onOpenPlace={onOpenPlace}
              {...(isPhone && { onBack: () => open(undefined) })}
            />
            <VerdictBar queued={queued.data} asked={asked} onAsk={setAsked} onGive={give} />
          </>
        ) : openId === undefined ? (
          <div className={css.nothing}>
            <EmptyState icon="list" title={words.detail.choose}>
              {words.detail.chooseHint}
            </EmptyState>
          </div>
        ) : queued.isError ? (
          <DetailError error={queued.error} onRetry={() => void queued.refetch()} />
        ) : (
          <div className={css.waiting}>
            <LoadingLines count={8} label={t.common.loading} />
          </div>
        )}
      </section>
      <KeyHelp isOpen={showsKeys} onClose={() => setShowsKeys(false)} />
    </div>
  );
}

function DetailError({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useText();
  const isGone = error instanceof ApiProblem && error.status === 404;
  if (isGone) return <EmptyState icon="search" title={t.verification.detail.missing} />;
  return (
    <ErrorState
      title={t.common.cannotLoad}
      body={problemText(error, t.problem)}
      retryLabel={t.common.tryAgain}
      onRetry={onRetry}
    />
  );
}
