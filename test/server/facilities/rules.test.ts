// Which connection counts: the newest of the list and of verified reports; unknown is not none.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facilityConnections } from '../../../server/facilities/contract.ts';
import { facilityKey } from '../../../server/facilities/facility-key.ts';
import { countByKind, judgeConnection, type Told } from '../../../server/facilities/rules.ts';

const told = (over: Partial<Told> = {}): Told => ({
  reportId: 'r1',
  connection: 'fibre',
  on: '2026-05-01',
  recordedAt: '2026-05-01T00:00:00.000Z',
  verified: true,
  ...over,
});
const none = { connection: 'none', on: '2026-01-01' } as const;
const unknown = { connection: 'unknown', on: null } as const;

describe('what counts', () => {
  test.each([
    ['nothing at all', unknown, [], 'unknown', null],
    ['the list', none, [], 'none', 'recorded'],
    ['a newer verified report', none, [told()], 'fibre', 'report'],
    ['the list, newer than the report', none, [told({ on: '2025-12-31' })], 'none', 'recorded'],
    ['the report of the same day', none, [told({ on: '2026-01-01' })], 'fibre', 'report'],
    ['the list, whatever is unverified', none, [told({ verified: false })], 'none', 'recorded'],
    ['unknown, while it is unverified', unknown, [told({ verified: false })], 'unknown', null],
    [
      'the newest verified one',
      unknown,
      [told(), told({ reportId: 'r2', connection: 'none', on: '2026-06-01' })],
      'none',
      'report',
    ],
    [
      'of one day the one recorded last',
      unknown,
      [told({ recordedAt: '2026-05-02' }), told({ connection: 'radio', recordedAt: '2026-05-03' })],
      'radio',
      'report',
    ],
  ] as const)('%s', (_, recorded, list, connection, basis) => {
    expect(judgeConnection(recorded, list).counted).toMatchObject({ connection, basis });
  });

  test.each([
    ['newer and unverified is shown', none, [told({ verified: false })], 'fibre'],
    ['older and unverified is not', none, [told({ verified: false, on: '2025-01-01' })], null],
    ['verified is no news', none, [told()], null],
    ['beside unknown it is shown', unknown, [told({ verified: false, on: '2019-01-01' })], 'fibre'],
  ] as const)('%s', (_, recorded, list, connection) => {
    expect(judgeConnection(recorded, list).reported?.connection ?? null).toBe(connection);
  });

  const day = fc.integer({ min: 1, max: 28 }).map((d) => `2026-02-${String(d).padStart(2, '0')}`);
  const anyTold = fc.record({
    reportId: fc.uuid(),
    connection: fc.constantFrom(...facilityConnections.slice(1)),
    on: day,
    recordedAt: day,
    verified: fc.boolean(),
  });

  test('whatever is said, unverified reports change nothing that counts', () => {
    fc.assert(
      fc.property(fc.array(anyTold), day, (list, on) => {
        const recorded = { connection: 'none', on } as const;
        const verified = list.filter((one) => one.verified);
        expect(judgeConnection(recorded, list).counted).toEqual(
          judgeConnection(recorded, verified).counted,
        );
      }),
    );
  });
});

test('counts by kind: unknown is neither connected nor not', () => {
  const counts = countByKind([
    { kind: 'health', connection: 'unknown', count: 3 },
    { kind: 'school', connection: 'fibre', count: 4 },
    { kind: 'school', connection: 'satellite', count: 1 },
    { kind: 'school', connection: 'none', count: 2 },
  ]);
  expect(counts).toEqual([
    { kind: 'school', total: 7, connected: 5, notConnected: 2, unknown: 0 },
    { kind: 'health', total: 3, connected: 0, notConnected: 0, unknown: 3 },
  ]);
});

test.each([
  ['SDN 01 Koto', 'SD N 1  KOTO'],
  ["Mushalla Al-Ma'un", 'mushalla al maun'],
])('%s and %s are one name', (a, b) => {
  expect(facilityKey(a)).toBe(facilityKey(b));
});
