// Localities through the real routes: who may, versions, names, what hangs on one, and the village's status.
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { keyOfLocality } from '../../../server/regions/locality-names.ts';
import { insertLocalities } from '../../../server/regions/locality-store.ts';
import { createTestApp } from '../../helpers/app.ts';
import { addFacility, addLocality, localityInput, putPeople } from '../../helpers/locality.ts';
import { villages } from '../../helpers/place.ts';
import { changing, creating, reportInput } from '../../helpers/report.ts';

describe('the key of a name', () => {
  test.each([
    ['jorong', 'Jorong Koto Tuo', 'jorong', 'KOTO  TUO'],
    ['rw', '01', 'rw', 'RW 1'],
    ['dusun', 'Dusun III', 'dusun', 'tiga'],
    ['kampung', "Ma'u", 'jorong', 'mau'],
  ])('%s %s is %s %s', (kind, name, otherKind, other) => {
    expect(keyOfLocality({ kind, name })).toBe(keyOfLocality({ kind: otherKind, name: other }));
  });

  test('RW 1 is not dusun 1', () => {
    expect(keyOfLocality({ kind: 'rw', name: '1' })).not.toBe(
      keyOfLocality({ kind: 'dusun', name: '1' }),
    );
  });
});

describe('saving', () => {
  test('creates once, changes with the version, and leaves a trail', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const { id, status, body } = await addLocality(sari);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      warnings: [],
      locality: {
        id,
        kind: 'jorong',
        name: 'Pasar',
        status: 'unknown',
        confirmed: false,
        people: { population: null, households: null },
        mayEdit: true,
        version: 1,
      },
    });
    const put = (headers: Record<string, string>, over = {}) =>
      sari.send(`/api/localities/${id}`, { method: 'PUT', headers, body: localityInput(over) });
    expect((await put(creating)).status).toBe(200);
    expect((await put(creating, { name: 'Lain' })).body.code).toBe('id_taken');
    const changed = await put(changing(1), { name: 'Pasar Baru' });
    expect(changed.body.locality).toMatchObject({ name: 'Pasar Baru', version: 2 });
    const late = await put(changing(1), { name: 'Pasar Lama' });
    expect([late.status, late.body.current.name]).toEqual([412, 'Pasar Baru']);
    const trail = t.db.prepare("SELECT action FROM audit WHERE subject LIKE 'locality:%'").pluck();
    expect(trail.all()).toEqual(['locality.create', 'locality.change']);
    expect(t.events.filter(({ type }) => type === 'places')).toEqual([
      { type: 'places', villageCodes: [villages.inderapura] },
      { type: 'places', villageCodes: [villages.inderapura] },
    ]);
  });

  test.each([
    [{ name: 'jorong PASAR' }, 'name', 'locality_name_taken'],
    [{ name: '???' }, 'name', 'wrong_value'],
    [{ name: ' ' }, 'name', 'too_short'],
    [{ kind: '<b>' }, 'kind', 'wrong_format'],
    [{ villageCode: '13.01.01.2999' }, 'villageCode', 'village_unknown'],
    [{ position: [-1.95, 89] as [number, number] }, 'position', 'position_outside_indonesia'],
    [{ position: [-1.95, 100.05] as [number, number] }, 'position.1', 'too_big'],
    [{ source: '' }, 'source', 'too_short'],
  ])('%j is refused at %s', async (over, field, code) => {
    const t = createTestApp();
    const sari = await t.person('staff');
    await addLocality(sari);
    const { status, body } = await addLocality(sari, over);
    expect([status, body.errors[0].field, body.errors[0].code]).toEqual([422, field, code]);
  });

  test('the same name is free in another village; a point outside is kept and said', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    await addLocality(sari);
    const other = await addLocality(sari, { villageCode: villages.mau });
    expect([other.status, other.body.warnings]).toEqual([201, ['position_outside_village']]);
    expect(other.body.locality.position).toEqual([100.05, -1.95]);
  });

  test('a regency writes inside its own, and moves nothing in or out', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const budi = await t.person('regency', { regencyCode: '13.71' });
    expect((await addLocality(budi)).body.code).toBe('outside_your_regency');
    const own = await addLocality(budi, { villageCode: villages.indarung });
    expect(own.status).toBe(201);
    const { id } = await addLocality(sari);
    const put = (target: string, villageCode: string) =>
      budi.send(`/api/localities/${target}`, {
        method: 'PUT',
        headers: changing(1),
        body: localityInput({ villageCode }),
      });
    expect((await put(id, villages.indarung)).body.code).toBe('outside_your_regency');
    expect((await put(own.id, villages.mau)).body.code).toBe('outside_your_regency');
    const removed = await budi.send(`/api/localities/${id}`, {
      method: 'DELETE',
      headers: changing(1),
    });
    expect(removed.body.code).toBe('outside_your_regency');
  });
});

