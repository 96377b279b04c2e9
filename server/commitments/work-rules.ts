// What waits for an operator: which of its promises ask for a word, and whether its plans have grown old.
// Pure; days are ISO dates and "today" is given.
import type { Commitment } from './contract.ts';
import { daysBetween } from './days.ts';
import { isLate, isOwed } from './rules.ts';
import { dueSoonDays, renewAfterDays, updateAfterDays, type UpdateCause } from './work-contract.ts';

/** A promise as far as it decides whether it waits for a word. */
export type Promised = Pick<Commitment, 'id' | 'state' | 'promisedOn'> & {
  /** The day of the last thing that happened to it. */
  updatedOn: string;
};

/** Why a promise waits for a word, the most pressing cause; null: it does not. */
export function causeOf(promised: Promised, today: string): UpdateCause | null {
  if (!isOwed(promised.state)) return null;
  if (isLate(promised, today)) return 'late';
  if (daysBetween(today, promised.promisedOn) <= dueSoonDays) return 'due_soon';
  return daysBetween(promised.updatedOn, today) >= updateAfterDays ? 'quiet' : null;
}

/** Days and ids are plain text: its order is theirs. */
const byText = (a: string, b: string) => Number(a > b) - Number(a < b);

const pressing: Record<UpdateCause, number> = { late: 0, due_soon: 1, quiet: 2 };

export type Update = { id: string; cause: UpdateCause; quietDays: number };

/** The promises that wait for a word: late ones first, then by promised date. */
export function listUpdates(promises: readonly Promised[], today: string): Update[] {
  return promises
    .flatMap((promised) => {
      const cause = causeOf(promised, today);
      return cause === null ? [] : [{ promised, cause }];
    })
    .toSorted(
      (a, b) =>
        pressing[a.cause] - pressing[b.cause] ||
        byText(a.promised.promisedOn, b.promised.promisedOn) ||
        byText(a.promised.id, b.promised.id),
    )
    .map(({ promised: { id, updatedOn }, cause }) => ({
      id,
      cause,
      // A clock that was set back makes no word come from tomorrow.
      quietDays: Math.max(0, daysBetween(updatedOn, today)),
    }));
}

/** How old what was last accepted of an operator's plans is, whole days, and whether it is to be renewed. */
export function ageOfFiling(
  acceptedOn: string | null,
  today: string,
): { ageDays: number | null; isDue: boolean } {
  if (acceptedOn === null) return { ageDays: null, isDue: true };
  const ageDays = Math.max(0, daysBetween(acceptedOn, today));
  return { ageDays, isDue: ageDays > renewAfterDays };
}

/** The first day of the year that ends today: answers since then still speak of a place. */
export function yearBefore(today: string): string {
  const [year = '', ...rest] = today.split('-');
  const day = rest.join('-') === '02-29' ? '02-28' : rest.join('-');
  return `${Number(year) - 1}-${day}`;
}
