// The state machine of commitments, every pair of states and every role; and that no step ever loses what
// was promised before.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Role } from '../../../server/auth/contract.ts';
import {
  commitmentStates,
  reasons,
  type CommitmentState,
  type CommitmentStep,
} from '../../../server/commitments/contract.ts';
import {
  actorOf,
  decideMove,
  decideReschedule,
  heirOf,
  isLate,
  isRefusal,
  listAmendable,
  listMoves,
  maySee,
  type Actor,
  type Standing,
} from '../../../server/commitments/rules.ts';
import { account, standing } from '../../helpers/commitment.ts';

const today = '2026-11-22';
const heirs = new Map([
  ['xl', 'xlsmart'],
  ['smartfren', 'xlsmart'],
]);

/** from → to, and who may: s staff, o the operator that owes it, m only a measurement or an outage. */
const allowed: Record<CommitmentState, Partial<Record<CommitmentState, string>>> = {
  proposed: { agreed: 's', declined: 'so' },
  agreed: { proposed: 's', in_progress: 'so', built: 'so', on_air: 'so', cancelled: 's' },
  in_progress: { agreed: 's', built: 'so', on_air: 'so', cancelled: 's' },
  built: { agreed: 's', in_progress: 's', on_air: 'so', cancelled: 's' },
  on_air: { in_progress: 's', built: 's', serving: 'm', cancelled: 's' },
  serving: { on_air: 'm' },
  declined: { proposed: 's' },
  cancelled: { agreed: 's' },
};

const letters: Record<Actor, string> = { staff: 's', owner: 'o', measurement: 'm' };

const pairs = commitmentStates.flatMap((from) => commitmentStates.map((to) => [from, to] as const));

function moveTo(to: CommitmentState) {
  return { do: 'move', to, on: today, reason: 'land', note: 'sebab' } as const;
}

describe.each(pairs)('%s → %s', (from, to) => {
  test.each(['staff', 'owner', 'measurement'] as const)('as %s', (actor) => {
    const may = allowed[from][to]?.includes(letters[actor]) ?? false;
    const decision = decideMove(standing({ state: from }), moveTo(to), actor, today);
    expect(isRefusal(decision)).toBe(!may);
    expect(listMoves(from, actor).includes(to)).toBe(may);
    if (!isRefusal(decision)) expect(decision.standing.state).toBe(to);
  });
});

test.each<[Role, string | null, Actor | null]>([
  ['admin', null, 'staff'],
  ['staff', null, 'staff'],
  ['regency', null, null],
  ['leader', null, null],
  ['liaison', 'telkomsel', 'owner'],
  ['liaison', 'indosat', null],
  ['liaison', null, null],
])('a %s of %s acts on a commitment of Telkomsel as %s', (role, operatorId, expected) => {
  expect(actorOf(account(role, operatorId), 'telkomsel', heirs)).toBe(expected);
});

test('what XL promised, XLSMART owes: the liaisons of both act on it', () => {
  expect(heirOf(heirs, 'xl')).toBe('xlsmart');
  expect(heirOf(heirs, 'telkomsel')).toBe('telkomsel');
  for (const operatorId of ['xl', 'smartfren', 'xlsmart'])
    expect(actorOf(account('liaison', operatorId), 'xlsmart', heirs)).toBe('owner');
});

