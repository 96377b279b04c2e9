// What a tower gains and where it helps most, on the made-up villages: square, 0.1° wide, easily reckoned.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Account } from '../../../server/auth/contract.ts';
import { packArea } from '../../../server/coverage/area-codec.ts';
import type { CellInput } from '../../../server/coverage/contract.ts';
import { readBest } from '../../../server/coverage/best-positions.ts';
import { readGain } from '../../../server/coverage/gain.ts';
import { layerId, type Area } from '../../../server/coverage/layer-store.ts';
import type { BestRequest, Candidate } from '../../../server/coverage/planning-contract.ts';
import { footprintOf } from '../../../server/coverage/rules.ts';
import { saveCell } from '../../../server/coverage/site-store.ts';
import { boundsOf } from '../../../server/regions/planar.ts';
import type { Db } from '../../../server/platform/database.ts';
import { createTestApp, type TestApp } from '../../helpers/app.ts';
import { candidate, cover, layer, settings } from '../../helpers/coverage.ts';
import { addLocality, putPeople } from '../../helpers/locality.ts';
import { openPlaces, square, villages } from '../../helpers/place.ts';
import { tiffFile } from '../../helpers/raster.ts';
import { addReport, decide } from '../../helpers/verify.ts';

const leader: Account = {
  id: 'a',
  name: 'Sari',
  email: 'sari@contoh.go.id',
  role: 'leader',
  office: { id: 1, name: 'Sekda', regencyCode: null, operatorId: null },
  mustChangePassword: false,
  disabledAt: null,
  lastSignInAt: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  version: 1,
};
const liaison = (operatorId: string): Account => ({
  ...leader,
  role: 'liaison',
  office: { ...leader.office, operatorId },
});

const gainOf = (db: Db, over: Partial<Candidate> = {}, account = leader) =>
  readGain(db, candidate(over), account, settings, null);

/** A circle of 3 km is 28.2 km², a village of 0.1° 123.6 km². */
const circleKm2 = 28.2;
const part = 0.2284;

async function verifyNothingThere(t: TestApp, over: Parameters<typeof addReport>[1] = {}) {
  const staff = await t.person('staff');
  const id = await addReport(staff, {
    kind: 'measurement',
    accuracyM: 8,
    positionSource: 'device',
    ...over,
  });
  const { status, body } = await decide(await t.person('staff'), id, 1, { action: 'verify' });
  if (status !== 200) throw new Error(`not verified: ${status} ${JSON.stringify(body)}`);
}

