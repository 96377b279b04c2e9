// Coverage over HTTP: layers, shares, lists, downloads, settings; and what a liaison does not see.
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../server/coverage/rules.ts';
import { savePeople } from '../../../server/people/store.ts';
import { createTestApp } from '../../helpers/app.ts';
import { addWriter, fileAreas, putCell, rectangle } from '../../helpers/coverage-engine.ts';
import { villages } from '../../helpers/place.ts';

const { inderapura, mau, indarung } = villages;
type Layer = { phase: string; operatorId: string };

/** Telkomsel on air over the west half of Inderapura; Indosat plans over all of Ma'u. */
async function createCovered() {
  const t = createTestApp();
  fileAreas(t.db, [rectangle(99.9, -2.1, 100.05, -1.8)]);
  fileAreas(t.db, [rectangle(100.1, -2, 100.2, -1.9)], {
    ...{ operatorId: 'indosat', phase: 'planned', importId: 'i2' },
  });
  const by = { accountId: addWriter(t.db), at: new Date('2026-01-01') };
  const people = { datedOn: '2026-01-01', source: 'BPS', households: null };
  savePeople(t.db, [{ unit: inderapura, population: 1000, ...people }], by);
  savePeople(t.db, [{ unit: mau, population: 400, ...people }], by);
  t.coverage.start();
  await t.coverage.settled();
  return t;
}

const onAir = 'basis=filed&phase=on_air&operator=*&technology=4g';
const planned = 'basis=filed&phase=planned&operator=indosat&technology=4g';

describe('GET /api/coverage', () => {
  it('lists layers with their area and the day of their filing', async () => {
    const t = await createCovered();
    const sari = await t.person('staff');
    const { body } = await sari.send('/api/coverage');
    expect(body.version).toBe('1');
    expect(body.job).toMatchObject({ isRunning: false, isBehind: false });
    expect(body.layers).toContainEqual({
      ...{ basis: 'filed', phase: 'on_air', operatorId: 'telkomsel', technology: '4g' },
      ...{ footprints: 1, filedOn: '2026-11-22', sitesOn: null, areaKm2: expect.closeTo(553.6, 0) },
    });
    expect(body.layers).toHaveLength(4);
  });

  it.each([
    ['indosat', ['on_air *', 'on_air telkomsel', 'planned indosat']],
    ['telkomsel', ['on_air *', 'on_air telkomsel']],
  ])('a liaison of %s sees its own plans only', async (operatorId, seen) => {
    const t = await createCovered();
    const lia = await t.person('liaison', { operatorId });
    const name = ({ phase, operatorId: operator }: Layer) => `${phase} ${operator}`;
    const overview = await lia.send('/api/coverage');
    expect(overview.body.layers.map(name)).toEqual(seen);
    const area = await lia.send('/api/coverage/areas/13');
    expect(area.body.map(name)).toEqual(seen);
    const village = await lia.send(`/api/coverage/villages/${mau}`);
    const isOwn = operatorId === 'indosat';
    expect(village.body.shares.map(name)).toEqual(isOwn ? ['planned indosat'] : []);
    const rows = await lia.send(`/api/coverage/areas/13/rows?${planned}`);
    const csv = await lia.send(`/api/coverage/areas/13/rows.csv?${planned}`);
    const file = await lia.send(`/api/coverage/areas/13/union.geojson?${planned}`);
    for (const { status } of [rows, csv, file]) expect(status).toBe(isOwn ? 200 : 403);
  });
});

