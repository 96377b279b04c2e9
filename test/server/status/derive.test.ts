// What is derived and stored: per operator, technology and locality, after a change and all at once.
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  statusFlags,
  unpackStatusList,
  type StatusSettings,
} from '../../../server/status/contract.ts';
import { areStatusesCurrent, refreshAllStatuses } from '../../../server/status/derive.ts';
import { defaultSettings } from '../../../server/status/rules.ts';
import { createTestApp } from '../../helpers/app.ts';
import { villages } from '../../helpers/place.ts';
import { creating, reportInput } from '../../helpers/report.ts';

type Said = { operatorId: string; technology: string; strength: string | null };

const none = (operatorId: string): Said => ({ operatorId, technology: 'none', strength: null });
const with4g = (operatorId: string): Said => ({ operatorId, technology: '4g', strength: 'strong' });
const with2g = (operatorId: string): Said => ({ operatorId, technology: '2g', strength: 'weak' });

/** An app in which everything that is reported counts, and a way to report. */
async function createVerifiedApp() {
  const t = createTestApp();
  const sari = await t.person('staff');
  async function report(villageCode: string, statements: Said[], more: object = {}) {
    const id = randomUUID();
    const answer = await sari.send(`/api/reports/${id}`, {
      method: 'PUT',
      headers: creating,
      body: {
        ...reportInput({ villageCode, position: null, positionSource: null }),
        statements,
        ...more,
      },
    });
    expect(answer.status).toBe(201);
    t.db.prepare("UPDATE report SET state = 'verified' WHERE id = ?").run(id);
    refreshAllStatuses(t.db, '2026-11-22');
    return id;
  }
  async function listOf(query = '') {
    const { body } = await sari.send(`/api/statuses${query}`);
    return Object.fromEntries(
      [...unpackStatusList(body)].map(({ id, ...mark }) => [id, mark] as const),
    );
  }
  return { ...t, sari, report, listOf };
}

const inderapura = 1301012001;
const mau = 1301012002;

describe('the views of the list', () => {
  test('one operator: only what is known of it', async () => {
    const { report, listOf } = await createVerifiedApp();
    await report(villages.inderapura, [with4g('telkomsel'), with2g('indosat')]);
    await report(villages.mau, [with2g('indosat')]);
    expect(await listOf('?operator=telkomsel')).toEqual({
      [inderapura]: { status: 'served', majority: null, flags: 0, knownTenths: 10 },
    });
    expect(await listOf('?operator=indosat')).toMatchObject({
      [inderapura]: { status: '2g_only' },
      [mau]: { status: '2g_only' },
    });
  });

  test('what an operator took over counts as its own', async () => {
    const { db, report, listOf } = await createVerifiedApp();
    await report(villages.inderapura, [with4g('telkomsel')]);
    db.exec("UPDATE report_statement SET operator_id = 'smartfren'");
    refreshAllStatuses(db, '2026-11-22');
    expect(await listOf('?operator=xlsmart')).toMatchObject({ [inderapura]: { status: 'served' } });
  });

  test('a technology: yes as soon as one has it, no only when every operator is known', async () => {
    const { report, listOf } = await createVerifiedApp();
    await report(villages.inderapura, [with4g('telkomsel'), with2g('indosat')]);
    await report(villages.mau, [with2g('telkomsel')]);
    expect(await listOf('?technology=4g')).toMatchObject({
      [inderapura]: { status: 'served', knownTenths: 6 },
      [mau]: { status: 'incomplete', knownTenths: 3 },
    });
    await report(villages.mau, [with2g('indosat'), none('xlsmart')], {
      kind: 'measurement',
      position: [100.15, -1.95],
      positionSource: 'device',
      accuracyM: 9,
    });
    expect(await listOf('?technology=4g')).toMatchObject({ [mau]: { status: 'blankspot' } });
    expect(await listOf('?technology=2g')).toMatchObject({ [mau]: { status: 'served' } });
    expect(await listOf('?operator=telkomsel&technology=4g')).toMatchObject({
      [mau]: { status: 'blankspot' },
    });
  });

  test.each(['?operator=xl', '?operator=nobody', '?technology=6g'])(
    '%s is refused by field and value',
    async (query) => {
      const { sari } = await createVerifiedApp();
      const answer = await sari.send(`/api/statuses${query}`);
      expect(answer.status).toBe(422);
      expect(answer.body.errors[0].value).toBe(query.split('=')[1]);
    },
  );
});

