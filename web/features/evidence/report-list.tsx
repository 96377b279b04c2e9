// The reports of a village, newest first: who saw what, when, and how far it is trusted.
import { useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import type { Operator, Report } from '#contract/evidence';
import { operatorsQuery, reportsQuery } from '../../api/evidence.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate, formatDateTime } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { LoadingLines } from '../../ui/states.tsx';
import css from './evidence.module.css';
import { StatementText } from './statement-text.tsx';

type Props = { villageCode: string; onEdit: (report: Report) => void };

export function ReportList({ villageCode, onEdit }: Props) {
  const t = useText();
  const words = t.evidence.list;
  const reports = useQuery(reportsQuery(villageCode));
  const { data: operators } = useQuery(operatorsQuery);

  if (reports.isPending) return <LoadingLines count={4} label={t.common.loading} />;
  if (reports.isError)
    return (
      <div role="alert">
        <p className={css.help}>
          {words.failed} {problemText(reports.error, t.problem)}
        </p>
        <Button size="compact-sm" variant="default" onClick={() => void reports.refetch()}>
          {t.common.tryAgain}
        </Button>
      </div>
    );
  if (reports.data.length === 0) return <p className={css.help}>{words.empty}</p>;
  return (
    <ul className={css.plainList}>
      {reports.data.map((report) => (
        <ReportItem key={report.id} report={report} operators={operators ?? []} onEdit={onEdit} />
      ))}
    </ul>
  );
}

type ItemProps = { report: Report; operators: Operator[]; onEdit: (report: Report) => void };

function ReportItem({ report, operators, onEdit }: ItemProps) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.evidence.list;
  const seenOn = formatDate(report.observedOn, language);
  const isChanged = report.updatedAt !== report.createdAt;
  return (
    <li className={css.report}>
      <div className={css.reportHead}>
        <time dateTime={report.observedOn} className={css.reportDate}>
          {seenOn}
        </time>
        <span className={css.chip} data-state={report.state}>
          {words.states[report.state]}
        </span>
        {report.isSample && <span className={css.sampleChip}>{words.sample}</span>}
        {report.mayEdit && (
          <button
            type="button"
            className={`${css.link} ${css.edit}`}
            aria-label={words.editOf(report.authorName, seenOn)}
            onClick={() => onEdit(report)}
          >
            {words.edit}
          </button>
        )}
      </div>
      <StatementText statements={report.statements} operators={operators} />
      {report.note !== '' && <p className={css.note}>{report.note}</p>}
      <p className={css.help}>
        {report.authorName}, {report.officeName}
        {isChanged &&
          ` · ${
            report.updatedByName === report.authorName
              ? words.changedAt(formatDateTime(report.updatedAt, language))
              : words.changedBy(report.updatedByName, formatDateTime(report.updatedAt, language))
          }`}
      </p>
    </li>
  );
}
