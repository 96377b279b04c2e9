// What is left without a signal at the end of each quarter, when promises hold and when they slip as they
// did so far. Pure; days are ISO dates, "today" is given, every rule is this file's own (default).
import type { CommitmentState } from './contract.ts';
import { addDays, daysBetween } from './days.ts';
import type { Delay, Remaining } from './outlook-contract.ts';

/** A village or locality without a signal today. */
export type DarkPlace = {
  villageId: number;
  /** Null: the village as a whole. */
  localityId: string | null;
  /** Null: nobody knows. */
  population: number | null;
};

/** A promise about a place that is still owed, or on air and not measured there. */
export type OpenPromise = {
  villageId: number;
  /** Null: the village as a whole, and so each of its localities. */
  localityId: string | null;
  ownerId: string;
  state: CommitmentState;
  promisedOn: string;
};

/** A promise that came due: it is on air, or late today. */
export type DuePromise = {
  ownerId: string;
  firstPromisedOn: string;
  /** Null: it is late, and its delay so far counts. */
  onAirOn: string | null;
};

/** A delay is told from so many promises on. */
const fewestPromises = 3;
const quarters = { fewest: 4, most: 12 } as const;

const later = (a: string, b: string) => (a > b ? a : b);
const earlier = (a: string | undefined, b: string) => (a === undefined || b < a ? b : a);

/** The last day of the quarter `ahead` quarters after the one in which `day` lies. */
export function quarterEnd(day: string, ahead = 0): string {
  const quarter = Math.floor((Number(day.slice(5, 7)) - 1) / 3) + ahead;
  return new Date(Date.UTC(Number(day.slice(0, 4)), quarter * 3 + 3, 0)).toISOString().slice(0, 10);
}

/** The ends of the quarters from the running one to that of `last`: 4 at least, 12 at most. */
export function listQuarterEnds(today: string, last: string): string[] {
  const ends: string[] = [];
  while (ends.length < quarters.most) {
    const end = quarterEnd(today, ends.length);
    ends.push(end);
    if (ends.length >= quarters.fewest && end >= last) break;
  }
  return ends;
}

/** The middle of the values, of two middle ones their mean, in whole days. */
function medianOf(values: readonly number[]): number | null {
  if (values.length < fewestPromises) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [(sorted.length - 1) >> 1, sorted.length >> 1];
  return Math.round(((sorted[low] ?? 0) + (sorted[high] ?? 0)) / 2);
}

export type Delays = { all: Delay; byOwner: ReadonlyMap<string, Delay> };

/**
 * The median delay of each operator and of all: days from the first promised date to on air, or to today
 * where it is late. Null from fewer than three promises. Below zero: earlier than promised.
 */
export function measureDelays(due: readonly DuePromise[], today: string): Delays {
  const days = new Map<string, number[]>();
  for (const { ownerId, firstPromisedOn, onAirOn } of due) {
    const delay = daysBetween(firstPromisedOn, onAirOn ?? today);
    const known = days.get(ownerId);
    if (known) known.push(delay);
    else days.set(ownerId, [delay]);
  }
  const delayOf = (values: readonly number[]) => ({
    medianDays: medianOf(values),
    promises: values.length,
  });
  return {
    all: delayOf([...days.values()].flat()),
    byOwner: new Map([...days].map(([ownerId, values]) => [ownerId, delayOf(values)])),
  };
}

/** How many days a promise of an operator is taken to slip: its own median, else that of all, else 0. */
export function slipDaysOf({ all, byOwner }: Delays, ownerId: string): number {
  return Math.max(0, byOwner.get(ownerId)?.medianDays ?? all.medianDays ?? 0);
}

type Hope = { keptOn: string; slippedOn: string };

/** When a promise is hoped to be there: what is late, or on air and not measured, from today on. */
function hopeOf({ state, promisedOn, ownerId }: OpenPromise, delays: Delays, today: string): Hope {
  if (state === 'on_air') return { keptOn: today, slippedOn: today };
  return {
    keptOn: later(promisedOn, today),
    slippedOn: later(addDays(promisedOn, slipDaysOf(delays, ownerId)), today),
  };
}

/** The earliest hope of each place, in the order of `places`; null where nobody has promised anything. */
function listHopes(
  places: readonly DarkPlace[],
  promises: readonly OpenPromise[],
  delays: Delays,
  today: string,
): (Hope | null)[] {
  const keyOf = (villageId: number, localityId: string | null) =>
    `${villageId}/${localityId ?? ''}`;
  const hopes = new Map<string, Hope>();
  for (const promise of promises) {
    const hope = hopeOf(promise, delays, today);
    const key = keyOf(promise.villageId, promise.localityId);
    const known = hopes.get(key);
    hopes.set(key, {
      keptOn: earlier(known?.keptOn, hope.keptOn),
      slippedOn: earlier(known?.slippedOn, hope.slippedOn),
    });
  }
  return places.map(({ villageId, localityId }) => {
    const own = hopes.get(keyOf(villageId, localityId));
    const whole = hopes.get(keyOf(villageId, null));
    if (!own || !whole) return own ?? whole ?? null;
    return {
      keptOn: earlier(own.keptOn, whole.keptOn),
      slippedOn: earlier(own.slippedOn, whole.slippedOn),
    };
  });
}

/** How many places, and the people of those of which it is known. */
export function sumRemaining(places: readonly DarkPlace[]): Remaining {
  const known = places.flatMap(({ population }) => (population === null ? [] : [population]));
  return {
    places: places.length,
    people: known.reduce((sum, people) => sum + people, 0),
    placesWithPeople: known.length,
  };
}

export type Outlook = {
  now: Remaining;
  promised: Remaining;
  quarters: { endsOn: string; ifKept: Remaining; ifSlipped: Remaining }[];
};

/**
 * What remains at each quarter's end: a place is gone from it at the end of the quarter in which its
 * earliest promise holds, or comes after slipping by its operator's median delay.
 */
export function forecast(
  places: readonly DarkPlace[],
  promises: readonly OpenPromise[],
  delays: Delays,
  today: string,
): Outlook {
  const hopes = listHopes(places, promises, delays, today);
  const last = hopes.reduce((day, hope) => later(day, hope?.slippedOn ?? day), today);
  const remainingAfter = (endsOn: string, which: keyof Hope) =>
    sumRemaining(places.filter((_, index) => (hopes[index]?.[which] ?? '9999') > endsOn));
  return {
    now: sumRemaining(places),
    promised: sumRemaining(places.filter((_, index) => hopes[index] !== null)),
    quarters: listQuarterEnds(today, last).map((endsOn) => ({
      endsOn,
      ifKept: remainingAfter(endsOn, 'keptOn'),
      ifSlipped: remainingAfter(endsOn, 'slippedOn'),
    })),
  };
}
