// Opening, changing and closing declaration windows: checked, written with their audit rows, in the
// caller's transaction but for closing what is due, which has one of its own for each window.
import { recordAudit } from '../audit/store.ts';
import { isoDay } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError, refuseField } from '../platform/problem.ts';
import type { Doer } from './actions.ts';
import { isPastClosing } from './answer-rules.ts';
import type { PlaceRef } from './contract.ts';
import type { WindowChange, WindowInput } from './declaration-contract.ts';
import { namePlaces } from './place-store.ts';
import { readHeirs, readOperatorNames } from './store.ts';
import * as store from './window-store.ts';
import { bumpVersion } from './write-store.ts';

const keyOf = ({ villageCode, localityId }: PlaceRef) => `${villageCode} ${localityId ?? ''}`;

/** In the order in which the places stand in the window. Throws 422 naming `places.<index>`. */
function checkPlaces(db: Db, places: readonly PlaceRef[]): PlaceRef[] {
  const seen = new Set<string>();
  const named = namePlaces(db, places).map((place, index) => {
    const said = places[index] ?? place;
    const value = said ? keyOf(said).trim() : '';
    if (place === null) throw refuseField(`places.${index}`, 'place_unknown', value);
    if (seen.has(value)) throw refuseField(`places.${index}`, 'place_twice', value);
    seen.add(value);
    return place;
  });
  return named.toSorted(
    (a, b) =>
      a.villageCode.localeCompare(b.villageCode) ||
      Number(a.localityId !== null) - Number(b.localityId !== null) ||
      a.name.localeCompare(b.name, 'id', { numeric: true }),
  );
}

function checkOperators(db: Db, operatorIds: readonly string[]): void {
  const names = readOperatorNames(db);
  const heirs = readHeirs(db);
  for (const [index, id] of operatorIds.entries()) {
    const field = `operatorIds.${index}`;
    if (!names.has(id)) throw refuseField(field, 'operator_unknown', id);
    if (heirs.has(id)) throw refuseField(field, 'operator_taken_over', id);
    if (operatorIds.indexOf(id) !== index) throw refuseField(field, 'operator_twice', id);
  }
}

/** Whether the stored window is the one that is sent again. */
function isSame(db: Db, before: store.StoredWindow, input: WindowInput): boolean {
  const sorted = (texts: readonly string[]) => texts.toSorted().join('\n');
  return (
    before.title === input.title &&
    before.note === input.note &&
    before.closesOn === input.closesOn &&
    sorted(before.operators.map(({ id }) => id)) === sorted(input.operatorIds) &&
    sorted(store.listPlaceRefs(db, before.id).map(keyOf)) === sorted(input.places.map(keyOf))
  );
}

/**
 * Opens a window; the same id again with the same content is the same window, and gives back false.
 * Throws ProblemError: 409 `id_taken`, 422 with field and value.
 */
export function openWindow(db: Db, id: string, input: WindowInput, { caller, at }: Doer): boolean {
  const before = store.findWindow(db, id);
  if (before) {
    if (isSame(db, before, input)) return false;
    throw new ProblemError(409, 'id_taken');
  }
  if (isPastClosing(input.closesOn, isoDay(at)))
    throw refuseField('closesOn', 'date_in_past', input.closesOn);
  checkOperators(db, input.operatorIds);
  const places = checkPlaces(db, input.places);
  const by = { accountId: caller.id, officeId: caller.office.id, at };
  store.insertWindow(db, id, { ...input, places }, by);
  recordAudit(db, {
    at,
    accountId: caller.id,
    action: 'window.open',
    subject: `window:${id}`,
    after: { ...input, places: places.map(keyOf) },
  });
  bumpVersion(db);
  return true;
}

/** Throws 404 `not_found` and 409 `window_closed`. */
function getOpen(db: Db, id: string, today: string): store.StoredWindow {
  const window = store.findWindow(db, id);
  if (!window) throw new ProblemError(404, 'not_found');
  if (window.closedAt !== null || isPastClosing(window.closesOn, today))
    throw new ProblemError(409, 'window_closed');
  return window;
}

/**
 * Changes an open window; it closes today at the earliest. Throws ProblemError: 404, 409
 * `window_closed`, 412 `changed_meanwhile` with the version as it is, 422 `date_in_past`.
 */
export function changeWindow(
  db: Db,
  id: string,
  change: WindowChange,
  seenVersion: number,
  { caller, at }: Doer,
): void {
  const { title, note, closesOn, version } = getOpen(db, id, isoDay(at));
  if (version !== seenVersion)
    throw new ProblemError(412, 'changed_meanwhile', { more: { current: { version } } });
  if (change.closesOn !== undefined && isPastClosing(change.closesOn, isoDay(at)))
    throw refuseField('closesOn', 'date_in_past', change.closesOn);
  store.saveWindow(db, id, change);
  recordAudit(db, {
    at,
    accountId: caller.id,
    action: 'window.change',
    subject: `window:${id}`,
    before: { title, note, closesOn },
    after: change,
  });
  bumpVersion(db);
}

type Closing = { closesOn: string; closesOnBefore: string; accountId: string | null; at: Date };

function close(db: Db, id: string, { closesOn, closesOnBefore, accountId, at }: Closing): void {
  const silent = store.closeWindow(db, id, closesOn, at);
  recordAudit(db, {
    ...{ at, accountId, action: 'window.close', subject: `window:${id}` },
    before: { closesOn: closesOnBefore },
    after: { closesOn, silent },
  });
  bumpVersion(db);
}

/** Closes a window today, before its day. Throws ProblemError: 404, 409 `window_closed`. */
export function closeEarly(db: Db, id: string, { caller, at }: Doer): void {
  const today = isoDay(at);
  const { closesOn } = getOpen(db, id, today);
  close(db, id, { closesOn: today, closesOnBefore: closesOn, accountId: caller.id, at });
}

/**
 * Closes every window whose closing date is past, each in a transaction of its own: silence is written
 * down for what nobody answered. Gives back how many were closed. To be called before a window is read
 * or answered, so that no answer slips in between the day's end and the hourly look.
 */
export function closeDueWindows(db: Db, at: Date): number {
  const due = store.listDueWindows(db, isoDay(at));
  for (const id of due)
    db.transaction(() => {
      const window = store.findWindow(db, id);
      if (window === null || window.closedAt !== null) return;
      const { closesOn } = window;
      close(db, id, { closesOn, closesOnBefore: closesOn, accountId: null, at });
    }).immediate();
  return due.length;
}