describe('what a tower gains', () => {
  test('where nothing is known and nothing covers, all of its circle is new', () => {
    const gain = gainOf(openPlaces());
    expect(gain).toMatchObject({
      radiusM: 3000,
      isEstimate: false,
      isCutByTerrain: false,
      villagesNew: 1,
      localitiesNew: 0,
      peopleNew: 0,
      villagesWithoutPeople: 1,
      known: { villages: 0, people: 0 },
    });
    expect(gain.areaKm2).toBeCloseTo(circleKm2, 1);
    expect(gain.newAreaKm2).toBeCloseTo(circleKm2, 1);
    expect(gain.villages).toHaveLength(1);
    expect(gain.villages[0]).toMatchObject({
      code: villages.inderapura,
      kind: 'nagari',
      name: 'Inderapura',
      districtName: 'Pancung Soal',
      peopleNew: null,
      householdsNew: null,
      isKnown: false,
    });
    expect(gain.villages[0]?.reachedFraction).toBeCloseTo(part, 3);
    expect(gain.villages[0]?.newFraction).toBeCloseTo(part, 3);
  });

  test('what is covered today is not new, by this technology or a better one', () => {
    const west: Area = square(100, -2, 0.05).concat(square(100, -1.95, 0.05));
    for (const [technology, covered] of [
      ['2g', 0],
      ['4g', 0.5],
      ['5g', 0.5],
    ] as const) {
      const db = openPlaces();
      cover(db, layer({ technology }), west);
      const [village] = gainOf(db).villages;
      expect(village?.newFraction, technology).toBeCloseTo(part * (1 - covered), 3);
      expect(village?.reachedFraction).toBeCloseTo(part, 3);
    }
  });

  test('wholly covered, it gains nothing, and overlaps wholly', () => {
    const db = openPlaces();
    cover(db, layer(), square(100, -2, 0.25));
    const gain = gainOf(db);
    expect(gain).toMatchObject({ villagesNew: 0, villages: [], newAreaKm2: 0, peopleNew: 0 });
    expect(gain.overlaps).toEqual([
      { operatorId: 'telkomsel', operatorName: 'Telkomsel', onAirFraction: 1, plannedFraction: 0 },
      expect.objectContaining({ operatorId: 'indosat', onAirFraction: 0 }),
      expect.objectContaining({ operatorId: 'xlsmart', onAirFraction: 0 }),
    ]);
  });

  test('what people measured decides over what is computed', async () => {
    const t = createTestApp();
    cover(t.db, layer(), square(100, -2, 0.25));
    expect(gainOf(t.db).villagesNew).toBe(0);
    await verifyNothingThere(t);
    const staff = await t.person('staff');
    await putPeople(staff, villages.inderapura, { datedOn: '2025-12-31', population: 1000 });
    const gain = gainOf(t.db);
    expect(gain).toMatchObject({
      villagesNew: 1,
      peopleNew: Math.round(1000 * part),
      peopleByArea: Math.round(1000 * part),
      known: { villages: 1, people: Math.round(1000 * part) },
      villagesWithoutPeople: 0,
    });
    expect(gain.villages[0]).toMatchObject({ isKnown: true, householdsNew: null });
  });

  test('localities are reached at their point, with the people of their own', async () => {
    const t = createTestApp();
    const staff = await t.person('staff');
    const near = await addLocality(staff, { name: 'Dekat', position: [100.05, -1.955] });
    const far = await addLocality(staff, { name: 'Jauh', position: [100.09, -1.91] });
    await putPeople(staff, near.id, { datedOn: '2025-12-31', population: 120, households: 30 });
    await putPeople(staff, far.id, { datedOn: '2025-12-31', population: 900 });
    await putPeople(staff, villages.inderapura, { datedOn: '2025-12-31', households: 1000 });
    const gain = gainOf(t.db);
    expect(gain).toMatchObject({ localitiesNew: 1, peopleNew: 120, peopleByArea: 0 });
    // Not every locality says how many households: those of the village, by its area.
    expect(gain.householdsNew).toBe(Math.round(1000 * part));
    cover(t.db, layer(), square(100.045, -1.96, 0.01));
    expect(gainOf(t.db)).toMatchObject({ localitiesNew: 0, peopleNew: 0 });
  });

  test('far out at sea nothing is gained', () => {
    const gain = gainOf(openPlaces(), { position: [96, -6], radiusM: 60_000 });
    expect(gain).toMatchObject({ villagesNew: 0, newAreaKm2: 0, villages: [] });
    expect(gain.areaKm2).toBeGreaterThan(11_000);
  });

  test('a larger radius never gains less', () => {
    const db = openPlaces();
    cover(db, layer(), square(100.02, -1.98, 0.06));
    const radius = fc.integer({ min: 200, max: 25_000 });
    const at = fc.tuple(
      fc.double({ min: 99.95, max: 100.25, noNaN: true }),
      fc.double({ min: -2.05, max: -1.85, noNaN: true }),
    );
    fc.assert(
      fc.property(at, radius, radius, (position, a, b) => {
        const [small, large] = [Math.min(a, b), Math.max(a, b)].map((radiusM) =>
          gainOf(db, { position, radiusM }),
        );
        expect(large?.newAreaKm2 ?? 0).toBeGreaterThanOrEqual((small?.newAreaKm2 ?? 0) - 1e-4);
        expect(large?.villagesNew).toBeGreaterThanOrEqual(small?.villagesNew ?? 0);
      }),
      { numRuns: 60 },
    );
  });

  test('covered and newly reached together are what is reached', () => {
    const db = openPlaces();
    const covered = square(100.02, -1.98, 0.04);
    cover(db, layer(), covered);
    const gain = gainOf(db, { radiusM: 4000 });
    const overlap = (gain.overlaps[0]?.onAirFraction ?? 0) * gain.areaKm2;
    expect(gain.newAreaKm2 + overlap).toBeCloseTo(gain.areaKm2, 1);
  });
});

