// The jorong, dusun or RW inside the village: one of the list, or a name that is not in it yet.
import { useState } from 'react';
import { Autocomplete } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { localityNamesQuery } from '../../api/localities.ts';
import { useText } from '../../i18n/text.tsx';
import type { FieldTexts } from '../../lib/problems.ts';
import type { FormValues } from './form-values.ts';
import { localityLabel, readLocality } from './locality-choice.ts';

type Props = {
  villageCode: string;
  values: FormValues;
  onChange: (next: Partial<FormValues>) => void;
  fields: FieldTexts;
};

export function LocalityField({ villageCode, values, onChange, fields }: Props) {
  const words = useText().fieldForm;
  const { data: known = [] } = useQuery(localityNamesQuery(villageCode));
  /** As it is being typed: a name that turns out to be known keeps its wording. */
  const [typed, setTyped] = useState<string | null>(null);
  const { localityId, localityName } = values;
  const chosen = known.find(({ id }) => id === localityId);
  const shown = chosen ? localityLabel(chosen) : localityName;
  return (
    <Autocomplete
      label={words.locality}
      placeholder={words.localityHint}
      data={known.map(localityLabel)}
      value={typed ?? shown}
      limit={50}
      maxLength={200}
      comboboxProps={{ withinPortal: false }}
      error={fields['localityId'] ?? fields['localityName']}
      description={
        localityId === null && localityName !== '' && known.length > 0
          ? words.localityNew
          : undefined
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={(text) => {
        setTyped(text);
        onChange(readLocality(text, known));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
