// The dates of a commitment in their order: promised (and what it was at first), built, on air, serving.
import type { Commitment } from '#contract/commitments';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate } from '../../lib/format.ts';
import { Icon } from '../../ui/icons.tsx';
import css from './panel.module.css';

export function DatesTrack({ commitment }: { commitment: Commitment }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.commitmentPanel;
  const { firstPromisedOn, promisedOn, builtOn, onAirOn, servingOn, isLate, slips } = commitment;
  const day = (iso: string) => formatDate(iso, language);
  const reached = [
    { name: t.commitments.states.built, on: builtOn },
    { name: t.commitments.states.on_air, on: onAirOn },
    { name: t.commitments.states.serving, on: servingOn },
  ];
  return (
    <ol className={css.track}>
      <li data-reached="" data-late={isLate || undefined}>
        <span className={css.dot} aria-hidden="true" />
        <span className={css.step}>{words.promised}</span>
        {firstPromisedOn !== promisedOn && (
          <s className={css.before} title={words.firstPromised}>
            <span className="visually-hidden">{words.firstPromised} </span>
            {day(firstPromisedOn)}
          </s>
        )}
        <strong>{day(promisedOn)}</strong>
        {slips > 0 && <span className={css.before}>{t.commitmentBoard.slips(slips)}</span>}
      </li>
      {reached.map(({ name, on }) => (
        <li key={name} data-reached={on === null ? undefined : ''}>
          <span className={css.dot} aria-hidden="true">
            {on !== null && <Icon name="check" size={10} />}
          </span>
          <span className={css.step}>{name}</span>
          {on === null ? (
            <span className={css.before}>{words.notYet}</span>
          ) : (
            <strong>{day(on)}</strong>
          )}
        </li>
      ))}
    </ol>
  );
}
