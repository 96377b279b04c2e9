// Quarters of a year, as texts without a clock. Pure.

/** "2026-Q3" */
export type Quarter = string;

export const quarterPattern = /^20\d{2}-Q[1-4]$/;

/** The quarter in which an ISO day lies. */
export function quarterOf(day: string): Quarter {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

export function nextQuarter(quarter: Quarter): Quarter {
  const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6))];
  return number === 4 ? `${year + 1}-Q1` : `${year}-Q${number + 1}`;
}

/** Every quarter from `first` to `last`, both included; none when `last` is the earlier one. */
export function listQuarters(first: Quarter, last: Quarter): Quarter[] {
  const quarters: Quarter[] = [];
  for (let quarter = first; quarter <= last; quarter = nextQuarter(quarter)) quarters.push(quarter);
  return quarters;
}
