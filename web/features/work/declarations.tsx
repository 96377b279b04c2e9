// The declarations that wait for answers; each opens its grid in place.
import { useRef, useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import type { Work } from '#contract/work';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { LateMark } from '../../ui/commitment-chip.tsx';
import { useKeptInView } from '../../ui/use-kept-in-view.ts';
import { Section } from './section.tsx';
import css from './work.module.css';

type Waiting = Work['declarations'][number];

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
  const [open, setOpen] = useState<Waiting | null>(null);
  const number = (value: number) => formatNumber(value, language);
  const unanswered = declarations.reduce((sum, window) => sum + window.unanswered, 0);
  // A window whose last answer was just given waits no more, but stays under one's hands until it is closed.
  const isGone = open !== null && !declarations.some(({ id }) => id === open.id);
  const shown = isGone ? [{ ...open, unanswered: 0 }, ...declarations] : declarations;
  return (
    <Section title={words.title} count={shown.length} figure={number(unanswered)} none={words.none}>
      <ul className={css.list}>
        {shown.map((window) => {
          const isOpen = window.id === open?.id;
          return (
            <Item
              key={window.id}
              window={window}
              isOpen={isOpen}
              onToggle={() => setOpen(isOpen ? null : window)}
            >
              {isOpen && renderAnswers(window.id)}
            </Item>
          );
        })}
      </ul>
    </Section>
  );
}

type ItemProps = {
  window: Waiting;
  isOpen: boolean;
  onToggle: () => void;
  children: ReactNode;
};

function Item({ window, isOpen, onToggle, children }: ItemProps) {
  const { language } = useLanguage();
  const words = useText().work.declarations;
  const element = useRef<HTMLLIElement>(null);
  useKeptInView(element, isOpen);
  const { title, note, daysLeft, closesOn, places, unanswered, operators } = window;
  const number = (value: number) => formatNumber(value, language);
  const closes = words.closes(daysLeft, formatDate(closesOn, language));
  return (
    <li ref={element} className={css.item} data-open={isOpen || undefined}>
      <div className={css.row}>
        <div className={css.what}>
          <p className={css.name}>{title}</p>
          <p className={css.detail}>
            {daysLeft <= soonDays ? <LateMark label={closes} /> : closes}
            {` · ${words.unanswered(number(unanswered), number(places * operators.length))}`}
          </p>
          {note !== '' && <p className={css.note}>{note}</p>}
        </div>
        <Button
          variant={isOpen ? 'default' : 'filled'}
          data-work-row
          aria-expanded={isOpen}
          aria-label={words.answerOf(title)}
          onClick={onToggle}
        >
          {isOpen ? words.close : words.answer}
        </Button>
      </div>
      {isOpen && (
        <div className={css.grid} style={{ '--places': places }}>
          {children}
        </div>
      )}
    </li>
  );
}
