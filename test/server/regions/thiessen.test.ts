import { describe, expect, test } from 'vitest';
import { dissolve } from '../../../server/regions/dissolve.ts';
import {
  difference,
  findInvalidReason,
  intersection,
  type Multi,
  type Point,
  prepareArea,
  union,
} from '../../../server/regions/geos.ts';
import { multiArea } from '../../../server/regions/planar.ts';
import { spreadCoincident, thiessenCells } from '../../../server/regions/thiessen.ts';

const square = (west: number, south: number, side: number): Multi => [
  [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
];

/** Repeatable numbers in 0–1 (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const random = createRandom(13);
const land: Multi = [...square(100, -1, 1), ...square(101.2, -1, 0.3)];
const scattered: Point[] = Array.from({ length: 120 }, () => [
  100.01 + random() * 0.97,
  -0.99 + random() * 0.97,
]);
const sites: Point[] = [...scattered, [101.35, -0.85], [101.25, -0.75]];
const all = [...sites.keys()];
/** Slivers of a rounded edge: 120 cells' edges, each off by half a step of 1e-6. */
const tolerance = 1e-5;

describe('thiessenCells', () => {
  const cells = thiessenCells(sites, all, land);

  test('cover the land without overlap', () => {
    const sum = cells.reduce((area, cell) => area + multiArea(cell), 0);
    expect(sum).toBeCloseTo(multiArea(land), 5);
    expect(multiArea(difference(land, union(cells)))).toBeLessThan(tolerance);
    expect(multiArea(difference(union(cells), land))).toBeLessThan(tolerance);
  });

  test('are disjoint, valid and hold their own point', () => {
    for (const [index, cell] of cells.entries()) {
      expect(findInvalidReason(cell)).toBeNull();
      const area = prepareArea(cell);
      expect(area.containsPoint(sites[index] ?? [0, 0])).toBe(true);
      area.free();
      for (const other of cells.slice(index + 1, index + 12)) {
        expect(multiArea(intersection(cell, other))).toBeLessThan(1e-9);
      }
    }
  });

  test('do not depend on which of them are wanted', () => {
    expect(thiessenCells(sites, [7, 3], land)).toEqual([cells[7], cells[3]]);
  });

  test('give a point off the land a disc of 1 km, cut by its neighbour', () => {
    const [, far, near] = thiessenCells(
      [
        [100.5, -0.5],
        [105, 0],
        [105.005, 0],
      ],
      [0, 1, 2],
      land,
    );
    const discKm2 = Math.PI * 1 ** 2;
    const km2 = (area: Multi = []) => multiArea(area) * 111.32 ** 2;
    expect(km2(far)).toBeGreaterThan(discKm2 / 2);
    expect(km2(far)).toBeLessThan(discKm2);
    expect(multiArea(intersection(far ?? [], near ?? []))).toBe(0);
  });

  test('refuse an index without a site', () => {
    expect(() => thiessenCells(sites, [999], land)).toThrow(RangeError);
  });
});

describe('spreadCoincident', () => {
  test('keeps the first of coincident points and moves the others apart, always alike', () => {
    const points: Point[] = [
      [100, 0],
      [100, 0],
      [101, 0],
      [100, 0],
    ];
    const spread = spreadCoincident(points);
    expect(spread[0]).toEqual([100, 0]);
    expect(spread[2]).toEqual([101, 0]);
    expect(new Set(spread.map(String)).size).toBe(4);
    expect(spreadCoincident(points)).toEqual(spread);
  });

  test('lets every one of many coincident villages have a cell', () => {
    const points = spreadCoincident(Array.from({ length: 32 }, (): Point => [100.5, -0.5]));
    const cells = thiessenCells(points, [...points.keys()], land);
    expect(cells.every((cell) => multiArea(cell) > 0)).toBe(true);
  });
});

describe('dissolve', () => {
  test('has the area of its parts and no inner edges', () => {
    const cells = thiessenCells(scattered, [...scattered.keys()], square(100, -1, 1));
    const whole = dissolve(cells);
    expect(multiArea(whole)).toBeCloseTo(1, 6);
    expect(whole.length).toBe(1);
    expect(whole[0]?.length).toBe(1);
  });

  test('closes a sliver between parts but keeps an enclave', () => {
    const ring = difference(square(0, 0, 3), square(1, 1, 1));
    expect(dissolve([ring])[0]?.length).toBe(2);
    const [west, east] = [difference(square(0, 0, 2), square(1, 0, 2)), square(1.000002, 0, 1)];
    const bridge: Multi = square(0.9, 0.9, 0.2);
    const foot: Multi = square(0.9, -0.1, 0.2);
    const closed = dissolve([west, east, bridge, foot]);
    expect(closed.flatMap((polygon) => polygon.slice(1))).toEqual([]);
  });

  test('of nothing is nothing', () => expect(dissolve([])).toEqual([]));
});
