// A place in the matrix: its name, and what each operator answers; promises can be chosen, and opened once
// they are agreed.
import type { CSSProperties } from 'react';
import type { DeclarationWindow, WindowPlace } from '#contract/declarations';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { Icon } from '../../ui/icons.tsx';
import { StatusSymbol } from '../../ui/status-symbol.tsx';
import { answerText } from './answer-words.ts';
import { answerOf, cellKey } from './matrix-items.ts';
import { aboveOf, titleOf } from './place-words.ts';
import css from './matrix.module.css';

type Props = {
  place: WindowPlace;
  window: DeclarationWindow;
  chosen: ReadonlySet<string> | null;
  isActive: boolean;
  style: CSSProperties;
  onToggle: (cell: string) => void;
  onOpenPlace: (villageCode: string) => void;
  onOpenCommitment: (id: string) => void;
};

export function MatrixRow(props: Props) {
  const { place, window, isActive, style, onOpenPlace } = props;
  const words = useText().declarations.matrix;
  return (
    <div role="row" className={css.row} data-active={isActive || undefined} style={style}>
      <div role="rowheader" className={css.place}>
        <StatusSymbol status={place.status} size={20} />
        <span className={css.names}>
          <button type="button" className={css.name} onClick={() => onOpenPlace(place.villageCode)}>
            {titleOf(place)}
          </button>
          <span className={css.quiet}>{aboveOf(place)}</span>
        </span>
      </div>
      {window.operators.map((operator) => (
        <MatrixCell key={operator.id} {...props} operator={operator} />
      ))}
      <div role="cell" className={css.result} title={words.proposalHint}>
        {place.isForProposal && <span className={css.proposal}>{words.proposal}</span>}
      </div>
    </div>
  );
}

type CellProps = Pick<Props, 'place' | 'window' | 'chosen' | 'onToggle' | 'onOpenCommitment'> & {
  operator: DeclarationWindow['operators'][number];
};

function MatrixCell({ place, window, operator, chosen, onToggle, onOpenCommitment }: CellProps) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.declarations.matrix;
  const answer = answerOf(place, operator.id);
  const { main, details, tone } = answerText(answer, window.isOpen, t, language);
  const commitmentId = answer?.commitmentId ?? null;
  const isAgreeable = chosen !== null && answer?.answer === 'build' && commitmentId === null;
  const key = cellKey(place.number, operator.id);
  const title = [main, ...details, answer?.note].filter(Boolean).join(' · ');
  return (
    <div role="cell" className={css.cell} data-tone={tone} title={title}>
      {isAgreeable && (
        <input
          type="checkbox"
          aria-label={words.choose(titleOf(place), operator.name)}
          checked={chosen.has(key)}
          onChange={() => onToggle(key)}
        />
      )}
      <span className={css.names}>
        <span className={css.main}>{main}</span>
        <span className={css.quiet}>
          {commitmentId !== null && (
            <button
              type="button"
              className={css.agreed}
              aria-label={words.openCommitment(titleOf(place), operator.name)}
              onClick={() => onOpenCommitment(commitmentId)}
            >
              <Icon name="check" size={12} />
              {words.agreed}
            </button>
          )}
          {commitmentId !== null && details.length > 0 && ' · '}
          {details.join(' · ')}
        </span>
      </span>
    </div>
  );
}
