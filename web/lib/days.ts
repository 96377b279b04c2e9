// Sums of calendar days, as ISO dates without a clock. Pure.

const dayMs = 86_400_000;

/** Whole days from one ISO day to another; negative when the second is the earlier one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** The ISO day so many days after `day`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}
