// How an obstacle tells where it is, how old it is, and when it is looked at. Pure.
import type { NamedPlace } from '#contract/commitments';
import type { Obstacle } from '#contract/obstacles';
import type { Messages } from '../../i18n/id.ts';
import type { Language } from '../../i18n/text.tsx';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { localityName } from '../../lib/locality-name.ts';
import { placeName } from '../../lib/place-name.ts';
import { daysBetween } from '../../lib/days.ts';

/** "Jorong Pasar", "Nagari Inderapura" */
export function placeTitle(place: NamedPlace): string {
  return place.localityId === null ? placeName(place) : localityName(place);
}

/** What lies above it: "Nagari Inderapura, Kec. Pancung Soal, Pesisir Selatan". */
export function placeAbove(place: NamedPlace): string {
  const { villageKind, villageName, districtName, regencyName } = place;
  const village = placeName({ kind: villageKind, name: villageName });
  return [
    ...(place.localityId === null ? [] : [village]),
    placeName({ kind: 'kecamatan', name: districtName }),
    regencyName,
  ].join(', ');
}

const monthDays = 30.44;
const yearDays = 365.25;

/** "12 hari", from two months on "5 bulan", from two years on "3 tahun". */
export function ageText(days: number, t: Messages, language: Language): string {
  const words = t.outlook.obstacles.ages;
  if (days >= 2 * yearDays) return words.years(formatNumber(Math.floor(days / yearDays), language));
  if (days >= 2 * monthDays)
    return words.months(formatNumber(Math.floor(days / monthDays), language));
  return words.days(formatNumber(days, language));
}

/** How long it has stood, or stood until it was lifted. */
export function obstacleAge(
  { sinceOn, liftedOn }: Pick<Obstacle, 'sinceOn' | 'liftedOn'>,
  today: string,
  t: Messages,
  language: Language,
): string {
  return ageText(daysBetween(sinceOn, liftedOn ?? today), t, language);
}

/** "12 Des 2026", "Hari ini", "Lewat 12 hari", "Teratasi 1 Nov 2026". */
export function lookText(
  { nextLookOn, liftedOn }: Pick<Obstacle, 'nextLookOn' | 'liftedOn'>,
  today: string,
  t: Messages,
  language: Language,
): string {
  const words = t.outlook.obstacles;
  if (liftedOn !== null) return words.lifted(formatDate(liftedOn, language));
  if (nextLookOn === today) return words.dueToday;
  if (nextLookOn < today)
    return words.overdue(formatNumber(daysBetween(nextLookOn, today), language));
  return formatDate(nextLookOn, language);
}
