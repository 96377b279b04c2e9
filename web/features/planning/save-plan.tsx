// Saves the tower that is thought of as a planned site: whose, what it is called, when it is to be on air.
import { useState } from 'react';
import { NativeSelect, TextInput } from '@mantine/core';
import { SiteInput, type Site, type SitePosition } from '#contract/coverage';
import { useAddSite } from '../../api/coverage.ts';
import { useText } from '../../i18n/text.tsx';
import type { Tower } from '../../lib/plan-view.ts';
import { issueFields, problemText, refusalFields, type FieldTexts } from '../../lib/problems.ts';
import { InlineForm } from '../../ui/entry.tsx';

type Props = {
  position: SitePosition;
  tower: Tower;
  /** Whose plans may be saved; a liaison's own operator alone. */
  operators: readonly { id: string; name: string }[];
  onSaved: (site: Site) => void;
  onCancel: () => void;
};

export function SavePlan({ position, tower, operators, onSaved, onCancel }: Props) {
  const t = useText();
  const words = t.planning.save;
  const add = useAddSite();
  const [only] = operators;
  const [values, setValues] = useState({
    operatorId: tower.operatorId ?? (operators.length === 1 ? (only?.id ?? '') : ''),
    ref: '',
    name: '',
    onAirOn: '',
  });
  const [fields, setFields] = useState<FieldTexts>({});
  const change = (next: Partial<typeof values>) => {
    setValues({ ...values, ...next });
    setFields({});
  };
  const submit = () => {
    if (values.operatorId === '') return setFields({ operatorId: words.chooseOperator });
    const { technology, bandMhz, heightM, azimuthDeg, beamwidthDeg, radiusM } = tower;
    const input = SiteInput.safeParse(
      {
        ...{ operatorId: values.operatorId, ref: values.ref, name: values.name, position },
        cells: [
          {
            ref: [technology, bandMhz].filter((part) => part !== null).join(' '),
            ...{ technology, bandMhz, heightM, azimuthDeg, beamwidthDeg, radiusM },
            state: 'planned',
            onAirOn: values.onAirOn === '' ? null : values.onAirOn,
          },
        ],
      },
      { reportInput: true },
    );
    if (!input.success) return setFields(issueFields(input.error, t.problem));
    add.mutate(input.data, {
      onSuccess: onSaved,
      onError: (error) => setFields(refusalFields(error, t.problem)),
    });
  };
  const isNamed = Object.keys(fields).length > 0;
  return (
    <InlineForm
      label={words.title}
      submitLabel={t.common.save}
      cancelLabel={t.common.cancel}
      isSaving={add.isPending}
      fields={fields}
      failure={
        add.error && !isNamed
          ? { title: words.failed, body: problemText(add.error, t.problem) }
          : null
      }
      onSubmit={submit}
      onCancel={onCancel}
    >
      <TextInput
        label={words.ref}
        placeholder={words.refExample}
        value={values.ref}
        maxLength={80}
        error={fields['ref']}
        onChange={(event) => change({ ref: event.currentTarget.value })}
      />
      <NativeSelect
        label={words.operator}
        value={values.operatorId}
        error={fields['operatorId']}
        data={[
          ...(operators.length === 1 ? [] : [{ value: '', label: words.chooseOperator }]),
          ...operators.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => change({ operatorId: event.currentTarget.value })}
      />
      <TextInput
        label={words.name}
        placeholder={words.nameExample}
        description={words.optional}
        value={values.name}
        maxLength={120}
        error={fields['name']}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={words.onAirOn}
        description={words.optional}
        value={values.onAirOn}
        error={fields['cells.0.onAirOn']}
        onChange={(event) => change({ onAirOn: event.currentTarget.value })}
      />
    </InlineForm>
  );
}
