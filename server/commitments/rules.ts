// What may become of a commitment, by whom, and who sees it. Pure. Days are ISO dates; "today" is given.
import type { Account } from '../auth/contract.ts';
import {
  commitmentStates,
  owedStates,
  type Commitment,
  type CommitmentAmendment,
  type CommitmentState,
  type CommitmentStep,
  type Reason,
} from './contract.ts';

/** As whom one acts on a commitment: provincial staff, the operator that owes it, or a measurement. */
export type Actor = 'staff' | 'owner' | 'measurement';

const staff: readonly Actor[] = ['staff'];
const both: readonly Actor[] = ['staff', 'owner'];
const measured: readonly Actor[] = ['measurement'];

/**
 * Who may move a commitment from a state to another; what is absent nobody may. Only a measurement makes
 * it `serving`, and only an outage or a measurement takes it back from there.
 */
const paths: Record<CommitmentState, Partial<Record<CommitmentState, readonly Actor[]>>> = {
  proposed: { agreed: staff, declined: both },
  agreed: { in_progress: both, built: both, on_air: both, cancelled: staff, proposed: staff },
  in_progress: { built: both, on_air: both, cancelled: staff, agreed: staff },
  built: { on_air: both, cancelled: staff, in_progress: staff, agreed: staff },
  on_air: { serving: measured, cancelled: staff, built: staff, in_progress: staff },
  serving: { on_air: measured },
  declined: { proposed: staff },
  cancelled: { agreed: staff },
};

/** The states to which `actor` may move a commitment, in the order of its life. */
export function listMoves(from: CommitmentState, actor: Actor): CommitmentState[] {
  return commitmentStates.filter((to) => paths[from][to]?.includes(actor));
}

export function isOwed(state: CommitmentState): boolean {
  return (owedStates as readonly CommitmentState[]).includes(state);
}

/** Late: past its promised date and not on air (domain, section 6). */
export function isLate(
  { state, promisedOn }: Pick<Commitment, 'state' | 'promisedOn'>,
  today: string,
): boolean {
  return isOwed(state) && promisedOn < today;
}

/** The part of a commitment that decides what may become of it. */
export type Standing = Pick<
  Commitment,
  | 'state'
  | 'firstPromisedOn'
  | 'promisedOn'
  | 'slips'
  | 'agreedOn'
  | 'builtOn'
  | 'onAirOn'
  | 'servingOn'
> & {
  /** The day of the last thing that happened to it. */
  updatedOn: string;
};

export type Refusal = { field: string; code: string; value: string };

/** What a step makes of it, and what is remembered of the promise and of the state. */
export type Decision = {
  standing: Standing;
  /** Set when a date was promised with this: the one that held before. */
  promisedBefore: string | null;
  effectiveOn: string;
};

const isBackwards = (from: CommitmentState, to: CommitmentState) =>
  commitmentStates.indexOf(to) < commitmentStates.indexOf(from);

const givesUp = (to: CommitmentState) => to === 'declined' || to === 'cancelled';

/** The dates that hold in `to` since `on`: those of states that are no longer reached fall away. */
function datesIn(before: Standing, to: CommitmentState, on: string) {
  const { agreedOn, builtOn, onAirOn } = before;
  const none = { builtOn: null, onAirOn: null, servingOn: null };
  switch (to) {
    case 'proposed':
      return { agreedOn: null, ...none };
    case 'agreed':
      return { agreedOn: agreedOn ?? on, ...none };
    case 'in_progress':
      return { agreedOn, ...none };
    case 'built':
      return { agreedOn, ...none, builtOn: before.state === 'on_air' ? (builtOn ?? on) : on };
    case 'on_air':
      return {
        agreedOn,
        builtOn,
        onAirOn: before.state === 'serving' ? onAirOn : on,
        servingOn: null,
      };
    case 'serving':
      return { agreedOn, builtOn, onAirOn, servingOn: on };
    case 'declined':
    case 'cancelled':
      return { agreedOn, builtOn, onAirOn, servingOn: null };
  }
}

type Move = Extract<CommitmentStep, { do: 'move' }>;

function refuseMove(before: Standing, move: Move, actor: Actor, today: string): Refusal | null {
  const { to, on, reason, note } = move;
  const refuse = (field: string, code: string, value: string) => ({ field, code, value });
  if (!paths[before.state][to]?.includes(actor)) {
    const isForMeasurement = actor !== 'measurement' && to === 'serving';
    if (isForMeasurement) return refuse('to', 'serving_needs_measurement', to);
    const isForStaff = paths[before.state][to]?.includes('staff') ?? false;
    return refuse(
      'to',
      isForStaff ? 'move_for_staff' : 'move_not_possible',
      `${before.state} → ${to}`,
    );
  }
  if (actor === 'measurement') return null;
  if (on > today) return refuse('on', 'date_in_future', on);
  if (actor === 'owner' && on < before.updatedOn)
    return refuse('on', 'date_before_last_update', on);
  if (to === 'on_air' && before.builtOn !== null && on < before.builtOn)
    return refuse('on', 'on_air_before_built', on);
  if (givesUp(to) && reason === null && note === '') return refuse('reason', 'required', '');
  if (!givesUp(to) && isBackwards(before.state, to) && note === '')
    return refuse('note', 'required', '');
  return null;
}

