// The places of a commitment: villages found by name or code, each as a whole or one locality of it.
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { NativeSelect, Select } from '@mantine/core';
import { maxPlacesOfCommitment } from '#contract/commitments';
import { localityNamesQuery } from '../../api/localities.ts';
import { searchQuery } from '../../api/regions.ts';
import { useText } from '../../i18n/text.tsx';
import { placeName, placePath } from '../../lib/place-name.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { ChosenPlace } from './draft.ts';
import css from './panel.module.css';

type Props = {
  places: readonly ChosenPlace[];
  onPlaces: (places: readonly ChosenPlace[]) => void;
  /** Of the list as a whole, and by place: `places.0`. */
  errors: Readonly<Record<string, string>>;
};

export function PlacesField({ places, onPlaces, errors }: Props) {
  const t = useText();
  const words = t.commitmentPanel.form;
  const [text, setText] = useState('');
  const search = useQuery(searchQuery(text.trim()));
  const hits = (search.data ?? []).filter(({ level }) => level === 'village');
  const isFull = places.length >= maxPlacesOfCommitment;
  const add = (code: string | null) => {
    const hit = hits.find((one) => one.code === code);
    if (!hit) return;
    const place = { key: crypto.randomUUID(), villageCode: hit.code, localityId: null };
    onPlaces([...places, { ...place, name: placeName(hit), path: placePath(hit.path) }]);
    setText('');
  };
  return (
    // Esc closes the list of hits, and not the form with all that was typed.
    <div
      className={css.placesField}
      role="presentation"
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
    >
      <Select
        label={words.places}
        placeholder={words.placesHint}
        data={hits.map((hit) => ({
          value: hit.code,
          label: `${placeName(hit)}, ${placePath(hit.path)}`,
        }))}
        // The server has found them already.
        filter={({ options }) => options}
        value={null}
        searchValue={text}
        onSearchChange={setText}
        onChange={add}
        searchable
        disabled={isFull}
        error={errors['places']}
        nothingFoundMessage={text.trim() === '' || search.isFetching ? undefined : words.placesNone}
      />
      {places.length > 0 && (
        <ul className={css.chosen} aria-label={words.chosenPlaces}>
          {places.map((place, index) => (
            <PlaceItem
              key={place.key}
              place={place}
              error={errors[`places.${index}`]}
              onLocality={(localityId) =>
                onPlaces(places.map((one, at) => (at === index ? { ...one, localityId } : one)))
              }
              onRemove={() => onPlaces(places.filter((_one, at) => at !== index))}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

type ItemProps = {
  place: ChosenPlace;
  error: string | undefined;
  onLocality: (localityId: string | null) => void;
  onRemove: () => void;
};

function PlaceItem({ place, error, onLocality, onRemove }: ItemProps) {
  const words = useText().commitmentPanel.form;
  const localities = useQuery(localityNamesQuery(place.villageCode)).data ?? [];
  return (
    <li>
      <div className={css.chosenHead}>
        <span>
          <strong>{place.name}</strong>
          <small>{place.path}</small>
        </span>
        <IconButton
          icon="close"
          iconSize={16}
          label={words.removePlace(place.name)}
          onClick={onRemove}
        />
      </div>
      {localities.length > 0 && (
        <NativeSelect
          size="xs"
          aria-label={words.localityOf(place.name)}
          value={place.localityId ?? ''}
          onChange={(event) => onLocality(event.currentTarget.value || null)}
          data={[
            { value: '', label: words.wholeVillage },
            ...localities.map((one) => ({ value: one.id, label: placeName(one) })),
          ]}
        />
      )}
      {error !== undefined && <p className={css.error}>{error}</p>}
    </li>
  );
}
