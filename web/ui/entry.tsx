// Rows of a panel that open in place, what can be done with one, and the small form inside it.
import {
  useEffect,
  useRef,
  useState,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { Button } from '@mantine/core';
import { Icon } from './icons.tsx';
import { Note } from './note.tsx';
import { useKeptInView } from './use-kept-in-view.ts';
import css from './entry.module.css';

export const entryCss = css;

type ItemProps = {
  symbol: ReactNode;
  title: string;
  detail: ReactNode;
  isOpen: boolean;
  onToggle: () => void;
  children: ReactNode;
};

/** A row that shows `children` below itself while it is open, and comes into view when it opens. */
export function EntryItem({ symbol, title, detail, isOpen, onToggle, children }: ItemProps) {
  const element = useRef<HTMLLIElement>(null);
  useKeptInView(element, isOpen);
  return (
    <li ref={element} className={css.item} data-open={isOpen || undefined}>
      <button type="button" className={css.row} aria-expanded={isOpen} onClick={onToggle}>
        {symbol}
        <span className={css.title}>{title}</span>
        <span className={css.detail}>{detail}</span>
        <span className={css.chevron}>
          <Icon name={isOpen ? 'up' : 'down'} size={16} />
        </span>
      </button>
      {isOpen && <div className={css.body}>{children}</div>}
    </li>
  );
}

type RemoveProps = {
  label: string;
  ariaLabel: string;
  question: string;
  yes: string;
  no: string;
  isBusy: boolean;
  onRemove: () => void;
};

/** Asks in place before it removes: there is no undo for this. */
export function RemoveLink(props: RemoveProps) {
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking)
    return (
      <button
        type="button"
        className={css.link}
        aria-label={props.ariaLabel}
        onClick={() => setIsAsking(true)}
      >
        {props.label}
      </button>
    );
  return (
    <span className={css.actions} role="group" aria-label={props.question}>
      <span className={css.quiet}>{props.question}</span>
      <button
        type="button"
        className={`${css.link} ${css.danger}`}
        disabled={props.isBusy}
        onClick={() => {
          setIsAsking(false);
          props.onRemove();
        }}
      >
        {props.yes}
      </button>
      <button type="button" className={css.link} onClick={() => setIsAsking(false)}>
        {props.no}
      </button>
    </span>
  );
}

type ActionsProps = {
  words: {
    report: string;
    showOnMap: string;
    edit: string;
    remove: string;
    removeYes: string;
    cancel: string;
    reportOf: string;
    editOf: string;
    removeOf: string;
    removeSure: string;
  };
  /** Null where it cannot be done. */
  onReport: (() => void) | null;
  onShow: (() => void) | null;
  onEdit: (() => void) | null;
  onRemove: () => void;
  isRemoving: boolean;
};

/** What can be done with an open entry; removing goes with editing. */
export function EntryActions(props: ActionsProps) {
  const { words, onReport, onShow, onEdit } = props;
  return (
    <div className={css.actions}>
      {onReport && (
        <button type="button" className={css.link} aria-label={words.reportOf} onClick={onReport}>
          {words.report}
        </button>
      )}
      {onShow && (
        <button type="button" className={css.link} onClick={onShow}>
          {words.showOnMap}
        </button>
      )}
      {onEdit && (
        <>
          <button type="button" className={css.link} aria-label={words.editOf} onClick={onEdit}>
            {words.edit}
          </button>
          <RemoveLink
            label={words.remove}
            ariaLabel={words.removeOf}
            question={words.removeSure}
            yes={words.removeYes}
            no={words.cancel}
            isBusy={props.isRemoving}
            onRemove={props.onRemove}
          />
        </>
      )}
    </div>
  );
}

type FormProps = {
  label: string;
  submitLabel: string;
  cancelLabel: string;
  isSaving: boolean;
  /** The fields in question with their words; a new object leads to the first of them. */
  fields: Readonly<Record<string, string>>;
  /** What went wrong as a whole; null while nothing did. */
  failure: { title: string; body: string } | null;
  onSubmit: () => void;
  onCancel: () => void;
  children: ReactNode;
};

/** The first field takes the focus, Esc leaves, and a refusal leads to the field in question. */
export function InlineForm(props: FormProps) {
  const { label, isSaving, fields, failure, onSubmit, onCancel, children } = props;
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    element.current?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
    element.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  useEffect(() => {
    if (Object.keys(fields).length === 0) return;
    element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [fields]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isSaving) onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onCancel();
  };
  return (
    <form
      ref={element}
      className={css.form}
      aria-label={label}
      noValidate
      onSubmit={submit}
      onKeyDown={onKeyDown}
    >
      {children}
      {failure && (
        <Note tone="error" title={failure.title}>
          {failure.body}
        </Note>
      )}
      <div className={css.buttons}>
        <Button type="submit" size="xs" loading={isSaving}>
          {props.submitLabel}
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={onCancel}>
          {props.cancelLabel}
        </Button>
      </div>
    </form>
  );
}
