// From operators to a place and from localities to their village: the table of section 4, and properties.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeStatuses, type PlaceStatus } from '../../../server/status/contract.ts';
import { defaultSettings, type Evidence } from '../../../server/status/rules.ts';
import {
  combineParts,
  combineStatuses,
  judgeVillage,
  shareBasis,
  type Locality,
} from '../../../server/status/village-rules.ts';
import { anyEvidence, evidence, operatorIds, served } from '../../helpers/evidence.ts';

const judge = (pieces: readonly Evidence[], localities: readonly Locality[] = []) =>
  judgeVillage(pieces, localities, operatorIds, defaultSettings);

const everyOperator = (over: Partial<Evidence> = {}) =>
  operatorIds.map((operatorId) => evidence({ operatorId, ...over }));

const locality = (id: string, households: number | null = null, population = households) => ({
  id,
  households,
  population,
});

describe('over all operators', () => {
  const cases: [PlaceStatus[], PlaceStatus][] = [
    [['unknown', 'unknown', 'unknown'], 'unknown'],
    [['blankspot', 'unknown', 'unknown'], 'incomplete'],
    [['blankspot', 'blankspot', 'unknown'], 'incomplete'],
    [['blankspot', 'blankspot', 'blankspot'], 'blankspot'],
    [['blankspot', 'blankspot', '2g_only'], '2g_only'],
    [['blankspot', 'incomplete'], 'incomplete'],
    [['incomplete', 'unknown'], 'incomplete'],
    [['weak', '2g_only', 'unknown'], 'weak'],
    [['weak', 'served', 'blankspot'], 'served'],
    [['outage', 'blankspot', 'blankspot'], 'outage'],
    [['outage', '2g_only', 'unknown'], '2g_only'],
  ];
  test.each(cases)('%j is %s', (statuses, place) => {
    expect(combineStatuses(statuses)).toBe(place);
    expect(combineStatuses(statuses.toReversed())).toBe(place);
  });

  test('unknown never makes a blankspot, and served is never lost', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...placeStatuses)), (statuses) => {
        const place = combineStatuses(statuses);
        if (statuses.includes('unknown')) expect(place).not.toBe('blankspot');
        if (statuses.includes('served')) expect(place).toBe('served');
      }),
    );
  });
});

describe('the verdict on a village without localities', () => {
  test('nothing known is unknown', () => {
    expect(judge([])).toMatchObject({
      status: 'unknown',
      confirmed: false,
      observedOn: null,
      isSample: false,
      knownFraction: 0,
      shares: null,
    });
  });

  test('unverified reports are shown but not confirmed', () => {
    expect(judge(everyOperator({ verified: false }))).toMatchObject({
      status: 'blankspot',
      confirmed: false,
      knownFraction: 0,
    });
  });

  test('once anything counts, what does not count decides nothing', () => {
    const [first, ...others] = everyOperator();
    const mixed = [first as Evidence, ...others.map((e) => ({ ...e, verified: false }))];
    expect(judge(mixed)).toMatchObject({ status: 'incomplete', confirmed: true });
    expect(judge(mixed).knownFraction).toBeCloseTo(1 / 3);
  });

  test('samples fall silent as soon as there is real evidence', () => {
    const samples = everyOperator({ isSample: true, ...served });
    expect(judge(samples)).toMatchObject({ status: 'served', isSample: true });
    expect(judge([...samples, ...everyOperator({ verified: false })])).toMatchObject({
      status: 'blankspot',
      confirmed: false,
      isSample: false,
    });
  });
});

describe('statistics that name no operator', () => {
  const table = (over: Partial<Evidence>) =>
    evidence({ id: 'podes', kind: 'statistics', operatorId: null, ...over });

  test('"no signal" speaks of every operator', () => {
    const verdict = judge([table({})]);
    expect(verdict).toMatchObject({ status: 'blankspot', confirmed: true, knownFraction: 1 });
  });

  test('"4G" speaks of one that is not known', () => {
    expect(judge([table(served)])).toMatchObject({ status: 'served', knownFraction: 0 });
    expect(judge([table(served), evidence()])).toMatchObject({ status: 'served' });
  });

  test('but not against the measurements of every operator, and that is a conflict', () => {
    expect(judge([table(served), ...everyOperator()])).toMatchObject({
      status: 'blankspot',
      hasConflict: true,
    });
  });

  test('a report of one operator beats "no signal" for that one', () => {
    const verdict = judge([table({}), evidence(served)]);
    expect(verdict.operators.map(({ status }) => status)).toEqual([
      'served',
      'blankspot',
      'blankspot',
    ]);
    expect(verdict).toMatchObject({ status: 'served', hasConflict: true });
  });
});