describe('plans of others', () => {
  function planned(operatorId: string) {
    const db = openPlaces();
    cover(db, layer({ phase: 'planned', operatorId }), square(100, -2, 0.25));
    return db;
  }
  const fractions = (db: Db, account: Account) =>
    gainOf(db, {}, account).overlaps.map(({ plannedFraction }) => plannedFraction);

  test('the house sees them, a liaison its own alone', () => {
    const db = planned('telkomsel');
    expect(fractions(db, leader)).toEqual([1, 0, 0]);
    expect(fractions(db, liaison('telkomsel'))).toEqual([1, null, null]);
    expect(fractions(db, liaison('indosat'))).toEqual([null, 0, null]);
  });

  test('a plan covers nobody today', () => {
    expect(gainOf(planned('telkomsel')).villagesNew).toBe(1);
  });

  test('the plan that the tower is taken from is no overlap', () => {
    const t = createTestApp();
    const { db } = t;
    const { id: accountId } = t.addPerson('staff');
    const position: [number, number] = [100.05, -1.95];
    const cell: CellInput = {
      ref: '4g',
      technology: '4g',
      bandMhz: null,
      heightM: null,
      azimuthDeg: null,
      beamwidthDeg: null,
      radiusM: 3000,
      state: 'planned',
      onAirOn: null,
    };
    const draft = { operatorId: 'telkomsel', siteRef: 'R1', siteName: '', position, cell };
    saveCell(db, { ...draft, source: 'operator' }, { accountId, at: new Date(), importId: null });
    const site = db
      .prepare('SELECT s.id AS siteId, c.id AS cellId FROM site s JOIN cell c')
      .get() as {
      siteId: string;
      cellId: number;
    };
    const area = footprintOf(position, cell, 3000);
    const key = layer({ phase: 'planned' });
    cover(db, key, area);
    storeFootprint(db, layerId(db, key), site.cellId, area);
    expect(gainOf(db).overlaps[0]?.plannedFraction).toBeCloseTo(1, 6);
    expect(gainOf(db, { exceptSiteId: site.siteId }).overlaps[0]?.plannedFraction).toBe(0);
  });
});

