// What a place inside a village must satisfy beyond its shape, whoever writes it: the village, the
// scope of the account, the point; and how it is saved and removed without overwriting another's change.
import { recordAudit } from '../audit/store.ts';
import type { Account } from '../auth/contract.ts';
import { mayReportIn } from '../auth/rules.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError, refuseField } from '../platform/problem.ts';
import type { Written } from '../status/feed.ts';
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

/** A place as it is stored. */
type StoredPlace = { villageCode: string; version: number; updatedBy: string };

/** How a kind of place is found, compared and shown; `kind` begins its audit actions. */
type PlaceKeeping<Stored extends StoredPlace, Input> = {
  kind: 'locality' | 'facility';
  find: (id: string) => Stored | null;
  inputOf: (place: Stored | Input) => Input;
  present: (caller: Account, stored: Stored) => unknown;
};

type Asked = { caller: Account; id: string; at: Date };

function refuseChanged<Stored extends StoredPlace, Input>(
  keeping: PlaceKeeping<Stored, Input>,
  caller: Account,
  before: Stored,
  seen: number,
): void {
  refuseOutside(caller, before.villageCode);
  if (before.version === seen) return;
  throw new ProblemError(412, 'changed_meanwhile', {
    more: { current: keeping.present(caller, before) },
  });
}

/**
 * Creates a place (`seen` null) or changes the version `seen`, with its audit row, in the caller's
 * transaction. Null: the same was stored already by the same person, an answer got lost. `write`
 * checks what the kind asks for and stores.
 */
export function savePlace<Stored extends StoredPlace, Input extends { villageCode: string }>(
  db: Db,
  keeping: PlaceKeeping<Stored, Input>,
  { caller, id, at, seen, input }: Asked & { seen: number | null; input: Input },
  write: (before: Stored | null) => void,
): Written {
  const { kind, inputOf } = keeping;
  const before = keeping.find(id);
  if (before && seen === null) {
    const isSame = JSON.stringify(inputOf(before)) === JSON.stringify(inputOf(input));
    if (before.updatedBy === caller.id && isSame) return null;
    throw new ProblemError(409, 'id_taken');
  }
  if (!before && seen !== null) throw new ProblemError(404, 'not_found');
  if (before) refuseChanged(keeping, caller, before, seen ?? 0);
  write(before);
  recordAudit(db, {
    at,
    accountId: caller.id,
    action: before ? `${kind}.change` : `${kind}.create`,
    subject: `${kind}:${id}`,
    before: before ? inputOf(before) : undefined,
    after: input,
  });
  const villages = [input.villageCode, ...(before ? [before.villageCode] : [])];
  return { villages, hasNewPlaces: true };
}

/** Removes the version `seen` of a place, with its audit row, in the caller's transaction. */
export function removePlace<Stored extends StoredPlace, Input>(
  db: Db,
  keeping: PlaceKeeping<Stored, Input>,
  { caller, id, at, seen }: Asked & { seen: number },
  remove: () => void,
): Written {
  const before = keeping.find(id);
  if (!before) throw new ProblemError(404, 'not_found');
  refuseChanged(keeping, caller, before, seen);
  remove();
  recordAudit(db, {
    at,
    accountId: caller.id,
    action: `${keeping.kind}.remove`,
    subject: `${keeping.kind}:${id}`,
    before: keeping.inputOf(before),
  });
  return { villages: [before.villageCode], hasNewPlaces: true };
}