describe('a village with localities', () => {
  const [a, b, c] = [locality('a', 60), locality('b', 30), locality('c', 10)] as const;
  const at = (localityId: string, over: Partial<Evidence> = {}) =>
    everyOperator({ id: localityId, localityId, ...over });

  test('partly served: the fraction of the households', () => {
    const verdict = judge([...at('a', served), ...at('b'), ...at('c')], [a, b, c]);
    expect(verdict).toMatchObject({ status: 'partial', confirmed: true });
    expect(verdict.shares).toMatchObject({ basis: 'households', servedFraction: 0.6 });
    expect(verdict.localities.map(({ verdict: unit }) => unit.status)).toEqual([
      'served',
      'blankspot',
      'blankspot',
    ]);
  });

  test('all served, none served', () => {
    expect(judge([...at('a', served), ...at('b', served)], [a, b]).status).toBe('served');
    expect(judge([...at('a'), ...at('b')], [a, b]).status).toBe('blankspot');
    expect(judge([...at('a'), ...at('b', { technology: '2g' })], [a, b]).status).toBe('2g_only');
  });

  test('what nobody knows counts neither as served nor as blankspot', () => {
    expect(judge(at('a'), [a, b])).toMatchObject({
      status: 'incomplete',
      shares: { servedFraction: 0, unknownFraction: 1 / 3 },
    });
    const oneServed = judge(at('a', served), [a, b]);
    expect(oneServed.status).toBe('partial');
    expect(oneServed.shares?.servedFraction).toBeCloseTo(2 / 3);
    expect(oneServed.knownFraction).toBe(0.5);
  });

  test('what is said of the village speaks for localities of which nothing more precise is known', () => {
    const verdict = judge([...everyOperator({ id: 'village' }), ...at('a', served)], [a, b]);
    expect(verdict).toMatchObject({ status: 'partial', knownFraction: 1 });
  });

  test('per operator the same fraction', () => {
    const verdict = judge(
      [evidence({ id: 'a', localityId: 'a', ...served }), evidence({ id: 'b', localityId: 'b' })],
      [a, b],
    );
    const telkomsel = verdict.operators[0];
    expect(telkomsel).toMatchObject({ status: 'partial', confirmed: true });
    expect(telkomsel?.servedFraction).toBeCloseTo(2 / 3);
    expect(verdict.operators[1]?.status).toBe('unknown');
  });

  test('evidence of a locality that is gone stays with the village', () => {
    expect(judge(at('gone')).status).toBe('blankspot');
  });

  const bases: [Locality[], string][] = [
    [[locality('a', 1), locality('b', 2)], 'households'],
    [[locality('a', null, 4), locality('b', 2)], 'population'],
    [[locality('a', null, null), locality('b', 2)], 'count'],
  ];
  test.each(bases)('%j are weighed by %s', (localities, basis) => {
    expect(shareBasis(localities)).toBe(basis);
  });

  test('a locality of no households does not make a village partial', () => {
    const parts = [
      { status: 'served' as const, weight: 40 },
      { status: 'blankspot' as const, weight: 0 },
    ];
    expect(combineParts(parts)).toMatchObject({ status: 'served', servedFraction: 1 });
    expect(combineParts(parts.map((part) => ({ ...part, weight: 0 })))).toMatchObject({
      status: 'partial',
      servedFraction: 0.5,
    });
  });
});

describe('whatever the evidence', () => {
  const pieces = fc.array(anyEvidence, { maxLength: 15 });
  const places = fc.constantFrom([], [locality('a', 3), locality('b')]);

  test('the order of arrival does not matter', () => {
    fc.assert(
      fc.property(pieces, places, (some, localities) => {
        const { localities: _, operators: _o, anyOperator: _a, ...one } = judge(some, localities);
        expect(judge(some.toReversed(), localities)).toMatchObject(one);
      }),
    );
  });

  test('more evidence never turns a known village into an unknown one', () => {
    fc.assert(
      fc.property(pieces, anyEvidence, places, (some, more, localities) => {
        const before = judge(some, localities);
        const after = judge([...some, more], localities);
        if (before.status !== 'unknown') expect(after.status).not.toBe('unknown');
        if (before.confirmed) expect(after.confirmed).toBe(true);
      }),
    );
  });

  test('unverified never counts: beside what is confirmed it changes no status', () => {
    fc.assert(
      fc.property(pieces, anyEvidence, places, (some, more, localities) => {
        const before = judge(some, localities);
        if (!before.confirmed) return;
        const after = judge([...some, { ...more, verified: false }], localities);
        expect(after).toMatchObject({ status: before.status, confirmed: true });
        expect(after.shares?.servedFraction).toBe(before.shares?.servedFraction);
      }),
    );
  });

  test('a village is partial exactly when its served fraction is neither 0 nor 1', () => {
    fc.assert(
      fc.property(pieces, (some) => {
        const { status, shares } = judge(some, [locality('a', 3), locality('b', 5)]);
        const fraction = shares?.servedFraction ?? 0;
        expect(status === 'partial').toBe(fraction > 0 && fraction < 1);
      }),
    );
  });
});
