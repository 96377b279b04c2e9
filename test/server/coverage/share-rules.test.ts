// How a share follows from what was measured: areas on the plane, localities, people.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeShare, km2PerSquareDegree } from '../../../server/coverage/share-rules.ts';

const [here, there] = [
  { isCovered: true, population: 300 },
  { isCovered: false, population: 100 },
];
const nowhere = { isCovered: null, population: 50 };
const half = { area: 0.02, coveredArea: 0.01 };

describe('judgeShare', () => {
  it.each([
    ['nobody knows who lives there', [], null, null, null, null],
    ['the people of the village, by its area', [], 1000, 1000, 0.5, 'area'],
    ['the people of the localities', [here, there], null, 400, 0.75, 'localities'],
    [
      'both: the fraction is of the village’s people',
      [here, there],
      1000,
      1000,
      0.75,
      'localities',
    ],
    ['a locality with people but without a position', [here, nowhere], null, null, null, null],
    ['the same, the village’s people known', [here, nowhere], 1000, 1000, 0.5, 'area'],
    [
      'a locality without a position and people',
      [here, there, { isCovered: null, population: null }],
      null,
      400,
      0.75,
      'localities',
    ],
    [
      'localities where nobody lives',
      [{ isCovered: true, population: 0 }],
      1000,
      1000,
      0.5,
      'area',
    ],
    [
      'localities of which nobody knows',
      [{ isCovered: true, population: null }],
      1000,
      1000,
      0.5,
      'area',
    ],
  ] as const)('%s', (_, localities, population, people, fraction, basis) => {
    expect(judgeShare({ ...half, localities, population })).toMatchObject({
      areaFraction: 0.5,
      population: people,
      populationFraction: fraction,
      populationBasis: basis,
    });
  });

  it('counts localities whose position is known', () => {
    const share = judgeShare({ ...half, localities: [here, there, nowhere], population: null });
    expect([share.localities, share.localitiesCovered]).toEqual([2, 1]);
  });

  it('an area that is nothing is not covered, and rounding never makes more than all of it', () => {
    const empty = { localities: [], population: null };
    expect(judgeShare({ area: 0, coveredArea: 0, ...empty }).areaFraction).toBe(0);
    expect(judgeShare({ area: 1, coveredArea: 1 + 1e-12, ...empty }).areaFraction).toBe(1);
  });

  it('fractions are between 0 and 1 and grow with what is covered', () => {
    const fraction = (coveredArea: number) =>
      judgeShare({ area: 1, coveredArea, localities: [], population: 10 });
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b) => {
          const [less, more] = a < b ? [a, b] : [b, a];
          expect(fraction(less).areaFraction).toBeLessThanOrEqual(fraction(more).areaFraction);
          expect(fraction(more).populationFraction).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('km2PerSquareDegree', () => {
  // PostGIS: 1e4 × ST_Area of a square of 0.01° round the latitude, as geography.
  it.each([
    [0, 12_309.07],
    [-7.5, 12_206.55],
    [10, 12_126.97],
  ])('at %d° it is %d', (lat, km2) => {
    expect(km2PerSquareDegree(lat) / km2).toBeCloseTo(1, 6);
  });
});
