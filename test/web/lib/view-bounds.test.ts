// The part of the map that points are asked for: never less than is in view, never much more.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bounds } from '../../../server/regions/contract.ts';
import { widenToGrid } from '../../../web/lib/view-bounds.ts';

const anyView = fc
  .record({
    lng: fc.double({ min: 95, max: 140, noNaN: true }),
    lat: fc.double({ min: -11, max: 6, noNaN: true }),
    width: fc.double({ min: 0.001, max: 10, noNaN: true }),
    height: fc.double({ min: 0.001, max: 10, noNaN: true }),
  })
  .map(({ lng, lat, width, height }): Bounds => [lng, lat, lng + width, lat + height]);

test('it holds the view, is at most half a span wider, and asks the same when asked again', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      const [west, south, east, north] = widenToGrid(view);
      expect(west).toBeLessThanOrEqual(view[0]);
      expect(south).toBeLessThanOrEqual(view[1]);
      expect(east).toBeGreaterThanOrEqual(view[2]);
      expect(north).toBeGreaterThanOrEqual(view[3]);
      const span = Math.max(view[2] - view[0], view[3] - view[1]);
      expect(east - west).toBeLessThanOrEqual(view[2] - view[0] + span / 2 + 1e-9);
      expect(north - south).toBeLessThanOrEqual(view[3] - view[1] + span / 2 + 1e-9);
    }),
  );
});

test('a small movement asks nothing new', () => {
  const view: Bounds = [100.02, -2.02, 100.9, -1.3];
  const moved: Bounds = [100.03, -2.01, 100.91, -1.29];
  expect(widenToGrid(moved)).toEqual(widenToGrid(view));
});

test('it stays on Earth', () => {
  expect(widenToGrid([-180, -90, 180, 90])).toEqual([-180, -90, 180, 90]);
});
