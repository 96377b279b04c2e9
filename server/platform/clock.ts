// Time as a dependency, so that rules stay pure and tests choose the day.

export type Clock = () => Date;

function dayAt(at: Date, utcOffsetH: number): string {
  return new Date(at.getTime() + utcOffsetH * 3_600_000).toISOString().slice(0, 10);
}

/** The calendar day in Indonesia's western time zone (WIB, UTC+7), as an ISO date. */
export function isoDay(at: Date): string {
  return dayAt(at, 7);
}

/** The day that has begun in its eastern one (WIT, UTC+9): no observation can be later. */
export function latestIsoDay(at: Date): string {
  return dayAt(at, 9);
}
