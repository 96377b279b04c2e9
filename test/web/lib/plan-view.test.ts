// Planning in the address: what is read back is what was written, and nonsense is dropped.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellTechnologies, type Cell, type Site } from '../../../server/coverage/contract.ts';
import {
  bestRequest,
  formatBest,
  formatPlan,
  formatTower,
  parseBest,
  parsePlan,
  parseTower,
  plainTower,
  planOfSite,
  type Tower,
} from '../../../web/lib/plan-view.ts';
import { parseMapSearch } from '../../../web/lib/view.ts';

describe('where the tower stands', () => {
  test.each([
    ['-0.94924,100.35427', [100.35427, -0.94924]],
    ['-2,100', [100, -2]],
    ['new', null],
  ])('%s', (text, position) => {
    const plan = parsePlan(text);
    expect(plan).toEqual({ position });
    expect(plan && formatPlan(plan)).toBe(text);
  });

  test.each([undefined, '', '1', '1,2,3', '-95,100', '0,181', 'a,b', '1e2,3', 'new '])(
    'nowhere: %s',
    (text) => expect(parsePlan(text)).toBeNull(),
  );
});

describe('what the tower is like', () => {
  const tower: fc.Arbitrary<Tower> = fc.record({
    technology: fc.constantFrom(...cellTechnologies),
    bandMhz: fc.option(fc.constantFrom(700, 1800, 2300)),
    radiusM: fc.option(fc.integer({ min: 50, max: 60_000 })),
    heightM: fc.option(fc.integer({ min: 1, max: 400 })),
    azimuthDeg: fc.option(fc.nat(360)),
    beamwidthDeg: fc.option(fc.integer({ min: 1, max: 360 })),
    operatorId: fc.option(fc.constantFrom('telkomsel', 'xlsmart')),
    cutsByTerrain: fc.boolean(),
  });

  test('is read back as it was written', () => {
    fc.assert(
      fc.property(tower, (one) => {
        expect(parseTower(formatTower(one))).toEqual(one);
      }),
    );
  });

  test.each<[string, Partial<Tower>, string | undefined]>([
    ['a plain one needs no words', {}, undefined],
    ['only what is said', { radiusM: 4000 }, '4g,,4000'],
    ['terrain at the end', { cutsByTerrain: true }, '4g,,,,,,,terrain'],
    ['another technology', { technology: '2g' }, '2g'],
  ])('%s', (_name, over, expected) => {
    expect(formatTower({ ...plainTower, ...over })).toBe(expected);
  });

  test.each([
    '',
    '6g',
    '4g,5',
    '4g,,1',
    '4g,,4000000',
    '4g,,,0',
    '4g,,,,361',
    '4g,,,,,0',
    '4g,,,,,,A B',
  ])('nonsense is left out: %s', (text) => expect(parseTower(text)).toEqual(plainTower));
});

describe('the regency whose best positions are wanted', () => {
  test.each([
    ['13.01', { regencyCode: '13.01', count: 5 }],
    ['13.01,8', { regencyCode: '13.01', count: 8 }],
  ])('%s', (text, wanted) => {
    expect(parseBest(text)).toEqual(wanted);
    expect(formatBest(wanted)).toBe(text);
  });

  test.each([
    ['13.01,99', 20],
    ['13.01,0', 1],
  ])('%s is %i towers', (text, count) => expect(parseBest(text)?.count).toBe(count));

  test.each([undefined, '13', '13.01.01', '13.01,', 'x'])('none: %s', (text) =>
    expect(parseBest(text)).toBeNull(),
  );

  test('asks for towers all round, of nobody', () => {
    const tower = { ...plainTower, operatorId: 'telkomsel', azimuthDeg: 90, beamwidthDeg: 60 };
    expect(bestRequest({ regencyCode: '13.01', count: 3 }, tower)).toEqual({
      ...{ regencyCode: '13.01', count: 3, technology: '4g', bandMhz: null },
      ...{ radiusM: null, heightM: null, cutsByTerrain: false },
    });
  });
});

test('in the address of the map, a tower belongs to a plan', () => {
  const tower = '4g,,4000';
  expect(parseMapSearch({ tower })).toEqual({});
  expect(parseMapSearch({ tower, plan: '-2,100', best: '13.01' })).toEqual({
    ...{ tower, plan: '-2,100', best: '13.01' },
  });
});

test('a stored site becomes the tower that does not stand yet', () => {
  const cell: Cell = {
    id: 1,
    ref: 'a',
    technology: '2g',
    bandMhz: 900,
    heightM: 42,
    azimuthDeg: null,
    beamwidthDeg: null,
    radiusM: null,
    state: 'on_air',
    onAirOn: null,
    reachM: 10_000,
    isEstimate: true,
  };
  const site: Site = {
    id: '7c1f3a52-6f0e-4d9b-8a34-0f6f3b1c2d4e',
    operatorId: 'telkomsel',
    operatorName: 'Telkomsel',
    ref: 'R',
    name: '',
    position: [100.05, -1.95],
    source: 'operator',
    cells: [cell, { ...cell, id: 2, technology: '4g', bandMhz: 1800, state: 'planned' }],
    fileName: null,
    updatedAt: '2026-11-22T05:00:00.000Z',
    updatedByName: 'Sari',
    version: 1,
    mayEdit: false,
  };
  expect(planOfSite(site)).toEqual({
    plan: '-1.95,100.05',
    tower: '4g,1800,,42,,,telkomsel',
    planof: site.id,
  });
});
