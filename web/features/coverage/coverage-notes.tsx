// What is always said beside figures of coverage: that they are models, how far the work is, and why
// they are not there.
import type { CoverageOverview } from '#contract/coverage';
import { isUnreachable } from '../../api/offline.ts';
import { useText } from '../../i18n/text.tsx';
import { problemText } from '../../lib/problems.ts';
import { ErrorState } from '../../ui/states.tsx';
import css from './matrix.module.css';

/** The heading of a panel's section, with what the figures below it are. */
export function CoverageHead({ overview }: { overview: CoverageOverview | undefined }) {
  const t = useText();
  const words = t.coverageTables;
  const { job } = overview ?? {};
  return (
    <>
      <div className={css.head}>
        <h3>{words.title}</h3>
        <span className={css.tag} title={words.modelHint}>
          {words.model}
        </span>
      </div>
      {job && (job.isRunning || job.isBehind) && (
        <p className={css.quiet} role="status">
          {job.isRunning ? words.job.runningNote : words.job.behindNote}
        </p>
      )}
    </>
  );
}

type FailedProps = { error: unknown; onRetry: () => void };

/** Coverage is not kept on the device: without the server that is said in one line. */
export function CoverageFailed({ error, onRetry }: FailedProps) {
  const t = useText();
  if (isUnreachable(error)) return <p className={css.quiet}>{t.coverageTables.notKept}</p>;
  return (
    <ErrorState
      title={t.common.cannotLoad}
      body={problemText(error, t.problem)}
      retryLabel={t.common.tryAgain}
      onRetry={onRetry}
    />
  );
}
