// Cutting polygons to a tile: the same area as GEOS finds, nothing outside, neighbours undisturbed.
import { describe, expect, test } from 'vitest';
import type { Bounds } from '../../../server/regions/contract.ts';
import { intersection, type Multi } from '../../../server/regions/geos.ts';
import { multiArea } from '../../../server/regions/planar.ts';
import { clipPolygons, toFlatPolygons } from '../../../server/regions/tile-clip.ts';
import { listTiles, tileBounds } from '../../../server/regions/tile-grid.ts';
import { square } from '../../helpers/place.ts';

/** A star with `points` spikes round [100, -1], which no box cuts simply. */
function star(points: number): Multi {
  const ring = Array.from({ length: points * 2 }, (_, index): [number, number] => {
    const radius = index % 2 === 0 ? 1 : 0.4;
    const angle = (index / points) * Math.PI;
    return [100 + radius * Math.cos(angle), -1 + radius * Math.sin(angle)];
  });
  return [[[...ring, ring[0] ?? [100, -1]]]];
}

const withHole: Multi = [[...square(99, -2, 2)[0]!, square(99.5, -1.5, 1)[0]![0]!]];

const boxes: Bounds[] = [
  [99, -2, 101, 0],
  [99.7, -1.3, 100.3, -0.7],
  [100, -1, 103, 1],
  [98, -1.05, 102, -0.95],
  [99.6, -1.4, 99.7, -1.3],
];

describe.each([
  ['a star', star(7)],
  ['a square with a hole', withHole],
  ['two squares', [...square(99, -2, 0.8), ...square(100.2, -0.8, 0.6)]],
])('%s', (_name, multi) => {
  test.each(boxes)('in %d, %d, %d, %d has the area that GEOS finds', (...box) => {
    const [west, south, east, north] = box;
    const frame: Multi = [
      [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    ];
    const clipped = clipPolygons(toFlatPolygons(multi), box) as Multi;
    expect(multiArea(clipped)).toBeCloseTo(multiArea(intersection(multi, frame)), 5);
    for (const [lng, lat] of clipped.flat(2)) {
      expect(lng).toBeGreaterThanOrEqual(west);
      expect(lng).toBeLessThanOrEqual(east);
      expect(lat).toBeGreaterThanOrEqual(south);
      expect(lat).toBeLessThanOrEqual(north);
    }
  });

  test('wholly inside comes back as it was', () => {
    expect(clipPolygons(toFlatPolygons(multi), [90, -10, 110, 10])).toEqual(multi);
  });

  test('wholly outside is gone', () => {
    expect(clipPolygons(toFlatPolygons(multi), [110, 0, 111, 1])).toEqual([]);
  });
});

describe('the grid of tiles', () => {
  test('the tiles of a zoom cover the area and touch it', () => {
    const area: Bounds = [98.6, -3.3, 101.9, 0.9];
    for (const z of [0, 5, 7, 9]) {
      const tiles = listTiles(area, z).map((address) => tileBounds(address));
      expect(Math.min(...tiles.map(([west]) => west))).toBeLessThanOrEqual(area[0]);
      expect(Math.max(...tiles.map(([, , , north]) => north))).toBeGreaterThanOrEqual(area[3]);
      for (const [west, south, east, north] of tiles)
        expect(west < area[2] && east > area[0] && south < area[3] && north > area[1]).toBe(true);
    }
  });

  test('neighbouring tiles meet without a gap', () => {
    const [, , east] = tileBounds({ z: 8, x: 199, y: 128 });
    const [west] = tileBounds({ z: 8, x: 200, y: 128 });
    expect(east).toBe(west);
  });
});
