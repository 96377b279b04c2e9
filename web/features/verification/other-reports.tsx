// The reports around the one that is decided on, nearest first; each opens in its place.
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { NearbyReport } from '#contract/evidence';
import { operatorsQuery } from '../../api/evidence.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate, formatDistance } from '../../lib/format.ts';
import { standingOf } from '../../lib/report-state.ts';
import { StandingChip } from '../../ui/standing-chip.tsx';
import css from './detail.module.css';
import { statementLine } from './words.ts';

const shownAtFirst = 4;

type Props = {
  others: readonly NearbyReport[];
  likelySame: readonly string[];
  onOpen: (id: string) => void;
};

export function OtherReports({ others, likelySame, onOpen }: Props) {
  const t = useText();
  const words = t.verification.detail;
  const [isWhole, setIsWhole] = useState(false);
  if (others.length === 0) return <p className={css.quiet}>{words.noOthers}</p>;
  const shown = isWhole ? others : others.slice(0, shownAtFirst);
  return (
    <>
      <ul className={css.others}>
        {shown.map((other) => (
          <li key={other.id}>
            <OtherReport
              other={other}
              isLikelySame={likelySame.includes(other.id)}
              onPick={() => onOpen(other.id)}
            />
          </li>
        ))}
      </ul>
      {shown.length < others.length && (
        <button type="button" className={css.link} onClick={() => setIsWhole(true)}>
          {words.moreOthers(others.length - shown.length)}
        </button>
      )}
    </>
  );
}

type OtherProps = { other: NearbyReport; isLikelySame: boolean; onPick: () => void };

/** One of them as a button of a few short lines. */
export function OtherReport({ other, isLikelySame, onPick }: OtherProps) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.verification;
  const { data: operators = [] } = useQuery(operatorsQuery);
  const standing = standingOf(other);
  return (
    <button type="button" className={css.other} onClick={onPick}>
      <span className={css.otherHead}>
        <strong>{formatDistance(other.distanceM, language)}</strong>
        {formatDate(other.observedOn, language)}
        {other.kind !== 'report' && <span>{words.kinds[other.kind]}</span>}
        <StandingChip standing={standing} label={words.states[standing]} />
        {isLikelySame && <StandingChip standing="asked" label={words.detail.likelySame} />}
      </span>
      <span>{statementLine(other.statements, operators, t)}</span>
      {other.note !== '' && <span className={css.otherNote}>{other.note}</span>}
      <span className={css.quiet}>{words.detail.by(other.authorName, other.officeName)}</span>
    </button>
  );
}
