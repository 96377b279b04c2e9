// A declaration as its operator answers it: a row a place, filled by keyboard, mouse or finger, several at
// once; read-only once it is closed. Loads itself, so that it can stand in any screen.
import { useState } from 'react';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { DeclarationWindow } from '#contract/declarations';
import { windowQuery } from '../../api/declarations.ts';
import { useText } from '../../i18n/text.tsx';
import { problemText } from '../../lib/problems.ts';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { AnswerDesk } from './answer-desk.tsx';
import css from './grid.module.css';

type Props = {
  windowId: string;
  /** Whether the rows take the focus as soon as they are there: where the grid was opened by a key. */
  takesFocus?: boolean;
  onOpenPlace: (villageCode: string) => void;
};

export function AnswerGrid({ windowId, takesFocus = false, onOpenPlace }: Props) {
  const t = useText();
  const { data, isPending, error, refetch } = useQuery(windowQuery(windowId));
  if (isPending) return <LoadingLines count={8} label={t.common.loading} />;
  if (!data)
    return (
      <ErrorState
        title={t.declarations.window.failed}
        body={problemText(error, t.problem)}
        retryLabel={t.common.tryAgain}
        onRetry={() => void refetch()}
      />
    );
  return <AnswersOf window={data} takesFocus={takesFocus} onOpenPlace={onOpenPlace} />;
}

type OfProps = {
  window: DeclarationWindow;
  takesFocus?: boolean;
  onOpenPlace: (villageCode: string) => void;
};

/** The answers of one operator; which one is chosen where there are several to answer for. */
export function AnswersOf({ window, takesFocus = false, onOpenPlace }: OfProps) {
  const words = useText().declarations.grid;
  const [chosen, setChosen] = useState<string | null>(null);
  const { operators } = window;
  const operatorId = chosen ?? operators[0]?.id;
  if (operatorId === undefined) return null;
  return (
    <div className={css.whole}>
      {operators.length > 1 && (
        <NativeSelect
          className={css.operator}
          label={words.operator}
          value={operatorId}
          data={operators.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      <AnswerDesk
        key={`${window.id} ${operatorId}`}
        window={window}
        operatorId={operatorId}
        takesFocus={takesFocus}
        onOpenPlace={onOpenPlace}
      />
    </div>
  );
}