/** Goes to another state, or says why it cannot. */
export function decideMove(
  before: Standing,
  move: Move,
  actor: Actor,
  today: string,
): Decision | Refusal {
  const refusal = refuseMove(before, move, actor, today);
  if (refusal) return refusal;
  const standing = {
    ...before,
    ...datesIn(before, move.to, move.on),
    state: move.to,
    updatedOn: today,
  };
  return { standing, promisedBefore: null, effectiveOn: move.on };
}

type Reschedule = {
  promisedOn: string;
  reason: Reason | null;
  note: string;
};

/** Promises another day, or says why not; the earlier one stays in what is remembered. */
export function decideReschedule(
  before: Standing,
  { promisedOn, reason }: Reschedule,
  actor: Actor,
  today: string,
): Decision | Refusal {
  const refuse = (field: string, code: string, value: string) => ({ field, code, value });
  if (!isOwed(before.state)) return refuse('promisedOn', 'no_longer_owed', before.state);
  if (promisedOn === before.promisedOn) return refuse('promisedOn', 'date_unchanged', promisedOn);
  if (actor === 'owner' && promisedOn < today)
    return refuse('promisedOn', 'date_in_past', promisedOn);
  const isLater = promisedOn > before.promisedOn;
  if (isLater && reason === null) return refuse('reason', 'slip_needs_reason', promisedOn);
  const slips = before.slips + Number(isLater);
  return {
    standing: { ...before, promisedOn, slips, updatedOn: today },
    promisedBefore: before.promisedOn,
    effectiveOn: today,
  };
}

export function isRefusal(answer: Decision | Refusal): answer is Refusal {
  return 'code' in answer;
}

const ownTermsWhileProposed = [
  'kind',
  'technology',
  'places',
  'siteRef',
  'siteName',
  'position',
  'towerOwner',
  'tenants',
  'programme',
  'duty',
  'note',
  'confidentialUntil',
] as const satisfies (keyof CommitmentAmendment)[];

/** Once it is agreed its operator keeps the site current; what was agreed is staff's part. */
const ownTermsOnceAgreed = [
  'siteRef',
  'siteName',
  'position',
  'towerOwner',
  'tenants',
  'note',
] as const satisfies (keyof CommitmentAmendment)[];

const allTerms = [
  ...ownTermsWhileProposed,
  'basisKind',
  'basisNumber',
  'basisOn',
] as const satisfies (keyof CommitmentAmendment)[];

/** The fields that `actor` may amend of a commitment in `state`. */
export function listAmendable(state: CommitmentState, actor: Actor | null): readonly string[] {
  if (actor === 'staff') return allTerms;
  if (actor !== 'owner' || !(isOwed(state) || state === 'on_air')) return [];
  return state === 'proposed' ? ownTermsWhileProposed : ownTermsOnceAgreed;
}

/** Operator → the one that owes what it promised; an operator that nobody took over is its own. */
export type Heirs = ReadonlyMap<string, string>;

/** Follows takeovers to their end: XL → XLSMART. */
export function heirOf(heirs: Heirs, operatorId: string): string {
  const heir = heirs.get(operatorId);
  return heir === undefined || heir === operatorId ? operatorId : heirOf(heirs, heir);
}

/** The operator in whose name an account acts; null: in none's. */
export function operatorOf({ role, office }: Account, heirs: Heirs): string | null {
  return role === 'liaison' && office.operatorId !== null ? heirOf(heirs, office.operatorId) : null;
}

/** An operator with those that it took over: all under whose names something of it may be stored. */
export function familyOf(heirs: Heirs, operatorId: string): string[] {
  const heir = heirOf(heirs, operatorId);
  return [heir, ...[...heirs.keys()].filter((id) => heirOf(heirs, id) === heir)];
}

/** The operators of which `account` sees what rivals do not tell each other; null: of all. */
export function listSeenOperators(account: Account, heirs: Heirs): string[] | null {
  if (account.role !== 'liaison') return null;
  const own = operatorOf(account, heirs);
  return own === null ? [] : familyOf(heirs, own);
}

/** As whom `account` acts on what `ownerId` owes; null: it may only read. */
export function actorOf(account: Account, ownerId: string, heirs: Heirs): Actor | null {
  if (account.role === 'admin' || account.role === 'staff') return 'staff';
  return operatorOf(account, heirs) === ownerId ? 'owner' : null;
}

/**
 * Who sees a commitment: everyone in the house; another operator's liaison only once it was agreed, and
 * not before the day until which it is confidential.
 */
export function maySee(
  account: Account,
  commitment: Pick<Commitment, 'ownerId' | 'agreedOn' | 'confidentialUntil'>,
  today: string,
  heirs: Heirs,
): boolean {
  if (account.role !== 'liaison') return true;
  if (operatorOf(account, heirs) === commitment.ownerId) return true;
  return commitment.agreedOn !== null && !isConfidential(commitment, today);
}

export function isConfidential(
  { confidentialUntil }: Pick<Commitment, 'confidentialUntil'>,
  today: string,
): boolean {
  return confidentialUntil !== null && confidentialUntil > today;
}
