// When a measurement shows that a promised place is served, and what takes that back.
import { describe, expect, test } from 'vitest';
import { proveServed, type Promised } from '../../../server/commitments/serving-rules.ts';
import { defaultSettings, type Evidence } from '../../../server/status/rules.ts';

const promised: Promised = {
  ownerId: 'telkomsel',
  kind: 'bts',
  localityId: null,
  onAirOn: '2026-06-01',
};

let ids = 0;

/** A verified measurement of strong 4G of Telkomsel. */
function evidence(observedOn: string, over: Partial<Evidence> = {}): Evidence {
  ids += 1;
  return {
    id: `r${ids}`,
    kind: 'measurement',
    operatorId: 'telkomsel',
    localityId: null,
    technology: '4g',
    strength: 'strong',
    isOutage: false,
    rsrpDbm: null,
    availability: null,
    observedOn,
    recordedAt: `${observedOn}T05:00:00Z`,
    verified: true,
    isSample: false,
    authorId: 'a',
    modelled: null,
    ...over,
  };
}

const outage = { kind: 'report', technology: 'none', strength: null, isOutage: true } as const;
const absent = { technology: 'none', strength: null } as const;

type Case = [name: string, said: Evidence[], servedOn: string | null, over?: Partial<Promised>];

const cases: Case[] = [
  ['nothing', [], null],
  ['a measurement', [evidence('2026-06-10')], '2026-06-10'],
  ['a joint one', [evidence('2026-06-10', { kind: 'joint_measurement' })], '2026-06-10'],
  ['the first of two', [evidence('2026-07-10'), evidence('2026-06-10')], '2026-06-10'],
  ['on the day it went on air', [evidence('2026-06-01')], '2026-06-01'],
  ['before it went on air', [evidence('2026-05-31')], null],
  ['a mere report', [evidence('2026-06-10', { kind: 'report' })], null],
  ['not verified', [evidence('2026-06-10', { verified: false })], null],
  ['a sample', [evidence('2026-06-10', { isSample: true })], null],
  ['of another operator', [evidence('2026-06-10', { operatorId: 'indosat' })], null],
  ['weak', [evidence('2026-06-10', { strength: 'weak' })], null],
  ['2G only', [evidence('2026-06-10', { technology: '2g' })], null],
  ['at daytime only', [evidence('2026-06-10', { availability: 'day_only' })], null],
  ['a computed footprint', [evidence('2026-06-10', { kind: 'computed' })], null],
  ['then an outage', [evidence('2026-06-10'), evidence('2026-07-01', outage)], null],
  [
    'then an outage nobody has verified',
    [evidence('2026-06-10'), evidence('2026-07-01', { ...outage, verified: false })],
    '2026-06-10',
  ],
  [
    'then an outage, then measured again',
    [evidence('2026-06-10'), evidence('2026-07-01', outage), evidence('2026-07-20')],
    '2026-07-20',
  ],
  ['then measured as gone', [evidence('2026-06-10'), evidence('2026-07-01', absent)], null],
  [
    'one locality measured, another found without',
    [
      evidence('2026-06-10', { localityId: 'a' }),
      evidence('2026-06-11', { localityId: 'b', ...absent }),
    ],
    null,
  ],
  [
    'both measured: since the last of them',
    [evidence('2026-06-10', { localityId: 'a' }), evidence('2026-06-12', { localityId: 'b' })],
    '2026-06-12',
  ],
  [
    'an outage of the whole village ends what its localities showed',
    [evidence('2026-06-10', { localityId: 'a' }), evidence('2026-07-01', outage)],
    null,
  ],
  [
    'and one locality measured again ends the outage',
    [
      evidence('2026-06-10', { localityId: 'a' }),
      evidence('2026-07-01', outage),
      evidence('2026-07-05', { localityId: 'b' }),
    ],
    '2026-07-05',
  ],
  ['a locality, by the village', [evidence('2026-06-10')], null, { localityId: 'a' }],
  [
    'a locality, by what was measured there',
    [evidence('2026-06-10', { localityId: 'a' })],
    '2026-06-10',
    { localityId: 'a' },
  ],
  [
    'a VSAT by any connection',
    [evidence('2026-06-10', { technology: '2g' })],
    '2026-06-10',
    { kind: 'vsat' },
  ],
  ['a VSAT by none', [evidence('2026-06-10', absent)], null, { kind: 'vsat' }],
];

test.each(cases)('%s', (_, said, servedOn, over = {}) => {
  expect(proveServed({ ...promised, ...over }, said, defaultSettings)?.servedOn ?? null).toBe(
    servedOn,
  );
});

describe('the report that shows it', () => {
  test('is the first since the last outage', () => {
    const first = evidence('2026-07-20');
    const said = [
      evidence('2026-06-10'),
      evidence('2026-07-01', outage),
      evidence('2026-08-01'),
      first,
    ];
    expect(proveServed(promised, said, defaultSettings)?.reportId).toBe(first.id);
  });
});
