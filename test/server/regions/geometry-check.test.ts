import { describe, expect, test } from 'vitest';
import { checkGeometry, distanceToAreaKm } from '../../../server/regions/geometry-check.ts';
import { findInvalidReason } from '../../../server/regions/geos.ts';
import { multiArea } from '../../../server/regions/planar.ts';

const square = [
  [100, -1],
  [100.1, -1],
  [100.1, -0.9],
  [100, -0.9],
  [100, -1],
];
const bowTie = [
  [100, -1],
  [100.1, -0.9],
  [100.1, -1],
  [100, -0.9],
  [100, -1],
];
/** A square with a loop of some metres in its western edge, far below 1 % of its area. */
const tinyLoop = [
  [100, -1],
  [100.1, -1],
  [100.1, -0.9],
  [100, -0.9],
  [100, -0.94],
  [100.001, -0.95],
  [100.001, -0.949],
  [100, -0.96],
  [100, -1],
];
const swap = (ring: number[][]) => ring.map(([a = 0, b = 0]) => [b, a]);
const ofCheck = (coordinates: unknown, axes: 'lnglat' | 'latlng' = 'lnglat') => {
  const { area, findings } = checkGeometry(coordinates, axes, null);
  return { area, found: findings.map(({ problem, action }) => `${problem} ${action}`) };
};

describe('checkGeometry', () => {
  test.each([
    ['a polygon', [square], 'lnglat'],
    ['a multipolygon', [[square]], 'lnglat'],
    ['a polygon in [lat, lng]', [swap(square)], 'latlng'],
    ['a multipolygon in [lat, lng]', [[swap(square)]], 'latlng'],
  ] as const)('takes %s as it is', (_case, coordinates, axes) => {
    expect(ofCheck(coordinates, axes)).toEqual({ area: [[square]], found: [] });
  });

  test('rounds to 6 decimals and drops repeated points', () => {
    const [first = [], ...rest] = square;
    const fine = [first, [100.00000004, -1.00000004], ...rest];
    expect(ofCheck([fine])).toEqual({ area: [[square]], found: [] });
  });

  test.each([
    ['an open ring', [square.slice(0, -1)], 'open_ring repaired'],
    ['swapped axes', [swap(square)], 'swapped_axes repaired'],
    [
      'a collapsed part',
      [
        [square],
        [
          [
            [100, -1],
            [100, -1],
            [100, -1],
          ],
        ],
      ],
      'too_few_points repaired',
    ],
    ['a tiny self-crossing', [tinyLoop], 'self_crossing repaired'],
  ])('repairs %s', (_case, coordinates, expected) => {
    const { area, found } = ofCheck(coordinates);
    expect(found).toEqual([expected]);
    expect(findInvalidReason(area ?? [])).toBeNull();
    expect(multiArea(area ?? [])).toBeCloseTo(0.01, 4);
  });

  test.each([
    ['nothing', [], 'empty_geometry'],
    ['empty rings', [[]], 'empty_geometry'],
    ['a text', '[[oops', 'unreadable_geometry'],
    ['a single position', [100, -1], 'unreadable_geometry'],
    ['null for a ring', [square, null], 'unreadable_geometry'],
    ['a number that is none', [[[100, null], ...square]], 'non_finite_number'],
    ['a number as text', [[['100', '-1'], ...square]], 'non_finite_number'],
    ['infinity', [[[100, Infinity], ...square]], 'non_finite_number'],
    [
      'two points',
      [
        [
          [100, -1],
          [100.1, -1],
        ],
      ],
      'too_few_points',
    ],
    [
      'a line there and back',
      [
        [
          [100, -1],
          [100.1, -1],
          [100, -1],
        ],
      ],
      'too_few_points',
    ],
    [
      'another country',
      [
        [
          [0, 50],
          [1, 50],
          [1, 51],
          [0, 50],
        ],
      ],
      'outside_indonesia',
    ],
    [
      'one far corner',
      [
        [
          [100, -1],
          [160, -1],
          [100.1, -0.9],
          [100, -1],
        ],
      ],
      'outside_indonesia',
    ],
    ['a bow tie', [bowTie], 'self_crossing'],
    [
      'no area',
      [
        [
          [100, -1],
          [100.1, -1],
          [100.2, -1],
          [100, -1],
        ],
      ],
      'self_crossing',
    ],
  ])('refuses %s', (_case, coordinates, problem) => {
    const { area, found } = ofCheck(coordinates);
    expect(area).toBeNull();
    expect(found.at(-1)).toBe(`${problem} refused`);
  });

  test.each([
    ['inside', [100.05, -0.95], false],
    ['11 km off', [100.2, -0.95], false],
    ['44 km off', [100.5, -0.95], true],
  ] as const)('warns of a point far from the area only: %s', (_case, point, isWarned) => {
    const { area, findings } = checkGeometry([square], 'lnglat', [...point]);
    expect(area).not.toBeNull();
    expect(findings.some(({ problem }) => problem === 'far_from_point')).toBe(isWarned);
  });
});

test('distanceToAreaKm is 0 inside and measured to the nearest edge outside, holes included', () => {
  const hole = [
    [100.02, -0.98],
    [100.08, -0.98],
    [100.08, -0.92],
    [100.02, -0.92],
    [100.02, -0.98],
  ];
  const area = checkGeometry([square, hole], 'lnglat', null).area ?? [];
  expect(distanceToAreaKm([100.01, -0.95], area)).toBe(0);
  expect(distanceToAreaKm([100.05, -0.95], area)).toBeCloseTo(0.03 * 111.32, 1);
  expect(distanceToAreaKm([100.05, -1.1], area)).toBeCloseTo(0.1 * 111.32, 1);
});
