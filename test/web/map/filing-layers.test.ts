// Changed plans on the map: a point a site, a line from where a moved one was, no text of the file.
import { expect, it, test } from 'vitest';
import { lineKinds } from '../../../server/commitments/filing-contract.ts';
import { grounds } from '../../../web/map/ground.ts';
import {
  filingColours,
  filingLayers,
  filingSigns,
  filingSources,
  type FilingPoint,
} from '../../../web/map/layers/filing.ts';

const moved: FilingPoint = {
  ...{ id: '7', kind: 'moved', isTaken: true, position: [100.5, -1.5], from: [100.4, -1.5] },
};

it('draws a point for each site, and where it was', () => {
  const { filing, 'filing-active': active } = filingSources({
    points: [moved, { ...moved, id: '8', kind: 'new', isTaken: false, from: null }],
    active: moved,
  });
  expect(filing).toMatchObject({
    data: {
      features: [
        { geometry: { type: 'Point' }, properties: { id: '7', kind: 'moved', sign: '/' } },
        {
          geometry: {
            type: 'LineString',
            coordinates: [
              [100.4, -1.5],
              [100.5, -1.5],
            ],
          },
        },
        { geometry: { type: 'Point' }, properties: { id: '8', isTaken: false, sign: '+' } },
      ],
    },
  });
  expect(active).toMatchObject({ data: { features: [{}, {}] } });
});

test.each(['light', 'dark'] as const)('has layers once, over its own sources: %s', (theme) => {
  const layers = filingLayers(grounds[theme], theme);
  expect(new Set(layers.map(({ id }) => id)).size).toBe(layers.length);
  const sources = Object.keys(filingSources({ points: [], active: null }));
  for (const layer of layers) expect(sources).toContain('source' in layer ? layer.source : '');
});

it('tells each kind by a sign of its own, of Latin-1', () => {
  const signs = lineKinds.map((kind) => filingSigns[kind]);
  expect(new Set(signs).size).toBe(lineKinds.length);
  for (const sign of signs) expect(sign).toMatch(/^[\u0021-\u00ff]$/);
  expect(Object.keys(filingColours.light)).toHaveLength(lineKinds.length);
});
