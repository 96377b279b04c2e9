// The cells of one row of answers: the place, what is answered, the note, whether it is saved.
import { useLanguage, useText } from '../../i18n/text.tsx';
import { problemText } from '../../lib/problems.ts';
import { Icon } from '../../ui/icons.tsx';
import { StatusSymbol } from '../../ui/status-symbol.tsx';
import { toldOf } from './answer-draft.ts';
import { answerText } from './answer-words.ts';
import { aboveOf, regencyOf, titleOf } from './place-words.ts';
import type { AnswerRow } from './use-answers.ts';
import css from './grid.module.css';

type Props = {
  row: AnswerRow;
  isOpen: boolean;
  /** Null where nothing can be chosen. */
  isChosen: boolean | null;
  onToggle: () => void;
  onOpenPlace: (villageCode: string) => void;
};

export function AnswerRowCells({ row, isOpen, isChosen, onToggle, onOpenPlace }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.declarations.grid;
  const { place, answer, saving } = row;
  const title = titleOf(place);
  const sent = saving?.state === 'saving' ? saving.answer : undefined;
  const told = sent === undefined ? answer : sent === null ? undefined : toldOf(sent);
  const { main, details, tone } = answerText(told, isOpen, t, language);
  const note = sent ? sent.note : (answer?.note ?? '');
  return (
    <>
      {isChosen !== null && (
        <div role="gridcell" className={css.choose}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={words.choose(title)}
            checked={isChosen}
            disabled={Boolean(answer?.commitmentId)}
            onChange={onToggle}
          />
        </div>
      )}
      <div role="gridcell" className={css.place}>
        <StatusSymbol status={place.status} size={20} />
        <span className={css.names}>
          <button
            type="button"
            tabIndex={-1}
            className={css.placeName}
            onClick={() => onOpenPlace(place.villageCode)}
          >
            {title}
          </button>
          <span className={css.above}>
            {aboveOf(place)}, {regencyOf(place)}
          </span>
        </span>
      </div>
      <div role="gridcell" className={css.answer} data-tone={tone}>
        <span className={css.line}>{told === undefined && isOpen ? words.noAnswer : main}</span>
        {details.length > 0 && <span className={css.above}>{details.join(' · ')}</span>}
      </div>
      <div role="gridcell" className={css.note} data-column="note">
        {note}
      </div>
      <div role="gridcell" className={css.state} data-column="state">
        {answer?.commitmentId ? (
          words.agreed
        ) : saving?.state === 'saving' ? (
          words.saving
        ) : saving?.state === 'saved' ? (
          <>
            <Icon name="check" size={14} /> {words.saved}
          </>
        ) : saving?.state === 'failed' ? (
          <span className={css.failed} title={problemText(saving.error, t.problem)}>
            {words.failed}
          </span>
        ) : null}
      </div>
    </>
  );
}
