// What may be said of an obstacle, by whom, and who sees it. Pure. Days are ISO dates; "today" is given.
import type { Account } from '../auth/contract.ts';
import { mayReportIn } from '../auth/rules.ts';
import type { Obstacle, ObstacleInput, ObstacleLook } from './obstacle-contract.ts';
import { heirOf, operatorOf, type Heirs, type Refusal } from './rules.ts';

/** Everyone in the house sees all; a liaison what holds up everybody's plans, or its own operator's. */
export function maySeeObstacle(account: Account, operatorId: string | null, heirs: Heirs): boolean {
  if (account.role !== 'liaison' || operatorId === null) return true;
  return heirOf(heirs, operatorId) === operatorOf(account, heirs);
}

/**
 * Staff write everywhere, a regency's office inside its own regency, a liaison of what holds up its own
 * operator's plans.
 */
export function mayWriteObstacle(
  account: Account,
  { operatorId, villageCode }: { operatorId: string | null; villageCode: string },
  heirs: Heirs,
): boolean {
  if (account.role === 'liaison')
    return operatorId !== null && heirOf(heirs, operatorId) === operatorOf(account, heirs);
  return mayReportIn(account, villageCode);
}

/** Whether the day that was set for the next look has come. */
export function isDue(
  { nextLookOn, liftedOn }: Pick<Obstacle, 'nextLookOn' | 'liftedOn'>,
  today: string,
): boolean {
  return liftedOn === null && nextLookOn <= today;
}

/** What is wrong with the days of a new obstacle; null: nothing. */
export function refuseDays(
  { sinceOn, nextLookOn }: Pick<ObstacleInput, 'sinceOn' | 'nextLookOn'>,
  today: string,
): Refusal | null {
  if (sinceOn > today) return { field: 'sinceOn', code: 'date_in_future', value: sinceOn };
  if (nextLookOn < today) return { field: 'nextLookOn', code: 'date_in_past', value: nextLookOn };
  return null;
}

/** What is wrong with a look at an obstacle; null: nothing. What is lifted takes no further looks. */
export function refuseLook(
  before: Pick<Obstacle, 'sinceOn' | 'liftedOn'>,
  look: ObstacleLook,
  today: string,
): Refusal | null {
  if (before.liftedOn !== null)
    return { field: 'liftedOn', code: 'already_lifted', value: before.liftedOn };
  if ('nextLookOn' in look)
    return look.nextLookOn < today
      ? { field: 'nextLookOn', code: 'date_in_past', value: look.nextLookOn }
      : null;
  const { liftedOn } = look;
  if (liftedOn > today) return { field: 'liftedOn', code: 'date_in_future', value: liftedOn };
  if (liftedOn < before.sinceOn)
    return { field: 'liftedOn', code: 'lifted_before_since', value: liftedOn };
  return null;
}
