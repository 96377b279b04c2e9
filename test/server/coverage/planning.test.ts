// What a tower gains on the made-up villages: square, 0.1° wide, easily reckoned; and whose plans are seen.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Account } from '../../../server/auth/contract.ts';
import { packArea } from '../../../server/coverage/area-codec.ts';
import type { CellInput } from '../../../server/coverage/contract.ts';
import { layerId, type Area } from '../../../server/coverage/layer-store.ts';
import { footprintOf } from '../../../server/coverage/rules.ts';
import { saveCell } from '../../../server/coverage/site-store.ts';
import { boundsOf } from '../../../server/regions/planar.ts';
import type { Db } from '../../../server/platform/database.ts';
import { createTestApp, type TestApp } from '../../helpers/app.ts';
import { cover, gainOf, layer, leader } from '../../helpers/coverage.ts';
import { addLocality, putPeople } from '../../helpers/locality.ts';
import { openPlaces, square, villages } from '../../helpers/place.ts';
import { addReport, decide } from '../../helpers/verify.ts';

const liaison = (operatorId: string): Account => ({
  ...leader,
  role: 'liaison',
  office: { ...leader.office, operatorId },
});

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
