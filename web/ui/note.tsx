// A quiet box for what is worth knowing right here: plain, a warning, or an error (read aloud at once).
import type { ReactNode } from 'react';
import css from './note.module.css';

type Props = {
  tone?: 'plain' | 'warning' | 'error';
  title?: string;
  children?: ReactNode;
  /** Buttons below the words. */
  actions?: ReactNode;
};

export function Note({ tone = 'plain', title, children, actions }: Props) {
  return (
    <div className={css.note} data-tone={tone} role={tone === 'error' ? 'alert' : 'status'}>
      {title !== undefined && <p className={css.title}>{title}</p>}
      {children !== undefined && <div>{children}</div>}
      {actions !== undefined && <div className={css.actions}>{actions}</div>}
    </div>
  );
}
