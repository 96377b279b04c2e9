// Facilities through the real routes: saving, lists, what reports add, counts, removal.
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { saveFacilities } from '../../../server/facilities/store.ts';
import { createTestApp } from '../../helpers/app.ts';
import { addFacility, addLocality, facilityInput } from '../../helpers/locality.ts';
import { villages } from '../../helpers/place.ts';
import { changing, creating, reportInput } from '../../helpers/report.ts';

type Person = Awaited<ReturnType<ReturnType<typeof createTestApp>['person']>>;

async function reportAbout(
  who: Person,
  facilityId: string,
  connection: string,
  observedOn: string,
) {
  const id = randomUUID();
  const { status } = await who.send(`/api/reports/${id}`, {
    method: 'PUT',
    headers: creating,
    body: { ...reportInput({ facilityId, observedOn, statements: [] }), connection },
  });
  expect(status).toBe(201);
  return id;
}

async function verify(who: Person, reportId: string) {
  const { status } = await who.send(`/api/reports/${reportId}/verdict`, {
    method: 'POST',
    headers: changing(1),
    body: { action: 'verify' },
  });
  expect(status).toBe(200);
}

describe('saving', () => {
  test('creates once, changes with the version', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const { id, status, body } = await addFacility(sari);
    expect(status).toBe(201);
    expect(body.facility).toMatchObject({
      id,
      counted: { connection: 'unknown', on: null, basis: null, reportId: null },
      reported: null,
      mayEdit: true,
      version: 1,
    });
    const put = (headers: Record<string, string>, over = {}) =>
      sari.send(`/api/facilities/${id}`, { method: 'PUT', headers, body: facilityInput(over) });
    expect((await put(creating)).status).toBe(200);
    expect((await put(creating, { name: 'Lain' })).body.code).toBe('id_taken');
    const known = { connection: 'fibre', connectionOn: '2026-03-01' };
    const changed = await put(changing(1), known);
    expect(changed.body.facility.counted).toMatchObject({
      ...{ connection: 'fibre' },
      on: '2026-03-01',
    });
    expect((await put(changing(1), known)).status).toBe(412);
  });

  test.each([
    [{ name: 'SD N 1 inderapura' }, 'name', 'facility_name_taken'],
    [{ name: '—' }, 'name', 'wrong_value'],
    [{ connection: 'fibre' as const }, 'connectionOn', 'connection_date_missing'],
    [{ connectionOn: '2026-01-01' }, 'connectionOn', 'connection_date_without_connection'],
    [{ connection: 'none' as const, connectionOn: '2027-01-01' }, 'connectionOn', 'date_in_future'],
    [{ localityId: randomUUID() }, 'localityId', 'locality_unknown'],
    [{ villageCode: '13.01.01.2999' }, 'villageCode', 'village_unknown'],
  ])('%j is refused at %s', async (over, field, code) => {
    const t = createTestApp();
    const sari = await t.person('staff');
    await addFacility(sari);
    const { status, body } = await addFacility(sari, over);
    expect([status, body.errors[0].field, body.errors[0].code]).toEqual([422, field, code]);
  });

  test('a locality of another village is refused, another regency is, a point outside is kept', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const budi = await t.person('regency', { regencyCode: '13.71' });
    const { id } = await addLocality(sari, { villageCode: villages.mau });
    const elsewhere = await addFacility(sari, { localityId: id });
    expect(elsewhere.body.errors[0].code).toBe('locality_elsewhere');
    expect((await addFacility(budi)).body.code).toBe('outside_your_regency');
    const kept = await addFacility(sari, { villageCode: villages.mau, localityId: id });
    expect(kept.body.warnings).toEqual(['position_outside_village']);
  });
});

describe('what reports add', () => {
  test('a verified one counts, an unverified one is shown, and the history tells both', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const dewi = await t.person('staff');
    const { id } = await addFacility(sari, { connection: 'none', connectionOn: '2025-01-01' });
    const first = await reportAbout(sari, id, 'satellite', '2026-10-01');
    const read = async () => (await dewi.send(`/api/facilities/${id}`)).body;
    expect((await read()).facility).toMatchObject({
      counted: { connection: 'none', basis: 'recorded' },
      reported: { connection: 'satellite', reportId: first },
    });
    const countsOf = async () => (await dewi.send('/api/facilities/summary/13.01')).body.kinds;
    const school = { kind: 'school', total: 1, unknown: 0 };
    expect(await countsOf()).toEqual([{ ...school, connected: 0, notConnected: 1 }]);
    await verify(dewi, first);
    expect(await read()).toMatchObject({
      facility: {
        counted: { connection: 'satellite', on: '2026-10-01', basis: 'report', reportId: first },
        reported: null,
      },
      history: [
        { connection: 'satellite', verified: true, counts: true, sourceName: 'staff 1' },
        { connection: 'none', basis: 'recorded', counts: false, sourceName: 'Dinas Pendidikan' },
      ],
    });
    expect(await countsOf()).toEqual([{ ...school, connected: 1, notConnected: 0 }]);
    const removed = await sari.send(`/api/facilities/${id}`, {
      method: 'DELETE',
      headers: changing(1),
    });
    expect([removed.body.code, removed.body.uses]).toEqual(['facility_in_use', { reports: 1 }]);
  });
});

test('lists of a village and of a view, and counts with what is unknown', async () => {
  const t = createTestApp();
  const sari = await t.person('staff');
  const leader = await t.person('leader');
  await addFacility(sari);
  await addFacility(sari, { kind: 'health', name: 'Puskesmas', position: null });
  await addFacility(sari, { villageCode: villages.indarung, position: [100.55, -1.95] });
  const namesOf = async (query: string) =>
    (await leader.send(`/api/facilities?${query}`)).body.facilities.map(
      ({ name }: { name: string }) => name,
    );
  expect(await namesOf(`area=${villages.inderapura}`)).toEqual(['Puskesmas', 'SDN 01 Inderapura']);
  expect(await namesOf('bounds=100,-2,100.1,-1.9')).toEqual(['SDN 01 Inderapura']);
  expect((await leader.send('/api/facilities/summary/13')).body.kinds).toEqual([
    { kind: 'school', total: 2, connected: 0, notConnected: 0, unknown: 2 },
    { kind: 'health', total: 1, connected: 0, notConnected: 0, unknown: 1 },
  ]);
  expect((await leader.send('/api/facilities/summary/99')).body.code).toBe('region_unknown');
  expect((await leader.send(`/api/facilities/${randomUUID()}`)).status).toBe(404);
});

test('many at once: an older connection and a missing point take nothing away', async () => {
  const t = createTestApp();
  const sari = await t.person('staff');
  const by = { accountId: sari.id, at: t.state.now };
  const known = facilityInput({ connection: 'fibre', connectionOn: '2026-03-01' });
  const first = saveFacilities(t.db, [known, facilityInput({ name: 'SDN 2' })], by);
  expect(first).toMatchObject({ inserted: 2, changed: 0, unchanged: 0 });
  const second = saveFacilities(
    t.db,
    [
      { ...known, position: null, connection: 'none', connectionOn: '2025-01-01' },
      facilityInput({ name: 'SDN 2', connection: 'none', connectionOn: '2026-01-01' }),
      facilityInput({ kind: 'market', name: 'SDN 2' }),
    ],
    by,
  );
  expect(second).toMatchObject({ inserted: 1, changed: 1, unchanged: 1 });
  expect(second.ids.slice(0, 2)).toEqual(first.ids);
});
