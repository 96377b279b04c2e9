// The form of one facility: kind, name, what connects it and since when that is known, source, point.
import { useState } from 'react';
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import {
  facilityConnections,
  FacilityConnection,
  FacilityInput,
  FacilityKind,
  facilityKinds,
  type Facility,
} from '#contract/facilities';
import { useSaveFacility } from '../../api/facilities.ts';
import { localitiesQuery } from '../../api/localities.ts';
import { useText } from '../../i18n/text.tsx';
import { localityName } from '../../lib/locality-name.ts';
import type { PointPicker } from '../../lib/point-picker.ts';
import { issueFields, problemText, refusalFields, type FieldTexts } from '../../lib/problems.ts';
import { usePicker } from '../../lib/use-picker.ts';
import { entryCss as css, InlineForm } from '../../ui/entry.tsx';

type Props = {
  villageCode: string;
  /** The one that is changed; null for a new one. */
  facility: Facility | null;
  picker: PointPicker;
  onDone: (id: string | null, isOutside: boolean) => void;
};

/** As the fields hold them: '' is nothing. */
type Values = {
  kind: FacilityKind;
  name: string;
  localityId: string;
  connection: FacilityConnection;
  connectionOn: string;
  source: string;
};

export function FacilityForm({ villageCode, facility, picker, onDone }: Props) {
  const t = useText();
  const words = t.places.facilities;
  const save = useSaveFacility();
  const { data: list } = useQuery(localitiesQuery(villageCode));
  const [id] = useState(() => facility?.id ?? crypto.randomUUID());
  const [values, setValues] = useState<Values>({
    kind: facility?.kind ?? 'school',
    name: facility?.name ?? '',
    localityId: facility?.localityId ?? '',
    connection: facility?.connection ?? 'unknown',
    connectionOn: facility?.connectionOn ?? '',
    source: facility?.source ?? '',
  });
  const [fields, setFields] = useState<FieldTexts>({});

  usePicker(picker, facility?.position ?? null);

  const change = (next: Partial<Values>) => {
    setValues({ ...values, ...next });
    setFields({});
  };
  const submit = () => {
    if (picker.isUnfinished) return setFields({ position: t.problem.codes.wrong_format });
    const isKnown = values.connection !== 'unknown';
    const input = FacilityInput.safeParse(
      {
        ...values,
        villageCode,
        localityId: values.localityId === '' ? null : values.localityId,
        connectionOn: isKnown && values.connectionOn !== '' ? values.connectionOn : null,
        position: picker.position,
      },
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
      { id, version: facility?.version ?? null, input: input.data },
      {
        onSuccess: ({ warnings }) => onDone(id, warnings.length > 0),
        onError: (error) => setFields(refusalFields(error, t.problem)),
      },
    );
  };
  const isNamed = Object.keys(fields).length > 0;
  return (
    <InlineForm
      label={facility ? t.places.editOf(facility.name) : words.add}
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
        maxLength={160}
        error={fields['name']}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <div className={css.pair}>
        <NativeSelect
          label={t.places.kind}
          value={values.kind}
          error={fields['kind']}
          data={facilityKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          onChange={(event) => change({ kind: FacilityKind.parse(event.currentTarget.value) })}
        />
        <NativeSelect
          label={words.locality}
          value={values.localityId}
          error={fields['localityId']}
          data={[
            { value: '', label: words.noLocality },
            ...(list?.localities ?? []).map((locality) => ({
              value: locality.id,
              label: localityName(locality),
            })),
          ]}
          onChange={(event) => change({ localityId: event.currentTarget.value })}
        />
      </div>
      <div className={css.pair}>
        <NativeSelect
          label={words.connection}
          value={values.connection}
          error={fields['connection']}
          data={facilityConnections.map((one) => ({ value: one, label: words.connections[one] }))}
          onChange={(event) =>
            change({ connection: FacilityConnection.parse(event.currentTarget.value) })
          }
        />
        {values.connection !== 'unknown' && (
          <TextInput
            type="date"
            label={words.connectionOn}
            value={values.connectionOn}
            error={fields['connectionOn']}
            onChange={(event) => change({ connectionOn: event.currentTarget.value })}
          />
        )}
      </div>
      <TextInput
        label={t.places.source}
        placeholder={t.places.sourceExample}
        value={values.source}
        maxLength={200}
        error={fields['source']}
        onChange={(event) => change({ source: event.currentTarget.value })}
      />
      {picker.field(fields['position'])}
    </InlineForm>
  );
}
