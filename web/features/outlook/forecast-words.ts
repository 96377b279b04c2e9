// What a forecast says in words: quarters, the year that is told first, delays. Pure.
import type { Delay, Forecast, Remaining } from '#contract/outlook';
import type { Messages } from '../../i18n/id.ts';
import type { Language } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';

export type Shown = 'places' | 'people';
export type Quarter = Forecast['quarters'][number];

/** "TW IV 2026" for the quarter that ends on an ISO day. */
export function quarterName(endsOn: string, t: Messages): string {
  const name = ['I', 'II', 'III', 'IV'][Number(endsOn.slice(5, 7)) / 3 - 1] ?? '';
  return t.outlook.forecast.quarter(name, endsOn.slice(0, 4));
}

/** The first end of a year that is not the running quarter's own: what a meeting plans for. */
export function toldQuarter(quarters: readonly Quarter[]): Quarter | null {
  return (
    quarters.slice(1).find(({ endsOn }) => endsOn.endsWith('-12-31')) ?? quarters.at(-1) ?? null
  );
}

/** "2027" at a year's end, else the quarter's name. */
export function whenText({ endsOn }: Pick<Quarter, 'endsOn'>, t: Messages): string {
  return endsOn.endsWith('-12-31') ? endsOn.slice(0, 4) : quarterName(endsOn, t);
}

/** What is told of a forecast in sentences: today, a year's end, and what nobody has promised. */
export function forecastSentences(
  { now, promised, quarters }: Forecast,
  t: Messages,
  language: Language,
): { today: string; later: string; unpromised: string } {
  const words = t.outlook.forecast;
  const pair = ({ places, people }: Pick<Remaining, 'places' | 'people'>) =>
    [formatNumber(places, language), formatNumber(people, language)] as const;
  const told = toldQuarter(quarters);
  const left = { places: now.places - promised.places, people: now.people - promised.people };
  const slipped =
    told === null || told.ifSlipped.places === told.ifKept.places
      ? words.sameSlipped
      : words.elseSlipped(formatNumber(told.ifSlipped.places, language));
  return {
    today: words.now(...pair(now)),
    later: told === null ? '' : words.atEnd(whenText(told, t), ...pair(told.ifKept)) + slipped,
    unpromised: left.places === 0 ? words.allPromised : words.unpromised(...pair(left)),
  };
}

/** "120 hari", "tepat waktu", "14 hari lebih cepat", "belum cukup". */
export function delayText({ medianDays }: Delay, t: Messages, language: Language): string {
  const words = t.outlook.forecast;
  if (medianDays === null) return words.notEnough;
  if (medianDays === 0) return words.onTime;
  const days = formatNumber(Math.abs(medianDays), language);
  return medianDays > 0 ? words.days(days) : words.early(days);
}

/** Whether some promise lies beyond the last quarter that is shown. */
export function isCutOff({ now, promised, quarters }: Forecast): boolean {
  const last = quarters.at(-1);
  return last !== undefined && last.ifSlipped.places > now.places - promised.places;
}
