// Every mode of the map has an entry, and its manners; the scale bar's arithmetic.
import { describe, expect, test } from 'vitest';
import { modeNames } from '../../../web/map/modes/types.ts';
import { modes } from '../../../web/map/modes/registry.ts';
import { metresPerPixel, niceScale } from '../../../web/map/scale.ts';
import { sourceLayerOf } from '../../../web/map/feature-marks.ts';

test.each(modeNames)('the mode %s is registered', (name) => {
  expect(typeof modes[name].attach).toBe('function');
  expect(modes[name].hasPin).toBe(name !== 'browse');
});

test('no mode is registered without a name', () =>
  expect(Object.keys(modes).toSorted()).toEqual([...modeNames].toSorted()));

test.each([
  [13, 'province'],
  [1301, 'regency'],
  [130101, 'district'],
  [1301012001, 'village'],
] as const)('region id %i stands in layer %s', (id, layer) =>
  expect(sourceLayerOf(id)).toBe(layer),
);

describe('the scale bar', () => {
  test('halves with every zoom and shrinks with the latitude', () => {
    expect(metresPerPixel(0, 0)).toBeCloseTo(78_271.5, 0);
    expect(metresPerPixel(0, 8) / metresPerPixel(0, 9)).toBeCloseTo(2, 10);
    expect(metresPerPixel(60, 5)).toBeCloseTo(metresPerPixel(0, 5) / 2, 6);
  });

  test.each([
    [100, 5000],
    [105, 10_000],
    [21, 2000],
    [0.3, 20],
  ])('at %d m per pixel is %d m long', (mPerPx, metres) => {
    const scale = niceScale(mPerPx, 96);
    expect(scale.metres).toBe(metres);
    expect(scale.widthPx).toBeLessThanOrEqual(96);
  });
});
