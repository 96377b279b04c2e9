// The villages that a tower would newly reach, most people first; a click leads there.
import { useState } from 'react';
import type { SitePosition } from '#contract/coverage';
import type { Gain } from '#contract/planning';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { placeName } from '../../lib/place-name.ts';
import { fractionText } from './figures.ts';
import css from './planning.module.css';

/** What a line of sight is looked at to. */
export type VillageTarget = { code: string; name: string; position: SitePosition };

const shownAtFirst = 6;

type Props = {
  gain: Gain;
  /** Code of the village that is looked at. */
  target: string | null;
  onVillage: (village: VillageTarget) => void;
};

export function GainVillages({ gain, target, onVillage }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.planning.gain;
  const [showsAll, setShowsAll] = useState(false);
  const { villages, villagesNew } = gain;
  const shown = showsAll ? villages : villages.slice(0, shownAtFirst);
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      <ul className={css.rows}>
        {shown.map((village) => {
          const name = placeName(village);
          const reached =
            village.localitiesNew > 0
              ? words.localitiesOf(number(village.localitiesNew))
              : words.reachedOf(fractionText(village.newFraction, language));
          return (
            <li key={village.code}>
              <button
                type="button"
                className={css.row}
                aria-current={village.code === target || undefined}
                onClick={() => onVillage({ code: village.code, name, position: village.position })}
              >
                <span className={css.name}>
                  {name}
                  <small>
                    {reached} · {village.isKnown ? words.reported : words.onlyModel}
                  </small>
                </span>
                <span className={css.value}>
                  {village.peopleNew === null ? (
                    <small>{words.unknown}</small>
                  ) : (
                    <>
                      {number(village.peopleNew)} <small>{words.people}</small>
                    </>
                  )}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {!showsAll && villages.length > shownAtFirst && (
        <button type="button" className={css.link} onClick={() => setShowsAll(true)}>
          {words.more(number(villages.length))}
        </button>
      )}
      {showsAll && villagesNew > villages.length && (
        <p className={css.quiet}>{words.truncated(number(villages.length), number(villagesNew))}</p>
      )}
    </>
  );
}
