// What is promised to each village, out of the list of commitments. Pure.
import type { CommitmentList, CommitmentRow } from '#contract/commitments';
import { promiseCategories, type PromiseCategory } from '../api/status.ts';
import { isClosed, isOwed } from './board-rows.ts';

/** By region id. */
export type Promises = ReadonlyMap<number, PromiseCategory>;

/** What one commitment means to its villages; null: nothing any more. */
export function promiseOf(
  { state, promisedOn }: Pick<CommitmentRow, 'state' | 'promisedOn'>,
  today: string,
): PromiseCategory | null {
  if (isClosed(state)) return null;
  if (state === 'serving') return 'serving';
  if (!isOwed(state)) return 'on_air';
  if (promisedOn < today) return 'late';
  return promisedOn.slice(0, 4) === today.slice(0, 4) ? 'this_year' : 'later';
}

const asksMore = (a: PromiseCategory, b: PromiseCategory) =>
  promiseCategories.indexOf(a) < promiseCategories.indexOf(b);

/** Of several commitments to a village the one that asks for most attention; `operatorId` null: anybody's. */
export function listPromises(
  { rows, today }: Pick<CommitmentList, 'rows' | 'today'>,
  operatorId: string | null,
): Promises {
  const promises = new Map<number, PromiseCategory>();
  for (const row of rows) {
    const promise = promiseOf(row, today);
    if (promise === null || (operatorId !== null && row.ownerId !== operatorId)) continue;
    for (const id of row.villageIds) {
      const known = promises.get(id);
      if (known === undefined || asksMore(promise, known)) promises.set(id, promise);
    }
  }
  return promises;
}
