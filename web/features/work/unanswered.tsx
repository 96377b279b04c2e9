// Places without a signal of which the operator has said nothing, those with the most people first.
import { useState } from 'react';
import { Button } from '@mantine/core';
import type { Work } from '#contract/work';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { placeName } from '../../lib/place-name.ts';
import { Section } from './section.tsx';
import { capitalised } from './words.ts';
import css from './work.module.css';

type Props = {
  unanswered: Work['unanswered'];
  operatorName: string;
  onPromise: (villageCode: string) => void;
  onOpenPlace: (villageCode: string) => void;
};

const shownAtFirst = 10;

export function Unanswered({ unanswered, operatorName, onPromise, onOpenPlace }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.work.unanswered;
  const [isWhole, setIsWhole] = useState(false);
  const { total, places } = unanswered;
  const shown = isWhole ? places : places.slice(0, shownAtFirst);
  const number = (value: number) => formatNumber(value, language);
  return (
    <Section
      title={words.title}
      count={total}
      figure={number(total)}
      none={words.none}
      hint={words.hint(operatorName)}
    >
      <ul className={css.list}>
        {shown.map((place) => {
          const { villageCode, localityId, population } = place;
          const name = placeName(place);
          const village = `${capitalised(place.villageKind)} ${place.villageName}`;
          const path = [
            ...(localityId === null ? [] : [village]),
            placeName({ kind: 'kecamatan', name: place.districtName }),
            place.regencyName,
          ];
          return (
            <li key={localityId ?? villageCode} className={css.item}>
              <div className={css.row}>
                <div className={css.what}>
                  <button
                    type="button"
                    className={css.place}
                    aria-label={words.onMap(name)}
                    onClick={() => onOpenPlace(villageCode)}
                  >
                    {name}
                  </button>
                  <p className={css.detail}>{path.join(', ')}</p>
                </div>
                <p className={css.figure}>
                  {population === null ? words.unknownPeople : words.people(number(population))}
                </p>
                <Button
                  variant="default"
                  data-work-row
                  aria-label={words.promiseOf(name)}
                  onClick={() => onPromise(villageCode)}
                >
                  {words.promise}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      {places.length > shown.length && (
        <Button variant="subtle" onClick={() => setIsWhole(true)}>
          {words.more(number(places.length - shown.length))}
        </Button>
      )}
      {total > shown.length && shown.length === places.length && (
        <p className={css.hint}>{words.shown(number(shown.length), number(total))}</p>
      )}
    </Section>
  );
}
