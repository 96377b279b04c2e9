// The promises that need a word: late ones first, each reported on in place.
import { useState, type ReactNode } from 'react';
import type { Work, WorkUpdate } from '#contract/work';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { daysBetween } from '../../lib/days.ts';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { CommitmentChip, LateMark } from '../../ui/commitment-chip.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Section } from './section.tsx';
import { capitalised } from './words.ts';
import css from './work.module.css';

type Props = {
  updates: Work['updates'];
  today: string;
  /** The form in which a promise is reported on; `onDone` closes it. */
  renderUpdate: (id: string, onDone: () => void) => ReactNode;
};

export function Updates({ updates, today, renderUpdate }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.work.updates;
  const [openId, setOpenId] = useState<string | null>(null);
  const { total, commitments } = updates;
  const number = (value: number) => formatNumber(value, language);
  return (
    <Section title={words.title} count={total} figure={number(total)} none={words.none}>
      <ul className={css.list}>
        {commitments.map((update) => {
          const isOpen = update.id === openId;
          return (
            <li key={update.id} className={css.item} data-open={isOpen || undefined}>
              <UpdateRow
                update={update}
                today={today}
                isOpen={isOpen}
                onToggle={() => setOpenId(isOpen ? null : update.id)}
              />
              {isOpen && (
                <div className={css.form}>
                  {renderUpdate(update.id, () => {
                    setOpenId(null);
                    focusRow(update.id);
                  })}
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {total > commitments.length && (
        <p className={css.hint}>{words.shown(number(commitments.length), number(total))}</p>
      )}
    </Section>
  );
}

/** Back to where the form was opened, so that the keyboard goes on from there. */
function focusRow(id: string): void {
  requestAnimationFrame(() => document.getElementById(`work-${id}`)?.focus());
}

type RowProps = { update: WorkUpdate; today: string; isOpen: boolean; onToggle: () => void };

function UpdateRow({ update, today, isOpen, onToggle }: RowProps) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.work.updates;
  const { cause, promisedOn, quietDays, placeName, places, siteName, slips } = update;
  const days = daysBetween(today, promisedOn);
  const place = `${capitalised(placeName)}${places > 1 ? words.morePlaces(places - 1) : ''}`;
  const facts = [
    t.commitments.number(update.number),
    ...(siteName === '' ? [] : [siteName]),
    words.promised(formatDate(promisedOn, language)),
    ...(slips > 0 ? [words.slips(slips)] : []),
    ...(cause === 'due_soon' ? [words.dueIn(days)] : []),
    ...(cause !== 'due_soon' && quietDays > 0
      ? [words.quiet(formatNumber(quietDays, language))]
      : []),
  ];
  return (
    <button
      id={`work-${update.id}`}
      type="button"
      className={css.button}
      data-work-row
      aria-expanded={isOpen}
      onClick={onToggle}
    >
      <span className={css.what}>
        <span className={css.name}>{place}</span>
        <span className={css.detail}>{facts.join(' · ')}</span>
      </span>
      <span className={css.marks}>
        {cause === 'late' && <LateMark label={words.late(formatNumber(-days, language))} />}
        <CommitmentChip state={update.state} label={t.commitments.states[update.state]} />
      </span>
      <Icon name={isOpen ? 'up' : 'down'} size={16} />
    </button>
  );
}
