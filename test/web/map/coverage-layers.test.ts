// Coverage on the map: its place among the other layers, how its kinds are told apart, and its hues, which
// are told apart by everyone and taken for no status.
import { describe, expect, test } from 'vitest';
import { cellTechnologies, type LayerKey } from '#contract/coverage';
import type { MapInfo } from '#contract/regions';
import { coverageDrawerOf, hatchImageId } from '../../../web/map/coverage-images.ts';
import { toDrawnLayers } from '../../../web/map/coverage-drawing.ts';
import { coverageSourceId } from '../../../web/map/layers/coverage.ts';
import { buildStyle, type StyleInput } from '../../../web/map/style.ts';
import { coverageColour, operatorHues } from '../../../web/ui/coverage-look.ts';
import { statusLook } from '../../../web/ui/status-look.ts';
import { lightness, nearestDifference } from './colour-sight.ts';

const info: MapInfo = {
  province: null,
  bounds: [98.5, -3.4, 102, 1],
  villageCount: 1265,
  officialCount: 0,
  boundaryVersion: 'abc',
  tileUrl: '/tiles/abc/{z}/{x}/{y}.mvt',
  firstTiles: [],
  zooms: { maxZoom: 12, regency: 3, district: 8, village: 6 },
  basemap: { kind: 'builtin' },
  attribution: [],
};

const layer = (over: Partial<LayerKey> = {}): LayerKey => ({
  basis: 'computed',
  phase: 'on_air',
  operatorId: 'telkomsel',
  technology: '4g',
  ...over,
});

function styleOf(layers: LayerKey[], hasStatuses = false, onDay: string | null = null) {
  const operatorIds = ['telkomsel', 'indosat'];
  const input: StyleInput = {
    info,
    theme: 'light',
    hidden: new Set(),
    lens: 'status',
    coverage: {
      layers: toDrawnLayers(layers, { version: '7', operatorIds, onDay }),
      hasStatuses,
    },
    markers: [],
    plan: null,
    underlay: null,
    fonts: { regular: '/r.woff2', bold: '/b.woff2' },
    origin: 'https://jangkau.example',
  };
  return buildStyle(input);
}

function layerOf(style: ReturnType<typeof styleOf>, key: LayerKey, part: string) {
  const found = style.layers.find(({ id }) => id === `${coverageSourceId(key)}-${part}`);
  return found && 'paint' in found ? (found.paint as Record<string, unknown>) : undefined;
}

describe('coverage in the style', () => {
  test('lies over the villages and under boundaries and names', () => {
    const ids = styleOf([layer()], true).layers.map(({ id }) => id);
    const at = ids.indexOf(`${coverageSourceId(layer())}-fill`);
    expect(at).toBeGreaterThan(ids.findLastIndex((id) => id.startsWith('village-fill')));
    expect(at).toBeLessThan(ids.findIndex((id) => id.startsWith('district-line')));
    expect(at).toBeLessThan(ids.indexOf('village-label'));
  });

  test('takes the colour of the villages away unless it is asked for, never the villages', () => {
    const fillOf = (hasStatuses: boolean) =>
      styleOf([layer()], hasStatuses).layers.find(({ id }) => id === 'village-fill-official')
        ?.paint as Record<string, unknown>;
    expect(fillOf(false)['fill-opacity']).toBe(0.001);
    expect(JSON.stringify(fillOf(true)['fill-color'])).toContain(statusLook.served.light);
  });

  test('asks for the tiles of its version, and of its day only from near', () => {
    const source = (onDay: string | null) =>
      styleOf([layer()], false, onDay).sources[coverageSourceId(layer())];
    const url = 'https://jangkau.example/tiles/coverage/7/computed.on_air.telkomsel.4g';
    expect(source(null)).toMatchObject({ tiles: [`${url}/{z}/{x}/{y}.mvt`], minzoom: 0 });
    expect(source('2025-10-01')).toMatchObject({
      tiles: [`${url}/{z}/{x}/{y}.mvt?on=2025-10-01`],
      minzoom: 5,
    });
  });

  test('tells plans from what stands by hatching and dashes, filed from computed by a double edge', () => {
    const planned = layer({ phase: 'planned' });
    const filed = layer({ basis: 'filed' });
    const style = styleOf([layer(), planned, filed]);
    expect(layerOf(style, layer(), 'hatch')).toBeUndefined();
    expect(layerOf(style, planned, 'hatch')).toHaveProperty('fill-pattern');
    expect(layerOf(style, planned, 'edge')).toHaveProperty('line-dasharray');
    expect(layerOf(style, layer(), 'edge')).not.toHaveProperty('line-dasharray');
    expect(layerOf(style, filed, 'edge')).toHaveProperty('line-gap-width');
    expect(layerOf(style, layer(), 'edge')).not.toHaveProperty('line-gap-width');
  });
});

test.each([
  [hatchImageId('#1f48f0'), true],
  ['site-0-on_air-operator-light', true],
  ['site-2-planned-crowd-dark', true],
  ['measured-blankspot-light', true],
  ['uncovered-place-dark', true],
  ['site-0-gone-operator-light', false],
  ['measured-unknown-light', false],
  ['locality-served-light', false],
  ['hatch-red', false],
])('an image called %s is drawn here: %s', (id, isOurs) => {
  expect(coverageDrawerOf(id) !== null).toBe(isOurs);
});

describe.each(['light', 'dark'] as const)('hues, %s', (theme) => {
  const three = operatorHues.slice(0, 3).map((hue) => hue[theme]);

  test('of three operators are told apart by everyone', () => {
    for (const [index, one] of three.entries())
      for (const other of three.slice(index + 1))
        expect(nearestDifference(one, other), `${one} ${other}`).toBeGreaterThan(25);
  });

  test('are taken for no status by anyone', () => {
    for (const hue of three)
      for (const { [theme]: status } of Object.values(statusLook))
        expect(nearestDifference(hue, status), `${hue} ${status}`).toBeGreaterThan(17);
  });

  test('go from pale to strong with the technology', () => {
    const shades = cellTechnologies.map((one) => lightness(coverageColour(0, one, theme)));
    const sorted = shades.toSorted((a, b) => (theme === 'light' ? b - a : a - b));
    expect(shades).toEqual(sorted);
    expect(new Set(shades).size).toBe(cellTechnologies.length);
  });
});
