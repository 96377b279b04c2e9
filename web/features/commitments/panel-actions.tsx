// What one may do with a commitment now: the next step first, giving up and going back last.
import { commitmentStates, type Commitment, type CommitmentState } from '#contract/commitments';
import { useText } from '../../i18n/text.tsx';
import { isClosed } from '../../lib/board-rows.ts';
import type { Doing } from './types.ts';
import css from './panel.module.css';

type Props = { commitment: Commitment; onDo: (doing: Doing) => void };

/** Forward on the way to serving; neither back nor out. */
function isForward(from: CommitmentState, to: CommitmentState): boolean {
  const order = (state: CommitmentState) => commitmentStates.indexOf(state);
  return !isClosed(to) && !isClosed(from) && order(to) > order(from);
}

export function PanelActions({ commitment, onDo }: Props) {
  const words = useText().commitmentPanel;
  const { state, moves, mayReschedule } = commitment;
  const forward = moves.filter((to) => isForward(state, to));
  const others = moves.filter((to) => !isForward(state, to));
  if (moves.length === 0 && !mayReschedule) return null;
  return (
    <footer className={css.foot}>
      <div className={css.actions}>
        {forward.map((to, index) => (
          <button
            key={to}
            type="button"
            className={index === 0 ? css.primary : css.secondary}
            onClick={() => onDo({ kind: 'move', to })}
          >
            {words.moveTo[to]}
          </button>
        ))}
        {mayReschedule && (
          <button
            type="button"
            className={css.secondary}
            onClick={() => onDo({ kind: 'reschedule' })}
          >
            {words.reschedule}
          </button>
        )}
      </div>
      {others.length > 0 && (
        <div className={css.actions}>
          {others.map((to) => (
            <button
              key={to}
              type="button"
              className={css.link}
              onClick={() => onDo({ kind: 'move', to })}
            >
              {isClosed(to) ? words.moveTo[to] : words.backTo[to]}
            </button>
          ))}
        </div>
      )}
    </footer>
  );
}
