// Who lives where through the real routes: newest figures, history, sums that never count what is missing.
import { describe, expect, test } from 'vitest';
import { savePeople } from '../../../server/people/store.ts';
import { createTestApp } from '../../helpers/app.ts';
import { addLocality, putPeople } from '../../helpers/locality.ts';
import { villages } from '../../helpers/place.ts';

describe('figures of a village', () => {
  test('a newer source that knows only one figure leaves the other with its own date', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const nothing = await sari.send(`/api/people/${villages.inderapura}`);
    expect(nothing.body).toEqual({
      unit: villages.inderapura,
      newest: { population: null, households: null },
      rows: [],
      mayEdit: true,
    });
    await putPeople(sari, villages.inderapura, {
      datedOn: '2024-12-31',
      population: 1842,
      households: 512,
    });
    const { body } = await putPeople(
      sari,
      villages.inderapura,
      { datedOn: '2025-06-30', population: 1860 },
      'BPS',
    );
    expect(body.newest).toEqual({
      population: { value: 1860, datedOn: '2025-06-30', source: 'BPS' },
      households: { value: 512, datedOn: '2024-12-31', source: 'Dukcapil' },
    });
    expect(body.rows.map(({ datedOn }: { datedOn: string }) => datedOn)).toEqual([
      '2025-06-30',
      '2024-12-31',
    ]);
  });

  test('the same day and source is replaced, and once more the same writes nothing', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const put = (population: number) =>
      putPeople(sari, villages.inderapura, { datedOn: '2024-12-31', population });
    await put(100);
    await put(100);
    const { body } = await put(101);
    expect(body.rows).toMatchObject([{ population: 101, recordedByName: 'staff 1' }]);
    const trail = t.db.prepare("SELECT action FROM audit WHERE subject LIKE 'people:%'").pluck();
    expect(trail.all()).toEqual(['people.create', 'people.change']);
  });

  test('of two sources of one day, the one recorded last counts', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    await putPeople(sari, villages.inderapura, { datedOn: '2024-12-31', population: 1 }, 'B');
    t.state.now = new Date(t.state.now.getTime() + 1000);
    const { body } = await putPeople(
      sari,
      villages.inderapura,
      { datedOn: '2024-12-31', population: 2 },
      'A',
    );
    expect(body.newest.population.value).toBe(2);
  });

  test.each([
    [{ datedOn: '2024-12-31' }, 'population', 'people_empty'],
    [
      { datedOn: '2024-12-31', population: 5, households: 9 },
      'households',
      'households_exceed_population',
    ],
    [{ datedOn: '2027-01-01', population: 5 }, 'datedOn', 'date_in_future'],
    [{ datedOn: '0024-12-31', population: 5 }, 'datedOn', 'date_too_old'],
    [{ datedOn: '31-12-2024', population: 5 }, 'datedOn', 'wrong_format'],
    [{ datedOn: '2024-12-31', population: -5 }, 'population', 'too_small'],
    [{ datedOn: '2024-12-31', population: 2_000_000 }, 'population', 'too_big'],
    [{ datedOn: '2024-12-31', population: 1.5 }, 'population', 'wrong_type'],
  ])('%j is refused', async (figures, field, code) => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const { status, body } = await putPeople(sari, villages.inderapura, figures);
    expect([status, body.errors[0].field, body.errors[0].code]).toEqual([422, field, code]);
  });

  test('a regency writes for its own, of villages and localities; unknown units are 404', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const budi = await t.person('regency', { regencyCode: '13.01' });
    const figures = { datedOn: '2024-12-31', population: 5 };
    const { id } = await addLocality(sari);
    const far = await addLocality(sari, { villageCode: villages.indarung });
    expect((await putPeople(budi, id, figures)).status).toBe(200);
    expect((await putPeople(budi, far.id, figures)).body.code).toBe('outside_your_regency');
    expect((await putPeople(budi, villages.indarung, figures)).status).toBe(403);
    const path = `/api/people/${id}?datedOn=2024-12-31&source=Dukcapil`;
    const { body } = await budi.send(path, { method: 'DELETE' });
    expect(body.rows).toEqual([]);
    expect((await budi.send(path, { method: 'DELETE' })).status).toBe(404);
    expect((await budi.send('/api/people/13.01.01.2999')).body.code).toBe('region_unknown');
    const gone = '7c1f3a52-6f0e-4d9b-8a34-0f6f3b1c2d4e';
    expect((await budi.send(`/api/people/${gone}`)).body.code).toBe('locality_unknown');
  });
});

test('sums count only what is known, say of how many villages, and their oldest and newest day', async () => {
  const t = createTestApp();
  const sari = await t.person('staff');
  const { id } = await addLocality(sari);
  const by = { accountId: sari.id, at: t.state.now };
  const row = { source: 'Dukcapil', population: null, households: null };
  const rows = [
    { ...row, unit: villages.inderapura, datedOn: '2020-12-31', population: 900, households: 200 },
    { ...row, unit: villages.inderapura, datedOn: '2024-12-31', population: 1000 },
    { ...row, unit: villages.indarung, datedOn: '2023-06-30', population: 0 },
    // Neither a locality nor a code that no longer exists is a village.
    { ...row, unit: id, datedOn: '2026-01-01', population: 7777 },
    { ...row, unit: '13.01.01.2999', datedOn: '2026-01-01', population: 7777 },
  ];
  expect(savePeople(t.db, rows, by)).toEqual({ inserted: 5, changed: 0, unchanged: 0 });
  expect(savePeople(t.db, rows, by)).toEqual({ inserted: 0, changed: 0, unchanged: 5 });
  const sumsOf = async (code: string) => (await sari.send(`/api/people/summary/${code}`)).body;
  const population = { total: 1000, villages: 2, oldestOn: '2023-06-30', newestOn: '2024-12-31' };
  const households = { total: 200, villages: 1, oldestOn: '2020-12-31', newestOn: '2020-12-31' };
  expect(await sumsOf('13')).toEqual({ code: '13', villages: 3, population, households });
  expect(await sumsOf('ID')).toMatchObject({ villages: 3, population, households });
  expect(await sumsOf('13.71')).toMatchObject({
    villages: 1,
    population: { total: 0, villages: 1 },
    households: { total: null, villages: 0, oldestOn: null, newestOn: null },
  });
  expect(await sumsOf(villages.inderapura)).toMatchObject({ population: { total: 1000 } });
  expect(await sumsOf('99')).toMatchObject({ code: 'region_unknown' });
});
