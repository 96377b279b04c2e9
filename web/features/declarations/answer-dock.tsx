// What is being written, below the rows: for the active place, or for all that are chosen. Enter saves and
// goes on, Esc goes back to the rows.
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { Button } from '@mantine/core';
import type { AnswerInput } from '#contract/declarations';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { issueFields, type FieldTexts } from '../../lib/problems.ts';
import { AnswerFieldsOf } from './answer-fields.tsx';
import { readDraft, type AnswerDraft, type DraftKind } from './answer-draft.ts';
import { titleOf } from './place-words.ts';
import type { AnswerRow } from './use-answers.ts';
import css from './grid.module.css';

const kinds = [
  ['build', 'b'],
  ['no_plan', 't'],
  ['served', 's'],
] as const satisfies (readonly [DraftKind, string])[];

type Props = {
  /** The rows that are answered; never none. */
  targets: readonly AnswerRow[];
  draft: AnswerDraft | null;
  onBegin: (kind: DraftKind) => void;
  onDraft: (draft: AnswerDraft) => void;
  /** Null where there is nothing to take back. */
  onTakeBack: (() => void) | null;
  onCancel: () => void;
  onSave: (input: AnswerInput) => void;
};

export function AnswerDock(props: Props) {
  const { targets, draft, onBegin, onDraft, onTakeBack, onCancel, onSave } = props;
  const t = useText();
  const { language } = useLanguage();
  const words = t.declarations.grid;
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState<FieldTexts>({});
  const kind = draft?.answer;
  useEffect(() => {
    setFields({});
    if (kind) form.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, [kind]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft === null) return;
    const read = readDraft(draft);
    if (read.success) return onSave(read.data);
    setFields(issueFields(read.error, t.problem));
    form.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onCancel();
  };
  const [first] = targets;
  const count = formatNumber(targets.length, language);
  const subject =
    targets.length === 1 && first
      ? words.answerThis(titleOf(first.place))
      : words.answerMany(count);
  return (
    <form
      ref={form}
      className={css.dock}
      aria-label={subject}
      noValidate
      onSubmit={submit}
      onKeyDown={onKeyDown}
    >
      <div className={css.dockHead}>
        <strong className={css.subject}>{subject}</strong>
        <div className={css.kinds} role="group" aria-label={words.answer}>
          {kinds.map(([one, key]) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === kind}
              onClick={() => onBegin(one)}
            >
              {words.answers[one]} <kbd aria-hidden="true">{key}</kbd>
            </button>
          ))}
        </div>
        {onTakeBack && draft === null && (
          <button type="button" className={css.takeBack} onClick={onTakeBack}>
            {words.takeBack}
          </button>
        )}
      </div>
      {draft ? (
        <div className={css.fields} data-answer={draft.answer}>
          <AnswerFieldsOf draft={draft} fields={fields} onDraft={onDraft} />
          <div className={css.buttons}>
            <Button type="submit">
              {targets.length === 1 ? words.save : words.saveAll(count)}
            </Button>
            <Button variant="subtle" color="gray" onClick={onCancel}>
              {words.cancel}
            </Button>
          </div>
          {draft.answer === 'served' && <p className={css.hint}>{words.servedHint}</p>}
        </div>
      ) : (
        <p className={`${css.hint} ${css.keys}`}>{words.keys}</p>
      )}
    </form>
  );
}
