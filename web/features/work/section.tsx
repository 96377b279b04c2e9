// A part of the work page: its title with how much waits, and what stands there when nothing does.
import { useId, type ReactNode } from 'react';
import { Icon } from '../../ui/icons.tsx';
import css from './work.module.css';

type Props = {
  title: string;
  /** How much waits; 0 shows `none` in its place. */
  count: number;
  /** The count as it is written. */
  figure: string;
  none: string;
  hint?: string;
  children: ReactNode;
};

export function Section({ title, count, figure, none, hint, children }: Props) {
  const id = useId();
  return (
    <section className={css.section} aria-labelledby={id}>
      <h2 id={id} className={css.sectionTitle}>
        {title}
        {count > 0 && <span className={css.count}>{figure}</span>}
      </h2>
      {count === 0 ? (
        <p className={css.none}>
          <Icon name="check" size={16} />
          {none}
        </p>
      ) : (
        <>
          {hint !== undefined && <p className={css.hint}>{hint}</p>}
          {children}
        </>
      )}
    </section>
  );
}
