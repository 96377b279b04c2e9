// Tiles of coverage: what lies in them, today and on a day; who gets them, and how long they may be kept.
import { area, multiPolygon } from '@turf/turf';
import { describe, expect, test } from 'vitest';
import type { LayerKey, SiteInput } from '../../../server/coverage/contract.ts';
import {
  createCoverageTiles,
  type CoverageTileMaker,
} from '../../../server/coverage/coverage-tile-cache.ts';
import { findTileArea, makeCoverageTile } from '../../../server/coverage/coverage-tiles.ts';
import { footprintOf } from '../../../server/coverage/rules.ts';
import { createTestApp, type TestApp } from '../../helpers/app.ts';

/** At a corner of four blocks, so that nothing is right unless they are joined. */
const position: [number, number] = [100.25, -1.75];
const radiusM = 3000;

function siteInput(
  over: Partial<SiteInput> = {},
  state: 'on_air' | 'planned' = 'on_air',
): SiteInput {
  const cell = { ref: '1', technology: '4g' as const, state, onAirOn: '2025-06-01', radiusM };
  const shape = { bandMhz: null, heightM: null, azimuthDeg: null, beamwidthDeg: null };
  return {
    operatorId: 'telkomsel',
    ref: 'A',
    name: '',
    position,
    cells: [{ ...cell, ...shape }],
    ...over,
  };
}

const telkomsel: LayerKey = {
  basis: 'computed',
  phase: 'on_air',
  operatorId: 'telkomsel',
  technology: '4g',
};
const together: LayerKey = { ...telkomsel, operatorId: '*' };

/** The tile of zoom 10 that holds the site. */
const address = { z: 10, x: 797, y: 516 };

async function withSites(...sites: SiteInput[]): Promise<TestApp> {
  const t = createTestApp();
  const staff = await t.person('staff');
  for (const body of sites) {
    const answer = await staff.send('/api/sites', { method: 'POST', body });
    expect(answer.status).toBeLessThan(300);
  }
  await t.coverage.settled();
  return t;
}

describe('what touches a tile', () => {
  test('is whole, without the edges of the blocks in which it is stored', async () => {
    const { db } = await withSites(siteInput());
    const found = findTileArea(db, { layer: telkomsel, onDay: null, address });
    expect(found).toHaveLength(1);
    expect(found[0]).toHaveLength(1);
    const whole = area(multiPolygon(footprintOf(position, siteInput().cells[0]!, radiusM)));
    expect(area(multiPolygon(found)) / whole).toBeCloseTo(1, 5);
  });

  test('on a day is what was on air then, of one operator and of all', async () => {
    const { db } = await withSites(siteInput());
    for (const layer of [telkomsel, together]) {
      expect(findTileArea(db, { layer, onDay: '2025-05-31', address })).toEqual([]);
      expect(findTileArea(db, { layer, onDay: '2025-06-01', address })).toHaveLength(1);
    }
  });

  test('is nothing far away, and nothing of a layer that does not exist', async () => {
    const { db } = await withSites(siteInput());
    const far = { z: 10, x: 0, y: 0 };
    expect(makeCoverageTile(db, { layer: telkomsel, onDay: null, address: far })).toBeNull();
    const layer: LayerKey = { ...telkomsel, operatorId: 'indosat' };
    expect(makeCoverageTile(db, { layer, onDay: null, address })).toBeNull();
  });
});