describe('an area', () => {
  it('has sums over its villages, and says of how many the people are not known', async () => {
    const t = await createCovered();
    const sari = await t.person('leader');
    const { body } = await sari.send('/api/coverage/areas/13.01');
    expect(body.find(({ phase }: Layer) => phase === 'on_air')).toEqual({
      ...{ basis: 'filed', phase: 'on_air', operatorId: '*', technology: '4g' },
      ...{ villages: 2, villagesCovered: 1, villagesPartly: 0, villagesWithoutPeople: 0 },
      ...{ localities: 0, localitiesCovered: 0, population: 1400, populationCovered: 500 },
    });
    const whole = await sari.send('/api/coverage/areas/ID');
    expect(whole.body[0]).toMatchObject({ villages: 3, villagesWithoutPeople: 1 });
    expect((await sari.send('/api/coverage/areas/99')).status).toBe(404);
  });

  it('lists its villages, most people left first, or by name', async () => {
    const t = await createCovered();
    const sari = await t.person('regency', { regencyCode: '13.01' });
    const codes = async (query: string) => {
      const { body } = await sari.send(`/api/coverage/areas/13/rows?${onAir}${query}`);
      return [body.rows.map(({ code }: { code: string }) => code), body.total, body.next];
    };
    expect(await codes('')).toEqual([[inderapura, mau, indarung], 3, null]);
    expect(await codes('&sort=name')).toEqual([[indarung, inderapura, mau], 3, null]);
    expect(await codes('&after=2')).toEqual([[indarung], 3, null]);
    const { body } = await sari.send(`/api/coverage/areas/13.01/rows?${onAir}`);
    expect(body.rows[0]).toMatchObject({
      ...{ areaFraction: 0.5, population: 1000, populationFraction: 0.5, populationBasis: 'area' },
      ...{ districtName: 'Pancung Soal', regencyName: 'Pesisir Selatan' },
    });
    expect(body.rows[1]).toMatchObject({ areaFraction: 0, population: 400, populationFraction: 0 });
  });

  it('leaves out villages that are covered wholly when asked', async () => {
    const t = await createCovered();
    const sari = await t.person('staff');
    const { body } = await sari.send(`/api/coverage/areas/13.01/rows?${planned}&remaining=1`);
    expect([body.total, body.rows.length]).toEqual([1, 1]);
  });

  it('is a CSV that begins no formula, and a GeoJSON cut to its land', async () => {
    const t = await createCovered();
    t.db.prepare("UPDATE region SET name = '=1+1' WHERE code = ?").run(mau);
    const sari = await t.person('staff');
    const send = async (path: string) =>
      (
        await t.app.request(`http://jangkau.test${path}`, { headers: { cookie: sari.cookie } })
      ).text();
    const csv = await send(`/api/coverage/areas/13.01/rows.csv?${onAir}`);
    expect(csv.split('\r\n')[1]).toContain('Inderapura,Pancung Soal,Pesisir Selatan,50,');
    expect(csv).toContain("'=1+1");
    const cut = JSON.parse(await send(`/api/coverage/areas/13.01/union.geojson?${onAir}&land=1`));
    const lngs = cut.geometry.coordinates.flat(2).map(([lng]: [number]) => lng);
    // The regency reaches from 100° on, the polygon up to 100.05°.
    expect([Math.min(...lngs), Math.max(...lngs)]).toEqual([100, 100.05]);
    expect(cut.geometry.coordinates).toHaveLength(1);
    const none = await sari.send(`/api/coverage/areas/13.71/union.geojson?${onAir}&land=1`);
    expect(none.body).toMatchObject({ type: 'Feature', geometry: null });
    const village = await sari.send(`/api/coverage/areas/${mau}/union.geojson?${onAir}`);
    expect(village.status).toBe(422);
  });
});

describe('settings', () => {
  it('are kept with their day, and what hangs on them is made again', async () => {
    const t = createTestApp();
    putCell(t.db, { radiusM: null });
    t.coverage.start();
    await t.coverage.settled();
    const admin = await t.person('admin');
    const read = () =>
      t.db.prepare('SELECT max(area_fraction) FROM village_coverage').pluck().get() as number;
    const before = read();
    const settings = { ...defaultSettings, defaultRadiusM: 2000, villageFraction: 0.1 };
    const saved = await admin.send('/api/settings/coverage', { method: 'PUT', body: settings });
    expect(saved.body).toMatchObject({ settings, changedAt: '2026-11-22T05:00:00.000Z' });
    await t.coverage.settled();
    expect(read() / before).toBeCloseTo((2 / 3) ** 2, 3);
    const audit = t.db.prepare("SELECT action FROM audit WHERE subject = 'settings:coverage'");
    expect(audit.pluck().all()).toEqual(['coverage.settings']);
    const tooFar = { ...settings, defaultRadiusM: 90_000 };
    const refused = await admin.send('/api/settings/coverage', { method: 'PUT', body: tooFar });
    expect([refused.status, refused.body.errors[0].field]).toEqual([422, 'defaultRadiusM']);
  });

  it('made again or stopped by the province’s staff', async () => {
    const t = await createCovered();
    const sari = await t.person('staff');
    const started = await sari.send('/api/coverage/rebuild', { method: 'POST' });
    expect(started.body.isRunning).toBe(true);
    const stopped = await sari.send('/api/coverage/job', { method: 'DELETE' });
    expect(stopped.status).toBe(200);
    await t.coverage.settled();
    const { body } = await sari.send('/api/coverage');
    expect(body.layers).toHaveLength(4);
  });
});
