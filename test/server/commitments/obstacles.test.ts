// Obstacles through the real router: raised, listed, looked at, lifted, taken along; and what is refused.
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createTestApp } from '../../helpers/app.ts';
import { addLocality } from '../../helpers/locality.ts';
import { addObstacle, addPromise, look, obstacleInput } from '../../helpers/outlook.ts';
import { villages } from '../../helpers/place.ts';

const inMau = { place: { villageCode: villages.mau, localityId: null } };
const inIndarung = { place: { villageCode: villages.indarung, localityId: null } };

function trail(t: ReturnType<typeof createTestApp>, id: string): string[] {
  return t.db
    .prepare('SELECT action FROM audit WHERE subject = ? ORDER BY id')
    .pluck()
    .all(`obstacle:${id}`) as string[];
}

describe('a life', () => {
  test('raised at a jorong, looked at, lifted; every step told and kept', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const { id: localityId } = await addLocality(sari);
    t.events.length = 0;
    const { id, status, body } = await addObstacle(sari, {
      place: { villageCode: villages.inderapura, localityId },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      place: { kind: 'jorong', name: 'Pasar', villageName: 'Inderapura', regencyCode: '13.01' },
      ...{ operatorName: null, isDue: false, mayLook: true, looks: [], version: 1 },
    });
    expect(t.events).toMatchObject([{ type: 'commitments' }]);

    t.state.now = new Date('2026-12-20T02:00:00Z');
    const due = await sari.send('/api/obstacles?state=due');
    expect(due.body).toMatchObject({ total: 1, due: 1, next: null, today: '2026-12-20' });

    const seen = await look(sari, id, 1, { note: 'Belum sepakat harga', nextLookOn: '2027-01-10' });
    expect(seen.body).toMatchObject({ nextLookOn: '2027-01-10', isDue: false, version: 2 });
    const lifted = await look(sari, id, 2, {
      note: 'Hibah ditandatangani',
      liftedOn: '2026-12-19',
    });
    expect(lifted.body).toMatchObject({ liftedOn: '2026-12-19', mayLook: false, version: 3 });
    expect(lifted.body.looks.map(({ note }: { note: string }) => note)).toEqual([
      'Hibah ditandatangani',
      'Belum sepakat harga',
    ]);
    expect((await sari.send('/api/obstacles?state=open')).body.total).toBe(0);
    expect((await sari.send('/api/obstacles?state=lifted')).body.total).toBe(1);
    expect(trail(t, id)).toEqual(['obstacle.raise', 'obstacle.look', 'obstacle.lift']);
  });

  test('a retry makes no second one; another text under the same id is refused', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const { id } = await addObstacle(sari);
    const again = (body: object) => sari.send(`/api/obstacles/${id}`, { method: 'PUT', body });
    expect((await again(obstacleInput())).status).toBe(200);
    const other = await again(obstacleInput({ description: 'Lain lagi' }));
    expect([other.status, other.body.code]).toEqual([409, 'id_taken']);
    expect((await sari.send('/api/obstacles')).body.total).toBe(1);
    expect(trail(t, id)).toEqual(['obstacle.raise', 'obstacle.raise.refused']);
  });

  test('of two who look at the same time the second is told what is there now', async () => {
    const t = createTestApp();
    const [sari, budi] = [await t.person('staff'), await t.person('admin')];
    const { id } = await addObstacle(sari);
    await look(sari, id, 1, { note: 'Masih', nextLookOn: '2027-01-10' });
    const late = await look(budi, id, 1, { note: 'Selesai', liftedOn: '2026-11-20' });
    expect([late.status, late.body.code]).toEqual([412, 'changed_meanwhile']);
    expect(late.body.current).toMatchObject({ version: 2, nextLookOn: '2027-01-10' });
    expect((await sari.send(`/api/obstacles/${id}`)).body.liftedOn).toBeNull();
  });
});