describe('lists', () => {
  test('of a village, a regency, a view; with the newest figure of each', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const leader = await t.person('leader');
    const pasar = await addLocality(sari);
    await addLocality(sari, { name: 'Bukit', position: null });
    await addLocality(sari, { villageCode: villages.indarung, position: [100.55, -1.95] });
    await putPeople(sari, pasar.id, { datedOn: '2023-12-31', population: 300, households: 80 });
    await putPeople(sari, pasar.id, { datedOn: '2024-12-31', population: 310 });
    const namesOf = async (query: string) =>
      (await leader.send(`/api/localities?${query}`)).body.localities.map(
        ({ villageCode, name }: { villageCode: string; name: string }) => `${villageCode} ${name}`,
      );
    expect(await namesOf(`area=${villages.inderapura}`)).toEqual([
      `${villages.inderapura} Bukit`,
      `${villages.inderapura} Pasar`,
    ]);
    expect(await namesOf('area=13.71')).toEqual([`${villages.indarung} Pasar`]);
    expect(await namesOf('area=13')).toHaveLength(3);
    expect(await namesOf('bounds=100,-2,100.1,-1.9')).toEqual([`${villages.inderapura} Pasar`]);
    const { body } = await leader.send(`/api/localities?area=${villages.inderapura}`);
    expect(body.localities[1]).toMatchObject({
      mayEdit: false,
      people: {
        population: { value: 310, datedOn: '2024-12-31', source: 'Dukcapil' },
        households: { value: 80, datedOn: '2023-12-31', source: 'Dukcapil' },
      },
    });
    expect(body.truncated).toBe(false);
  });

  test.each([
    ['', 'area_or_bounds'],
    ['?area=13&bounds=1,2,3,4', 'area_or_bounds'],
    ['?area=99', 'region_unknown'],
    ['?bounds=1,2,3', 'wrong_format'],
    ['?bounds=100,-1,99,0', 'wrong_format'],
    ['?bounds=100,,101,x', 'wrong_format'],
  ])('%s is refused', async (query, code) => {
    const t = createTestApp();
    const sari = await t.person('leader');
    const { status, body } = await sari.send(`/api/localities${query}`);
    expect([status, body.errors[0].code]).toEqual([422, code]);
  });

  test('a view with too many says so', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const rows = Array.from({ length: 2001 }, (_, n) => localityInput({ name: `Tempat ${n}` }));
    const by = { accountId: sari.id, at: t.state.now };
    expect(insertLocalities(t.db, rows, by)).toMatchObject({ inserted: 2001 });
    const { body } = await sari.send('/api/localities?bounds=100,-2,100.1,-1.9');
    expect([body.localities.length, body.truncated]).toEqual([2000, true]);
  });
});

