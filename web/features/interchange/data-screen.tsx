// What can be brought in, a card a kind, and what was brought in lately.
import { useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button, Loader } from '@mantine/core';
import { importKindsOf, type ImportKindName } from '#contract/interchange';
import { importsQuery, useSendFile } from '../../api/imports.ts';
import { useText } from '../../i18n/text.tsx';
import { problemText } from '../../lib/problems.ts';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { KindCard } from './kind-card.tsx';
import { RecentImports } from './recent-imports.tsx';
import { UnreadFile } from './unread-file.tsx';
import css from './data.module.css';

type Props = {
  /** Of the one who looks: each role has its own kinds. */
  role: string;
  onOpen: (id: string) => void;
};

export function DataScreen({ role, onOpen }: Props) {
  const t = useText();
  const words = t.imports;
  const kinds = importKindsOf(role);
  const recent = useQuery(importsQuery);
  const send = useSendFile();
  const sending = useRef<AbortController | null>(null);
  const [sent, setSent] = useState<{ kind: ImportKindName; name: string } | null>(null);

  const take = (kind: ImportKindName, file: File) => {
    sending.current = new AbortController();
    setSent({ kind, name: file.name });
    send.mutate(
      { kind, file, signal: sending.current.signal },
      { onSuccess: ({ id }) => onOpen(id) },
    );
  };
  const isStopped = send.error?.name === 'AbortError';
  return (
    <section className={css.screen}>
      <div>
        <h1 className={css.title}>{kinds.includes('reports') ? words.title : words.mapsTitle}</h1>
        <p className={css.intro}>{words.intro}</p>
      </div>
      <ul className={css.kinds}>
        {kinds.map((kind) => (
          <KindCard
            key={kind}
            kind={kind}
            isBusy={send.isPending}
            onFile={(file) => take(kind, file)}
          >
            {sent?.kind === kind && send.isPending && (
              <p className={css.reading} role="status">
                <Loader size={16} />
                <span>{words.reading(sent.name)}</span>
                <Button size="compact-sm" variant="subtle" onClick={() => sending.current?.abort()}>
                  {words.stop}
                </Button>
              </p>
            )}
            {sent?.kind === kind && send.error && !isStopped && (
              <UnreadFile name={sent.name} error={send.error} />
            )}
          </KindCard>
        ))}
      </ul>
      <section className={css.recent} aria-label={words.recent.title}>
        <h2 className={css.subtitle}>{words.recent.title}</h2>
        {recent.isPending ? (
          <LoadingLines count={4} label={t.common.loading} />
        ) : recent.isError ? (
          <ErrorState
            title={words.recent.failed}
            body={problemText(recent.error, t.problem)}
            retryLabel={t.common.tryAgain}
            onRetry={() => void recent.refetch()}
          />
        ) : recent.data.length === 0 ? (
          <EmptyState icon="list">{words.recent.empty}</EmptyState>
        ) : (
          <RecentImports imports={recent.data} onOpen={onOpen} />
        )}
      </section>
    </section>
  );
}
