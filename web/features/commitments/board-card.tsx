// One commitment as a card of the board: who, where, by when, and what is late. A button that opens it.
import type { Ref } from 'react';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { BoardRow } from '../../lib/board-rows.ts';
import { formatDate } from '../../lib/format.ts';
import { LateMark } from '../../ui/commitment-chip.tsx';
import { Icon } from '../../ui/icons.tsx';
import css from './board.module.css';
import { dueText, ownerText, placesText } from './words.ts';

type Props = {
  row: BoardRow;
  isOpen: boolean;
  /** Tab comes to one card of a column; arrows go on from there. */
  isActive: boolean;
  onOpen: () => void;
  ref?: Ref<HTMLButtonElement>;
};

export function BoardCard({ row, isOpen, isActive, onOpen, ref }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.commitmentBoard;
  const due = dueText(row, t, language);
  return (
    <button
      ref={ref}
      type="button"
      className={css.card}
      tabIndex={isActive ? 0 : -1}
      aria-current={isOpen || undefined}
      data-commitment={row.number}
      onClick={onOpen}
    >
      <span className={css.cardTop}>
        <span>{words.shortNumber(row.number)}</span>
        <span className={css.kind}>{t.commitments.kinds[row.kind]}</span>
        {row.isConfidential && (
          <span className={css.secret} title={words.confidential}>
            <Icon name="eyeOff" size={14} />
            <span className="visually-hidden">{words.confidential}</span>
          </span>
        )}
        {row.slips > 0 && <span className={css.slips}>{words.slips(row.slips)}</span>}
      </span>
      <span className={css.cardPlace}>{placesText(row)}</span>
      <span className={css.cardOwner}>{ownerText(row, t)}</span>
      <span className={css.cardDue}>
        <span>{formatDate(row.promisedOn, language)}</span>
        {row.isLate ? <LateMark label={due} /> : <span>{due}</span>}
      </span>
    </button>
  );
}