test('many at once: new, the same, changed; a row without a point leaves the point', async () => {
  const t = createTestApp();
  const sari = await t.person('staff');
  const by = { accountId: sari.id, at: t.state.now };
  const first = insertLocalities(t.db, [localityInput(), localityInput({ name: 'Bukit' })], by);
  expect(first).toMatchObject({ inserted: 2, changed: 0, unchanged: 0 });
  const second = insertLocalities(
    t.db,
    [
      localityInput({ position: null, source: 'Berkas lain' }),
      localityInput({ name: 'Jorong Bukit' }),
      localityInput({ name: 'Lurah' }),
    ],
    by,
  );
  expect(second).toMatchObject({ inserted: 1, changed: 1, unchanged: 1 });
  expect(second.ids.slice(0, 2)).toEqual(first.ids);
});

describe('removing', () => {
  test('is refused with counts while reports, facilities or figures hang on it', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const { id } = await addLocality(sari);
    const remove = () =>
      sari.send(`/api/localities/${id}`, { method: 'DELETE', headers: changing(1) });
    const school = await addFacility(sari, { localityId: id });
    await putPeople(sari, id, { datedOn: '2024-12-31', households: 80 });
    await sari.send(`/api/reports/${randomUUID()}`, {
      method: 'PUT',
      headers: creating,
      body: reportInput({ localityId: id }),
    });
    const refused = await remove();
    expect([refused.status, refused.body.code, refused.body.uses]).toEqual([
      409,
      'locality_in_use',
      { reports: 1, facilities: 1, people: 1 },
    ]);
    const moved = await sari.send(`/api/localities/${id}`, {
      method: 'PUT',
      headers: changing(1),
      body: localityInput({ villageCode: villages.mau }),
    });
    expect(moved.body.code).toBe('locality_in_use');
    t.db.exec('DELETE FROM report; DELETE FROM people');
    await sari.send(`/api/facilities/${school.id}`, { method: 'DELETE', headers: changing(1) });
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(404);
  });
});

describe('the status of the village', () => {
  const with4g = [{ operatorId: 'telkomsel', technology: '4g', strength: 'strong' }] as const;

  test('follows from its localities by households, and again without them', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const dewi = await t.person('staff');
    const pasar = await addLocality(sari);
    const bukit = await addLocality(sari, { name: 'Bukit' });
    const reportId = randomUUID();
    await sari.send(`/api/reports/${reportId}`, {
      method: 'PUT',
      headers: creating,
      body: reportInput({ localityId: pasar.id, statements: [...with4g] }),
    });
    const verdict = await dewi.send(`/api/reports/${reportId}/verdict`, {
      method: 'POST',
      headers: changing(1),
      body: { action: 'verify' },
    });
    expect(verdict.status).toBe(200);
    const why = async () => (await dewi.send(`/api/statuses/${villages.inderapura}`)).body;
    expect(await why()).toMatchObject({
      status: 'partial',
      confirmed: true,
      shares: { basis: 'count', servedFraction: 0.5, unknownFraction: 0.5 },
    });
    await putPeople(sari, pasar.id, { datedOn: '2024-12-31', households: 30 });
    await putPeople(sari, bukit.id, { datedOn: '2024-12-31', households: 90 });
    expect((await why()).shares).toEqual({
      basis: 'households',
      servedFraction: 0.25,
      unknownFraction: 0.75,
    });
    const fraction = t.db.prepare('SELECT served_fraction FROM place_status').pluck();
    expect(fraction.get()).toBe(0.25);
    const listed = await sari.send(`/api/localities?area=${villages.inderapura}`);
    expect(listed.body.localities).toMatchObject([
      { name: 'Bukit', status: 'unknown', confirmed: false, stale: false },
      { name: 'Pasar', status: 'served', confirmed: true, stale: false },
    ]);
    await sari.send(`/api/people/${bukit.id}?datedOn=2024-12-31&source=Dukcapil`, {
      method: 'DELETE',
    });
    await sari.send(`/api/localities/${bukit.id}`, { method: 'DELETE', headers: changing(1) });
    expect(await why()).toMatchObject({ status: 'served', shares: { servedFraction: 1 } });
    t.state.now = new Date('2028-01-01T00:00:00Z');
    const later = await sari.send(`/api/localities?area=${villages.inderapura}`);
    expect(later.body.localities[0]).toMatchObject({ stale: true });
  });
});
