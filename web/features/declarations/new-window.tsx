// Opening a declaration: what it is called, until when, who is asked about which places.
import { useState, type FormEvent } from 'react';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { WindowInput } from '#contract/declarations';
import { useOpenWindow } from '../../api/declarations.ts';
import { operatorsQuery } from '../../api/evidence.ts';
import { useText } from '../../i18n/text.tsx';
import { issueFields, problemText, refusalFields, type FieldTexts } from '../../lib/problems.ts';
import { todayHere } from '../../lib/today.ts';
import { Note } from '../../ui/note.tsx';
import { listTicked, type Chosen } from './chosen-set.ts';
import { PlaceChooser } from './place-chooser.tsx';
import css from './declarations.module.css';

type Props = { onOpened: (id: string) => void; onCancel: () => void };

/** What is wrong in any field whose name begins so: places and operators have numbers behind. */
function textOf(fields: FieldTexts, name: string): string | undefined {
  return Object.entries(fields).find(
    ([field]) => field === name || field.startsWith(`${name}.`),
  )?.[1];
}

export function NewWindow({ onOpened, onCancel }: Props) {
  const t = useText();
  const words = t.declarations.form;
  const { data: operators = [] } = useQuery(operatorsQuery);
  const [id] = useState(() => crypto.randomUUID());
  const [title, setTitle] = useState('');
  const [closesOn, setClosesOn] = useState('');
  const [note, setNote] = useState('');
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<Chosen>([]);
  const [fields, setFields] = useState<FieldTexts>({});
  const open = useOpenWindow();

  const asked = operators.filter(({ isMobile }) => isMobile);
  const toggle = (operatorId: string) => {
    const next = new Set(leftOut);
    if (!next.delete(operatorId)) next.add(operatorId);
    setLeftOut(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = {
      ...{ title, note, closesOn },
      operatorIds: asked.map((operator) => operator.id).filter((one) => !leftOut.has(one)),
      places: listTicked(chosen).map(({ villageCode, localityId }) => ({
        villageCode,
        localityId,
      })),
    };
    const parsed = WindowInput.safeParse(input, { reportInput: true });
    setFields(parsed.success ? {} : issueFields(parsed.error, t.problem));
    if (!parsed.success) return;
    open.mutate(
      { id, input: parsed.data },
      {
        onSuccess: () => onOpened(id),
        onError: (error) => setFields(refusalFields(error, t.problem)),
      },
    );
  };
  const hasNoOperator = textOf(fields, 'operatorIds') !== undefined;
  const hasNoPlace = textOf(fields, 'places') !== undefined;
  return (
    <form className={`${css.page} ${css.form}`} onSubmit={submit} noValidate>
      <h2 className={css.title}>{words.title}</h2>
      <div className={css.formTop}>
        <TextInput
          label={words.name}
          placeholder={words.nameHint}
          value={title}
          maxLength={160}
          error={fields['title']}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={words.closesOn}
          value={closesOn}
          min={todayHere()}
          error={fields['closesOn']}
          onChange={(event) => setClosesOn(event.currentTarget.value)}
        />
      </div>
      <Textarea
        label={words.note}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={note}
        error={fields['note']}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <fieldset className={css.operators}>
        <legend>{words.operators}</legend>
        <div className={css.checks}>
          {asked.map((operator) => (
            <label key={operator.id} className={css.check}>
              <input
                type="checkbox"
                checked={!leftOut.has(operator.id)}
                onChange={() => toggle(operator.id)}
              />
              {operator.name}
            </label>
          ))}
        </div>
        {hasNoOperator && (
          <p className={css.error} role="alert">
            {leftOut.size === asked.length ? words.noOperators : textOf(fields, 'operatorIds')}
          </p>
        )}
      </fieldset>
      <div>
        <p className={css.label}>{words.places}</p>
        <PlaceChooser chosen={chosen} onChosen={setChosen} />
        {hasNoPlace && (
          <p className={css.error} role="alert">
            {listTicked(chosen).length === 0 ? words.noPlaces : textOf(fields, 'places')}
          </p>
        )}
      </div>
      {open.isError && Object.keys(fields).length === 0 && (
        <Note tone="error" title={words.failed}>
          {problemText(open.error, t.problem)}
        </Note>
      )}
      <div className={css.foot}>
        <Button type="submit" loading={open.isPending}>
          {words.submit}
        </Button>
        <Button variant="subtle" color="gray" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