describe('lists', () => {
  test('due ones first, narrowed by area, operator, reason and state', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    await addObstacle(sari, { nextLookOn: '2026-11-30', description: 'nanti' });
    await addObstacle(sari, { nextLookOn: '2026-11-23', description: 'segera', ...inMau });
    await addObstacle(sari, { operatorId: 'indosat', reason: 'power', ...inIndarung });
    t.state.now = new Date('2026-11-24T02:00:00Z');
    const words = async (query: string) => {
      const { body } = await sari.send(`/api/obstacles${query}`);
      return body.obstacles.map((one: { description: string }) => one.description);
    };
    expect((await words('')).slice(0, 2)).toEqual(['segera', 'nanti']);
    expect(await words('?area=13.01')).toHaveLength(2);
    expect(await words(`?area=${villages.mau}`)).toEqual(['segera']);
    expect(await words('?operator=indosat')).toHaveLength(1);
    expect(await words('?reason=power')).toHaveLength(1);
    expect(await words('?state=due')).toEqual(['segera']);
    const bad = await sari.send('/api/obstacles?area=99');
    expect([bad.status, bad.body.errors[0].code]).toEqual([422, 'region_unknown']);
  });

  test('100 a page', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    for (let n = 0; n < 101; n += 1) await addObstacle(sari, { description: `kendala ${n}` });
    const first = (await sari.send('/api/obstacles')).body;
    expect([first.obstacles.length, first.total, first.next]).toEqual([100, 101, 100]);
    const last = (await sari.send('/api/obstacles?after=100')).body;
    expect([last.obstacles.length, last.next]).toEqual([1, null]);
  });

  test('the tables hold the same, text that looks like a formula is text', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    await addObstacle(sari, { description: '=HYPERLINK("x")' });
    await addObstacle(sari, inIndarung);
    const get = async (path: string) =>
      t.app.request(`http://jangkau.test${path}`, { headers: { cookie: sari.cookie } });
    const csv = await (await get('/api/obstacles.csv?area=13.01')).text();
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv).toContain('13.01.01.2001,nagari Inderapura');
    const xlsx = await get('/api/obstacles.xlsx');
    expect(xlsx.headers.get('content-disposition')).toContain('Belum-dapat-2026-11-22.xlsx');
    expect(new Uint8Array(await xlsx.arrayBuffer()).subarray(0, 2)).toEqual(
      new Uint8Array([0x50, 0x4b]),
    );
  });
});

describe('rivals', () => {
  test('a liaison sees and writes its own operator’s and no rival’s, by list, id and table', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const telkomsel = await t.person('liaison', { operatorId: 'telkomsel' });
    const indosat = await t.person('liaison', { operatorId: 'indosat' });
    const { id } = await addObstacle(telkomsel, {
      operatorId: 'telkomsel',
      description: 'rahasia telkomsel',
    });
    const { id: shared } = await addObstacle(sari);
    expect((await telkomsel.send('/api/obstacles')).body).toMatchObject({ total: 2 });
    expect((await indosat.send('/api/obstacles')).body).toMatchObject({ total: 1 });
    expect((await indosat.send('/api/obstacles?operator=telkomsel')).body.total).toBe(0);
    expect((await indosat.send(`/api/obstacles/${id}`)).status).toBe(404);
    expect((await look(indosat, id, 1, { note: 'Masih', nextLookOn: '2027-01-01' })).status).toBe(
      404,
    );
    const csv = await t.app.request('http://jangkau.test/api/obstacles.csv', {
      headers: { cookie: indosat.cookie },
    });
    expect(await csv.text()).not.toContain('rahasia');
    const foreign = await addObstacle(indosat, { operatorId: 'telkomsel' });
    expect([foreign.status, foreign.body.code]).toEqual([403, 'foreign_operator']);
    const everybody = await addObstacle(indosat, { operatorId: null });
    expect([everybody.status, everybody.body.code]).toEqual([403, 'foreign_operator']);
    const lookAtShared = await look(indosat, shared, 1, { note: 'Ada', nextLookOn: '2027-01-01' });
    expect([lookAtShared.status, lookAtShared.body.code]).toEqual([403, 'foreign_operator']);
    expect(trail(t, foreign.id)).toEqual(['obstacle.raise.refused']);
  });

  test('what XL is held up by is XLSMART’s', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const heir = await t.person('liaison', { operatorId: 'xlsmart' });
    const { id, body } = await addObstacle(sari, { operatorId: 'xl' });
    expect(body).toMatchObject({ operatorId: 'xlsmart', operatorName: 'XLSMART' });
    expect((await heir.send(`/api/obstacles/${id}`)).body.mayLook).toBe(true);
    expect((await sari.send('/api/obstacles?operator=xl')).body.total).toBe(1);
  });
});

