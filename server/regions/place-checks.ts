// What a place inside a village must satisfy beyond its shape, whoever writes it: the village, the
// scope of the account, the point.
import type { Account } from '../auth/contract.ts';
import { mayReportIn } from '../auth/rules.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError, refuseField } from '../platform/problem.ts';
import type { Position } from './contract.ts';
import type { PlaceWarning } from './locality-contract.ts';
import { isInIndonesia } from './coordinates.ts';
import { findPoint, isInsideBoundary } from './store.ts';

/** Throws `outside_your_regency` when the village is not the account's to write about. */
export function refuseOutside(caller: Account, villageCode: string): void {
  if (mayReportIn(caller, villageCode)) return;
  throw new ProblemError(403, 'outside_your_regency', {
    errors: [{ field: 'villageCode', code: 'outside_your_regency', value: villageCode }],
  });
}

/** Throws when the village is unknown or not the caller's, or the point is not in Indonesia. */
export function checkPlace(
  db: Db,
  caller: Account,
  { villageCode, position }: { villageCode: string; position: Position | null },
): void {
  if (!findPoint(db, villageCode)) throw refuseField('villageCode', 'village_unknown', villageCode);
  refuseOutside(caller, villageCode);
  if (position === null || isInIndonesia(position)) return;
  const isSwapped = isInIndonesia([position[1], position[0]]);
  throw refuseField(
    'position',
    isSwapped ? 'position_swapped' : 'position_outside_indonesia',
    position,
  );
}

/** What is kept but said: a point outside the village's boundary. */
export function warnOfPlace(
  db: Db,
  { villageCode, position }: { villageCode: string; position: Position | null },
): PlaceWarning[] {
  const isInside = position && isInsideBoundary(db, villageCode, position);
  return isInside === false ? ['position_outside_village'] : [];
}
