// The queue's address, and how reports stand: what is well-formed is kept, the rest dropped.
import { describe, expect, test } from 'vitest';
import { Statement } from '../../../server/evidence/contract.ts';
import { countFilters, filterOf, parseQueueSearch } from '../../../web/lib/queue-view.ts';
import { daysSince, saidStatus, standingOf } from '../../../web/lib/report-state.ts';

const id = '7c1f3a52-6f0e-4d9b-8a34-0f6f3b1c2d4e';

describe('the address of the queue', () => {
  test('keeps every filter that is well-formed', () => {
    const search = {
      state: 'asked',
      area: '13.10',
      op: 'telkomsel',
      kind: 'measurement',
      conflict: '1',
      stale: '1',
      older: '30',
      report: id,
    };
    expect(parseQueueSearch(search)).toEqual(search);
    expect(countFilters(parseQueueSearch(search))).toBe(6);
    expect(filterOf(parseQueueSearch(search))).toEqual({
      state: 'asked',
      area: '13.10',
      operator: 'telkomsel',
      kind: 'measurement',
      conflicts: '1',
      stale: '1',
      olderThanDays: '30',
    });
  });

  test.each([
    { state: 'waiting' },
    { state: 'lost' },
    { area: '13.1' },
    { area: '13.01.01.2001' },
    { op: 'a b' },
    { kind: 'rumour' },
    { conflict: 'yes' },
    { older: '0' },
    { older: '2.5' },
    { report: '../admin' },
    { report: 7 },
  ])('drops %j, and asks for what waits', (search) => {
    expect(parseQueueSearch(search)).toEqual({});
    expect(filterOf(parseQueueSearch(search))).toEqual({ state: 'waiting' });
  });
});

test.each([
  ['submitted', null, 'waiting'],
  ['submitted', '2026-11-20T00:00:00.000Z', 'asked'],
  ['verified', null, 'verified'],
  ['rejected', null, 'rejected'],
] as const)('a report that is %s, asked at %s, stands as %s', (state, askedAt, standing) =>
  expect(standingOf({ state, askedAt })).toBe(standing),
);

describe('what a report says in one sign', () => {
  const said = (operatorId: string, technology: string, strength: string | null) =>
    Statement.parse({ operatorId, technology, strength });
  test.each([
    [[], 'unknown'],
    [[said('a', 'none', null), said('b', 'none', null)], 'blankspot'],
    [[said('a', 'none', null), said('b', '3g', 'strong')], '2g_only'],
    [[said('a', '4g', 'weak'), said('b', '3g', 'strong')], 'weak'],
    [[said('a', '4g', 'weak'), said('b', '4g', 'strong')], 'served'],
  ] as const)('%#: %s', (statements, status) => expect(saidStatus(statements)).toBe(status));

  test('an outage where nothing else is there', () => {
    const outage = { ...said('a', 'none', null), isOutage: true };
    expect(saidStatus([outage, said('b', 'none', null)])).toBe('outage');
    expect(saidStatus([outage, said('b', '2g', 'weak')])).toBe('2g_only');
  });
});

test('days in the queue are whole ones', () => {
  const now = Date.parse('2026-11-22T05:00:00Z');
  expect(daysSince('2026-11-21T05:00:00.000Z', now)).toBe(1);
  expect(daysSince('2026-11-21T05:00:01.000Z', now)).toBe(0);
  expect(daysSince('2026-11-23T05:00:00.000Z', now)).toBe(0);
});
