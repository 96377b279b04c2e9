// One commitment with all that is known of it: dates, places, terms, history, and what one may do with it.
import { useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Commitment, CommitmentList } from '#contract/commitments';
import { ApiProblem } from '../../api/client.ts';
import { commitmentQuery } from '../../api/commitments.ts';
import { useText } from '../../i18n/text.tsx';
import { problemText } from '../../lib/problems.ts';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { AmendForm } from './amend-form.tsx';
import { CommitmentTerms } from './commitment-terms.tsx';
import { DatesTrack } from './dates-track.tsx';
import { History } from './history.tsx';
import { MoveForm } from './move-form.tsx';
import { PanelActions } from './panel-actions.tsx';
import { PanelHead } from './panel-head.tsx';
import css from './panel.module.css';
import { PlaceList } from './place-list.tsx';
import { RescheduleForm } from './reschedule-form.tsx';
import type { Doing } from './types.ts';

type Props = {
  id: string;
  today: string;
  operators: CommitmentList['operators'];
  onOpenPlace: (villageCode: string) => void;
  onClose: () => void;
};

export function CommitmentPanel(props: Props) {
  const t = useText();
  const { data, error, refetch } = useQuery(commitmentQuery(props.id));
  if (error instanceof ApiProblem && error.status === 404)
    return (
      <EmptyState
        icon="search"
        title={t.commitmentPanel.unknown}
        action={
          <button type="button" className={css.secondary} onClick={props.onClose}>
            {t.common.close}
          </button>
        }
      />
    );
  if (error !== null && data === undefined)
    return (
      <ErrorState
        title={t.common.cannotLoad}
        body={problemText(error, t.problem)}
        retryLabel={t.common.tryAgain}
        onRetry={() => void refetch()}
      />
    );
  if (data === undefined)
    return (
      <div className={css.waiting}>
        <LoadingLines count={8} label={t.common.loading} />
      </div>
    );
  return <Loaded {...props} commitment={data} />;
}

function Loaded({ commitment, ...props }: Props & { commitment: Commitment }) {
  const { today, operators, onOpenPlace, onClose } = props;
  const words = useText().commitmentPanel;
  const [doing, setDoing] = useState<Doing>(null);
  const body = useRef<HTMLDivElement>(null);
  const done = () => {
    setDoing(null);
    // The form that had the focus is gone.
    body.current?.focus({ preventScroll: true });
  };
  return (
    <>
      <PanelHead commitment={commitment} today={today} onClose={onClose} />
      <div ref={body} className={css.scroll} tabIndex={-1}>
        <section className={css.section} aria-label={words.dates}>
          <DatesTrack commitment={commitment} />
          {commitment.state !== 'serving' && <p className={css.quiet}>{words.howServing}</p>}
        </section>
        <section className={css.section}>
          <h3>{words.places(commitment.places.length)}</h3>
          <PlaceList places={commitment.places} onOpenPlace={onOpenPlace} />
        </section>
        <section className={css.section}>
          <h3>{words.terms}</h3>
          {doing?.kind === 'amend' ? (
            <AmendForm commitment={commitment} onDone={done} />
          ) : (
            <CommitmentTerms
              commitment={commitment}
              operators={operators}
              today={today}
              onAmend={
                commitment.mayAmend.length > 0 ? () => setDoing({ kind: 'amend' }) : undefined
              }
            />
          )}
        </section>
        <section className={css.section}>
          <h3>{words.history}</h3>
          <History events={commitment.events} operators={operators} />
        </section>
      </div>
      {doing?.kind === 'move' ? (
        <footer className={css.foot}>
          <MoveForm
            key={doing.to}
            commitment={commitment}
            to={doing.to}
            today={today}
            onDone={done}
          />
        </footer>
      ) : doing?.kind === 'reschedule' ? (
        <footer className={css.foot}>
          <RescheduleForm commitment={commitment} onDone={done} />
        </footer>
      ) : (
        doing === null && <PanelActions commitment={commitment} onDo={setDoing} />
      )}
    </>
  );
}