describe('a move is refused', () => {
  const owner = (step: object, before: Partial<Standing> = {}, actor: Actor = 'owner') => {
    const move = { ...moveTo('built'), ...step };
    const decision = decideMove(standing(before), move, actor, today);
    return isRefusal(decision) ? `${decision.field}: ${decision.code} ${decision.value}` : 'taken';
  };

  test.each<[string, object, Partial<Standing>, Actor, string]>([
    [
      'to serving, by its operator',
      { to: 'serving' },
      { state: 'on_air' },
      'owner',
      'to: serving_needs_measurement serving',
    ],
    [
      'to serving, by staff',
      { to: 'serving' },
      { state: 'on_air' },
      'staff',
      'to: serving_needs_measurement serving',
    ],
    [
      'agreeing, by its operator',
      { to: 'agreed' },
      { state: 'proposed' },
      'owner',
      'to: move_for_staff proposed → agreed',
    ],
    [
      'cancelling, by its operator',
      { to: 'cancelled' },
      {},
      'owner',
      'to: move_for_staff agreed → cancelled',
    ],
    [
      'to the same state',
      { to: 'built' },
      { state: 'built' },
      'staff',
      'to: move_not_possible built → built',
    ],
    ['in the future', { on: '2026-11-23' }, {}, 'owner', 'on: date_in_future 2026-11-23'],
    [
      'before the last update, by its operator',
      { on: '2026-10-31' },
      {},
      'owner',
      'on: date_before_last_update 2026-10-31',
    ],
    ['on the day of the last update', { on: '2026-11-01' }, {}, 'owner', 'taken'],
    ['before the last update, by staff', { on: '2026-10-31' }, {}, 'staff', 'taken'],
    [
      'on air before it was built',
      { to: 'on_air', on: '2026-11-02' },
      { state: 'built', builtOn: '2026-11-05' },
      'staff',
      'on: on_air_before_built 2026-11-02',
    ],
    [
      'giving up without a word',
      { to: 'cancelled', reason: null, note: '' },
      {},
      'staff',
      'reason: required ',
    ],
    [
      'giving up with words only',
      { to: 'cancelled', reason: null, note: 'lokasi batal' },
      {},
      'staff',
      'taken',
    ],
    [
      'going back without a word',
      { to: 'agreed', note: '' },
      { state: 'built' },
      'staff',
      'note: required ',
    ],
  ])('%s', (_, step, before, actor, expected) => {
    expect(owner(step, before, actor)).toBe(expected);
  });
});

describe('the three dates', () => {
  const dates = ({ builtOn, onAirOn, servingOn }: Standing) => [builtOn, onAirOn, servingOn];
  const after = (before: Partial<Standing>, to: CommitmentState, on: string, actor: Actor) => {
    const decision = decideMove(standing(before), { ...moveTo(to), on }, actor, today);
    if (isRefusal(decision)) throw new Error(decision.code);
    return dates(decision.standing);
  };
  const whole = {
    state: 'serving',
    builtOn: '2026-01-01',
    onAirOn: '2026-02-01',
    servingOn: '2026-03-01',
  } as const;

  test.each<[string, Partial<Standing>, CommitmentState, string, Actor, (string | null)[]]>([
    ['built', {}, 'built', '2026-11-20', 'owner', ['2026-11-20', null, null]],
    [
      'on air without having been told that it is built',
      {},
      'on_air',
      '2026-11-20',
      'owner',
      [null, '2026-11-20', null],
    ],
    [
      'on air after it was built',
      { state: 'built', builtOn: '2026-11-02' },
      'on_air',
      '2026-11-20',
      'owner',
      ['2026-11-02', '2026-11-20', null],
    ],
    [
      'serving',
      { ...whole, state: 'on_air', servingOn: null },
      'serving',
      '2026-04-01',
      'measurement',
      ['2026-01-01', '2026-02-01', '2026-04-01'],
    ],
    [
      'an outage keeps since when it was on air',
      whole,
      'on_air',
      '2026-11-01',
      'measurement',
      ['2026-01-01', '2026-02-01', null],
    ],
    [
      'taken back from on air to built',
      { ...whole, state: 'on_air', servingOn: null },
      'built',
      '2026-11-20',
      'staff',
      ['2026-01-01', null, null],
    ],
    [
      'taken back to work',
      { ...whole, state: 'on_air', servingOn: null },
      'in_progress',
      '2026-11-20',
      'staff',
      [null, null, null],
    ],
    [
      'cancelled keeps what was reached',
      { ...whole, state: 'on_air', servingOn: null },
      'cancelled',
      '2026-11-20',
      'staff',
      ['2026-01-01', '2026-02-01', null],
    ],
  ])('%s', (_, before, to, on, actor, expected) => {
    expect(after(before, to, on, actor)).toEqual(expected);
  });
});

