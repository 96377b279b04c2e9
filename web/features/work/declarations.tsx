// The declarations that wait for answers; each opens its grid in place.
import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import type { Work } from '#contract/work';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { LateMark } from '../../ui/commitment-chip.tsx';
import { Section } from './section.tsx';
import css from './work.module.css';

type Props = {
  declarations: Work['declarations'];
  /** The grid in which a window is answered. */
  renderAnswers: (windowId: string) => ReactNode;
};

/** A window that closes so soon is marked, days. */
const soonDays = 3;

export function Declarations({ declarations, renderAnswers }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.work.declarations;
  const [openId, setOpenId] = useState<string | null>(null);
  const number = (value: number) => formatNumber(value, language);
  const unanswered = declarations.reduce((sum, window) => sum + window.unanswered, 0);
  // An answered window leaves the list of those that wait, but not from under one's hands.
  return (
    <Section
      title={words.title}
      count={declarations.length}
      figure={number(unanswered)}
      none={words.none}
    >
      <ul className={css.list}>
        {declarations.map((window) => {
          const { id, title, note, daysLeft, closesOn, places } = window;
          const isOpen = id === openId;
          const closes = words.closes(daysLeft, formatDate(closesOn, language));
          return (
            <li key={id} className={css.item} data-open={isOpen || undefined}>
              <div className={css.row}>
                <div className={css.what}>
                  <p className={css.name}>{title}</p>
                  <p className={css.detail}>
                    {daysLeft <= soonDays ? <LateMark label={closes} /> : closes}
                    {` · ${words.unanswered(number(window.unanswered), number(places * window.operators.length))}`}
                  </p>
                  {note !== '' && <p className={css.note}>{note}</p>}
                </div>
                <Button
                  variant={isOpen ? 'default' : 'filled'}
                  data-work-row
                  aria-expanded={isOpen}
                  aria-label={words.answerOf(title)}
                  onClick={() => setOpenId(isOpen ? null : id)}
                >
                  {isOpen ? words.close : words.answer}
                </Button>
              </div>
              {isOpen && <div className={css.grid}>{renderAnswers(id)}</div>}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