describe('a village with localities', () => {
  function addLocality(
    db: ReturnType<typeof createTestApp>['db'],
    name: string,
    households: number,
  ) {
    const id = randomUUID();
    db.prepare(
      `INSERT INTO locality (id, village_code, kind, name, name_key, source, created_at, updated_at, updated_by)
       SELECT ?, ?, 'jorong', ?, lower(?), 'uji', '', '', id FROM account LIMIT 1`,
    ).run(id, villages.inderapura, name, name);
    const save = db.prepare(
      `INSERT INTO people SELECT ?, ?, 'uji', NULL, ?, '', id FROM account LIMIT 1`,
    );
    save.run(id, '2020-01-01', 1);
    save.run(id, '2025-01-01', households);
    return id;
  }

  test('follows from them: partial, by the newest households, and why', async () => {
    const { db, sari, report, listOf } = await createVerifiedApp();
    const pasar = addLocality(db, 'Pasar', 75);
    const bukit = addLocality(db, 'Bukit', 25);
    await report(villages.inderapura, [with4g('telkomsel')], { localityId: pasar });
    await report(villages.inderapura, ['telkomsel', 'indosat', 'xlsmart'].map(none), {
      localityId: bukit,
      kind: 'measurement',
      position: [100.05, -1.95],
      positionSource: 'device',
      accuracyM: 9,
    });
    expect(await listOf()).toEqual({
      [inderapura]: { status: 'partial', majority: 'served', flags: 0, knownTenths: 6 },
    });
    const why = await sari.send(`/api/statuses/${villages.inderapura}`);
    expect(why.body).toMatchObject({
      status: 'partial',
      shares: { basis: 'households', servedFraction: 0.75, unknownFraction: 0 },
      localities: [
        { name: 'Bukit', status: 'blankspot', households: 25 },
        { name: 'Pasar', status: 'served', households: 75 },
      ],
    });
    expect(why.body.operators[0]).toMatchObject({ status: 'partial', servedFraction: 0.75 });
    const stored = db.prepare('SELECT status FROM locality_status WHERE locality_id = ?').pluck();
    expect([stored.get(pasar), stored.get(bukit)]).toEqual(['served', 'blankspot']);
  });
});

describe('statistics', () => {
  test('count as evidence of their year, with their name', async () => {
    const { db, sari, listOf } = await createVerifiedApp();
    db.exec(`INSERT INTO statistic_source SELECT 1, 'PODES', 2025, '', id FROM account LIMIT 1;
      INSERT INTO statistic VALUES ('${villages.inderapura}', 1, 'none', NULL)`);
    refreshAllStatuses(db, '2026-11-22');
    expect(await listOf()).toMatchObject({
      [inderapura]: { status: 'blankspot', flags: statusFlags.stale },
    });
    const { body } = await sari.send(`/api/statuses/${villages.inderapura}`);
    expect(body.operators[0].why[0]).toMatchObject({
      reportId: null,
      kind: 'statistics',
      sourceName: 'PODES 2025',
      observedOn: '2025-07-01',
    });
  });
});

describe('the settings', () => {
  const strict: StatusSettings = {
    ...defaultSettings,
    minimum: { ...defaultSettings.minimum, served: { reports: 2, measurements: 1 } },
  };

  test('change every status they touch, keep their day, and stand in the trail', async () => {
    const { db, sari, report, listOf, person } = await createVerifiedApp();
    await report(villages.inderapura, [with4g('telkomsel')]);
    const before = await sari.send('/api/settings/status');
    expect(before.body).toEqual({
      settings: defaultSettings,
      changedAt: null,
      changedByName: null,
    });
    const admin = await person('admin');
    const answer = await admin.send('/api/settings/status', { method: 'PUT', body: strict });
    expect(answer.body).toMatchObject({ settings: strict, changedAt: '2026-11-22T05:00:00.000Z' });
    expect(await listOf()).toMatchObject({
      [inderapura]: {
        status: 'served',
        flags: statusFlags.unconfirmed + statusFlags.lacking,
      },
    });
    const { body } = await sari.send(`/api/statuses/${villages.inderapura}`);
    expect(body.operators[0].lacking).toEqual({ status: 'served', reports: 1, measurements: 1 });
    expect(body.settingsSince).toBe('2026-11-22T05:00:00.000Z');
    const trail = db.prepare("SELECT action FROM audit WHERE action = 'status.settings'").pluck();
    expect(trail.all()).toHaveLength(1);
  });

  test.each([
    [{ rsrpFairDbm: -90 }, 'rsrpFairDbm'],
    [{ rsrpWeakDbm: -100 }, 'rsrpWeakDbm'],
    [{ evidenceAgeMonths: 0 }, 'evidenceAgeMonths'],
    [{ rsrpGoodDbm: -20 }, 'rsrpGoodDbm'],
  ])('%j is refused', async (over, field) => {
    const { person, sari } = await createVerifiedApp();
    const admin = await person('admin');
    const body = { ...defaultSettings, ...over };
    const answer = await admin.send('/api/settings/status', { method: 'PUT', body });
    expect([answer.status, answer.body.errors[0].field]).toEqual([422, field]);
    expect((await sari.send('/api/settings/status')).body.changedAt).toBeNull();
  });
});

test('deriving everything again changes nothing that was derived one by one', async () => {
  const { db, sari, listOf } = await createVerifiedApp();
  for (const villageCode of Object.values(villages))
    await sari.send(`/api/reports/${randomUUID()}`, {
      method: 'PUT',
      headers: creating,
      body: reportInput({ villageCode, position: null, positionSource: null }),
    });
  const before = await listOf();
  expect(Object.keys(before)).toHaveLength(3);
  expect(refreshAllStatuses(db, '2026-11-22')).toBe(0);
  expect(await listOf()).toEqual(before);
  expect(areStatusesCurrent(db)).toBe(true);
});
