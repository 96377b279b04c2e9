// Layers as rows of the small tables, what is best of all, and how shares are read.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  AreaCoverage,
  CoverageLayer,
  LayerKey,
  VillageShare,
} from '../../../server/coverage/contract.ts';
import {
  bestShare,
  bestSums,
  daysOf,
  groupLayers,
  listTechnologies,
  listTouching,
  listWorthTelling,
  sumsOf,
  withNothing,
} from '../../../web/features/coverage/matrix-rows.ts';
import { mapSearch, remainingPeople, scopeOf } from '../../../web/features/coverage/remaining.ts';
import {
  formatCompact,
  formatDays,
  formatShare,
} from '../../../web/features/coverage/share-text.ts';

const base = { basis: 'computed', phase: 'on_air', operatorId: '*', technology: '4g' } as const;
const key = (change: Partial<LayerKey>): LayerKey => ({ ...base, ...change });
const share = (change: Partial<VillageShare>): VillageShare => ({
  ...base,
  areaFraction: 0,
  localities: 12,
  localitiesCovered: 0,
  populationFraction: 0,
  populationBasis: 'area',
  ...change,
});
const sums = (change: Partial<AreaCoverage>): AreaCoverage => ({
  ...base,
  villages: 10,
  villagesCovered: 0,
  villagesPartly: 0,
  localities: 0,
  localitiesCovered: 0,
  population: 5000,
  populationCovered: 0,
  villagesWithoutPeople: 2,
  ...change,
});

describe('rows', () => {
  test('keep apart what rests on something else, all operators first', () => {
    const groups = groupLayers(
      [
        key({ phase: 'planned', operatorId: 'indosat' }),
        key({ basis: 'filed', operatorId: 'telkomsel' }),
        key({ basis: 'filed' }),
        key({ operatorId: 'indosat' }),
        key({ operatorId: 'telkomsel', technology: '2g' }),
        key({ operatorId: 'telkomsel' }),
        key({}),
        key({ operatorId: 'gone' }),
      ],
      ['telkomsel', 'indosat'],
    );
    expect(
      groups.map(({ phase, basis, rows }) => [phase, basis, rows.map((r) => r.operatorId)]),
    ).toEqual([
      ['on_air', 'computed', ['*', 'telkomsel', 'indosat', 'gone']],
      // All operators together would only say the same again.
      ['on_air', 'filed', ['telkomsel']],
      ['planned', 'computed', ['indosat']],
    ]);
    expect([...(groups[0]?.rows[1]?.cells.keys() ?? [])]).toEqual(['2g', '4g']);
  });

  test('have a column for each technology that there is', () =>
    expect(listTechnologies([key({ technology: '5g' }), key({ technology: '2g' })])).toEqual([
      '2g',
      '5g',
    ]));

  test('tell of a layer that does not reach a village that it reaches nothing', () => {
    const known = share({
      areaFraction: 0.4,
      populationFraction: 0.5,
      populationBasis: 'localities',
    });
    expect(withNothing([base, key({ operatorId: 'indosat' })], [known])).toEqual([
      known,
      share({ operatorId: 'indosat', populationBasis: 'localities' }),
    ]);
    const [alone] = withNothing([base], []);
    expect(alone).toMatchObject({ areaFraction: 0, localities: 0, populationFraction: null });
  });

  test('tell of plans only where these reach', () => {
    const plan = share({ phase: 'planned' });
    expect(listWorthTelling([share({}), plan])).toEqual([share({})]);
    const reaching = { ...plan, areaFraction: 0.1 };
    expect(listWorthTelling([share({}), reaching])).toHaveLength(2);
    expect(listTouching([sums({}), sums({ phase: 'planned' })])).toHaveLength(1);
  });

  test('sums of a layer that touches nothing stand on the same ground', () => {
    const [own, other] = sumsOf([base, key({ technology: '5g' })], [sums({ villagesCovered: 4 })]);
    expect(own?.villagesCovered).toBe(4);
    expect(other).toEqual(sums({ technology: '5g' }));
    expect(sumsOf([base], [])).toEqual([]);
  });

  test('are as old as their filing, or as the last change of their sites', () => {
    const layer = (change: Partial<CoverageLayer>): CoverageLayer => ({
      ...base,
      ...{ footprints: 1, areaKm2: 1, filedOn: null, sitesOn: null, ...change },
    });
    const layers = [
      layer({ sitesOn: '2026-10-03' }),
      layer({ operatorId: 'indosat', sitesOn: '2026-08-01' }),
      layer({ basis: 'filed', filedOn: '2025-01-01' }),
    ];
    expect(daysOf(base, layers)).toEqual(['2026-08-01', '2026-10-03']);
    expect(daysOf({ ...base, basis: 'filed' }, layers)).toEqual(['2025-01-01', '2025-01-01']);
    expect(daysOf({ ...base, phase: 'planned' }, layers)).toBeNull();
  });
});