describe('another date', () => {
  const told = (step: object, before: Partial<Standing> = {}, actor: Actor = 'owner') => {
    const decision = decideReschedule(
      standing(before),
      { promisedOn: '2027-06-30', reason: 'permit', note: '', ...step },
      actor,
      today,
    );
    if (isRefusal(decision)) return `${decision.field}: ${decision.code}`;
    return `${decision.promisedBefore} → ${decision.standing.promisedOn}, ${decision.standing.slips}`;
  };

  test.each<[string, object, Partial<Standing>, Actor, string]>([
    ['later, with a reason', {}, {}, 'owner', '2027-03-31 → 2027-06-30, 1'],
    ['later, without one', { reason: null }, {}, 'owner', 'reason: slip_needs_reason'],
    ['later, without one, by staff', { reason: null }, {}, 'staff', 'reason: slip_needs_reason'],
    [
      'earlier, without one',
      { promisedOn: '2027-01-31', reason: null },
      { slips: 2 },
      'owner',
      '2027-03-31 → 2027-01-31, 2',
    ],
    ['the same', { promisedOn: '2027-03-31' }, {}, 'owner', 'promisedOn: date_unchanged'],
    [
      'in the past, by its operator',
      { promisedOn: '2026-11-21' },
      {},
      'owner',
      'promisedOn: date_in_past',
    ],
    [
      'in the past, by staff',
      { promisedOn: '2026-11-21' },
      {},
      'staff',
      '2027-03-31 → 2026-11-21, 0',
    ],
    ['once it is on air', {}, { state: 'on_air' }, 'owner', 'promisedOn: no_longer_owed'],
    ['once it was cancelled', {}, { state: 'cancelled' }, 'staff', 'promisedOn: no_longer_owed'],
  ])('%s', (_, step, before, actor, expected) => {
    expect(told(step, before, actor)).toBe(expected);
  });
});

test.each<[CommitmentState, string, boolean]>([
  ['agreed', '2026-11-21', true],
  ['agreed', '2026-11-22', false],
  ['proposed', '2026-11-21', true],
  ['in_progress', '2026-11-21', true],
  ['built', '2026-11-21', true],
  ['on_air', '2026-11-21', false],
  ['serving', '2026-11-21', false],
  ['declined', '2026-11-21', false],
  ['cancelled', '2026-11-21', false],
])('%s, promised for %s: late is %s', (state, promisedOn, expected) => {
  expect(isLate({ state, promisedOn }, today)).toBe(expected);
});

describe('who sees a commitment of XLSMART', () => {
  const open = { ownerId: 'xlsmart', agreedOn: '2026-10-01', confidentialUntil: null };
  const cases: [string, typeof open | object, Role, string | null, boolean][] = [
    ['agreed', open, 'liaison', 'telkomsel', true],
    ['not agreed', { ...open, agreedOn: null }, 'liaison', 'telkomsel', false],
    ['not agreed', { ...open, agreedOn: null }, 'liaison', 'xl', true],
    ['not agreed', { ...open, agreedOn: null }, 'leader', null, true],
    ['confidential', { ...open, confidentialUntil: '2026-11-23' }, 'liaison', 'telkomsel', false],
    ['confidential', { ...open, confidentialUntil: '2026-11-23' }, 'liaison', 'xlsmart', true],
    ['confidential', { ...open, confidentialUntil: '2026-11-23' }, 'regency', null, true],
    [
      'confidential until today',
      { ...open, confidentialUntil: today },
      'liaison',
      'telkomsel',
      true,
    ],
    ['agreed', open, 'liaison', null, true],
    ['not agreed', { ...open, agreedOn: null }, 'liaison', null, false],
  ];
  test.each(cases)('%s %o: a %s of %s: %s', (_, commitment, role, operatorId, expected) => {
    const it = commitment as typeof open;
    expect(maySee(account(role, operatorId), it, today, heirs)).toBe(expected);
  });
});

