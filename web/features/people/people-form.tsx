// The form of one set of figures: day, people, households, source.
import { useState } from 'react';
import { TextInput } from '@mantine/core';
import { PeopleInput } from '#contract/people';
import { useSavePeople } from '../../api/people.ts';
import { useText } from '../../i18n/text.tsx';
import { issueFields, problemText, refusalFields, type FieldTexts } from '../../lib/problems.ts';
import { entryCss as css, InlineForm } from '../../ui/entry.tsx';
import { readWhole } from './people-values.ts';

type Props = { unit: string; onDone: () => void };

export function PeopleForm({ unit, onDone }: Props) {
  const t = useText();
  const words = t.places.people;
  const save = useSavePeople(unit);
  const [values, setValues] = useState({ datedOn: '', population: '', households: '', source: '' });
  const [fields, setFields] = useState<FieldTexts>({});

  const change = (next: Partial<typeof values>) => {
    setValues({ ...values, ...next });
    setFields({});
  };
  const submit = () => {
    const [population, households] = [readWhole(values.population), readWhole(values.households)];
    if (population === undefined || households === undefined)
      return setFields({
        ...(population === undefined && { population: words.notCount }),
        ...(households === undefined && { households: words.notCount }),
      });
    const input = PeopleInput.safeParse(
      { ...values, population, households },
      { reportInput: true },
    );
    if (!input.success) return setFields(issueFields(input.error, t.problem));
    save.mutate(input.data, {
      onSuccess: onDone,
      onError: (error) => setFields(refusalFields(error, t.problem)),
    });
  };
  const count = (field: 'population' | 'households', label: string) => (
    <TextInput
      label={label}
      inputMode="numeric"
      autoComplete="off"
      value={values[field]}
      maxLength={12}
      error={fields[field]}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
    />
  );
  const isNamed = Object.keys(fields).length > 0;
  return (
    <InlineForm
      label={words.add}
      submitLabel={t.common.save}
      cancelLabel={t.common.cancel}
      isSaving={save.isPending}
      fields={fields}
      failure={
        save.error && !isNamed
          ? { title: t.places.notSaved, body: problemText(save.error, t.problem) }
          : null
      }
      onSubmit={submit}
      onCancel={onDone}
    >
      <div className={css.pair}>
        {count('population', words.populationLabel)}
        {count('households', words.householdsLabel)}
      </div>
      <p className={css.quiet}>{words.optional}</p>
      <TextInput
        type="date"
        label={words.datedOn}
        value={values.datedOn}
        error={fields['datedOn']}
        onChange={(event) => change({ datedOn: event.currentTarget.value })}
      />
      <TextInput
        label={t.places.source}
        placeholder={words.sourceExample}
        value={values.source}
        maxLength={200}
        error={fields['source']}
        onChange={(event) => change({ source: event.currentTarget.value })}
      />
    </InlineForm>
  );
}
