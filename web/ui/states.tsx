// What stands where nothing can stand yet: loading lines, emptiness, an error with a way out.
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';
import css from './states.module.css';

/** Grey lines in place of text; `label` is read aloud. */
export function LoadingLines({ count = 3, label }: { count?: number; label: string }) {
  return (
    <div className={css.lines} role="status" aria-label={label}>
      {Array.from({ length: count }, (_, index) => (
        <span key={index} className={css.line} style={{ width: `${92 - ((index * 23) % 50)}%` }} />
      ))}
    </div>
  );
}

type StateProps = { title?: string; children?: ReactNode; action?: ReactNode; icon?: IconName };

/** Nothing here, said in words, with what to do about it. */
export function EmptyState({ title, children, action, icon }: StateProps) {
  return (
    <div className={css.state}>
      {icon && <Icon name={icon} size={24} />}
      {title && <p className={css.title}>{title}</p>}
      {children && <div className={css.body}>{children}</div>}
      {action}
    </div>
  );
}

type ErrorProps = { title: string; body: string; retryLabel: string; onRetry: () => void };

export function ErrorState({ title, body, retryLabel, onRetry }: ErrorProps) {
  return (
    <div className={css.state} role="alert">
      <Icon name="warning" size={24} />
      <p className={css.title}>{title}</p>
      <div className={css.body}>{body}</div>
      <button type="button" className={css.retry} onClick={onRetry}>
        {retryLabel}
      </button>
    </div>
  );
}
