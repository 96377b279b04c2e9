// Localities as an account sees them: with who lives there, how old the evidence is, and what it may do.
import type { Account } from '../auth/contract.ts';
import { mayReportIn } from '../auth/rules.ts';
import { listNewest } from '../people/store.ts';
import type { Db } from '../platform/database.ts';
import { readFreshSince } from '../status/store.ts';
import type { Locality } from './locality-contract.ts';
import type { StoredLocality } from './locality-store.ts';

const nobodyKnows = { population: null, households: null };

/** `today` is an ISO date. */
export function presentLocalities(
  db: Db,
  account: Account,
  stored: readonly StoredLocality[],
  today: string,
): Locality[] {
  const freshSince = readFreshSince(db, today);
  const people = listNewest(
    db,
    stored.map(({ id }) => id),
  );
  return stored.map(({ updatedBy: _, observedOn, ...locality }, index) => ({
    ...locality,
    people: people[index] ?? nobodyKnows,
    stale: observedOn !== null && observedOn < freshSince,
    mayEdit: mayReportIn(account, locality.villageCode),
  }));
}
