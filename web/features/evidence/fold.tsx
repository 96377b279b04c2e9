// A part of the form that most reports do without: folded away, with what it holds in a few words.
import { useState, type ReactNode } from 'react';
import { Icon } from '../../ui/icons.tsx';
import css from './field-form.module.css';

type Props = {
  title: string;
  /** What is said inside, for a glance while it is folded. */
  summary?: string;
  /** Open although nobody asked: something inside is needed, or wrong. */
  isForced?: boolean;
  /** For a part within a part. */
  isSmall?: boolean;
  /** Read aloud where the title alone would stand many times. */
  label?: string;
  children: ReactNode;
};

export function Fold({ title, summary = '', isForced = false, isSmall, label, children }: Props) {
  const [isAsked, setIsAsked] = useState(false);
  const isOpen = isAsked || isForced;
  return (
    <>
      <button
        type="button"
        className={`${css.fold} ${isSmall ? css.small : ''}`}
        aria-expanded={isOpen}
        aria-label={label}
        aria-disabled={isForced || undefined}
        onClick={() => setIsAsked(!isOpen)}
      >
        <Icon name={isOpen ? 'down' : 'right'} size={16} />
        {title}
        {!isOpen && summary !== '' && <span className={css.summary}>{summary}</span>}
      </button>
      {isOpen && children}
    </>
  );
}
