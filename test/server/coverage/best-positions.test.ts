// Where towers help most in the made-up regency: two square villages, 11 km apart.
import { describe, expect, test } from 'vitest';
import { readBest } from '../../../server/coverage/best-positions.ts';
import type { BestRequest } from '../../../server/coverage/planning-contract.ts';
import type { Db } from '../../../server/platform/database.ts';
import { createTestApp } from '../../helpers/app.ts';
import { bestRequest, cover, layer, settings } from '../../helpers/coverage.ts';
import { addLocality, putPeople } from '../../helpers/locality.ts';
import { openPlaces, square, villages } from '../../helpers/place.ts';

describe('where towers help most', () => {
  const bestOf = (db: Db, over: Partial<BestRequest> = {}) =>
    readBest(db, bestRequest({ radiusM: 3000, ...over }), settings, null);

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
    const blind = readBest(
      db,
      bestRequest({ radiusM: 12_000 }),
      settings,
      (from, to) => from === to,
    );
    expect(blind).toMatchObject({ isCutByTerrain: true });
    expect(blind.steps.map(({ placesNew }) => placesNew)).toEqual([1, 1]);
  });

  test('nothing is left to do where everything is covered', () => {
    const db = openPlaces();
    cover(db, layer({ basis: 'filed' }), square(100, -2, 0.25));
    expect(bestOf(db)).toMatchObject({ placesWithout: 0, weightWithout: 0, steps: [] });
  });
});