describe('refusals', () => {
  test.each([
    [{ sinceOn: '2026-11-23' }, 'sinceOn', 'date_in_future'],
    [{ nextLookOn: '2026-11-21' }, 'nextLookOn', 'date_in_past'],
    [{ operatorId: 'nobody' }, 'operatorId', 'operator_unknown'],
    [{ place: { villageCode: '13.01.01.2099', localityId: null } }, 'place', 'place_unknown'],
    [{ place: { villageCode: villages.mau, localityId: randomUUID() } }, 'place', 'place_unknown'],
    [{ description: ' x ' }, 'description', 'too_short'],
    [{ description: 'x'.repeat(1001) }, 'description', 'too_long'],
    [{ reason: 'weather' as 'land' }, 'reason', 'unknown_value'],
    [{ sinceOn: '1999-12-31' }, 'sinceOn', 'date_out_of_range'],
  ])('%o: %s %s', async (over, field, code) => {
    const t = createTestApp();
    const { status, body } = await addObstacle(await t.person('staff'), over);
    expect([status, body.errors?.[0]?.field, body.errors?.[0]?.code]).toEqual([422, field, code]);
    expect(t.db.prepare('SELECT count(*) FROM obstacle').pluck().get()).toBe(0);
  });

  test('a regency writes inside its own only', async () => {
    const t = createTestApp();
    const kominfo = await t.person('regency', { regencyCode: '13.01' });
    expect((await addObstacle(kominfo)).status).toBe(200);
    const outside = await addObstacle(kominfo, inIndarung);
    expect([outside.status, outside.body.code]).toEqual([403, 'outside_your_regency']);
  });

  test('a commitment that is held up is that operator’s, in that village, and seen', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const commitmentId = await addPromise(sari);
    const codeOf = async (over: object, who = sari) => {
      const { status, body } = await addObstacle(who, { commitmentId, ...over });
      return status === 200 ? 200 : (body.errors?.[0]?.code ?? body.code);
    };
    expect(await codeOf({ operatorId: 'telkomsel' })).toBe(200);
    expect(await codeOf({ operatorId: null })).toBe('not_the_commitments_operator');
    expect(await codeOf({ operatorId: 'indosat' })).toBe('not_the_commitments_operator');
    expect(await codeOf({ operatorId: 'telkomsel', ...inMau })).toBe('commitment_elsewhere');
    const rival = await t.person('liaison', { operatorId: 'indosat' });
    expect(await codeOf({ operatorId: 'indosat' }, rival)).toBe('not_found');
  });

  test('without a version, twice lifted, both at once', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const { id } = await addObstacle(sari);
    const blind = await sari.send(`/api/obstacles/${id}/looks`, {
      method: 'POST',
      body: { note: 'Masih', nextLookOn: '2027-01-01' },
    });
    expect(blind.status).toBe(428);
    const both = await look(sari, id, 1, {
      ...{ note: 'Masih', nextLookOn: '2027-01-01', liftedOn: '2026-11-01' },
    });
    expect(both.status).toBe(422);
    await look(sari, id, 1, { note: 'Selesai', liftedOn: '2026-11-01' });
    const again = await look(sari, id, 2, { note: 'Selesai', liftedOn: '2026-11-02' });
    expect([again.status, again.body.errors[0].code]).toEqual([422, 'already_lifted']);
  });
});
