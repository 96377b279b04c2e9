// Figures of planning in words: fractions, what a gain rests on, what it says of people. Pure.
import type { Gain } from '#contract/planning';
import type { Messages } from '../../i18n/id.ts';
import type { Language } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';

type Words = Messages['planning']['gain'];

/** "62%"; a little is never told as nothing, nor almost all as all. */
export function fractionText(fraction: number, language: Language): string {
  const percent = Math.round(fraction * 100);
  if (percent === 0 && fraction > 0) return '<1%';
  if (percent === 100 && fraction < 1) return '>99%';
  return `${formatNumber(percent, language)}%`;
}

export type Figure = {
  key: 'people' | 'households' | 'villages' | 'localities';
  value: number | null;
};

/** The big figures. Null: nobody knows how many people, or households, live there. */
export function gainFigures(gain: Gain): Figure[] {
  const hasPeople = gain.villagesWithoutPeople < gain.villagesNew;
  const hasHouseholds = gain.villages.some(({ householdsNew }) => householdsNew !== null);
  return [
    { key: 'people', value: hasPeople ? gain.peopleNew : null },
    { key: 'households', value: hasHouseholds ? gain.householdsNew : null },
    { key: 'villages', value: gain.villagesNew },
    ...(gain.localitiesNew > 0 ? [{ key: 'localities' as const, value: gain.localitiesNew }] : []),
  ];
}

/** What the figures rest on, in sentences. */
export function gainNotes(gain: Gain, words: Words, language: Language): string[] {
  const number = (value: number) => formatNumber(value, language);
  const { known, villagesNew, peopleNew } = gain;
  const rests =
    known.villages === villagesNew
      ? words.knownAll
      : known.villages === 0
        ? words.knownNone
        : words.knownSome(number(known.villages), number(villagesNew));
  const isMixed = known.people > 0 && known.people < peopleNew;
  return [
    rests,
    ...(isMixed ? [words.knownPeople(number(known.people), number(peopleNew))] : []),
    ...(gain.peopleByArea > 0 ? [words.byArea(number(gain.peopleByArea))] : []),
    ...(gain.villagesWithoutPeople > 0
      ? [words.withoutPeople(number(gain.villagesWithoutPeople))]
      : []),
    words.modelled,
  ];
}
