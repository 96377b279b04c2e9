// The one way a commitment comes about and changes: checked, written with its history and its audit row,
// in the caller's transaction. Used by the routes, by declarations, filings and uploaded tables.
import { recordAudit } from '../audit/store.ts';
import type { Account } from '../auth/contract.ts';
import { isoDay } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError, refuseField } from '../platform/problem.ts';
import type { CommitmentAmendment, CommitmentInput, CommitmentStep, PlaceRef } from './contract.ts';
import { findOfficeOf } from './office-store.ts';
import { namePlaces } from './place-store.ts';
import {
  actorOf,
  decideMove,
  decideReschedule,
  heirOf,
  isRefusal,
  listAmendable,
  maySee,
  type Actor,
  type Decision,
  type Refusal,
} from './rules.ts';
import { settleCommitment } from './serving.ts';
import { findCommitment, readHeirs, readOperatorNames, type StoredCommitment } from './store.ts';
import * as write from './write-store.ts';

/** Who does it, and when. */
export type Doer = { caller: Account; at: Date };

function writerOf({ caller, at }: Doer) {
  return { accountId: caller.id, officeId: caller.office.id, at };
}

function checkPlaces(db: Db, places: readonly PlaceRef[]): void {
  for (const [index, place] of namePlaces(db, places).entries()) {
    const said = places[index];
    if (place === null && said)
      throw refuseField(
        `places.${index}`,
        'place_unknown',
        said.localityId === null ? said.villageCode : `${said.villageCode} / ${said.localityId}`,
      );
  }
}

function checkTenants(db: Db, tenants: readonly string[]): void {
  const names = readOperatorNames(db);
  const unknown = tenants.find((id) => !names.has(id));
  if (unknown !== undefined) throw refuseField('tenants', 'operator_unknown', unknown);
}

/** Where a new commitment comes from, beside what is said of it. */
export type Origin = {
  windowId?: string;
  filingId?: string;
  /** Stands at the beginning of its history in the place of its own note. */
  historyNote?: string;
};

/**
 * Writes a proposed commitment: by its operator's liaison, or by staff in its name. Its promised date may
 * lie in the past only where staff write down what was promised long ago. Throws ProblemError.
 */
export function proposeCommitment(
  db: Db,
  id: string,
  input: CommitmentInput,
  doer: Doer,
  origin: Origin = {},
): void {
  const { caller, at } = doer;
  const today = isoDay(at);
  const heirs = readHeirs(db);
  if (!readOperatorNames(db).has(input.operatorId))
    throw refuseField('operatorId', 'operator_unknown', input.operatorId);
  const ownerId = heirOf(heirs, input.operatorId);
  const actor = actorOf(caller, ownerId, heirs);
  if (actor === null) throw new ProblemError(403, 'foreign_operator');
  if (actor === 'owner' && input.promisedOn < today)
    throw refuseField('promisedOn', 'date_in_past', input.promisedOn);
  const isAgreement =
    input.basisKind !== null || input.basisNumber !== '' || input.basisOn !== null;
  if (actor === 'owner' && isAgreement)
    throw refuseField('basisKind', 'field_for_staff', input.basisKind ?? input.basisNumber);
  checkPlaces(db, input.places);
  checkTenants(db, input.tenants);
  const officeId = caller.office.operatorId === null ? findOfficeOf(db, ownerId) : caller.office.id;
  const { windowId = null, filingId = null } = origin;
  write.insertCommitment(db, { id, input, ownerId, officeId, windowId, filingId }, writerOf(doer));
  const { promisedOn } = input;
  const note = origin.historyNote ?? input.note;
  write.recordEvent(
    db,
    id,
    { action: 'proposed', toState: 'proposed', effectiveOn: today, promisedOn, note },
    writerOf(doer),
  );
  recordAudit(db, {
    at,
    accountId: caller.id,
    action: 'commitment.propose',
    subject: `commitment:${id}`,
    after: { ...input, ...origin },
  });
}

/** The commitment as far as `caller` may see it; throws 404 `not_found`. */
export function getVisible(db: Db, id: string, { caller, at }: Doer): StoredCommitment {
  const found = findCommitment(db, id);
  if (!found || !maySee(caller, found, isoDay(at), readHeirs(db)))
    throw new ProblemError(404, 'not_found');
  return found;
}

