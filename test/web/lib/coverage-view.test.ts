// Coverage in the address: what is written is read back, what is malformed is dropped.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allOperators, cellTechnologies, coveragePhases } from '#contract/coverage';
import {
  beginComparing,
  coveragePoints,
  formatCoverage,
  formatSides,
  layerSides,
  listDrawn,
  parseCoverage,
  parseSides,
  type CoverageView,
  type Half,
} from '../../../web/lib/coverage-view.ts';
import { parseMapSearch } from '../../../web/lib/view.ts';

const operatorIds = [allOperators, 'telkomsel', 'indosat', 'xlsmart'];

const anyView: fc.Arbitrary<CoverageView> = fc.record({
  operators: fc.subarray(operatorIds).map((list) => new Set(list)),
  technologies: fc.subarray([...cellTechnologies], { minLength: 1 }).map((list) => new Set(list)),
  sides: fc.subarray([...layerSides], { minLength: 1 }).map((list) => new Set(list)),
  points: fc.subarray([...coveragePoints]).map((list) => new Set(list)),
  hasStatuses: fc.boolean(),
});

const anyHalf: fc.Arbitrary<Half> = fc.record({
  operatorId: fc.constantFrom(...operatorIds),
  technology: fc.constantFrom(...cellTechnologies),
  phase: fc.constantFrom(...coveragePhases),
  onDay: fc.constantFrom(null, '2025-10-01', '2024-02-29'),
});

describe('what is drawn', () => {
  test.each([
    [undefined, undefined],
    ['', undefined],
    ['telkomsel', 'telkomsel'],
    ['xlsmart,all', 'all,xlsmart'],
    ['telkomsel/4g/on_air,computed,filed', 'telkomsel'],
    ['telkomsel/5g,2g', 'telkomsel/2g,5g'],
    ['//sites', '//sites'],
    ['telkomsel/6g/zebra', 'telkomsel'],
    ['<script>,telkomsel', 'telkomsel'],
    ['telkomsel//planned,computed,status', 'telkomsel//planned,computed,status'],
  ])('%j is kept as %j', (text, kept) => {
    expect(parseMapSearch({ cov: text }).cov).toBe(kept);
  });

  test('is written and read back, whatever it is', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(parseCoverage(formatCoverage(view))).toEqual(view);
      }),
    );
  });

  test('are the layers that there are, plans above what stands, the better technology above', () => {
    const layer = (
      technology: '2g' | '4g',
      phase: 'on_air' | 'planned',
      operatorId = 'telkomsel',
    ) => ({
      basis: 'computed' as const,
      phase,
      operatorId,
      technology,
    });
    const layers = [
      layer('4g', 'planned'),
      layer('4g', 'on_air'),
      layer('2g', 'on_air'),
      layer('4g', 'on_air', 'indosat'),
    ];
    const view = parseCoverage('telkomsel/2g,4g/on_air,planned,computed');
    expect(listDrawn(view, layers)).toEqual([
      layer('2g', 'on_air'),
      layer('4g', 'on_air'),
      layer('4g', 'planned'),
    ]);
    expect(listDrawn(parseCoverage('telkomsel//filed,on_air'), layers)).toEqual([]);
  });
});

describe('two maps side by side', () => {
  test('are written and read back, whatever they show', () => {
    fc.assert(
      fc.property(anyHalf, anyHalf, (left, right) => {
        expect(parseSides(formatSides([left, right]))).toEqual([left, right]);
      }),
    );
  });

  test.each([
    '',
    'telkomsel.4g.on_air',
    'telkomsel.4g.on_air~',
    'telkomsel.4g.on_air~telkomsel.4g.on_air~telkomsel.4g.on_air',
    'telkomsel.6g.on_air~telkomsel.4g.on_air',
    'telkomsel.4g.on_air.2025-13-01~telkomsel.4g.on_air',
    'telkomsel.4g.on_air.soon~telkomsel.4g.on_air',
    '../x.4g.on_air~telkomsel.4g.on_air',
  ])('%j are none', (text) => {
    expect(parseSides(text)).toBeNull();
    expect(parseMapSearch({ side: text }).side).toBeUndefined();
  });

  test.each([
    ['', '2026-11-22', 'all.4g.on_air.2025-11-22~all.4g.on_air'],
    ['telkomsel/5g', '2028-02-29', 'telkomsel.5g.on_air.2027-02-28~telkomsel.5g.on_air'],
    ['indosat,telkomsel', '2026-11-22', 'indosat.4g.on_air~telkomsel.4g.on_air'],
  ])('begin, with %j drawn on %s, as %s', (text, today, sides) => {
    expect(formatSides(beginComparing(parseCoverage(text), today))).toBe(sides);
  });
});

test('a site in the address is an id or nothing', () => {
  const site = '7c1f3a52-6f0e-4d9b-8a34-0f6f3b1c2d4e';
  expect(parseMapSearch({ site }).site).toBe(site);
  expect(parseMapSearch({ site: '../api' }).site).toBeUndefined();
});
