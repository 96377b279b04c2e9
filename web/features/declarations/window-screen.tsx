// One declaration: for those who ask the matrix of all answers, for an operator the rows to answer.
import { useState } from 'react';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Role } from '#contract/auth';
import type { DeclarationWindow } from '#contract/declarations';
import { windowQuery } from '../../api/declarations.ts';
import { useText } from '../../i18n/text.tsx';
import { isRefusal, problemText } from '../../lib/problems.ts';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { AnswerDesk } from './answer-desk.tsx';
import { AnswersOf } from './answer-grid.tsx';
import { MatrixView } from './matrix-view.tsx';
import { WindowHead } from './window-head.tsx';
import css from './window.module.css';
import page from './declarations.module.css';

type Props = {
  id: string;
  role: Role;
  onBack: () => void;
  onOpenPlace: (villageCode: string) => void;
  onOpenCommitment: (id: string) => void;
};

export function WindowScreen({ id, role, onBack, ...places }: Props) {
  const t = useText();
  const words = t.declarations.window;
  const { data, isPending, error, refetch } = useQuery(windowQuery(id));
  const back = (
    <button type="button" className={page.link} onClick={onBack}>
      {words.back}
    </button>
  );
  if (isPending)
    return (
      <div className={css.waiting}>
        <LoadingLines count={10} label={t.common.loading} />
      </div>
    );
  if (!data)
    return isRefusal(error) && error.status === 404 ? (
      <EmptyState icon="search" title={words.missing} action={back} />
    ) : (
      <ErrorState
        title={words.failed}
        body={problemText(error, t.problem)}
        retryLabel={t.common.tryAgain}
        onRetry={() => void refetch()}
      />
    );
  return (
    <div className={css.screen}>
      <WindowHead window={data} onBack={onBack} />
      {role === 'liaison' ? (
        <AnswersOf window={data} onOpenPlace={places.onOpenPlace} />
      ) : (
        <AskersView window={data} {...places} />
      )}
    </div>
  );
}

type ViewProps = Pick<Props, 'onOpenPlace' | 'onOpenCommitment'> & { window: DeclarationWindow };

/** Staff may also write down what an operator said by letter or by telephone. */
function AskersView({ window, onOpenPlace, onOpenCommitment }: ViewProps) {
  const words = useText().declarations;
  const [operatorId, setOperatorId] = useState('');
  const isAnswering = operatorId !== '' && window.mayAnswerFor.includes(operatorId);
  const choice = window.mayAnswerFor.length > 0 && (
    <NativeSelect
      size="xs"
      className={css.inNameOf}
      aria-label={words.grid.operator}
      value={isAnswering ? operatorId : ''}
      data={[
        { value: '', label: words.grid.asMatrix },
        ...window.operators
          .filter(({ id }) => window.mayAnswerFor.includes(id))
          .map(({ id, name }) => ({ value: id, label: words.grid.inNameOf(name) })),
      ]}
      onChange={(event) => setOperatorId(event.currentTarget.value)}
    />
  );
  if (!isAnswering)
    return (
      <MatrixView
        window={window}
        onOpenPlace={onOpenPlace}
        onOpenCommitment={onOpenCommitment}
        extra={choice}
      />
    );
  return (
    <AnswerDesk
      key={operatorId}
      window={window}
      operatorId={operatorId}
      onOpenPlace={onOpenPlace}
      extra={choice}
    />
  );
}
