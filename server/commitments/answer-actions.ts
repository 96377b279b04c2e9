// Answering a declaration: checked, written with its audit row, in the caller's transaction. Used by the
// routes and by tables that are uploaded.
import { recordAudit } from '../audit/store.ts';
import { isoDay } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError, refuseField } from '../platform/problem.ts';
import type { Doer } from './actions.ts';
import { fieldsOf, isPastClosing, refuseAnswer, type AnswerFields } from './answer-rules.ts';
import { deleteAnswer, readAnswersOf, saveAnswer, type StoredAnswer } from './answer-store.ts';
import type { AnswersInput } from './declaration-contract.ts';
import { actorOf, heirOf } from './rules.ts';
import { readHeirs } from './store.ts';
import { findWindow, type StoredWindow } from './window-store.ts';
import { bumpVersion } from './write-store.ts';

/**
 * The open window in which `doer` may answer for `operatorId`. To whom the window is no business it does
 * not exist. Throws ProblemError: 404 `not_found`, 403 `foreign_operator`, 409 `window_closed`.
 */
function getAnswerable(db: Db, windowId: string, operatorId: string, doer: Doer): StoredWindow {
  const window = findWindow(db, windowId);
  const heirs = readHeirs(db);
  const mayActFor = (id: string) => actorOf(doer.caller, heirOf(heirs, id), heirs) !== null;
  if (!window || !window.operators.some(({ id }) => mayActFor(id)))
    throw new ProblemError(404, 'not_found');
  if (!mayActFor(operatorId)) throw new ProblemError(403, 'foreign_operator');
  if (!window.operators.some(({ id }) => id === operatorId))
    throw refuseField('operatorId', 'operator_not_asked', operatorId);
  if (window.closedAt !== null || isPastClosing(window.closesOn, isoDay(doer.at)))
    throw new ProblemError(409, 'window_closed');
  return window;
}

function isSame(before: StoredAnswer | undefined, fields: AnswerFields | null): boolean {
  if (before === undefined || fields === null) return before === undefined && fields === null;
  return Object.entries(fields).every(([name, value]) => Reflect.get(before, name) === value);
}

type Said = AnswersInput['answers'][number];

/** Throws ProblemError naming `answers.<index>` and what stands there. */
function checkChange({ number, answer }: Said, field: string, isAgreed: boolean, today: string) {
  if (isAgreed) throw refuseField(`${field}.number`, 'answer_agreed', String(number));
  const refusal = answer === null ? null : refuseAnswer(answer, today);
  if (refusal) throw refuseField(`${field}.answer.${refusal.field}`, refusal.code, refusal.value);
}

/**
 * Writes the answers of one operator, all or none: by its liaison, or by staff in its name, which the
 * audit row says. Null takes an answer back. Gives back how many answers are others now. Throws
 * ProblemError: 404 `not_found`, 403 `foreign_operator`, 409 `window_closed`, 422 naming
 * `answers.<index>` with `number_unknown`, `place_twice`, `answer_agreed`, `date_in_past`,
 * `date_in_future`. The caller has closed due windows and tells the browsers.
 */
export function saveAnswers(
  db: Db,
  windowId: string,
  { operatorId, answers }: AnswersInput,
  doer: Doer,
): number {
  const { caller, at } = doer;
  const window = getAnswerable(db, windowId, operatorId, doer);
  const before = readAnswersOf(db, windowId, operatorId);
  const today = isoDay(at);
  const seen = new Set<number>();
  const changed: { number: number; before: unknown; after: unknown }[] = [];
  for (const [index, said] of answers.entries()) {
    const { number } = said;
    const field = `answers.${index}`;
    if (number > window.places)
      throw refuseField(`${field}.number`, 'number_unknown', String(number));
    if (seen.has(number)) throw refuseField(`${field}.number`, 'place_twice', String(number));
    seen.add(number);
    const old = before.get(number);
    const fields = said.answer === null ? null : fieldsOf(said.answer);
    // What stands already is not refused because its day has come meanwhile.
    if (isSame(old, fields)) continue;
    checkChange(said, field, Boolean(old?.commitmentId), today);
    const key = { windowId, number, operatorId };
    if (fields === null) deleteAnswer(db, key);
    else saveAnswer(db, key, fields, { accountId: caller.id, at });
    changed.push({ number, before: old?.answer ?? null, after: said.answer });
  }
  if (changed.length === 0) return 0;
  const inNameOf = caller.role === 'liaison' ? undefined : operatorId;
  recordAudit(db, {
    at,
    accountId: caller.id,
    action: 'window.answer',
    subject: `window:${windowId}`,
    after: { operatorId, inNameOf, changed },
  });
  bumpVersion(db);
  return changed.length;
}
