// The locality and the facility that a report names: refused elsewhere, linked by exact name, settled later.
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createTestApp } from '../../helpers/app.ts';
import { addFacility, addLocality } from '../../helpers/locality.ts';
import { villages } from '../../helpers/place.ts';
import { changing, creating, reportInput } from '../../helpers/report.ts';

async function setUp() {
  const t = createTestApp();
  const sari = await t.person('staff');
  const dewi = await t.person('staff');
  const put = (
    id: string,
    over: Parameters<typeof reportInput>[0],
    headers = creating as Record<string, string>,
  ) => sari.send(`/api/reports/${id}`, { method: 'PUT', headers, body: reportInput(over) });
  const settle = (id: string, version: number, body: object, who = dewi) =>
    who.send(`/api/reports/${id}/locality`, { method: 'POST', headers: changing(version), body });
  return { t, sari, dewi, put, settle };
}

describe('saving a report', () => {
  test('refuses what is unknown or of another village', async () => {
    const { sari, put } = await setUp();
    const [locality, facility] = [
      await addLocality(sari, { villageCode: villages.mau }),
      await addFacility(sari, { villageCode: villages.mau }),
    ];
    const codeOf = async (over: object) => {
      const { status, body } = await put(randomUUID(), over);
      return [status, body.errors[0].field, body.errors[0].code];
    };
    const nowhere = randomUUID();
    expect(await codeOf({ localityId: nowhere })).toEqual([422, 'localityId', 'locality_unknown']);
    expect(await codeOf({ localityId: locality.id })).toEqual([
      422,
      'localityId',
      'locality_elsewhere',
    ]);
    expect(await codeOf({ facilityId: nowhere })).toEqual([422, 'facilityId', 'facility_unknown']);
    expect(await codeOf({ facilityId: facility.id })).toEqual([
      422,
      'facilityId',
      'facility_elsewhere',
    ]);
  });

  test.each([
    ['jorong PASAR', true],
    ['pasar', true],
    ['Pasr', false],
    ['Pasar Baru', false],
  ])('"%s" is linked to Jorong Pasar: %s', async (localityName, isLinked) => {
    const { sari, put } = await setUp();
    const { id } = await addLocality(sari);
    const reportId = randomUUID();
    const { body } = await put(reportId, { localityName });
    expect(body.report.localityId).toBe(isLinked ? id : null);
    expect(body.report.localityName).toBe(isLinked ? '' : localityName);
    expect((await put(reportId, { localityName })).status, 'a retry').toBe(200);
  });

  test('"RW 01" is linked to RW 1, not to dusun 1', async () => {
    const { sari, put } = await setUp();
    await addLocality(sari, { kind: 'dusun', name: '1' });
    const rw = await addLocality(sari, { kind: 'rw', name: '1' });
    const { body } = await put(randomUUID(), { localityName: 'RW 01' });
    expect(body.report.localityId).toBe(rw.id);
  });
});

describe('settling it later', () => {
  test('a new locality, the village derived again, and the late retry is still the same report', async () => {
    const { t, put, settle, dewi } = await setUp();
    const id = randomUUID();
    await put(id, { localityName: 'Bukit Kaciak' });
    const { status, body } = await settle(id, 1, { kind: 'Jorong', name: 'Bukit Kaciak' });
    expect([status, body.localityName, body.version]).toEqual([200, '', 2]);
    const listed = await dewi.send(`/api/localities?area=${villages.inderapura}`);
    expect(listed.body.localities).toMatchObject([
      { id: body.localityId, kind: 'jorong', name: 'Bukit Kaciak', position: null },
    ]);
    const why = await dewi.send(`/api/statuses/${villages.inderapura}`);
    expect(why.body.localities).toMatchObject([{ name: 'Bukit Kaciak', status: 'blankspot' }]);
    expect((await put(id, { localityName: 'Bukit Kaciak' })).status).toBe(200);
    const trail = t.db.prepare("SELECT action FROM audit WHERE action LIKE '%locality%'").pluck();
    expect(trail.all()).toEqual(['locality.create', 'report.locality']);
  });

  test('a known one by id, in spite of its spelling; its retry stays the same report', async () => {
    const { sari, put, settle } = await setUp();
    const pasar = await addLocality(sari);
    const id = randomUUID();
    await put(id, { localityName: 'Pasr' });
    expect((await settle(id, 1, { localityId: pasar.id })).body.localityId).toBe(pasar.id);
    expect((await put(id, { localityName: 'Pasr' })).status).toBe(200);
    const other = randomUUID();
    await put(other, { localityName: 'Psr' });
    const named = await settle(other, 1, { kind: 'jorong', name: 'Pasar' });
    expect(named.body.localityId).toBe(pasar.id);
  });

  test('is refused elsewhere, too late, unnamed, and to a regency', async () => {
    const { t, sari, put, settle } = await setUp();
    const budi = await t.person('regency', { regencyCode: '13.01' });
    const far = await addLocality(sari, { villageCode: villages.mau });
    const id = randomUUID();
    await put(id, { localityName: 'Bukit' });
    const codeOf = async (answer: ReturnType<typeof settle>) => {
      const { status, body } = await answer;
      return [status, body.errors?.[0].code ?? body.code];
    };
    expect(await codeOf(settle(id, 1, { localityId: far.id }))).toEqual([
      422,
      'locality_elsewhere',
    ]);
    expect(await codeOf(settle(id, 1, { localityId: randomUUID() }))).toEqual([
      422,
      'locality_unknown',
    ]);
    expect(await codeOf(settle(id, 1, { kind: 'jorong', name: '!' }))).toEqual([
      422,
      'wrong_value',
    ]);
    expect(await codeOf(settle(id, 7, { kind: 'jorong', name: 'Bukit' }))).toEqual([
      412,
      'changed_meanwhile',
    ]);
    expect(await codeOf(settle(id, 1, { kind: 'jorong', name: 'Bukit' }, budi))).toEqual([
      403,
      'not_allowed',
    ]);
    expect(await codeOf(settle(randomUUID(), 1, { localityId: far.id }))).toEqual([
      404,
      'not_found',
    ]);
  });
});

test('an undo leaves out a locality that was removed meanwhile', async () => {
  const { sari, put } = await setUp();
  const { id: localityId } = await addLocality(sari);
  const id = randomUUID();
  await put(id, { localityId });
  await put(id, {}, changing(1));
  await sari.send(`/api/localities/${localityId}`, { method: 'DELETE', headers: changing(1) });
  const { status, body } = await sari.send(`/api/reports/${id}/undo`, {
    method: 'POST',
    headers: changing(2),
  });
  expect([status, body.report.localityId]).toEqual([200, null]);
});
