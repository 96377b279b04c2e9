// One's own reports: how each stands, the last that became of it, and the question to be answered.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import type { OwnReport } from '#contract/verification';
import { operatorsQuery } from '../../api/evidence.ts';
import { ownReportsQuery } from '../../api/verification.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { saidStatus, standingOf } from '../../lib/report-state.ts';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { StandingChip } from '../../ui/standing-chip.tsx';
import { StatusSymbol } from '../../ui/status-symbol.tsx';
import css from './own-reports.module.css';
import { eventLine, statementLine, villageName, villagePath } from './words.ts';

type Props = {
  /** Opens the form on a report, to answer or to correct. */
  onAnswer: (report: OwnReport) => void;
  onOpenPlace: (villageCode: string) => void;
  onToMap: () => void;
};

export function OwnReports({ onAnswer, onOpenPlace, onToMap }: Props) {
  const t = useText();
  const words = t.verification.own;
  const own = useInfiniteQuery(ownReportsQuery);
  const asked = own.data?.pages[0]?.asked ?? [];
  const askedIds = new Set(asked.map(({ id }) => id));
  const reports = own.data?.pages.flatMap((page) => page.items) ?? [];
  const others = reports.filter(({ id }) => !askedIds.has(id));
  const item = (report: OwnReport) => (
    <Item key={report.id} report={report} onAnswer={onAnswer} onOpenPlace={onOpenPlace} />
  );
  if (own.isPending) return <LoadingLines count={10} label={t.common.loading} />;
  if (own.isError && reports.length === 0)
    return (
      <ErrorState
        title={words.failed}
        body={problemText(own.error, t.problem)}
        retryLabel={t.common.tryAgain}
        onRetry={() => void own.refetch()}
      />
    );
  if (reports.length === 0)
    return (
      <EmptyState
        icon="pin"
        title={words.emptyTitle}
        action={
          <Button variant="default" onClick={onToMap}>
            {words.toMap}
          </Button>
        }
      >
        {words.empty}
      </EmptyState>
    );
  return (
    <div className={css.page}>
      {asked.length > 0 && (
        <section>
          <h2 className={css.heading}>{words.asked(asked.length)}</h2>
          <ul className={css.list}>{asked.map(item)}</ul>
        </section>
      )}
      {others.length > 0 && (
        <section>
          <h2 className={asked.length > 0 ? css.heading : 'visually-hidden'}>{words.rest}</h2>
          <ul className={css.list}>{others.map(item)}</ul>
        </section>
      )}
      {own.hasNextPage && (
        <Button
          variant="default"
          loading={own.isFetchingNextPage}
          onClick={() => void own.fetchNextPage()}
        >
          {words.more}
        </Button>
      )}
    </div>
  );
}

type ItemProps = { report: OwnReport } & Pick<Props, 'onAnswer' | 'onOpenPlace'>;

function Item({ report, onAnswer, onOpenPlace }: ItemProps) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.verification;
  const { data: operators = [] } = useQuery(operatorsQuery);
  const standing = standingOf(report);
  const name = villageName(report);
  const { lastEvent } = report;
  return (
    <li className={css.item} data-report={report.id}>
      <StatusSymbol
        status={saidStatus(report.statements)}
        size={22}
        faded={report.state !== 'verified'}
      />
      <div className={css.what}>
        <div className={css.head}>
          <button
            type="button"
            className={css.place}
            title={words.own.open}
            onClick={() => onOpenPlace(report.villageCode)}
          >
            {name}
          </button>
          <StandingChip standing={standing} label={words.states[standing]} />
        </div>
        <p className={css.said}>{statementLine(report.statements, operators, t)}</p>
        <p>
          {[
            villagePath(report),
            ...(report.kind === 'report' ? [] : [words.kinds[report.kind]]),
            words.own.seenOn(formatDate(report.observedOn, language)),
            ...(report.photoCount > 0 ? [words.list.photos(report.photoCount)] : []),
          ].join(' · ')}
        </p>
        {lastEvent && (
          <p className={css.event}>
            {eventLine(lastEvent, t, language)}
            {lastEvent.reason !== '' && <q>{lastEvent.reason}</q>}
          </p>
        )}
      </div>
      {standing === 'asked' && (
        <Button aria-label={words.own.answerOf(name)} onClick={() => onAnswer(report)}>
          {words.own.answer}
        </Button>
      )}
    </li>
  );
}
