// What one statement says, and which of several wins: tables of cases and what must always hold.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  defaultSettings,
  judgeOperator,
  monthsBefore,
  statusOfStatement,
  type Evidence,
} from '../../../server/status/rules.ts';
import { anyEvidence, evidence, served } from '../../helpers/evidence.ts';

const judge = (pieces: readonly Evidence[]) => judgeOperator('telkomsel', pieces, defaultSettings);
const partsOf = (pieces: readonly Evidence[]) =>
  Object.fromEntries(judge(pieces).why.map((e) => [e.id, e.part]));

describe('what one statement says', () => {
  const cases: [Partial<Evidence>, string][] = [
    [{ technology: 'none' }, 'blankspot'],
    [{ technology: 'none', isOutage: true }, 'outage'],
    [{ technology: '2g', strength: 'very_strong' }, '2g_only'],
    [{ technology: '3g', strength: 'strong' }, '2g_only'],
    [{ technology: '4g', strength: 'weak' }, 'weak'],
    [{ technology: '4g', strength: 'strong' }, 'served'],
    [{ technology: '4g', strength: 'very_strong' }, 'served'],
    [{ technology: '5g', strength: 'weak' }, 'weak'],
    [{ technology: '5g', strength: 'strong' }, 'served'],
    [{ technology: '4g', strength: 'weak', rsrpDbm: -95 }, 'served'],
    [{ technology: '4g', strength: 'strong', rsrpDbm: -105 }, 'served'],
    [{ technology: '4g', strength: 'strong', rsrpDbm: -105.5 }, 'weak'],
    [{ technology: '4g', strength: 'strong', rsrpDbm: -115 }, 'weak'],
    [{ technology: '4g', strength: 'strong', rsrpDbm: -116 }, 'blankspot'],
    [{ ...served, availability: 'all_day' }, 'served'],
    [{ ...served, availability: 'night_only' }, 'weak'],
    [{ ...served, availability: 'unstable' }, 'weak'],
    [{ technology: '2g', strength: 'strong', availability: 'night_only' }, '2g_only'],
  ];
  test.each(cases)('%j is %s', (said, status) => {
    expect(statusOfStatement(evidence(said), defaultSettings)).toBe(status);
  });

  test('other thresholds, other classes', () => {
    const said = evidence({ ...served, rsrpDbm: -108 });
    expect(statusOfStatement(said, { ...defaultSettings, rsrpFairDbm: -110 })).toBe('served');
  });
});

describe('which evidence wins', () => {
  const old = evidence({ id: 'old', ...served, observedOn: '2026-01-01' });
  const cases: [string, Evidence[], Record<string, string>][] = [
    [
      'the newest of the same strength',
      [old, evidence({ id: 'new', observedOn: '2026-09-01' })],
      { new: 'made', old: 'beaten' },
    ],
    [
      'a verified one before a newer unverified one, which shows as a conflict',
      [old, evidence({ id: 'new', verified: false, observedOn: '2026-11-01' })],
      { old: 'made', new: 'conflict' },
    ],
    [
      'a joint measurement before newer reports that disagree',
      [
        evidence({ id: 'joint', kind: 'joint_measurement', observedOn: '2026-02-01' }),
        evidence({ id: 'report', kind: 'report', ...served, observedOn: '2026-10-01' }),
      ],
      { joint: 'made', report: 'conflict' },
    ],
    [
      'but not before a report that is more than twelve months newer',
      [
        evidence({ id: 'joint', kind: 'joint_measurement', observedOn: '2024-02-01' }),
        evidence({ id: 'report', kind: 'report', ...served, observedOn: '2026-10-01' }),
      ],
      { report: 'made', joint: 'beaten' },
    ],
    [
      'a field report before a newer filing, statistics before a newer footprint',
      [
        evidence({ id: 'footprint', kind: 'computed', ...served, observedOn: '2026-11-01' }),
        evidence({ id: 'table', kind: 'statistics', observedOn: '2026-10-01' }),
        evidence({ id: 'filing', kind: 'filing', ...served, observedOn: '2026-09-01' }),
        evidence({ id: 'field', observedOn: '2024-08-01' }),
      ],
      { field: 'made', filing: 'conflict', table: 'beaten', footprint: 'conflict' },
    ],
    [
      'what speaks of the locality before what speaks of its village',
      [
        evidence({ id: 'village', ...served, observedOn: '2026-10-01' }),
        evidence({ id: 'locality', localityId: 'a', observedOn: '2026-01-01' }),
      ],
      { locality: 'made', village: 'beaten' },
    ],
    [
      'of two of the same day, the one recorded later',
      [
        evidence({ id: 'late', ...served, recordedAt: '2026-10-01T09:00:00.000Z' }),
        evidence({ id: 'early', recordedAt: '2026-10-01T08:00:00.000Z' }),
      ],
      { late: 'made', early: 'beaten' },
    ],
  ];
  test.each(cases)('%s', (_, pieces, parts) => {
    expect(partsOf(pieces)).toEqual(parts);
    expect(partsOf(pieces.toReversed())).toEqual(parts);
  });
});

