// All filed plans, newest first by operator: the file, who sent it, what it changes, what became of it.
import { useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import type { FilingSummary } from '#contract/filings';
import { filingsQuery } from '../../api/filings.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { changeKinds } from '../../lib/filing-view.ts';
import { formatDateTime, formatNumber } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { KindMark } from './kind-mark.tsx';
import css from './filing-list.module.css';

type Props = {
  /** Null where the one who looks brings in no plans. */
  onUpload: (() => void) | null;
  onOpen: (id: string) => void;
};

/** Each operator's filings together, the operators by their newest one. */
function groupByOperator(filings: readonly FilingSummary[]): [string, FilingSummary[]][] {
  const groups = new Map<string, FilingSummary[]>();
  for (const filing of filings)
    groups.set(filing.operatorName, [...(groups.get(filing.operatorName) ?? []), filing]);
  return [...groups];
}

export function FilingListScreen({ onUpload, onOpen }: Props) {
  const t = useText();
  const words = t.filings;
  const found = useQuery(filingsQuery());
  return (
    <section className={css.screen}>
      <header className={css.head}>
        <div>
          <h1 className={css.title}>{words.title}</h1>
          <p className={css.intro}>{words.intro}</p>
        </div>
        {onUpload && <Button onClick={onUpload}>{words.upload}</Button>}
      </header>
      {found.isPending ? (
        <LoadingLines count={6} label={t.common.loading} />
      ) : found.isError ? (
        <ErrorState
          title={words.failed}
          body={problemText(found.error, t.problem)}
          retryLabel={t.common.tryAgain}
          onRetry={() => void found.refetch()}
        />
      ) : found.data.length === 0 ? (
        <EmptyState icon="list" title={words.empty}>
          {onUpload && words.emptyHint}
        </EmptyState>
      ) : (
        groupByOperator(found.data).map(([operator, filings]) => (
          <section key={operator} aria-label={operator}>
            <h2 className={css.operator}>{operator}</h2>
            <ul className={css.filings}>
              {filings.map((filing) => (
                <FilingItem key={filing.id} filing={filing} onOpen={onOpen} />
              ))}
            </ul>
          </section>
        ))
      )}
    </section>
  );
}

type ItemProps = { filing: FilingSummary; onOpen: (id: string) => void };

function FilingItem({ filing, onOpen }: ItemProps) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.filings;
  const { fileName, state, counts } = filing;
  const changed = changeKinds.filter((kind) => counts[kind].lines > 0);
  const [name, at] =
    state === 'comparing'
      ? [filing.createdByName, filing.createdAt]
      : [filing.decidedByName ?? '', filing.decidedAt ?? ''];
  const when = formatDateTime(at, language);
  const fact = state === 'comparing' ? words.head.sent(name, when) : words.head[state](name, when);
  return (
    <li>
      <button type="button" className={css.filing} onClick={() => onOpen(filing.id)}>
        <span className={css.file}>
          <strong>{fileName}</strong>
          <span>{fact}</span>
        </span>
        <span className={css.counts}>
          {changed.length === 0
            ? words.list.none
            : changed.map((kind) => (
                <span key={kind} className={css.count}>
                  <KindMark kind={kind} />
                  {formatNumber(counts[kind].lines, language)} {words.kinds[kind].toLowerCase()}
                </span>
              ))}
        </span>
        <span className={css.state} data-state={state}>
          {words.states[state]}
        </span>
      </button>
    </li>
  );
}
