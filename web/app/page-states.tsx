// A page that is coming, could not come, or does not exist.
import { useQueryClient } from '@tanstack/react-query';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';
import { useText } from '../i18n/text.tsx';
import { problemText } from '../lib/problems.ts';
import { EmptyState, ErrorState, LoadingLines } from '../ui/states.tsx';
import css from './page-states.module.css';

export function PageLoading() {
  const t = useText();
  return (
    <div className={css.page}>
      <div className={css.card}>
        <LoadingLines label={t.common.loading} />
      </div>
    </div>
  );
}

export function PageFailed({ error, reset }: ErrorComponentProps) {
  const t = useText();
  const router = useRouter();
  const client = useQueryClient();
  const retry = () => {
    void client.resetQueries({ queryKey: sessionQuery.queryKey });
    reset();
    void router.invalidate();
  };
  return (
    <div className={css.page}>
      <div className={css.card}>
        <ErrorState
          title={t.common.cannotLoad}
          body={problemText(error, t.problem)}
          retryLabel={t.common.tryAgain}
          onRetry={retry}
        />
      </div>
    </div>
  );
}

export function PageMissing() {
  const t = useText();
  return (
    <main className={css.page}>
      <div className={css.card}>
        <EmptyState
          icon="search"
          title={t.common.notFoundTitle}
          action={
            <a className={css.link} href="/">
              {t.common.toMap}
            </a>
          }
        >
          {t.common.notFoundBody}
        </EmptyState>
      </div>
    </main>
  );
}
