// The office of a new account: one that exists and suits the role, or a new one with its scope.
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Select, Stack, TextInput } from '@mantine/core';
import type { Office, Role } from '#contract/auth';
import { officesQuery } from '../../api/accounts.ts';
import { operatorsQuery } from '../../api/evidence.ts';
import { mapQuery } from '../../api/map.ts';
import { childrenQuery } from '../../api/regions.ts';
import { useText } from '../../i18n/text.tsx';
import { placeName } from '../../lib/place-name.ts';
import type { FieldTexts } from '../../lib/problems.ts';

export type OfficeDraft = {
  mode: 'existing' | 'new';
  id: number | null;
  name: string;
  regencyCode: string | null;
  operatorId: string | null;
};

export const emptyOffice: OfficeDraft = {
  mode: 'existing',
  id: null,
  name: '',
  regencyCode: null,
  operatorId: null,
};

/** What is sent: the scope goes along only where the role asks for it. */
export function officeChoice(office: OfficeDraft, role: Role | null): unknown {
  if (office.mode === 'existing') return { id: office.id };
  return {
    name: office.name,
    regencyCode: role === 'regency' ? office.regencyCode : null,
    operatorId: role === 'liaison' ? office.operatorId : null,
  };
}

function suits(office: Office, role: Role | null): boolean {
  if (role === 'regency') return office.regencyCode !== null;
  if (role === 'liaison') return office.operatorId !== null;
  return office.regencyCode === null && office.operatorId === null;
}

const newOffice = 'new';

type Props = {
  role: Role | null;
  value: OfficeDraft;
  onChange: (value: OfficeDraft) => void;
  fields: FieldTexts;
};

export function OfficeFields({ role, value, onChange, fields }: Props) {
  const t = useText();
  const words = t.admin.create;
  const offices = useQuery(officesQuery);
  const suitable = (offices.data ?? []).filter((office) => role === null || suits(office, role));
  // A role that the chosen office does not suit empties the choice.
  const chosenId = suitable.some(({ id }) => id === value.id) ? value.id : null;
  const chosen = value.mode === 'new' ? newOffice : chosenId === null ? null : String(chosenId);

  return (
    <Stack gap="md">
      <Select
        label={words.office}
        description={words.officeHelp}
        placeholder={words.officePlaceholder}
        searchable
        nothingFoundMessage={words.nothingFound}
        data={[
          ...suitable.map(({ id, name }) => ({ value: String(id), label: name })),
          { value: newOffice, label: words.newOffice },
        ]}
        value={chosen}
        error={fields['office'] ?? fields['office.id']}
        onChange={(picked) =>
          onChange(
            picked === newOffice
              ? { ...value, mode: 'new', id: null }
              : { ...value, mode: 'existing', id: picked === null ? null : Number(picked) },
          )
        }
      />
      {value.mode === 'new' && (
        <TextInput
          label={words.officeName}
          placeholder={words.officeNameExample}
          value={value.name}
          error={fields['office.name']}
          onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
        />
      )}
      {value.mode === 'new' && role === 'regency' && (
        <RegencyField
          code={value.regencyCode}
          error={fields['office.regencyCode']}
          onChange={(regencyCode) => onChange({ ...value, regencyCode })}
        />
      )}
      {value.mode === 'new' && role === 'liaison' && (
        <OperatorField
          id={value.operatorId}
          error={fields['office.operatorId']}
          onChange={(operatorId) => onChange({ ...value, operatorId })}
        />
      )}
    </Stack>
  );
}

type RegencyProps = {
  code: string | null;
  error: string | undefined;
  onChange: (code: string | null) => void;
};

/** Asks for the province first where the server holds more than one. */
function RegencyField({ code, error, onChange }: RegencyProps) {
  const t = useText();
  const words = t.admin.create;
  const { data: map } = useQuery(mapQuery);
  const isCountry = map !== undefined && map.province === null;
  const provinces = useQuery({ ...childrenQuery('ID'), enabled: isCountry });
  const [picked, setPicked] = useState<string | null>(null);
  const province = map?.province?.code ?? picked;
  const regencies = useQuery({ ...childrenQuery(province ?? ''), enabled: province !== null });
  return (
    <>
      {isCountry && (
        <Select
          label={words.province}
          placeholder={words.provincePlaceholder}
          searchable
          nothingFoundMessage={words.nothingFound}
          data={(provinces.data ?? []).map((region) => ({
            value: region.code,
            label: placeName(region),
          }))}
          value={picked}
          onChange={(next) => {
            setPicked(next);
            onChange(null);
          }}
        />
      )}
      <Select
        label={words.regency}
        placeholder={words.regencyPlaceholder}
        searchable
        disabled={province === null}
        nothingFoundMessage={words.nothingFound}
        data={(regencies.data ?? []).map((region) => ({
          value: region.code,
          label: placeName(region),
        }))}
        value={code}
        error={error}
        onChange={onChange}
      />
    </>
  );
}

type OperatorProps = {
  id: string | null;
  error: string | undefined;
  onChange: (id: string | null) => void;
};

function OperatorField({ id, error, onChange }: OperatorProps) {
  const t = useText();
  const words = t.admin.create;
  const { data: operators } = useQuery(operatorsQuery);
  return (
    <Select
      label={words.operator}
      placeholder={words.operatorPlaceholder}
      searchable
      nothingFoundMessage={words.nothingFound}
      data={(operators ?? []).map(({ id: value, name }) => ({ value, label: name }))}
      value={id}
      error={error}
      onChange={onChange}
    />
  );
}
