// Chooses a regency of a province.
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { childrenQuery } from '../../api/regions.ts';
import { useText } from '../../i18n/text.tsx';
import { placeName } from '../../lib/place-name.ts';

type Props = {
  label: string;
  provinceCode: string;
  value: string | null;
  onChange: (regencyCode: string) => void;
};

export function RegencyField({ label, provinceCode, value, onChange }: Props) {
  const t = useText();
  const { data = [] } = useQuery(childrenQuery(provinceCode));
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={value ?? ''}
      data={[
        { value: '', label: t.planning.best.chooseRegency, disabled: true },
        ...data.map((region) => ({ value: region.code, label: placeName(region) })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
