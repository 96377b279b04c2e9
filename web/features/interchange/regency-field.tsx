// The regency of rows that name none; found by typing.
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Select } from '@mantine/core';
import { regionQuery, searchQuery } from '../../api/regions.ts';
import { useText } from '../../i18n/text.tsx';
import { placeName } from '../../lib/place-name.ts';

type Props = { code: string | null; onChange: (code: string | null) => void };

export function RegencyField({ code, onChange }: Props) {
  const t = useText();
  const words = t.imports.file;
  const [text, setText] = useState('');
  const chosen = useQuery({ ...regionQuery(code ?? ''), enabled: code !== null });
  const label = chosen.data ? placeName(chosen.data) : null;
  const search = useQuery(searchQuery(text.trim() === label ? '' : text.trim()));
  const found = (search.data ?? [])
    .filter(({ level, code: other }) => level === 'regency' && other !== code)
    .map((region) => ({ value: region.code, label: placeName(region) }));
  const known = code !== null && label !== null ? [{ value: code, label }] : [];
  return (
    <Select
      label={words.regency}
      description={words.regencyHint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={words.regencyAny}
      data={[...known, ...found]}
      // The server has found them already.
      filter={({ options }) => options}
      value={label === null ? null : code}
      searchValue={text}
      onSearchChange={setText}
      onChange={onChange}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': words.regencyAny }}
    />
  );
}
