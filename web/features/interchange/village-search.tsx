// Finding the village that no candidate is: a person may know an old name.
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Select } from '@mantine/core';
import { searchQuery } from '../../api/regions.ts';
import { useText } from '../../i18n/text.tsx';
import { placeName, placePath } from '../../lib/place-name.ts';

type Props = {
  /** Only villages of this regency are the account's own; null: all are. */
  regencyCode: string | null;
  onChoose: (villageCode: string) => void;
};

export function VillageSearch({ regencyCode, onChoose }: Props) {
  const t = useText();
  const words = t.imports.doubt;
  const [text, setText] = useState('');
  const search = useQuery(searchQuery(text.trim()));
  const hits = (search.data ?? []).filter(
    ({ level, code }) =>
      level === 'village' && (regencyCode === null || code.startsWith(`${regencyCode}.`)),
  );
  return (
    <Select
      aria-label={words.search}
      placeholder={`${words.search}: ${words.searchHint}`}
      data={hits.map((hit) => ({
        value: hit.code,
        label: `${placeName(hit)}, ${placePath(hit.path)}`,
      }))}
      // The server has found them already.
      filter={({ options }) => options}
      value={null}
      searchValue={text}
      onSearchChange={setText}
      onChange={(code) => code !== null && onChoose(code)}
      searchable
      nothingFoundMessage={text.trim() === '' || search.isFetching ? undefined : words.searchNone}
    />
  );
}