describe('how much evidence a blankspot needs', () => {
  const report = (over: Partial<Evidence>) => evidence({ kind: 'report', ...over });
  const before = evidence({ id: 'before', ...served, observedOn: '2025-12-01' });

  test('one report is not enough, and says what is missing', () => {
    expect(judge([report({})])).toMatchObject({
      status: 'blankspot',
      confirmed: false,
      lacking: { status: 'blankspot', reports: 1, measurements: 1 },
    });
  });

  test('a measurement is; so are two reports of two people, or of two days', () => {
    for (const pieces of [
      [evidence()],
      [report({ id: 'a' }), report({ id: 'b', authorId: 'budi' })],
      [report({ id: 'a' }), report({ id: 'b', observedOn: '2026-10-02' })],
    ])
      expect(judge(pieces)).toMatchObject({ confirmed: true, lacking: null });
  });

  test('the same person twice on one day is one report', () => {
    expect(judge([report({ id: 'a' }), report({ id: 'b' })]).confirmed).toBe(false);
  });

  test('until there is enough, what was known before decides', () => {
    const verdict = judge([before, report({ id: 'one' })]);
    expect(verdict).toMatchObject({ status: 'served', confirmed: true });
    expect(verdict.lacking).toMatchObject({ reports: 1 });
    expect(partsOf([before, report({ id: 'one' })])).toEqual({ one: 'waiting', before: 'made' });
  });

  test('unverified reports do not help', () => {
    const pieces = [report({ id: 'a' }), report({ id: 'b', authorId: 'budi', verified: false })];
    expect(judge(pieces).confirmed).toBe(false);
  });
});

describe('whatever the evidence', () => {
  const ofTelkomsel = fc.array(anyEvidence, { maxLength: 12 });

  test('the order of arrival does not matter', () => {
    fc.assert(
      fc.property(ofTelkomsel, fc.infiniteStream(fc.nat()), (pieces, random) => {
        const keys = new Map(pieces.map((piece) => [piece, random.next().value as number]));
        const shuffled = pieces.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
        expect(judge(shuffled)).toEqual(judge(pieces));
      }),
    );
  });

  test('more evidence never turns known into unknown, nor confirmed into unconfirmed', () => {
    fc.assert(
      fc.property(ofTelkomsel, anyEvidence, (pieces, more) => {
        const [before, after] = [judge(pieces), judge([...pieces, more])];
        if (before.status !== 'unknown') expect(after.status).not.toBe('unknown');
        if (before.confirmed) expect(after.confirmed).toBe(true);
      }),
    );
  });

  test('unverified evidence never changes what counts', () => {
    fc.assert(
      fc.property(ofTelkomsel, anyEvidence, (pieces, more) => {
        const before = judge(pieces);
        if (!before.confirmed) return;
        const after = judge([...pieces, { ...more, verified: false }]);
        expect([after.status, after.made?.id]).toEqual([before.status, before.made?.id]);
      }),
    );
  });
});

test.each([
  ['2026-11-22', 12, '2025-11-22'],
  ['2024-02-29', 12, '2023-02-28'],
  ['2026-08-31', 6, '2026-02-28'],
  ['2026-01-15', 1, '2025-12-15'],
])('%s less %i months is %s', (day, months, expected) => {
  expect(monthsBefore(day, months)).toBe(expected);
});
