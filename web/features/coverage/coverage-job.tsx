// How far the work of counting coverage is, and what can be done about it: cancel, resume, make all again.
import { useQuery } from '@tanstack/react-query';
import { Button, Progress } from '@mantine/core';
import {
  coverageQuery,
  useCancelCoverage,
  useRebuildCoverage,
  useResumeCoverage,
} from '../../api/coverage.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import css from './screen.module.css';

type Props = {
  /** Whether the one who looks may start and stop it. */
  mayRun: boolean;
};

export function CoverageJob({ mayRun }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.coverageTables.job;
  const { data: overview } = useQuery(coverageQuery);
  const rebuild = useRebuildCoverage();
  const resume = useResumeCoverage();
  const cancel = useCancelCoverage();
  if (overview === undefined) return null;
  const { job, siteCount } = overview;
  const number = (value: number) => formatNumber(value, language);
  const refusal = rebuild.error ?? resume.error ?? cancel.error;
  const starting = job.isBehind ? resume : rebuild;
  return (
    <section className={css.card} aria-label={words.title} data-job={jobState(job)}>
      <h2 className={css.subtitle}>{words.title}</h2>
      <div role="status" className={css.jobState}>
        {job.isRunning ? (
          <p>
            {job.step === null ? words.running : words.steps[job.step]}
            {job.total > 0 && (
              <span className={css.progressText}>
                {words.progress(number(job.done), number(job.total))}
              </span>
            )}
          </p>
        ) : (
          <p>{job.isBehind ? words.behind : words.idle}</p>
        )}
      </div>
      {job.isRunning && job.total > 0 && (
        <Progress value={(100 * job.done) / job.total} aria-label={words.running} size="sm" />
      )}
      {job.failure !== null && !job.isRunning && <Note tone="error">{words.failed}</Note>}
      {refusal && <Note tone="error">{problemText(refusal, t.problem)}</Note>}
      <p className={css.quiet}>{words.sites(number(siteCount))}</p>
      {mayRun && (
        <div className={css.actions}>
          {job.isRunning ? (
            <Button
              size="xs"
              variant="default"
              loading={cancel.isPending}
              onClick={() => cancel.mutate()}
            >
              {words.cancel}
            </Button>
          ) : (
            <Button
              size="xs"
              variant="default"
              loading={starting.isPending}
              onClick={() => starting.mutate()}
            >
              {job.isBehind ? words.resume : words.start}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function jobState({ isRunning, isBehind }: { isRunning: boolean; isBehind: boolean }) {
  if (isRunning) return 'running';
  return isBehind ? 'behind' : 'idle';
}
