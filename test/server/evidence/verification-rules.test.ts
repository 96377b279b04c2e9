// Which verdict from which state, what may be the original of a duplicate, and what is flagged.
import { describe, expect, test } from 'vitest';
import type { Report } from '../../../server/evidence/contract.ts';
import { queueFlags, type Verdict } from '../../../server/evidence/verification-contract.ts';
import {
  isLikelySame,
  listActions,
  listFlags,
  outcomeOf,
  refuseOriginal,
} from '../../../server/evidence/verification-rules.ts';

const asked = '2026-11-20T00:00:00.000Z';
const reason = 'Titiknya di laut';

describe('the verdicts that a report may get', () => {
  test.each([
    ['submitted', null, ['verify', 'reject', 'duplicate', 'ask']],
    ['submitted', asked, ['verify', 'reject', 'duplicate', 'ask', 'reopen']],
    ['verified', null, ['reopen']],
    ['rejected', null, ['reopen']],
    ['duplicate', null, ['reopen']],
    ['resolved', null, []],
  ] as const)('%s, asked at %s', (state, askedAt, actions) => {
    expect(listActions({ state, askedAt })).toEqual(actions);
  });
});

test.each<[Verdict, object]>([
  [{ action: 'verify' }, { state: 'verified', action: 'verified' }],
  [
    { action: 'reject', reason },
    { state: 'rejected', action: 'rejected', reason },
  ],
  [
    { action: 'duplicate', of: 'b' },
    { state: 'duplicate', action: 'duplicate', duplicateOf: 'b' },
  ],
  [
    { action: 'ask', reason },
    { state: 'submitted', action: 'asked', askedAt: asked, reason },
  ],
  [
    { action: 'reopen', reason },
    { state: 'submitted', action: 'reopened', reason },
  ],
])('%j makes %j', (verdict, outcome) => {
  const nothing = { askedAt: null, duplicateOf: null, reason: '' };
  expect(outcomeOf(verdict, asked)).toEqual({ ...nothing, ...outcome });
});

type Compared = Parameters<typeof isLikelySame>[0];

function compared(over: Partial<Report> = {}): Compared {
  return {
    id: 'a',
    villageCode: '13.01.01.2001',
    state: 'submitted',
    duplicateOf: null,
    isSample: false,
    observedOn: '2026-11-15',
    position: [100.05, -1.95],
    localityId: null,
    localityName: '',
    statements: [
      {
        operatorId: 'telkomsel',
        technology: 'none',
        strength: null,
        isOutage: false,
        rsrpDbm: null,
        downloadMbps: null,
        uploadMbps: null,
      },
    ],
    ...over,
  };
}

describe('the original of a duplicate', () => {
  const report = compared();
  const other = (over: Partial<Report>) => compared({ id: 'b', ...over });
  test.each([
    [null, 'duplicate_unknown'],
    [report, 'duplicate_itself'],
    [other({ villageCode: '13.01.01.2002' }), 'duplicate_elsewhere'],
    [other({ isSample: true }), 'duplicate_of_sample'],
    [other({ state: 'rejected' }), 'duplicate_of_rejected'],
    [other({ state: 'duplicate', duplicateOf: 'a' }), 'duplicate_circular'],
    [other({ state: 'duplicate', duplicateOf: 'c' }), 'duplicate_of_duplicate'],
    [other({ state: 'submitted' }), null],
    [other({ state: 'verified' }), null],
    [other({ state: 'resolved' }), null],
  ])('%#: %s', (original, code) => expect(refuseOriginal(report, original)).toBe(code));
});

describe('a likely duplicate', () => {
  const indosat = compared().statements.map((said) => ({ ...said, operatorId: 'indosat' }));
  test.each<[string, Partial<Report>, boolean]>([
    ['the same spot and day', {}, true],
    ['30 days later', { observedOn: '2026-12-15' }, true],
    ['31 days later', { observedOn: '2026-12-16' }, false],
    ['990 m away', { position: [100.0589, -1.95] }, true],
    ['1.1 km away', { position: [100.06, -1.95] }, false],
    ['nobody knows where', { position: null }, false],
    ['of another operator', { statements: indosat }, false],
    ['rejected', { state: 'rejected' }, false],
    ['a duplicate already', { state: 'duplicate', duplicateOf: 'c' }, false],
    ['in another village', { villageCode: '13.01.01.2002' }, false],
  ])('%s', (_, over, expected) => {
    expect(isLikelySame(compared(), compared({ id: 'b', ...over }))).toBe(expected);
  });

  test('the same locality, known or only written, stands for the same spot', () => {
    const nowhere = { position: null };
    const named = (localityName: string) => compared({ ...nowhere, localityName });
    expect(isLikelySame(named('Koto Baru'), { ...named('koto baru'), id: 'b' })).toBe(true);
    expect(isLikelySame(named('Koto Baru'), { ...named('Koto Lamo'), id: 'b' })).toBe(false);
    const known = compared({ ...nowhere, localityId: 'l' });
    expect(isLikelySame(known, { ...known, id: 'b' })).toBe(true);
    expect(isLikelySame(compared(nowhere), compared({ ...nowhere, id: 'b' }))).toBe(false);
  });
});

describe('flags', () => {
  const calm = {
    hasConflict: false,
    isLacking: false,
    isInsideVillage: true,
    freshSince: '2025-11-22',
  };
  const fresh = { observedOn: '2025-11-22', accuracyM: 50 };

  test('none where nothing is to be said, nor where nobody knows', () => {
    expect(listFlags(fresh, calm)).toEqual([]);
    expect(listFlags({ ...fresh, accuracyM: null }, { ...calm, isInsideVillage: null })).toEqual(
      [],
    );
  });

  test('all of them at once', () => {
    const flags = listFlags(
      { observedOn: '2025-11-21', accuracyM: 51 },
      { ...calm, hasConflict: true, isLacking: true, isInsideVillage: false },
    );
    expect(flags).toEqual(queueFlags);
  });
});
