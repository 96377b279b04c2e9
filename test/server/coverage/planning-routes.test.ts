// Planning through the real routes: who may ask, what is refused, and what terrain takes away.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../helpers/app.ts';
import { bestRequest, candidate } from '../../helpers/coverage.ts';
import { addLocality } from '../../helpers/locality.ts';
import { tiffFile } from '../../helpers/raster.ts';

describe('terrain', () => {
  /** A wall of 500 m from south to north on a plain of 10 m. */
  function putWall(t: TestApp, lng: number): void {
    const dir = join(t.dataDir, 'elevation');
    mkdirSync(dir);
    const grid = { west: 99.8, north: -1.7, step: 1 / 1200, width: 720, height: 600 };
    const wall = tiffFile(grid, (east) => (Math.abs(east - lng) < 0.002 ? 500 : 10));
    writeFileSync(join(dir, 'dinding.tif'), wall);
  }
  const ask = async (t: TestApp, path: string, body: object) =>
    (await (await t.person('leader')).send(`/api/planning/${path}`, { method: 'POST', body })).body;

  test('behind a wall nothing is reached, if terrain is asked for and known', async () => {
    const t = createTestApp();
    const staff = await t.person('staff');
    await addLocality(staff, { name: 'Depan', position: [100.055, -1.95] });
    await addLocality(staff, { name: 'Belakang', position: [100.07, -1.95] });
    const asked = candidate({ cutsByTerrain: true });
    const whole = await ask(t, 'gain', asked);
    expect(whole).toMatchObject({ isCutByTerrain: false, localitiesNew: 2 });
    putWall(t, 100.06);
    const cut = await ask(t, 'gain', asked);
    expect(cut).toMatchObject({ isCutByTerrain: true, localitiesNew: 1 });
    expect(cut.areaKm2).toBeLessThan(0.8 * whole.areaKm2);
    expect(await ask(t, 'gain', candidate())).toMatchObject({ localitiesNew: 2 });
  });

  test('one tower on each side of a wall', async () => {
    const t = createTestApp();
    const wanted = bestRequest({ radiusM: 12_000 });
    expect((await ask(t, 'best', wanted)).steps).toHaveLength(1);
    putWall(t, 100.1);
    expect((await ask(t, 'best', wanted)).steps).toHaveLength(1);
    const cut = await ask(t, 'best', { ...wanted, cutsByTerrain: true });
    expect(cut).toMatchObject({ isCutByTerrain: true });
    expect(cut.steps).toHaveLength(2);
  });
});
describe('the routes', () => {
  test('everyone who is signed in may plan', async () => {
    const t = createTestApp();
    for (const role of ['admin', 'staff', 'regency', 'liaison', 'leader'] as const) {
      const who = await t.person(role, { regencyCode: '13.01', operatorId: 'telkomsel' });
      const gain = await who.send('/api/planning/gain', { method: 'POST', body: candidate() });
      expect(gain.status).toBe(200);
      expect(gain.body.villagesNew).toBe(1);
      const best = await who.send('/api/planning/best', { method: 'POST', body: bestRequest() });
      expect(best.status).toBe(200);
      expect(best.body.steps).toHaveLength(2);
    }
  });

  test.each<[string, unknown, string, string]>([
    ['gain', candidate({ operatorId: 'starlink' }), 'operatorId', 'operator_unknown'],
    ['gain', candidate({ radiusM: 70_000 }), 'radiusM', 'too_big'],
    ['gain', { ...candidate(), position: [100, -95] }, 'position.1', 'too_small'],
    ['best', { ...bestRequest(), regencyCode: '13.99' }, 'regencyCode', 'region_unknown'],
    ['best', { ...bestRequest(), count: 21 }, 'count', 'too_big'],
    ['best', { ...bestRequest(), regencyCode: '13' }, 'regencyCode', 'wrong_format'],
  ])('%s refuses %j: %s %s', async (path, body, field, code) => {
    const who = await createTestApp().person('staff');
    const answer = await who.send(`/api/planning/${path}`, { method: 'POST', body });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ field, code }]);
  });

  test('the radius is by the settings where none is given', async () => {
    const who = await createTestApp().person('leader');
    const { body } = await who.send('/api/planning/gain', {
      method: 'POST',
      body: candidate({ radiusM: null, bandMhz: 1800 }),
    });
    expect(body).toMatchObject({ radiusM: 4000, isEstimate: true });
  });
});
