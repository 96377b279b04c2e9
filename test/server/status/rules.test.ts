// From evidence to status: the table of section 4, and what must hold whatever the evidence.
import { describe, expect, test } from 'vitest';
import { operatorStatuses, type OperatorStatus } from '../../../server/status/contract.ts';
import {
  combineOperators,
  freshSince,
  judgeOperator,
  judgePlace,
  statusOfStatement,
  type Evidence,
} from '../../../server/status/rules.ts';

const operators = ['telkomsel', 'indosat', 'xlsmart'];

function evidence(over: Partial<Evidence>): Evidence {
  return {
    reportId: 'r1',
    operatorId: 'telkomsel',
    technology: 'none',
    strength: null,
    observedOn: '2026-10-01',
    recordedAt: '2026-10-01T00:00:00.000Z',
    verified: true,
    isSample: false,
    ...over,
  };
}

describe('what one statement says', () => {
  test.each([
    ['none', null, 'blankspot'],
    ['2g', 'very_strong', '2g_only'],
    ['3g', 'strong', '2g_only'],
    ['4g', 'weak', 'weak'],
    ['4g', 'strong', 'served'],
    ['4g', 'very_strong', 'served'],
    ['5g', 'weak', 'weak'],
    ['5g', 'strong', 'served'],
  ] as const)('%s %s is %s', (technology, strength, status) => {
    expect(statusOfStatement(technology, strength)).toBe(status);
  });
});

describe('the place over all operators', () => {
  const cases: [OperatorStatus[], string][] = [
    [['unknown', 'unknown', 'unknown'], 'unknown'],
    [['blankspot', 'unknown', 'unknown'], 'incomplete'],
    [['blankspot', 'blankspot', 'unknown'], 'incomplete'],
    [['blankspot', 'blankspot', 'blankspot'], 'blankspot'],
    [['blankspot', 'blankspot', '2g_only'], '2g_only'],
    [['weak', '2g_only', 'unknown'], 'weak'],
    [['weak', 'served', 'blankspot'], 'served'],
    [['outage', 'blankspot', 'blankspot'], 'outage'],
    [['outage', '2g_only', 'unknown'], '2g_only'],
  ];
  test.each(cases)('%j is %s', (statuses, place) => {
    expect(combineOperators(statuses)).toBe(place);
  });

  test('the order of the operators never matters, and unknown never makes a blankspot', () => {
    for (const a of operatorStatuses)
      for (const b of operatorStatuses)
        for (const c of operatorStatuses) {
          const place = combineOperators([a, b, c]);
          expect(combineOperators([c, a, b])).toBe(place);
          expect(combineOperators([b, a, c])).toBe(place);
          if ([a, b, c].includes('unknown')) expect(place).not.toBe('blankspot');
          if ([a, b, c].includes('served')) expect(place).toBe('served');
        }
  });
});

describe('which evidence wins', () => {
  test('the newest of the same strength; the older one is beaten', () => {
    const verdict = judgeOperator('telkomsel', [
      evidence({ reportId: 'old', technology: '4g', strength: 'strong', observedOn: '2026-01-01' }),
      evidence({ reportId: 'new', observedOn: '2026-09-01' }),
    ]);
    expect(verdict.status).toBe('blankspot');
    expect(verdict.why.map((e) => [e.reportId, e.part])).toEqual([
      ['new', 'made'],
      ['old', 'beaten'],
    ]);
  });

  test('a verified report before a newer unverified one, which shows as a conflict', () => {
    const verdict = judgeOperator('telkomsel', [
      evidence({ reportId: 'new', verified: false, observedOn: '2026-11-01' }),
      evidence({ reportId: 'old', technology: '4g', strength: 'strong', observedOn: '2026-02-01' }),
    ]);
    expect(verdict).toMatchObject({ status: 'served', confirmed: true });
    expect(verdict.why.map((e) => [e.reportId, e.part])).toEqual([
      ['old', 'made'],
      ['new', 'conflict'],
    ]);
  });

  test('of two of the same day, the one recorded later', () => {
    const verdict = judgeOperator('telkomsel', [
      evidence({ reportId: 'late', technology: '2g', recordedAt: '2026-10-01T09:00:00.000Z' }),
      evidence({ reportId: 'early', recordedAt: '2026-10-01T08:00:00.000Z' }),
    ]);
    expect(verdict.made?.reportId).toBe('late');
  });
});

describe('the verdict on a place', () => {
  const absent = (over: Partial<Evidence> = {}) =>
    operators.map((operatorId) => evidence({ operatorId, ...over }));

  test('nothing known is unknown', () => {
    expect(judgePlace([], operators)).toMatchObject({
      status: 'unknown',
      confirmed: false,
      observedOn: null,
      isSample: false,
    });
  });

  test('unverified reports are shown but not confirmed', () => {
    const verdict = judgePlace(absent({ verified: false }), operators);
    expect(verdict).toMatchObject({ status: 'blankspot', confirmed: false });
  });

  test('once anything is verified, unverified reports count for nothing', () => {
    const [first, ...others] = absent();
    const mixed = [first as Evidence, ...others.map((e) => ({ ...e, verified: false }))];
    expect(judgePlace(mixed, operators)).toMatchObject({ status: 'incomplete', confirmed: true });
  });

  test('samples fall silent as soon as there is real evidence', () => {
    const samples = absent({ isSample: true, technology: '4g', strength: 'strong' });
    expect(judgePlace(samples, operators)).toMatchObject({ status: 'served', isSample: true });
    const withReal = [...samples, ...absent({ verified: false })];
    expect(judgePlace(withReal, operators)).toMatchObject({
      status: 'blankspot',
      confirmed: false,
      isSample: false,
    });
  });

  test('the order of the evidence never matters', () => {
    const pieces = [
      ...absent(),
      ...absent({ reportId: 'r2', technology: '4g', strength: 'weak', observedOn: '2026-10-02' }),
      ...absent({ reportId: 'r3', technology: '2g', strength: 'weak', verified: false }),
    ];
    const verdict = judgePlace(pieces, operators);
    for (let turn = 1; turn < pieces.length; turn += 1)
      expect(judgePlace([...pieces.slice(turn), ...pieces.slice(0, turn)], operators)).toEqual(
        verdict,
      );
  });
});

test('evidence is fresh for twelve months', () => {
  expect(freshSince('2026-11-22')).toBe('2025-11-22');
});
