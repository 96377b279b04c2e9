// The style as a whole: its layers, their order and their zooms, whatever the theme, basemap and filter.
import { describe, expect, test } from 'vitest';
import type { MapInfo } from '../../../server/regions/contract.ts';
import { placeStatuses } from '../../../server/status/contract.ts';
import { markerImageLayer, markerLayer, markerSource } from '../../../web/map/layers/markers.ts';
import { pointedLayers } from '../../../web/map/layers/areas.ts';
import { buildStyle, underlaySource, type StyleInput } from '../../../web/map/style.ts';

const info: MapInfo = {
  province: { code: '13', level: 'province', kind: 'provinsi', name: 'Sumatera Barat' },
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

const input: StyleInput = {
  info,
  theme: 'light',
  hidden: new Set(),
  lens: 'status',
  coverage: null,
  markers: [],
  underlay: null,
  fonts: { regular: '/assets/regular.woff2', bold: '/assets/bold.woff2' },
  origin: 'https://jangkau.example',
};

describe('the style', () => {
  test.each(['light', 'dark'] as const)(
    'has its layers once, each over a known source: %s',
    (theme) => {
      const { layers, sources } = buildStyle({ ...input, theme });
      const ids = layers.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const layer of layers)
        if ('source' in layer) expect(sources).toHaveProperty(layer.source);
    },
  );

  test('keeps its layers when everything is hidden', () => {
    const ids = (hidden: StyleInput['hidden']) =>
      buildStyle({ ...input, hidden }).layers.map(({ id }) => id);
    expect(ids(new Set(placeStatuses))).toEqual(ids(new Set()));
  });

  test('asks the server itself for tiles, with the placeholders intact', () => {
    expect(buildStyle(input).sources['regions']).toMatchObject({
      tiles: ['https://jangkau.example/tiles/abc/{z}/{x}/{y}.mvt'],
      maxzoom: 12,
    });
  });

  test('puts a basemap under everything of its own and leaves out its land', () => {
    const raster = { type: 'raster' as const, tiles: ['https://t.example/{z}/{x}/{y}.png'] };
    const layer = { id: 'under', type: 'raster' as const, source: underlaySource };
    const underlay = { sources: { [underlaySource]: raster }, layers: [layer] };
    const ids = buildStyle({ ...input, underlay }).layers.map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual(['sea', 'under', 'village-fill-official']);
  });

  test('draws every approximate village over all official ones', () => {
    const ids = buildStyle(input).layers.map(({ id }) => id);
    const last = ids.findLastIndex((id) => /^village-.*-official$/.test(id));
    const first = ids.findIndex((id) => /^village-.*(-approximate|cover)$/.test(id));
    expect(first).toBeGreaterThan(last);
  });

  test('puts points over everything else, and nothing where there are none', () => {
    const marker = {
      id: 'r1',
      position: [100, 60] as [number, number],
      kind: 'report' as const,
      look: 'solid' as const,
      sign: '?',
      isSelected: true,
      accuracyM: 1000,
    };
    const { layers, sources } = buildStyle({ ...input, markers: [marker] });
    expect(layers.at(-2)?.id).toBe(markerLayer);
    // At 60° north a pixel of zoom 0 is half of what it is on the equator.
    expect(sources[markerSource]).toMatchObject({
      data: { features: [{ properties: { id: 'r1', radiusAtZoom0: expect.closeTo(0.02555, 4) } }] },
    });
    expect(buildStyle(input).sources).not.toHaveProperty(markerSource);
  });

  test('draws the image of a locality in place of its dot, in the theme of the map', () => {
    const marker = {
      ...{ id: 'l1', position: [100, -1] as [number, number], kind: 'locality' as const },
      ...{ look: 'solid' as const, sign: '', isSelected: false, accuracyM: null },
      image: 'locality-served' as const,
    };
    const { layers, sources } = buildStyle({ ...input, theme: 'dark', markers: [marker] });
    expect(sources[markerSource]).toMatchObject({
      data: { features: [{ properties: { image: 'locality-served' } }] },
    });
    expect(layers.find(({ id }) => id === markerImageLayer)).toMatchObject({
      filter: ['has', 'image'],
      layout: { 'icon-image': ['concat', ['get', 'image'], '-dark'] },
    });
    expect(layers.find(({ id }) => id === markerLayer)).toMatchObject({
      filter: ['!', ['has', 'image']],
    });
  });

  test('at every zoom something can be pointed at', () => {
    const { layers } = buildStyle(input);
    for (let zoom = 3; zoom <= 18; zoom += 1) {
      const found = layers.filter(
        ({ id, minzoom = 0, maxzoom = 24 }) =>
          pointedLayers.includes(id) && minzoom <= zoom && zoom < maxzoom,
      );
      const isVillage = zoom >= info.zooms.village;
      expect(found.length, `zoom ${zoom}`).toBe(isVillage ? 2 : 1);
    }
  });
});