/** As the engine stores the footprint of a cell. */
function storeFootprint(db: Db, layerOf: number, cellId: number, area: Area): void {
  const { id } = db
    .prepare('INSERT INTO footprint (layer_id, cell_id, shape) VALUES (?, ?, ?) RETURNING id')
    .get(layerOf, cellId, packArea(area)) as { id: number };
  const [west, south, east, north] = boundsOf(area);
  db.prepare(
    `INSERT INTO footprint_box (id, west, east, south, north, first_layer, last_layer)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, west, east, south, north, layerOf, layerOf);
}

describe('where towers help most', () => {
  const wanted: BestRequest = {
    ...{ regencyCode: '13.01', count: 5, technology: '4g', bandMhz: null },
    ...{ radiusM: 3000, heightM: null, cutsByTerrain: false },
  };
  const bestOf = (db: Db, over: Partial<BestRequest> = {}) =>
    readBest(db, { ...wanted, ...over }, settings, null);

  test('one for each village out of the other’s reach', () => {
    const best = bestOf(openPlaces());
    expect(best).toMatchObject({ weight: 'places', placesWithout: 2, weightWithout: 2 });
    expect(best.steps).toHaveLength(2);
    expect(
      best.steps.map(({ villageCode, placesNew, reachedFraction, source }) => ({
        ...{ villageCode, placesNew, reachedFraction, source },
      })),
    ).toEqual([
      { villageCode: villages.inderapura, placesNew: 1, reachedFraction: 0.5, source: 'village' },
      { villageCode: villages.mau, placesNew: 1, reachedFraction: 1, source: 'village' },
    ]);
  });

  test('one for both where it reaches both', () => {
    const best = bestOf(openPlaces(), { radiusM: 12_000 });
    expect(best.steps).toHaveLength(1);
    expect(best.steps[0]).toMatchObject({ placesNew: 2, reachedFraction: 1 });
  });

  test('most people first, where they are known of all', async () => {
    const t = createTestApp();
    const staff = await t.person('staff');
    await putPeople(staff, villages.inderapura, { datedOn: '2025-12-31', population: 100 });
    expect(bestOf(t.db).weight).toBe('places');
    await putPeople(staff, villages.mau, { datedOn: '2025-12-31', population: 300 });
    const best = bestOf(t.db, { count: 1 });
    expect(best).toMatchObject({ weight: 'population', weightWithout: 400 });
    expect(best.steps).toMatchObject([
      { villageCode: villages.mau, weightNew: 300, reachedFraction: 0.75 },
    ]);
  });

  test('a village with localities is asked at these, and a covered one needs nothing', async () => {
    const t = createTestApp();
    const staff = await t.person('staff');
    await addLocality(staff, { name: 'Barat', position: [100.02, -1.95] });
    await addLocality(staff, { name: 'Timur', position: [100.08, -1.95] });
    cover(t.db, layer(), square(100.01, -1.96, 0.02));
    const best = bestOf(t.db, { radiusM: 2000 });
    expect(best.placesWithout).toBe(2);
    expect(best.steps.map(({ source, name }) => [source, name])).toEqual([
      ['village', "Ma'u Besar"],
      ['locality', 'Timur'],
    ]);
  });

  test('a place is reached only where an antenna sees it', () => {
    const db = openPlaces();
    const blind = readBest(db, { ...wanted, radiusM: 12_000 }, settings, (from, to) => from === to);
    expect(blind).toMatchObject({ isCutByTerrain: true });
    expect(blind.steps.map(({ placesNew }) => placesNew)).toEqual([1, 1]);
  });

  test('nothing is left to do where everything is covered', () => {
    const db = openPlaces();
    cover(db, layer({ basis: 'filed' }), square(100, -2, 0.25));
    expect(bestOf(db)).toMatchObject({ placesWithout: 0, weightWithout: 0, steps: [] });
  });
});

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
    const wanted = { ...bestBody(), radiusM: 12_000 };
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
      const best = await who.send('/api/planning/best', { method: 'POST', body: bestBody() });
      expect(best.status).toBe(200);
      expect(best.body.steps).toHaveLength(2);
    }
  });

  test.each<[string, unknown, string, string]>([
    ['gain', candidate({ operatorId: 'starlink' }), 'operatorId', 'operator_unknown'],
    ['gain', candidate({ radiusM: 70_000 }), 'radiusM', 'too_big'],
    ['gain', { ...candidate(), position: [100, -95] }, 'position.1', 'too_small'],
    ['best', { ...bestBody(), regencyCode: '13.99' }, 'regencyCode', 'region_unknown'],
    ['best', { ...bestBody(), count: 21 }, 'count', 'too_big'],
    ['best', { ...bestBody(), regencyCode: '13' }, 'regencyCode', 'wrong_format'],
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

function bestBody() {
  return {
    ...{ regencyCode: '13.01', count: 3, technology: '4g', bandMhz: null },
    ...{ radiusM: null, heightM: null },
  };
}