describe('the best of all', () => {
  test.each([
    [[share({ areaFraction: 0.3 }), share({ technology: '2g', areaFraction: 1 })], '4g', 0.3],
    [[share({ areaFraction: 0.3 }), share({ technology: '5g', areaFraction: 0.3 })], '5g', 0.3],
    [[share({}), share({ technology: '2g', areaFraction: 0.2 })], '2g', 0.2],
    [[share({ localitiesCovered: 1 }), share({ technology: '3g', areaFraction: 0.2 })], '4g', 0],
  ] as const)('%# is the layer of %s', (shares, technology, areaFraction) =>
    expect(bestShare(shares)).toMatchObject({ technology, areaFraction }),
  );

  test('is none where nothing reaches, or only plans do', () => {
    expect(bestShare([share({})])).toBeNull();
    expect(bestShare([share({ phase: 'planned', areaFraction: 1 })])).toBeNull();
    expect(bestSums([sums({})])).toBeNull();
  });

  test('of an area goes by whole villages, then by those in part', () => {
    const [a, b] = [sums({ villagesCovered: 3 }), sums({ villagesCovered: 3, villagesPartly: 2 })];
    expect(bestSums([a, b])).toBe(b);
    expect(bestSums([a, sums({ villagesPartly: 7 })])).toBe(a);
  });
});

describe('shares in words', () => {
  test.each([
    [0, '0%'],
    [0.002, '<1%'],
    [0.5, '50%'],
    [0.998, '>99%'],
    [1, '100%'],
  ])('%d is %s', (fraction, text) => expect(formatShare(fraction, 'id')).toBe(text));

  test('only all is 100% and only nothing is 0%', () =>
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (fraction) => {
        expect(formatShare(fraction, 'id') === '100%').toBe(fraction === 1);
        expect(formatShare(fraction, 'id') === '0%').toBe(fraction === 0);
      }),
    ));

  test('large figures are short', () => {
    expect(formatCompact(9999, 'id')).toBe('9.999');
    expect(formatCompact(310_400, 'id')).toMatch(/^310\srb$/);
    expect(formatCompact(2_403_112, 'id')).toMatch(/^2,4\sjt$/);
  });

  test('one day is said once', () => {
    expect(formatDays(['2026-10-12', '2026-10-12'], 'id')).toBe('12 Okt 2026');
    expect(formatDays(['2026-08-01', '2026-10-12'], 'id')).toBe('1 Agu 2026–12 Okt 2026');
  });
});

describe('what is left', () => {
  test.each([
    [1000, 0.3, 700],
    [0, 0, 0],
    [1000, 1, 0],
    [null, 0.3, null],
    [1000, null, null],
  ])('of %j people with %j covered: %j', (population, populationFraction, left) =>
    expect(remainingPeople({ population, populationFraction })).toBe(left),
  );

  test.each([
    ['ID', 'country'],
    ['13', 'province'],
    ['13.01', 'regency'],
    ['13.01.01', 'district'],
  ])('%s is a %s', (area, scope) => expect(scopeOf(area)).toBe(scope));

  test('the map draws the same layer', () => {
    expect(mapSearch(base, '13.01')).toEqual({ place: '13.01', cov: 'all//on_air,computed' });
    expect(
      mapSearch(key({ basis: 'filed', operatorId: 'indosat', technology: '2g' }), null),
    ).toEqual({
      cov: 'indosat/2g/on_air,filed',
    });
  });
});
