// Where towers are thought of and by what they are weighed: high ground, order, people never mixed.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findHighGround,
  indexPositions,
  listCandidates,
  weighUnits,
  type Spot,
} from '../../../server/coverage/best-rules.ts';

/** Villages along a line, a kilometre apart. */
function spot(km: number, elevationM: number | null, over: Partial<Spot> = {}): Spot {
  return {
    villageCode: `13.01.01.20${String(km).padStart(2, '0')}`,
    isLocality: false,
    kind: 'nagari',
    name: `Nagari ${km}`,
    position: [100 + km / 111.195, 0],
    elevationM,
    ...over,
  };
}

describe('high ground', () => {
  test.each<[string, (number | null)[], number, boolean[]]>([
    ['a hill', [100, 300, 200], 1100, [false, true, false]],
    ['two hills out of each other’s reach', [300, 100, 100, 200], 1100, [true, false, false, true]],
    ['the higher of two within reach', [300, 100, 200], 2100, [true, false, false]],
    ['a plain has none', [50, 50, 50], 1100, [false, false, false]],
    ['a flat top has two', [50, 90, 90], 2100, [false, true, true]],
    ['alone', [700], 1100, [false]],
    ['unknown neighbours say nothing', [null, 300, 200], 1100, [false, true, false]],
  ])('%s', (_name, elevations, radiusM, expected) => {
    const spots = elevations.map((elevation, km) => spot(km, elevation));
    expect(findHighGround(spots, radiusM)).toEqual(expected);
  });
});

test('candidates come in the same order whatever the order of the places', () => {
  const spots = [
    spot(0, 10),
    spot(1, 300),
    spot(2, 40),
    spot(2, null, { isLocality: true, kind: 'jorong', name: 'Pasar' }),
    spot(3, 40),
  ];
  const wanted = listCandidates(spots, 1500);
  expect(wanted.map(({ source, name }) => `${source} ${name}`)).toEqual([
    'high_ground Nagari 1',
    'village Nagari 2',
    'village Nagari 3',
    'village Nagari 0',
    'locality Pasar',
  ]);
  fc.assert(
    fc.property(fc.shuffledSubarray(spots, { minLength: spots.length }), (shuffled) => {
      expect(listCandidates(shuffled, 1500)).toEqual(wanted);
    }),
  );
});

test('what lies within a radius is what is near enough, one by one', () => {
  const position = fc.tuple(
    fc.double({ min: 99, max: 101, noNaN: true }),
    fc.double({ min: -2, max: 0, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(position, { maxLength: 40 }), position, (positions, centre) => {
      const within = indexPositions(positions)(centre, 60_000);
      const all = positions.flatMap((one, index) =>
        indexPositions([one])(centre, 60_000).length > 0 ? [index] : [],
      );
      expect(within).toEqual(all);
    }),
  );
});

describe('weights', () => {
  const unit = (population: number | null, households: number | null) => ({
    position: [100, 0] as [number, number],
    people: { population, households },
  });
  test.each([
    ['people known everywhere', [unit(10, null), unit(5, 2)], 'population', [10, 5]],
    ['else households', [unit(null, 3), unit(5, 2)], 'households', [3, 2]],
    ['else places', [unit(null, 3), unit(5, null)], 'places', [1, 1]],
    ['nobody lives in one', [unit(0, null), unit(5, null)], 'population', [0, 5]],
    ['nothing to weigh', [], 'places', []],
  ])('%s', (_name, units, weight, weights) => {
    expect(weighUnits(units)).toEqual({ weight, weights });
  });
});
