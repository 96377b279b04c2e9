// The school, health post or office that a report is about, and what connects it.
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { connections } from '#contract/evidence';
import { facilitiesQuery } from '../../api/facilities.ts';
import { useText } from '../../i18n/text.tsx';
import type { FieldTexts } from '../../lib/problems.ts';
import { ChoiceBar } from './choice-bar.tsx';
import css from './field-form.module.css';
import type { FormValues } from './form-values.ts';

type Props = {
  villageCode: string;
  values: FormValues;
  onChange: (next: Partial<FormValues>) => void;
  fields: FieldTexts;
};

/** Nothing where the village has no known facility. */
export function FacilityField({ villageCode, values, onChange, fields }: Props) {
  const words = useText().fieldForm;
  const { data } = useQuery(facilitiesQuery(villageCode));
  const { facilityId, connection } = values;
  const known = data?.facilities ?? [];
  if (known.length === 0 && facilityId === null) return null;
  const isUnnamed = facilityId !== null && !known.some(({ id }) => id === facilityId);
  return (
    <div className={css.inside}>
      <NativeSelect
        label={words.facility}
        value={facilityId ?? ''}
        error={fields['facilityId']}
        onChange={({ currentTarget: { value } }) =>
          onChange(value === '' ? { facilityId: null, connection: null } : { facilityId: value })
        }
      >
        <option value="">{words.facilityNone}</option>
        {isUnnamed && <option value={facilityId}>{words.facilityChosen}</option>}
        {known.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </NativeSelect>
      {facilityId !== null && (
        <ChoiceBar
          name="connection"
          label={words.connection}
          isWrapping
          options={[
            { value: 'unknown', label: words.unsaid },
            ...connections.map((value) => ({ value, label: words.connections[value] })),
          ]}
          value={connection ?? 'unknown'}
          onChange={(next) =>
            onChange({ connection: connections.find((known_) => known_ === next) ?? null })
          }
          error={fields['connection']}
        />
      )}
    </div>
  );
}
