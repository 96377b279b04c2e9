// Two versions of one report side by side; nothing is overwritten before a person has chosen.
import { useQuery } from '@tanstack/react-query';
import { Button, Stack, Text } from '@mantine/core';
import type { Report } from '#contract/evidence';
import type { Region } from '#contract/regions';
import { writeCoordinates } from '#coordinates';
import { operatorsQuery } from '../../api/evidence.ts';
import { regionQuery } from '../../api/regions.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate, formatDateTime } from '../../lib/format.ts';
import { placeName } from '../../lib/place-name.ts';
import type { PickedPoint } from '../../map/modes/types.ts';
import { Note } from '../../ui/note.tsx';
import css from './evidence.module.css';
import { valuesOf, type FormValues } from './form-values.ts';
import { answerWords } from './statement-words.ts';

type Props = {
  stored: Report;
  values: FormValues;
  village: Region | null;
  point: PickedPoint | null;
  isSaving: boolean;
  onTakeMine: (stored: Report) => void;
  onTakeStored: () => void;
};

type Difference = { label: string; mine: string; stored: string };

function useDifferences({ stored, values, village, point }: Props): Difference[] {
  const t = useText();
  const { language } = useLanguage();
  const { data: operators } = useQuery(operatorsQuery);
  const { data: storedVillage } = useQuery(regionQuery(stored.villageCode));
  const words = t.evidence.conflict;
  const theirs = valuesOf(stored);

  const said = (from: FormValues, operatorId: string) => {
    const answer = from.answers[operatorId];
    return answer ? answerWords(answer, t.evidence) : t.evidence.technologies.unknown;
  };
  const ids = [...new Set([...Object.keys(values.answers), ...Object.keys(theirs.answers)])];
  const rows: Difference[] = [
    {
      label: words.village,
      mine: village ? placeName(village) : words.empty,
      stored: storedVillage ? placeName(storedVillage) : stored.villageCode,
    },
    {
      label: words.point,
      mine: point ? writeCoordinates(point.position) : words.empty,
      stored: stored.position ? writeCoordinates(stored.position) : words.empty,
    },
    ...ids.map((id) => ({
      label: operators?.find((operator) => operator.id === id)?.name ?? id,
      mine: said(values, id),
      stored: said(theirs, id),
    })),
    {
      label: words.date,
      mine: values.observedOn === '' ? words.empty : formatDate(values.observedOn, language),
      stored: formatDate(stored.observedOn, language),
    },
    {
      label: words.note,
      mine: values.note.trim() || words.empty,
      stored: stored.note || words.empty,
    },
  ];
  const isSameVillage = village?.code === stored.villageCode;
  return rows.filter(
    ({ label, mine, stored: other }) =>
      mine !== other && !(label === words.village && isSameVillage),
  );
}

export function ConflictView(props: Props) {
  const { stored, isSaving, onTakeMine, onTakeStored } = props;
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