describe('a tile over HTTP', () => {
  const path = (layer: string, version: string, rest = '10/797/516.mvt') =>
    `/tiles/coverage/${version}/${layer}/${rest}`;

  test('of what stands is kept by the browser alone, for good; of a plan it is asked for again', async () => {
    const t = await withSites(siteInput(), siteInput({ ref: 'B' }, 'planned'));
    const staff = await t.person('staff');
    const { version } = (await staff.send('/api/coverage')).body;
    const standing = await staff.send(path('computed.on_air.telkomsel.4g', version));
    expect(standing.status).toBe(200);
    expect(standing.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    const plan = await staff.send(path('computed.planned.telkomsel.4g', version));
    expect([plan.status, plan.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
    const again = await staff.send(path('computed.planned.telkomsel.4g', version), {
      headers: { 'if-none-match': plan.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  test('of another version is answered, and not kept', async () => {
    const t = await withSites(siteInput());
    const staff = await t.person('staff');
    const old = await staff.send(path('computed.on_air.all.4g', '0'));
    expect([old.status, old.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  });

  test('of a rival’s plan is refused to a liaison, and so is that of all together', async () => {
    const t = await withSites(siteInput({}, 'planned'));
    const rival = await t.person('liaison', { operatorId: 'indosat' });
    const own = await t.person('liaison', { operatorId: 'telkomsel' });
    const status = async (who: typeof own, layer: string) =>
      (await who.send(path(layer, '1'))).status;
    expect(await status(rival, 'computed.planned.telkomsel.4g')).toBe(403);
    expect(await status(rival, 'filed.planned.all.4g')).toBe(403);
    expect(await status(rival, 'computed.on_air.telkomsel.4g')).toBe(204);
    expect(await status(own, 'computed.planned.telkomsel.4g')).toBe(200);
    expect((await t.send(path('computed.on_air.telkomsel.4g', '1'))).status).toBe(401);
  });

  test.each([
    ['a layer that cannot be', 'computed.on_air.telkomsel', '10/797/516.mvt', 404],
    ['a layer of another place', '..%2F..%2Fetc.on_air.telkomsel.4g', '10/797/516.mvt', 404],
    ['a tile outside the world', 'computed.on_air.telkomsel.4g', '3/8/0.mvt', 404],
    ['a day that is none', 'computed.on_air.telkomsel.4g', '10/797/516.mvt?on=2025-02-30', 422],
    ['a day from too far out', 'computed.on_air.telkomsel.4g', '4/12/8.mvt?on=2025-02-03', 422],
  ])('of %s is refused', async (_, layer, rest, expected) => {
    const t = createTestApp();
    const staff = await t.person('staff');
    expect((await staff.send(path(layer, '1', rest))).status).toBe(expected);
  });
});

describe('tiles that were made lately', () => {
  const tile = (x: number) => ({ layer: telkomsel, onDay: null, address: { z: 10, x, y: 0 } });

  function counting(bytes: number): { make: CoverageTileMaker; made: number[] } {
    const made: number[] = [];
    return {
      made,
      make: async ({ address: { x } }) => {
        made.push(x);
        return new Uint8Array(bytes);
      },
    };
  }

  test('are not made twice, not even while they are being made', async () => {
    const { make, made } = counting(10);
    const tiles = createCoverageTiles(make);
    await Promise.all([tiles.get('1', tile(1)), tiles.get('1', tile(1))]);
    await tiles.get('1', tile(1));
    expect(made).toEqual([1]);
    await tiles.get('2', tile(1));
    await tiles.get('1', { ...tile(1), onDay: '2025-01-01' });
    expect(made).toEqual([1, 1, 1]);
  });

  test('make room by what was asked for longest ago', async () => {
    const { make, made } = counting(1000);
    const tiles = createCoverageTiles(make, 2500);
    for (const x of [1, 2, 1, 3, 1, 2]) await tiles.get('1', tile(x));
    expect(made).toEqual([1, 2, 3, 2]);
  });

  test('are made again after they failed', async () => {
    let calls = 0;
    const tiles = createCoverageTiles(async () => {
      calls += 1;
      if (calls === 1) throw new Error('the worker thread ended');
      return new Uint8Array();
    });
    await expect(tiles.get('1', tile(1))).rejects.toThrow('ended');
    expect(await tiles.get('1', tile(1))).toHaveLength(0);
  });
});
