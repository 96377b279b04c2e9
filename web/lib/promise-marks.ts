// Joins what is promised with the statuses, for the map and its legend. Pure.
import { unknownMark, withPromise, type StatusMark } from '../api/status.ts';
import type { Promises } from './promises.ts';

/** Where a promise is missed when there is none. */
const inNeed: readonly StatusMark['status'][] = ['blankspot', 'outage'];

/** A village that only unverified reports call a blankspot does not miss a promise yet. */
function withoutPromise(mark: StatusMark): StatusMark {
  const isMissed = inNeed.includes(mark.status) && !mark.unconfirmed;
  return withPromise(mark, isMissed ? 'no_promise' : 'none');
}

export function joinPromises(
  marks: ReadonlyMap<number, StatusMark>,
  promises: Promises,
): ReadonlyMap<number, StatusMark> {
  const joined = new Map([...marks].map(([id, mark]) => [id, withoutPromise(mark)]));
  for (const [id, promise] of promises)
    joined.set(id, withPromise(marks.get(id) ?? unknownMark, promise));
  return joined;
}
