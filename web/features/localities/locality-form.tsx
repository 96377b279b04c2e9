// The form of one locality: kind, name, source, point. It stands in the list, where the locality will be.
import { useState } from 'react';
import { Autocomplete, TextInput } from '@mantine/core';
import { LocalityInput, type Locality } from '#contract/locality';
import { useSaveLocality } from '../../api/localities.ts';
import { useText } from '../../i18n/text.tsx';
import { localityName } from '../../lib/locality-name.ts';
import type { PointPicker } from '../../lib/point-picker.ts';
import { issueFields, problemText, refusalFields, type FieldTexts } from '../../lib/problems.ts';
import { usePicker } from '../../lib/use-picker.ts';
import { entryCss as css, InlineForm } from '../../ui/entry.tsx';

type Props = {
  villageCode: string;
  /** The one that is changed; null for a new one. */
  locality: Locality | null;
  /** The word that a new one most likely has. */
  kind: string;
  picker: PointPicker;
  onDone: (id: string | null, isOutside: boolean) => void;
};

export function LocalityForm({ villageCode, locality, kind, picker, onDone }: Props) {
  const t = useText();
  const words = t.places.localities;
  const save = useSaveLocality();
  const [id] = useState(() => locality?.id ?? crypto.randomUUID());
  const [values, setValues] = useState({
    kind: locality?.kind ?? kind,
    name: locality?.name ?? '',
    source: locality?.source ?? '',
  });
  const [fields, setFields] = useState<FieldTexts>({});

  usePicker(picker, locality?.position ?? null);

  const change = (next: Partial<typeof values>) => {
    setValues({ ...values, ...next });
    setFields({});
  };
  const submit = () => {
    if (picker.isUnfinished) return setFields({ position: t.problem.codes.wrong_format });
    const input = LocalityInput.safeParse(
      { villageCode, ...values, position: picker.position },
      { reportInput: true },
    );
    if (!input.success) {
      const isNameless = values.name.trim() === '';
      return setFields({
        ...issueFields(input.error, t.problem),
        // Not "the full name", which is asked of people.
        ...(isNameless && { name: t.problem.codes.required }),
      });
    }
    save.mutate(
      { id, version: locality?.version ?? null, input: input.data },
      {
        onSuccess: ({ warnings }) => onDone(id, warnings.length > 0),
        onError: (error) => setFields(refusalFields(error, t.problem)),
      },
    );
  };
  const isNamed = Object.keys(fields).length > 0;
  return (
    <InlineForm
      label={locality ? words.editTitle(localityName(locality)) : words.add(kind)}
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
      onCancel={() => onDone(null, false)}
    >
      <TextInput
        label={t.places.name}
        placeholder={words.nameExample}
        value={values.name}
        maxLength={120}
        error={fields['name']}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <div className={css.pair}>
        <Autocomplete
          label={t.places.kind}
          data={words.kinds}
          value={values.kind}
          maxLength={30}
          error={fields['kind']}
          onChange={(value) => change({ kind: value })}
        />
        <TextInput
          label={t.places.source}
          placeholder={t.places.sourceExample}
          value={values.source}
          maxLength={200}
          error={fields['source']}
          onChange={(event) => change({ source: event.currentTarget.value })}
        />
      </div>
      {picker.field(fields['position'])}
    </InlineForm>
  );
}
