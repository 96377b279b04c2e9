// The reports of a village, newest first: who saw what, when, how far it is trusted, with its photos.
import { useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Operator, Report } from '#contract/evidence';
import { operatorsQuery, reportsQuery } from '../../api/evidence.ts';
import { sessionQuery } from '../../api/session.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate, formatDateTime } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { shownPhotos } from '../../lib/photo-words.ts';
import { standingOf } from '../../lib/report-state.ts';
import { PhotoStrip } from '../../ui/photo-strip.tsx';
import { StandingChip } from '../../ui/standing-chip.tsx';
import { LoadingLines } from '../../ui/states.tsx';
import css from './evidence.module.css';
import { ReportDetails } from './report-details.tsx';
import { StatementText } from './statement-text.tsx';

type Props = { villageCode: string; onEdit: (report: Report) => void };

export function ReportList({ villageCode, onEdit }: Props) {
  const t = useText();
  const words = t.evidence.list;
  const reports = useQuery(reportsQuery(villageCode));
  const { data: operators } = useQuery(operatorsQuery);
  const { data: session } = useQuery(sessionQuery);
  const mayCheck = ['admin', 'staff'].includes(session?.account?.role ?? '');

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
        <ReportItem
          key={report.id}
          report={report}
          operators={operators ?? []}
          mayCheck={mayCheck}
          onEdit={onEdit}
        />
      ))}
    </ul>
  );
}

type ItemProps = {
  report: Report;
  operators: Operator[];
  /** Whether the one who looks verifies reports. */
  mayCheck: boolean;
  onEdit: (report: Report) => void;
};

function ReportItem({ report, operators, mayCheck, onEdit }: ItemProps) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.evidence.list;
  const seenOn = formatDate(report.observedOn, language);
  const standing = standingOf(report);
  const isChanged = report.updatedAt !== report.createdAt;
  return (
    <li className={css.report}>
      <div className={css.reportHead}>
        <time dateTime={report.observedOn} className={css.reportDate}>
          {seenOn}
        </time>
        <StandingChip
          standing={standing}
          label={standing === 'asked' ? t.verification.states.asked : words.states[report.state]}
        />
        {report.isSample && <StandingChip standing="sample" label={words.sample} />}
        <span className={css.reportLinks}>
          {mayCheck && (
            <Link
              to="/laporan"
              search={{ report: report.id }}
              className={css.link}
              aria-label={t.verification.checkOf(report.authorName, seenOn)}
            >
              {t.verification.check}
            </Link>
          )}
          {report.mayEdit && (
            <button
              type="button"
              className={css.link}
              aria-label={words.editOf(report.authorName, seenOn)}
              onClick={() => onEdit(report)}
            >
              {words.edit}
            </button>
          )}
        </span>
      </div>
      {report.kind !== 'report' && (
        <p className={css.kind}>
          {[t.verification.kinds[report.kind], ...report.participants].join(' · ')}
        </p>
      )}
      <ReportDetails report={report} />
      <StatementText statements={report.statements} operators={operators} />
      {report.note !== '' && <p className={css.note}>{report.note}</p>}
      {report.photos.length > 0 && (
        <div className={css.photos}>
          <PhotoStrip
            photos={shownPhotos(report.photos, t, language)}
            words={t.verification.photos}
          />
        </div>
      )}
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
