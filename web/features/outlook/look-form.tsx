// Looking at an obstacle: it is still there and is looked at again, or it is lifted.
import { useState } from 'react';
import { Textarea, TextInput } from '@mantine/core';
import { ObstacleLook, type Obstacle } from '#contract/obstacles';
import { useLookAtObstacle } from '../../api/outlook.ts';
import { useText } from '../../i18n/text.tsx';
import {
  fieldText,
  issueFields,
  problemText,
  refusalFields,
  type FieldTexts,
} from '../../lib/problems.ts';
import { todayHere } from '../../lib/today.ts';
import { InlineForm } from '../../ui/entry.tsx';
import css from './obstacles.module.css';

type Props = { obstacle: Obstacle; onDone: () => void };

export function LookForm({ obstacle, onDone }: Props) {
  const t = useText();
  const words = t.outlook.obstacles;
  const save = useLookAtObstacle();
  const [isLifted, setIsLifted] = useState(false);
  const [values, setValues] = useState({ note: '', nextLookOn: '', liftedOn: todayHere() });
  const [fields, setFields] = useState<FieldTexts>({});

  const change = (next: Partial<typeof values>) => {
    setValues({ ...values, ...next });
    setFields({});
  };
  const submit = () => {
    const { note, nextLookOn, liftedOn } = values;
    const day = isLifted ? { liftedOn } : { nextLookOn };
    const [field, on] = Object.entries(day)[0] ?? ['', ''];
    // A union tells only that nothing fits: which field it is, is told here.
    if (on === '') return setFields({ [field]: fieldText(field, 'wrong_format', t.problem) });
    if (note.trim().length < 3)
      return setFields({ note: fieldText('note', 'too_short', t.problem) });
    const look = ObstacleLook.safeParse({ note, ...day }, { reportInput: true });
    if (!look.success) return setFields(issueFields(look.error, t.problem));
    save.mutate(
      { id: obstacle.id, version: obstacle.version, look: look.data },
      { onSuccess: onDone, onError: (error) => setFields(refusalFields(error, t.problem)) },
    );
  };
  const outcome = (lifted: boolean, label: string) => (
    <label>
      <input
        type="radio"
        name={`outcome-${obstacle.id}`}
        checked={isLifted === lifted}
        onChange={() => {
          setIsLifted(lifted);
          setFields({});
        }}
      />
      {label}
    </label>
  );
  const isNamed = Object.keys(fields).length > 0;
  return (
    <InlineForm
      label={words.look.title}
      submitLabel={t.common.save}
      cancelLabel={t.common.cancel}
      isSaving={save.isPending}
      fields={fields}
      failure={
        save.error && !isNamed
          ? { title: words.notSaved, body: problemText(save.error, t.problem) }
          : null
      }
      onSubmit={submit}
      onCancel={onDone}
    >
      <div className={css.outcomes} role="radiogroup" aria-label={words.look.outcome}>
        {outcome(false, words.look.stays)}
        {outcome(true, words.look.lifted)}
      </div>
      <Textarea
        label={words.look.note}
        placeholder={words.look.noteExample}
        value={values.note}
        maxLength={1000}
        autosize
        minRows={2}
        error={fields['note']}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      {isLifted ? (
        <TextInput
          type="date"
          label={words.look.liftedOn}
          value={values.liftedOn}
          error={fields['liftedOn']}
          onChange={(event) => change({ liftedOn: event.currentTarget.value })}
        />
      ) : (
        <TextInput
          type="date"
          label={words.look.next}
          value={values.nextLookOn}
          error={fields['nextLookOn']}
          onChange={(event) => change({ nextLookOn: event.currentTarget.value })}
        />
      )}
    </InlineForm>
  );
}
