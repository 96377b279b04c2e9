// What a device keeps of a regency: its tiles at every zoom, its places, and the size told before.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bounds, Pack } from '../../../server/regions/contract.ts';
import { createPackSizes } from '../../../server/regions/pack-size.ts';
import { listPackTiles, packTilesMaximum } from '../../../server/regions/pack-tiles.ts';
import { listTiles, maxZoom } from '../../../server/regions/tile-grid.ts';
import { createTestApp } from '../../helpers/app.ts';
import { villages } from '../../helpers/place.ts';

const tileUrl = /^\/tiles\/[^/]+\/(\d+)\/\d+\/\d+\.mvt$/;

describe('the pack of a regency', () => {
  test('holds its province, itself, its districts and villages as the routes of places tell them', async () => {
    const t = createTestApp();
    const { send } = await t.person('leader');
    const pack = (await send('/api/regions/13.01/pack')).body as Pack;
    expect(pack.places.map(({ code }) => code)).toEqual([
      '13',
      '13.01',
      '13.01.01',
      villages.inderapura,
      villages.mau,
    ]);
    for (const place of pack.places)
      expect(place).toEqual((await send(`/api/regions/${place.code}`)).body);
  });

  test('holds the localities of its villages, and only of those', async () => {
    const t = createTestApp();
    const { send } = await t.person('staff');
    const id = crypto.randomUUID();
    const input = { villageCode: villages.mau, kind: 'jorong', name: 'Koto Tuo', position: null };
    const made = await send(`/api/localities/${id}`, {
      method: 'PUT',
      body: { ...input, source: 'uji' },
      headers: { 'if-none-match': '*' },
    });
    expect(made.status).toBe(201);
    const { body } = await send('/api/regions/13.01/pack');
    const kept = { id, villageCode: villages.mau, kind: 'jorong', name: 'Koto Tuo' };
    expect((body as Pack).localities).toEqual([kept]);
    for (const code of ['13.02', '13.71'])
      expect((await send(`/api/regions/${code}/pack`)).body.localities ?? []).toEqual([]);
  });

  test('names tiles of every zoom, each of which is served, and tells their bytes', async () => {
    const t = createTestApp();
    const { send } = await t.person('leader');
    const pack = (await send('/api/regions/13.01/pack')).body as Pack;
    const zooms = new Set(pack.tileUrls.map((url) => Number(tileUrl.exec(url)?.[1])));
    expect([...zooms]).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(pack.tiles).toBe(pack.tileUrls.length);
    let bytes = 0;
    for (const url of pack.tileUrls) {
      const answer = await t.app.request(`http://jangkau.test${url}`, {
        headers: { 'accept-encoding': 'gzip' },
      });
      expect([200, 204]).toContain(answer.status);
      bytes += (await answer.arrayBuffer()).byteLength;
    }
    expect(pack.bytes).toBe(bytes);
    const { body } = await send('/api/regions/13.01/pack/size');
    expect(body).toEqual({
      boundaryVersion: pack.boundaryVersion,
      tiles: pack.tiles,
      bytes: pack.bytes,
    });
  });

  test.each([
    ['/api/regions/13.99/pack', 404, 'region_unknown'],
    ['/api/regions/13.99/pack/size', 404, 'region_unknown'],
    ['/api/regions/13/pack', 422, 'invalid'],
    ['/api/regions/13.01.01/pack/size', 422, 'invalid'],
  ])('%s is refused', async (path, status, code) => {
    const t = createTestApp();
    const { send } = await t.person('leader');
    const answer = await send(path);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});

describe('the tiles of a pack', () => {
  const westSumatra: Bounds = [98.6, -3.5, 101.9, 0.9];

  test('cover the regency at every zoom below the view of the province', () => {
    const corner = fc.record({
      west: fc.double({ min: 98.6, max: 101, noNaN: true }),
      south: fc.double({ min: -3.4, max: 0, noNaN: true }),
      width: fc.double({ min: 0.01, max: 2, noNaN: true }),
      height: fc.double({ min: 0.01, max: 2, noNaN: true }),
    });
    fc.assert(
      fc.property(corner, ({ west, south, width, height }) => {
        const regency: Bounds = [west, south, west + width, south + height];
        const keys = new Set(
          listPackTiles(westSumatra, regency)?.map((tile) => JSON.stringify(tile)),
        );
        for (let z = 7; z <= maxZoom; z += 1)
          for (const tile of listTiles(regency, z)) expect(keys).toContain(JSON.stringify(tile));
      }),
      { numRuns: 50 },
    );
  });

  test('are refused where they would be too many, without listing them', () => {
    expect(listPackTiles([95, -11, 141, 6], [95, -11, 141, 6])).toBeNull();
    expect(listPackTiles(westSumatra, westSumatra)?.length).toBeLessThan(packTilesMaximum);
  });
});

test('the size is worked out once per boundary version, two tiles at a time', async () => {
  let underway = 0;
  let most = 0;
  let made = 0;
  const sizes = createPackSizes({
    async get() {
      underway += 1;
      most = Math.max(most, underway);
      await Promise.resolve();
      underway -= 1;
      made += 1;
      return new Uint8Array(10);
    },
  });
  const tiles = listTiles([100, -2, 101, -1], 10);
  const [first, second] = await Promise.all([
    sizes.get('13.01', 'a', tiles),
    sizes.get('13.01', 'a', tiles),
  ]);
  expect(first).toEqual({ boundaryVersion: 'a', tiles: tiles.length, bytes: tiles.length * 10 });
  expect(second).toEqual(first);
  expect([most, made]).toEqual([2, tiles.length]);
  await sizes.get('13.01', 'b', tiles);
  expect(made).toBe(2 * tiles.length);
});
