// The work of making coverage again: how far it is, and stopping it; or that something waits for it.
import type { CoverageJob } from '#contract/coverage';
import { useCancelCoverage, useRebuildCoverage } from '../../api/coverage.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import css from './coverage-legend.module.css';

type Props = { job: CoverageJob; mayManage: boolean };

export function JobLine({ job, mayManage }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.coverage.job;
  const cancel = useCancelCoverage();
  const rebuild = useRebuildCoverage();
  const number = (value: number) => formatNumber(value, language);
  if (job.isRunning)
    return (
      <div className={css.job} role="status">
        <p>
          {words.title}{' '}
          {job.step !== null && job.total > 0 && (
            <span>{words.steps[job.step](number(job.done), number(job.total))}</span>
          )}
        </p>
        <progress
          aria-label={words.title}
          {...(job.total > 0 && { max: job.total, value: job.done })}
        />
        {mayManage && (
          <button
            type="button"
            className={css.link}
            disabled={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            {words.cancel}
          </button>
        )}
      </div>
    );
  if (job.failure === null && !job.isBehind) return null;
  return (
    <div className={css.job} role="status">
      <p>{job.failure === null ? words.behind : words.failed}</p>
      {mayManage && (
        <button
          type="button"
          className={css.link}
          disabled={rebuild.isPending}
          onClick={() => rebuild.mutate()}
        >
          {words.again}
        </button>
      )}
    </div>
  );
}
