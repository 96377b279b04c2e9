// The head of a commitment: what it is, how it stands, who owes it.
import type { Commitment } from '#contract/commitments';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { daysBetween } from '../../lib/days.ts';
import { placeName } from '../../lib/place-name.ts';
import { CommitmentChip, LateMark } from '../../ui/commitment-chip.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import css from './panel.module.css';
import { dueText, ownerOf, ownerText, placesText } from './words.ts';

type Props = { commitment: Commitment; today: string; onClose: () => void };

export function PanelHead({ commitment, today, onClose }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const { number, state, kind, technology, places, isLate, servingOn } = commitment;
  const daysLeft = daysBetween(today, commitment.promisedOn);
  const due = dueText({ state, daysLeft, isLate, servingOn }, t, language);
  const first = places[0];
  const isSecret = commitment.confidentialUntil !== null && commitment.confidentialUntil > today;
  return (
    <header className={css.head}>
      <div className={css.headText}>
        <p className={css.number}>{t.commitments.number(number)}</p>
        <h2 className={css.title}>
          {first ? placesText({ placeName: placeName(first), places: places.length }) : '–'}
        </h2>
        <p className={css.owner}>
          {ownerText(ownerOf(commitment), t)} · {t.commitments.kinds[kind]}
          {technology !== null && ` ${technology.toUpperCase()}`}
        </p>
        <p className={css.chips}>
          <CommitmentChip state={state} label={t.commitments.states[state]} />
          {isLate ? <LateMark label={due} /> : <span>{due}</span>}
          {isSecret && <span className={css.secret}>{t.commitmentBoard.confidential}</span>}
        </p>
      </div>
      <IconButton icon="close" label={t.common.close} onClick={onClose} />
    </header>
  );
}
