// The part of the map that points are asked for: never less than is in view, never much more.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bounds } from '../../../server/regions/contract.ts';
import { widenToGrid } from '../../../web/lib/view-bounds.ts';

/** Degrees to a tenth of a metre, as a map has them. */
const degrees = (min: number, max: number) =>
  fc.integer({ min: min * 1e6, max: max * 1e6 }).map((micro) => micro / 1e6);

const anyView = fc
  .record({
    lng: degrees(95, 140),
    lat: degrees(-11, 6),
    width: degrees(0.001, 10),
    height: degrees(0.001, 10),
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
