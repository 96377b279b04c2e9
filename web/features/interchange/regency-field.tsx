// A regency of the whole file, found by typing: usually that of rows that name none.
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Select } from '@mantine/core';
import { regionQuery, searchQuery } from '../../api/regions.ts';
import { useText } from '../../i18n/text.tsx';
import { placeName } from '../../lib/place-name.ts';

type Props = {
  code: string | null;
  onChange: (code: string | null) => void;
  label?: string;
  hint?: string;
  /** What is meant by none. */
  placeholder?: string;
};

export function RegencyField({ code, onChange, ...named }: Props) {
  const t = useText();
  const words = t.imports.file;
  const [text, setText] = useState('');
  const chosen = useQuery({ ...regionQuery(code ?? ''), enabled: code !== null });
  const { label: title = words.regency, hint = words.regencyHint } = named;
  const { placeholder = words.regencyAny } = named;
  const label = chosen.data ? placeName(chosen.data) : null;
  const search = useQuery(searchQuery(text.trim() === label ? '' : text.trim()));
  const found = (search.data ?? [])
    .filter(({ level, code: other }) => level === 'regency' && other !== code)
    .map((region) => ({ value: region.code, label: placeName(region) }));
  const known = code !== null && label !== null ? [{ value: code, label }] : [];
  return (
    <Select
      label={title}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={placeholder}
      data={[...known, ...found]}
      // The server has found them already.
      filter={({ options }) => options}
      value={label === null ? null : code}
      searchValue={text}
      onSearchChange={setText}
      onChange={onChange}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': placeholder }}
    />
  );
}
