// The last step: the rows in four parts with their counts; doubtful ones are settled here.
import { useRef, type KeyboardEvent } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import type { Account } from '#contract/auth';
import { importParts, type ImportDetail, type ImportPart } from '#contract/interchange';
import { importRowsQuery, leftOutFile } from '../../api/imports.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { DoubtList } from './doubt-list.tsx';
import { type RowPlaces, RowTable } from './row-table.tsx';
import css from './import.module.css';

type Props = {
  detail: ImportDetail;
  account: Account;
  part: ImportPart;
  onPart: (part: ImportPart) => void;
  /** Which step of the file this is. */
  step: number;
  /** Null where no map shows the rows. */
  places: RowPlaces | null;
};

export function RowsSection({ detail, account, part, onPart, step, places }: Props) {
  const t = useText();
  const words = t.imports.rows;
  return (
    <section className={css.section} aria-labelledby="import-rows">
      <h2 id="import-rows" className={css.step}>
        <span aria-hidden="true">{step}</span>
        {words.title}
      </h2>
      <PartTabs detail={detail} part={part} onPart={onPart} />
      <div
        id="import-part"
        role="tabpanel"
        aria-labelledby={`import-tab-${part}`}
        className={css.part}
      >
        <PartRows key={part} detail={detail} account={account} part={part} places={places} />
      </div>
    </section>
  );
}

function PartTabs({ detail, part, onPart }: Pick<Props, 'detail' | 'part' | 'onPart'>) {
  const t = useText();
  const { language } = useLanguage();
  const { counts } = detail;
  const tabs = useRef<HTMLDivElement>(null);
  const shown = {
    certain: counts.certain,
    doubtful: counts.doubtful,
    wrong: counts.wrong,
    same: counts.same,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const at = (importParts.indexOf(part) + by + importParts.length) % importParts.length;
    const next = importParts[at] ?? part;
    onPart(next);
    tabs.current?.querySelector<HTMLElement>(`#import-tab-${next}`)?.focus();
  };
  return (
    <div ref={tabs} role="tablist" aria-label={t.imports.rows.title} className={css.tabs}>
      {importParts.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`import-tab-${one}`}
          aria-selected={one === part}
          aria-controls="import-part"
          tabIndex={one === part ? 0 : -1}
          className={css.tab}
          data-part={one}
          onClick={() => onPart(one)}
          onKeyDown={onKeyDown}
        >
          <span className={css.tabCount}>{formatNumber(shown[one], language)}</span>
          {t.imports.rows.parts[one]}
        </button>
      ))}
    </div>
  );
}

type PartProps = Omit<Props, 'onPart' | 'step'>;

function PartRows({ detail, account, part, places }: PartProps) {
  const t = useText();
  const words = t.imports.rows;
  const found = useInfiniteQuery(importRowsQuery(detail.id, part));
  const rows = (found.data?.pages ?? []).flatMap((page) => page.rows);
  if (found.isPending) return <LoadingLines count={6} label={t.common.loading} />;
  if (found.isError)
    return (
      <ErrorState
        title={words.failed}
        body={problemText(found.error, t.problem)}
        retryLabel={t.common.tryAgain}
        onRetry={() => void found.refetch()}
      />
    );
  if (rows.length === 0) return <EmptyState>{words.empty[part]}</EmptyState>;
  const more = found.hasNextPage && (
    <Button
      variant="default"
      loading={found.isFetchingNextPage}
      onClick={() => void found.fetchNextPage()}
    >
      {words.more}
    </Button>
  );
  if (part === 'doubtful')
    return (
      <>
        <DoubtList detail={detail} account={account} rows={rows} places={places} />
        {more}
      </>
    );
  return (
    <>
      {part === 'wrong' && (
        <div className={css.hintLine}>
          <p className={css.quiet}>{words.wrongHint}</p>
          <Button
            size="compact-sm"
            variant="default"
            component="a"
            href={leftOutFile(detail.id)}
            download
          >
            {words.download}
          </Button>
        </div>
      )}
      <RowTable
        id={detail.id}
        part={part}
        rows={rows}
        isOpen={detail.state === 'preview'}
        places={places}
      />
      {more}
    </>
  );
}