function refused({ field, code, value }: Refusal): ProblemError {
  return refuseField(field, code, value);
}

type Dated = Exclude<CommitmentStep, { do: 'amend' }>;

function decide(before: StoredCommitment, step: Dated, actor: Actor, today: string): Decision {
  const decision =
    step.do === 'move'
      ? decideMove(before, step, actor, today)
      : decideReschedule(before, step, actor, today);
  if (isRefusal(decision)) throw refused(decision);
  return decision;
}

function takeDatedStep(db: Db, before: StoredCommitment, step: Dated, actor: Actor, doer: Doer) {
  const { standing, promisedBefore, effectiveOn } = decide(before, step, actor, isoDay(doer.at));
  write.saveStanding(db, before.id, standing, writerOf(doer));
  const { reason, note } = step;
  const fromState = before.state;
  write.recordEvent(
    db,
    before.id,
    {
      action: step.do === 'move' ? 'moved' : 'rescheduled',
      ...{ fromState, toState: standing.state, effectiveOn, reason, note, promisedBefore },
      promisedOn: promisedBefore === null ? null : standing.promisedOn,
    },
    writerOf(doer),
  );
}

/** What the terms change, field → [as it was, as it is]; null: nothing. */
function changesOf(before: StoredCommitment, terms: CommitmentAmendment) {
  const placesBefore = before.places.map(({ villageCode, localityId }) => ({
    villageCode,
    localityId,
  }));
  const was = { ...before, places: placesBefore };
  const changes = Object.entries(terms).flatMap(
    ([field, value]): [string, [unknown, unknown]][] => {
      const old: unknown = Reflect.get(was, field);
      return JSON.stringify(old) === JSON.stringify(value) ? [] : [[field, [old, value]]];
    },
  );
  return changes.length === 0 ? null : Object.fromEntries(changes);
}

function amend(
  db: Db,
  before: StoredCommitment,
  step: Extract<CommitmentStep, { do: 'amend' }>,
  actor: Actor,
  doer: Doer,
): void {
  const changes = changesOf(before, step.terms);
  if (changes === null) throw new ProblemError(409, 'nothing_to_change');
  const allowed = listAmendable(before.state, actor);
  const foreign = Object.keys(changes).find((field) => !allowed.includes(field));
  if (foreign !== undefined)
    throw refuseField(`terms.${foreign}`, 'field_for_staff', Reflect.get(step.terms, foreign));
  const terms = Object.fromEntries(
    Object.entries(step.terms).filter(([field]) => field in changes),
  ) as CommitmentAmendment;
  if (terms.places) checkPlaces(db, terms.places);
  if (terms.tenants) checkTenants(db, terms.tenants);
  write.saveTerms(db, before.id, terms, writerOf(doer));
  const { state } = before;
  const today = isoDay(doer.at);
  write.recordEvent(
    db,
    before.id,
    {
      ...{ action: 'amended', fromState: state, toState: state, effectiveOn: today },
      ...{ note: step.note, changes },
    },
    writerOf(doer),
  );
}

/**
 * Takes one step of a commitment, as `doer` may. `seenVersion` null: whatever it is now (within one
 * transaction that has read it). Throws ProblemError: 404 where it may not be seen, 403 for another
 * operator's, 412 with `current` where it was changed meanwhile, 422 with field and value.
 */
export function takeStep(
  db: Db,
  id: string,
  step: CommitmentStep,
  seenVersion: number | null,
  doer: Doer,
): void {
  const { caller, at } = doer;
  const before = getVisible(db, id, doer);
  const actor = actorOf(caller, before.ownerId, readHeirs(db));
  if (actor === null) throw new ProblemError(403, 'foreign_operator');
  if (seenVersion !== null && seenVersion !== before.version)
    throw new ProblemError(412, 'changed_meanwhile', {
      more: { current: { version: before.version, updatedByName: before.updatedByName } },
    });
  if (step.do === 'amend') amend(db, before, step, actor, doer);
  else takeDatedStep(db, before, step, actor, doer);
  settleCommitment(db, id, at);
  const { state, promisedOn, version } = before;
  recordAudit(db, {
    at,
    accountId: caller.id,
    action: `commitment.${step.do}`,
    subject: `commitment:${id}`,
    before: { state, promisedOn, version },
    after: step,
  });
}
