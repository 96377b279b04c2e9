// Finding the village that a new obstacle is about.
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Select } from '@mantine/core';
import { searchQuery } from '../../api/regions.ts';
import { useText } from '../../i18n/text.tsx';
import { placeName, placePath } from '../../lib/place-name.ts';
import { mayRaiseAt, type ObstacleWriter } from './scope.ts';

type Props = { writer: ObstacleWriter; onChoose: (villageCode: string) => void };

export function VillageChoice({ writer, onChoose }: Props) {
  const words = useText().outlook.obstacles.form;
  const [text, setText] = useState('');
  const search = useQuery(searchQuery(text.trim()));
  const hits = (search.data ?? []).filter(
    ({ level, code }) => level === 'village' && mayRaiseAt(writer, code),
  );
  return (
    <Select
      label={words.village}
      placeholder={words.villageHint}
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
      nothingFoundMessage={text.trim() === '' || search.isFetching ? undefined : words.villageNone}
    />
  );
}
