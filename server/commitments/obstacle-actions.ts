// The one way an obstacle comes about and is looked at: checked, written with its audit row, in the
// caller's transaction.
import { recordAudit } from '../audit/store.ts';
import type { Account } from '../auth/contract.ts';
import { isoDay } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError, refuseField } from '../platform/problem.ts';
import { refuseOutside } from '../regions/place-checks.ts';
import { getVisible, type Doer } from './actions.ts';
import type { Obstacle, ObstacleInput, ObstacleLook } from './obstacle-contract.ts';
import {
  isDue,
  maySeeObstacle,
  mayWriteObstacle,
  refuseDays,
  refuseLook,
} from './obstacle-rules.ts';
import { findObstacle, insertLook, insertObstacle, type StoredObstacle } from './obstacle-store.ts';
import { namePlaces } from './place-store.ts';
import { heirOf, type Heirs, type Refusal } from './rules.ts';
import { readHeirs, readOperatorNames } from './store.ts';

/** What is needed to show an obstacle to somebody: read once for a whole list. */
export type View = {
  caller: Account;
  today: string;
  heirs: Heirs;
  operatorNames: ReadonlyMap<string, string>;
};

export function viewOf(db: Db, { caller, at }: Doer): View {
  const operatorNames = readOperatorNames(db);
  return { caller, today: isoDay(at), heirs: readHeirs(db), operatorNames };
}

/** With who owes it now, and what the caller may do about it. */
export function presentObstacle(stored: StoredObstacle, view: View): Obstacle {
  const { caller, today, heirs, operatorNames } = view;
  const operatorId = stored.operatorId === null ? null : heirOf(heirs, stored.operatorId);
  const { villageCode } = stored.place;
  return {
    ...stored,
    operatorId,
    operatorName: operatorId === null ? null : (operatorNames.get(operatorId) ?? operatorId),
    isDue: isDue(stored, today),
    mayLook:
      stored.liftedOn === null && mayWriteObstacle(caller, { operatorId, villageCode }, heirs),
  };
}

/** The obstacle as far as `caller` may see it; throws 404 `not_found`. */
export function getVisibleObstacle(db: Db, id: string, { caller }: Doer): StoredObstacle {
  const found = findObstacle(db, id);
  if (!found || !maySeeObstacle(caller, found.operatorId, readHeirs(db)))
    throw new ProblemError(404, 'not_found');
  return found;
}

/** Refuses who may not write about that place and operator, and says which of both it is. */
function refuseForeign(
  { caller }: Doer,
  scope: { operatorId: string | null; villageCode: string },
  heirs: Heirs,
): void {
  if (mayWriteObstacle(caller, scope, heirs)) return;
  if (caller.role === 'liaison') throw new ProblemError(403, 'foreign_operator');
  refuseOutside(caller, scope.villageCode);
}

function throwRefusal(refusal: Refusal | null): void {
  if (refusal) throw refuseField(refusal.field, refusal.code, refusal.value);
}

/** A commitment that is held up is one that the caller sees, of that operator, and in that village. */
function checkCommitment(db: Db, input: ObstacleInput, doer: Doer, heirs: Heirs): void {
  const { commitmentId, operatorId, place } = input;
  if (commitmentId === null) return;
  const held = getVisible(db, commitmentId, doer);
  if (operatorId === null || heirOf(heirs, operatorId) !== held.ownerId)
    throw refuseField('operatorId', 'not_the_commitments_operator', operatorId ?? '');
  if (!held.places.some(({ villageCode }) => villageCode === place.villageCode))
    throw refuseField('commitmentId', 'commitment_elsewhere', place.villageCode);
}

/** Whether `stored` says what is said again in `input`: a retry of what has arrived already. */
function isSame(stored: StoredObstacle, input: ObstacleInput): boolean {
  const { villageCode, localityId } = stored.place;
  return (
    stored.description === input.description &&
    stored.reason === input.reason &&
    villageCode === input.place.villageCode &&
    localityId === input.place.localityId
  );
}

/** Writes down what cannot be done yet. Throws ProblemError; a retry changes nothing. */
export function raiseObstacle(db: Db, id: string, input: ObstacleInput, doer: Doer): void {
  const { caller, at } = doer;
  const heirs = readHeirs(db);
  const { villageCode, localityId } = input.place;
  if (input.operatorId !== null && !readOperatorNames(db).has(input.operatorId))
    throw refuseField('operatorId', 'operator_unknown', input.operatorId);
  refuseForeign(doer, { operatorId: input.operatorId, villageCode }, heirs);
  const known = findObstacle(db, id);
  if (known && isSame(known, input) && maySeeObstacle(caller, known.operatorId, heirs)) return;
  if (known) throw new ProblemError(409, 'id_taken');
  if (namePlaces(db, [input.place])[0] === null)
    throw refuseField(
      'place',
      'place_unknown',
      localityId === null ? villageCode : `${villageCode} / ${localityId}`,
    );
  throwRefusal(refuseDays(input, isoDay(at)));
  checkCommitment(db, input, doer, heirs);
  const operatorId = input.operatorId === null ? null : heirOf(heirs, input.operatorId);
  const by = { accountId: caller.id, officeId: caller.office.id, at };
  insertObstacle(db, id, { ...input, operatorId }, by);
  recordAudit(db, {
    at,
    accountId: caller.id,
    action: 'obstacle.raise',
    subject: `obstacle:${id}`,
    after: input,
  });
}

/**
 * Writes down that somebody looked at version `seen`: it is lifted, or looked at again another day.
 * Throws ProblemError: 404, 403, 412 with `current` where somebody else was quicker, 422.
 */
export function lookAtObstacle(
  db: Db,
  id: string,
  look: ObstacleLook,
  seen: number,
  doer: Doer,
): void {
  const { caller, at } = doer;
  const before = getVisibleObstacle(db, id, doer);
  const { operatorId, sinceOn, nextLookOn, liftedOn, version, place } = before;
  refuseForeign(doer, { operatorId, villageCode: place.villageCode }, readHeirs(db));
  if (version !== seen)
    throw new ProblemError(412, 'changed_meanwhile', {
      more: { current: presentObstacle(before, viewOf(db, doer)) },
    });
  throwRefusal(refuseLook({ sinceOn, liftedOn }, look, isoDay(at)));
  insertLook(db, id, look, { accountId: caller.id, at });
  recordAudit(db, {
    at,
    accountId: caller.id,
    action: 'liftedOn' in look ? 'obstacle.lift' : 'obstacle.look',
    subject: `obstacle:${id}`,
    before: { nextLookOn, version },
    after: look,
  });
}
