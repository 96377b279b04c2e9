// The offices that took part in a joint measurement, as chips.
import { TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { operatorsQuery } from '../../api/evidence.ts';
import { sessionQuery } from '../../api/session.ts';
import { officeNamesQuery } from '../../api/verification.ts';
import { useText } from '../../i18n/text.tsx';
import type { FieldTexts } from '../../lib/problems.ts';

type Props = {
  value: string[];
  onChange: (participants: string[]) => void;
  fields: FieldTexts;
};

/** The first field under `participants` that is wrong, be it the list or one of its names. */
function errorOf(fields: FieldTexts): string | undefined {
  return Object.entries(fields).find(([field]) => /^participants(\.|$)/.test(field))?.[1];
}

/** Without a connection at least the own office and the operators are offered. */
export function ParticipantsField({ value, onChange, fields }: Props) {
  const words = useText().fieldForm;
  const { data: session } = useQuery(sessionQuery);
  const { data: operators = [] } = useQuery(operatorsQuery);
  const { data: offices = [] } = useQuery(officeNamesQuery);
  const own = session?.account?.office.name;
  const suggested = [
    ...(own === undefined ? [] : [own]),
    ...operators.map(({ name }) => name),
    ...offices,
  ];
  return (
    <TagsInput
      label={words.participants}
      description={words.participantsHint}
      data={[...new Set(suggested)]}
      value={value}
      onChange={onChange}
      maxTags={12}
      limit={50}
      acceptValueOnBlur
      splitChars={[';']}
      comboboxProps={{ withinPortal: false }}
      error={errorOf(fields)}
    />
  );
}
