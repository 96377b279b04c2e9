// Reporting on one promise without leaving the list: which news it is, then the form for it.
import { useEffect, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import type { CommitmentState } from '#contract/commitments';
import { commitmentQuery } from '../api/commitments.ts';
import { MoveForm } from '../features/commitments/move-form.tsx';
import { RescheduleForm } from '../features/commitments/reschedule-form.tsx';
import { useText } from '../i18n/text.tsx';
import { problemText } from '../lib/problems.ts';
import { todayHere } from '../lib/today.ts';
import { ErrorState, LoadingLines } from '../ui/states.tsx';
import css from './work-update.module.css';

type Props = { id: string; onDone: () => void; onOpen: () => void };
type News = { kind: 'move'; to: CommitmentState } | { kind: 'reschedule' };

export function WorkUpdateForm({ id, onDone, onOpen }: Props) {
  const t = useText();
  const words = t.work.updates;
  const { data: commitment, error, refetch } = useQuery(commitmentQuery(id));
  const [news, setNews] = useState<News | null>(null);
  const choices = useRef<HTMLDivElement>(null);
  const isChoosing = commitment !== undefined && news === null;
  useEffect(() => {
    if (isChoosing) choices.current?.querySelector('button')?.focus();
  }, [isChoosing]);
  if (error && !commitment)
    return (
      <ErrorState
        title={t.common.cannotLoad}
        body={problemText(error, t.problem)}
        retryLabel={t.common.tryAgain}
        onRetry={() => void refetch()}
      />
    );
  if (!commitment) return <LoadingLines label={t.common.loading} />;
  if (news?.kind === 'move')
    return <MoveForm commitment={commitment} to={news.to} today={todayHere()} onDone={onDone} />;
  if (news?.kind === 'reschedule')
    return <RescheduleForm commitment={commitment} onDone={onDone} />;
  return (
    <div
      ref={choices}
      role="group"
      aria-label={words.choose}
      className={css.choices}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      {commitment.moves.map((to) => (
        <Button key={to} variant="default" onClick={() => setNews({ kind: 'move', to })}>
          {t.commitmentPanel.moveTo[to]}
        </Button>
      ))}
      {commitment.mayReschedule && (
        <Button variant="default" onClick={() => setNews({ kind: 'reschedule' })}>
          {t.commitmentPanel.reschedule}
        </Button>
      )}
      <Button variant="subtle" onClick={onOpen}>
        {words.whole}
      </Button>
    </div>
  );
}