test('once agreed its operator amends the site, not what was agreed', () => {
  expect(listAmendable('proposed', 'owner')).toContain('places');
  expect(listAmendable('agreed', 'owner')).toContain('siteRef');
  expect(listAmendable('agreed', 'owner')).not.toContain('places');
  expect(listAmendable('agreed', 'owner')).not.toContain('basisNumber');
  expect(listAmendable('cancelled', 'owner')).toEqual([]);
  expect(listAmendable('serving', 'staff')).toContain('basisNumber');
  expect(listAmendable('proposed', null)).toEqual([]);
});

describe('whatever is done to a commitment', () => {
  const day = fc
    .integer({ min: 0, max: 1500 })
    .map((days) => new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
  const reason = fc.option(fc.constantFrom(...reasons));
  const note = fc.constantFrom('', 'sebab');
  const step: fc.Arbitrary<Exclude<CommitmentStep, { do: 'amend' }>> = fc.oneof(
    fc.record({
      do: fc.constant('move' as const),
      to: fc.constantFrom(...commitmentStates),
      on: day,
      reason,
      note,
    }),
    fc.record({ do: fc.constant('reschedule' as const), promisedOn: day, reason, note }),
  );
  const done = fc.record({
    step,
    actor: fc.constantFrom<Actor>('staff', 'owner', 'measurement'),
    today: day,
  });

  /** All steps in turn; what is refused changes nothing. The promises as the history keeps them. */
  function play(
    steps: { step: Exclude<CommitmentStep, { do: 'amend' }>; actor: Actor; today: string }[],
  ) {
    let now = standing({ state: 'proposed', agreedOn: null, updatedOn: '2025-01-01' });
    const promises = [now.promisedOn];
    const taken: { before: Standing; after: Standing; actor: Actor }[] = [];
    for (const { step: one, actor, today: on } of steps) {
      const decision =
        one.do === 'move' ? decideMove(now, one, actor, on) : decideReschedule(now, one, actor, on);
      if (isRefusal(decision)) continue;
      if (decision.promisedBefore !== null) {
        expect(decision.promisedBefore).toBe(promises.at(-1));
        promises.push(decision.standing.promisedOn);
      }
      taken.push({ before: now, after: decision.standing, actor });
      now = decision.standing;
    }
    return { now, promises, taken };
  }

  test('no earlier promised date is lost', () => {
    fc.assert(
      fc.property(fc.array(done, { maxLength: 40 }), (steps) => {
        const { now, promises } = play(steps);
        expect(now.firstPromisedOn).toBe(promises[0]);
        expect(now.promisedOn).toBe(promises.at(-1));
        const later = promises.filter((date, index) => date > (promises[index - 1] ?? '9999'));
        expect(now.slips).toBe(later.length);
      }),
      { numRuns: 500 },
    );
  });

  test('only a measurement makes it serving, and the dates stand in their order', () => {
    fc.assert(
      fc.property(fc.array(done, { maxLength: 40 }), (steps) => {
        for (const { before, after, actor } of play(steps).taken) {
          if (after.state === 'serving' && before.state !== 'serving')
            expect(actor).toBe('measurement');
          if (after.builtOn !== null && after.onAirOn !== null)
            expect(after.builtOn <= after.onAirOn).toBe(true);
          expect(after.servingOn !== null).toBe(after.state === 'serving');
          if (after.state === 'on_air' || after.state === 'serving')
            expect(after.onAirOn).not.toBeNull();
        }
      }),
      { numRuns: 500 },
    );
  });
});
