// Terrain over HTTP: what there is, the profile of a path, and what is said where there is nothing.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTerrainThread } from '../../../server/coverage/terrain.ts';
import { createTerrainCut } from '../../../server/coverage/terrain-cut.ts';
import { footprintOf } from '../../../server/coverage/rules.ts';
import { createTestApp, makeDataDir } from '../../helpers/app.ts';
import { hgtFile } from '../../helpers/raster.ts';

/** A ridge of 900 m along 100.5° E on a plain of 50 m. */
const ridge = hgtFile((east) => (Math.abs(east - 0.5) < 0.01 ? 900 : 50));

function withRidge(): string {
  const dataDir = makeDataDir();
  mkdirSync(join(dataDir, 'elevation'));
  writeFileSync(join(dataDir, 'elevation/S01E100.hgt'), ridge);
  writeFileSync(join(dataDir, 'elevation/rusak.tif'), 'x');
  return dataDir;
}

const path = '/api/planning/profile';
const body = { from: [100.4, -0.5], to: [100.6, -0.5], antennaHeightM: null, frequencyMhz: 900 };

describe('with rasters', () => {
  it('lists them, and what is wrong with the others', async () => {
    const t = createTestApp(undefined, withRidge());
    const sari = await t.person('regency', { regencyCode: '13.01' });
    expect((await sari.send('/api/coverage/terrain')).body).toEqual({
      isAvailable: true,
      files: [
        { name: 'S01E100.hgt', bounds: [100, -1, 101, 0], resolutionM: 92.8, problem: null },
        { name: 'rusak.tif', bounds: null, resolutionM: null, problem: 'elevation_unreadable' },
      ],
    });
  });

  it('tells where a path is blocked; the antenna as high as the settings say', async () => {
    const t = createTestApp(undefined, withRidge());
    const sari = await t.person('liaison', { operatorId: 'telkomsel' });
    const { status, body: profile } = await sari.send(path, { method: 'POST', body });
    expect(status).toBe(200);
    expect(profile).toMatchObject({
      antennaHeightM: 40,
      receiverHeightM: 1.5,
      hasLineOfSight: false,
    });
    // 0.09° at half a degree south are 10.0 km.
    expect(profile.blockedAt.distanceM / 1000).toBeCloseTo(10, 0);
    expect(profile.blockedAt.byM).toBeGreaterThan(800);
    const high = { ...body, to: [100.45, -0.5], antennaHeightM: 100 };
    expect((await sari.send(path, { method: 'POST', body: high })).body).toMatchObject({
      antennaHeightM: 100,
      hasLineOfSight: true,
      blockedAt: null,
    });
  });

  it.each([
    ['a path out of the known', { to: [101.2, -0.5] }, 409, 'terrain_missing'],
    ['a path round the world', { to: [-70, -0.5] }, 422, 'path_too_long'],
    ['a frequency that there is not', { frequencyMhz: 0 }, 422, 'too_small'],
    ['a place that there is not', { to: [200, 0] }, 422, 'too_big'],
  ])('refuses %s', async (_name, change, status, code) => {
    const t = createTestApp(undefined, withRidge());
    const sari = await t.person('staff');
    const answer = await sari.send(path, { method: 'POST', body: { ...body, ...change } });
    const codes = [answer.body.code, ...(answer.body.errors ?? []).map((one: { code: string }) => one.code)]; // prettier-ignore
    expect([answer.status, codes.at(-1)]).toEqual([status, code]);
  });
});

it('without rasters says so', async () => {
  const t = createTestApp();
  const sari = await t.person('staff');
  const terrain = await sari.send('/api/coverage/terrain');
  expect(terrain.body).toEqual({ isAvailable: false, files: [] });
  const answer = await sari.send(path, { method: 'POST', body });
  expect([answer.status, answer.body.code]).toEqual([409, 'terrain_missing']);
});

it('its thread gives the same answers', async () => {
  const thread = createTerrainThread(join(withRidge(), 'elevation'));
  expect((await thread.list()).files).toHaveLength(2);
  const heights = { antennaHeightM: 40, receiverHeightM: 1.5, frequencyMhz: 900 };
  const profile = await thread.profile({ from: [100.4, -0.5], to: [100.6, -0.5], heights });
  expect(profile?.hasLineOfSight).toBe(false);
  await thread.close();
});

it('cuts a footprint by the rasters of a folder, and leaves it whole where there are none', async () => {
  const cut = await createTerrainCut(join(withRidge(), 'elevation'))();
  const omni = { azimuthDeg: null, beamwidthDeg: null };
  const isWhole = async (lng: number) => {
    const position: [number, number] = [lng, -0.5];
    const whole = footprintOf(position, omni, 5000);
    const antenna = { position, antennaHeightM: 40, receiverHeightM: 1.5 };
    return (await cut(whole, antenna, 5000)) === whole;
  };
  expect([await isWhole(100.2), await isWhole(100.47), await isWhole(105)]).toEqual([
    true,
    false,
    true,
  ]);
});
