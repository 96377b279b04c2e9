// What waits for an operator's liaison, all of it on one screen: declarations, promises, plans, places of
// which nothing is said. j and k go from one to the next, Enter opens it.
import { useRef, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Work } from '#contract/work';
import { workQuery } from '../../api/work.ts';
import { useText } from '../../i18n/text.tsx';
import { problemText } from '../../lib/problems.ts';
import { useKeys } from '../../lib/use-keys.ts';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Declarations } from './declarations.tsx';
import { Filing } from './filing.tsx';
import { TableTools } from './table-tools.tsx';
import { TakenOver } from './taken-over.tsx';
import { Unanswered } from './unanswered.tsx';
import { Updates } from './updates.tsx';
import css from './work.module.css';

type Props = {
  renderAnswers: (windowId: string) => ReactNode;
  renderUpdate: (id: string, onDone: () => void) => ReactNode;
  onUpload: () => void;
  onOpenFiling: (id: string) => void;
  onPromise: (villageCode: string) => void;
  onOpenPlace: (villageCode: string) => void;
};

/** Goes to the next thing that waits or to the one before, also when the one that had the focus is gone. */
function useSteps(): (by: 1 | -1) => void {
  const last = useRef(-1);
  return (by) => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-work-row]')];
    const at = rows.findIndex((row) => row === document.activeElement);
    const from = at === -1 ? last.current - Number(by === 1 && last.current >= 0) : at;
    last.current = Math.max(0, Math.min(rows.length - 1, from + by));
    rows[last.current]?.focus();
  };
}

function isAllDone({ declarations, updates, filing, unanswered }: Work): boolean {
  const waiting = declarations.length + updates.total + unanswered.total + filing.comparing.length;
  return waiting === 0 && !filing.isDue;
}

export function WorkScreen(props: Props) {
  const t = useText();
  const words = t.work;
  const work = useQuery(workQuery);
  const step = useSteps();
  useKeys({ j: () => step(1), k: () => step(-1) });
  return (
    <div className={css.page}>
      <header className={css.head}>
        <div>
          <h1 className={css.title}>
            {work.data ? words.title(work.data.operatorName) : t.commitments.work}
          </h1>
          <p className={css.keys}>{words.keys}</p>
        </div>
        <TableTools />
      </header>
      <p className={css.hint}>{words.table.hint}</p>
      <TakenOver />
      {work.isPending && <LoadingLines count={8} label={t.common.loading} />}
      {work.isError && !work.data && (
        <ErrorState
          title={t.common.cannotLoad}
          body={problemText(work.error, t.problem)}
          retryLabel={t.common.tryAgain}
          onRetry={() => void work.refetch()}
        />
      )}
      {work.data && <Parts {...props} work={work.data} />}
    </div>
  );
}

function Parts({ work, ...props }: Props & { work: Work }) {
  const words = useText().work;
  const { declarations, updates, filing, unanswered, operatorName, today } = work;
  return (
    <>
      {isAllDone(work) && (
        <EmptyState icon="check" title={words.nothing}>
          {words.nothingHint(operatorName)}
        </EmptyState>
      )}
      <Declarations declarations={declarations} renderAnswers={props.renderAnswers} />
      <Updates updates={updates} today={today} renderUpdate={props.renderUpdate} />
      <Filing filing={filing} onUpload={props.onUpload} onOpenFiling={props.onOpenFiling} />
      <Unanswered
        unanswered={unanswered}
        operatorName={operatorName}
        onPromise={props.onPromise}
        onOpenPlace={props.onOpenPlace}
      />
    </>
  );
}
