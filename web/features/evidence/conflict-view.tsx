// Two versions of one report side by side; nothing is overwritten before a person has chosen.
import { useQuery } from '@tanstack/react-query';
import { Button, Stack, Text } from '@mantine/core';
import type { Report } from '#contract/evidence';
import type { Region } from '#contract/regions';
import { operatorsQuery } from '../../api/evidence.ts';
import { facilitiesQuery } from '../../api/facilities.ts';
import { localityNamesQuery } from '../../api/localities.ts';
import { regionQuery } from '../../api/regions.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDateTime } from '../../lib/format.ts';
import { placeName } from '../../lib/place-name.ts';
import { Note } from '../../ui/note.tsx';
import type { inputOf } from './check-form.ts';
import { differencesOf, type Difference, type Side } from './differences.ts';
import css from './evidence.module.css';
import { localityLabel } from './locality-choice.ts';

type Said = ReturnType<typeof inputOf>;

type Props = {
  stored: Report;
  mine: Said;
  /** Photos of the form that the server does not have yet. */
  newPhotoCount: number;
  village: Region | null;
  isSaving: boolean;
  onTakeMine: (stored: Report) => void;
  onTakeStored: () => void;
};

/** The names behind the ids of one side, as far as they are known here. */
function useSide(said: Said, known: Region | null): Side {
  const code = said.villageCode ?? '';
  const isKnown = known?.code === code;
  const { data: fetched } = useQuery({ ...regionQuery(code), enabled: code !== '' && !isKnown });
  const { data: localities = [] } = useQuery({
    ...localityNamesQuery(code),
    enabled: said.localityId !== null,
  });
  const { data: facilities } = useQuery({
    ...facilitiesQuery(code),
    enabled: said.facilityId !== null,
  });
  const words = useText().fieldForm;
  const village = isKnown ? known : fetched;
  const locality = localities.find(({ id }) => id === said.localityId);
  const facility = facilities?.facilities.find(({ id }) => id === said.facilityId);
  return {
    said,
    village: village ? placeName(village) : code,
    locality: locality ? localityLabel(locality) : said.localityName,
    facility: said.facilityId === null ? '' : (facility?.name ?? words.facilityChosen),
  };
}

function useDifferences({ stored, mine, village, newPhotoCount }: Props): Difference[] {
  const texts = useText();
  const { language } = useLanguage();
  const { data: operators = [] } = useQuery(operatorsQuery);
  const words = texts.fieldForm.compare;
  const rows = differencesOf(useSide(mine, village), useSide(stored, village), {
    operators,
    texts,
    language,
  });
  const photos = {
    label: words.photos,
    mine: words.photosMine(newPhotoCount),
    stored: words.photosStored(stored.photos.length),
  };
  return newPhotoCount > 0 ? [...rows, photos] : rows;
}

export function ConflictView(props: Props) {
  const { stored, isSaving, onTakeMine, onTakeStored, newPhotoCount } = props;
  const t = useText();
  const { language } = useLanguage();
  const words = t.evidence.conflict;
  const differences = useDifferences(props);
  return (
    <div className={css.form} role="group" aria-label={words.title}>
      <div className={css.fields}>
        <Note tone="warning" title={words.title}>
          {words.explain(stored.updatedByName, formatDateTime(stored.updatedAt, language))}
        </Note>
        {differences.length === 0 ? (
          <Text size="sm">{words.same}</Text>
        ) : (
          <table className={css.compare}>
            <thead>
              <tr>
                <th scope="col" aria-label={words.field} />
                <th scope="col">{words.mine}</th>
                <th scope="col">
                  {words.stored}
                  <span className={css.help}>{stored.updatedByName}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {differences.map((row) => (
                <tr key={row.label}>
                  <th scope="row">{row.label}</th>
                  <td>{row.mine}</td>
                  <td>{row.stored}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {newPhotoCount > 0 && <p className={css.help}>{t.fieldForm.compare.photosKept}</p>}
      </div>
      <Stack gap="xs" className={css.foot ?? ''}>
        <Button
          className={css.tall}
          loading={isSaving}
          onClick={() => onTakeMine(stored)}
          autoFocus
        >
          {words.takeMine}
        </Button>
        <Button className={css.tall} variant="default" disabled={isSaving} onClick={onTakeStored}>
          {words.takeStored}
        </Button>
      </Stack>
    </div>
  );
}
