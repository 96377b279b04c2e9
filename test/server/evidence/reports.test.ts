// Field reports over the real router: saved once, changed with a version, taken back, never overwritten.
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../helpers/app.ts';
import { villages } from '../../helpers/place.ts';
import { changing, creating, reportInput } from '../../helpers/report.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

function save(who: Person, id: string, body: unknown, headers: Record<string, string> = creating) {
  return who.send(`/api/reports/${id}`, { method: 'PUT', body, headers });
}

async function statusOf(who: Person, code: string) {
  const { body } = await who.send(`/api/statuses/${code}`);
  return [body.status, body.confirmed];
}

describe('a new report', () => {
  test('is stored with its author, and the village changes at once', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const id = randomUUID();
    const saved = await save(sari, id, reportInput());
    expect(saved.status).toBe(201);
    expect(saved.body.report).toMatchObject({ id, state: 'submitted', mayEdit: true, version: 1 });
    expect(saved.body.warnings).toEqual([]);
    expect(await statusOf(sari, villages.inderapura)).toEqual(['blankspot', false]);
    expect(t.events.map((event) => event.type)).toEqual(['status', 'report']);
    const listed = await sari.send(`/api/reports?village=${villages.inderapura}`);
    expect(listed.body).toEqual([saved.body.report]);
  });

  test('sent again after a lost answer makes no second one', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const id = randomUUID();
    await save(sari, id, reportInput());
    const again = await save(sari, id, reportInput());
    expect([again.status, again.body.report.version]).toEqual([200, 1]);
    expect(t.db.prepare('SELECT count(*) FROM report').pluck().get()).toBe(1);
    const other = await save(sari, id, reportInput({ note: 'lain' }));
    expect([other.status, other.body.code]).toEqual([409, 'id_taken']);
  });

  test('outside the village it names, or with a poor position, is kept and said', async () => {
    const sari = await createTestApp().person('staff');
    const { status, body } = await save(
      sari,
      randomUUID(),
      reportInput({ position: [100.15, -1.95], positionSource: 'device', accuracyM: 80 }),
    );
    expect(status).toBe(201);
    expect(body.warnings).toEqual(['position_outside_village', 'accuracy_poor']);
  });

  test('of a regency’s office stays inside its regency', async () => {
    const t = createTestApp();
    const padang = await t.person('regency', { regencyCode: '13.71' });
    const refused = await save(padang, randomUUID(), reportInput());
    expect([refused.status, refused.body.code]).toEqual([403, 'outside_your_regency']);
    const own = await save(
      padang,
      randomUUID(),
      reportInput({ villageCode: villages.indarung, position: null, positionSource: null }),
    );
    expect(own.status).toBe(201);
  });
});

const twice = [
  { operatorId: 'telkomsel', technology: 'none', strength: null },
  { operatorId: 'telkomsel', technology: '4g', strength: 'strong' },
];

describe('what cannot be read is refused by field, and nothing is stored', () => {
  test.each([
    ['villageCode', 'wrong_format', { villageCode: '1301012001' }],
    ['villageCode', 'wrong_type', { villageCode: 1301012001 }],
    ['villageCode', 'village_unknown', { villageCode: '13.01.01.2999' }],
    ['position', 'position_swapped', { position: [-1.95, 100.05] }],
    ['position', 'position_outside_indonesia', { position: [2.35, 48.85] }],
    ['position.0', 'wrong_type', { position: ['100,05', -1.95] }],
    ['positionSource', 'unknown_value', { positionSource: 'guess' }],
    ['accuracyM', 'too_small', { accuracyM: -1 }],
    ['observedOn', 'wrong_format', { observedOn: '15 November 2026' }],
    ['observedOn', 'wrong_format', { observedOn: '2026-02-30' }],
    ['observedOn', 'date_in_future', { observedOn: '2026-11-23' }],
    ['observedOn', 'date_too_old', { observedOn: '2021-11-21' }],
    ['statements', 'too_short', { statements: [] }],
    ['statements', 'operator_twice', { statements: twice }],
    [
      'statements.0.operatorId',
      'operator_unknown',
      { statements: [{ operatorId: 'nokia', technology: 'none', strength: null }] },
    ],
    [
      'statements.0.technology',
      'unknown_value',
      { statements: [{ operatorId: 'telkomsel', technology: '6g', strength: null }] },
    ],
    [
      'statements.0.strength',
      'strength_mismatch',
      { statements: [{ operatorId: 'telkomsel', technology: 'none', strength: 'strong' }] },
    ],
    [
      'statements.0.strength',
      'strength_mismatch',
      { statements: [{ operatorId: 'telkomsel', technology: '4g', strength: null }] },
    ],
    ['note', 'too_long', { note: 'x'.repeat(2001) }],
    ['note', 'wrong_type', { note: null }],
  ])('%s: %s', async (field, code, over) => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const body = { ...reportInput(), ...over };
    const { status, body: problem } = await save(sari, randomUUID(), body);
    expect(status).toBe(422);
    expect(problem.errors).toContainEqual(expect.objectContaining({ field, code }));
    expect(t.db.prepare('SELECT count(*) FROM report').pluck().get()).toBe(0);
    expect(t.events).toEqual([]);
  });

  test('a new day counts from its first hour in the east', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    t.state.now = new Date('2026-11-22T15:30:00Z');
    const { status } = await save(sari, randomUUID(), reportInput({ observedOn: '2026-11-23' }));
    expect(status).toBe(201);
  });

  test('the offending value is named, shortened', async () => {
    const sari = await createTestApp().person('staff');
    const { body } = await save(sari, randomUUID(), reportInput({ note: 'y'.repeat(5000) }));
    expect(body.errors[0].value).toBe(`${'y'.repeat(200)}…`);
  });

  test('an id that is none, and a save without a version', async () => {
    const sari = await createTestApp().person('staff');
    expect((await save(sari, 'satu', reportInput())).status).toBe(422);
    expect((await save(sari, randomUUID(), reportInput(), {})).status).toBe(428);
  });
});

describe('editing by two people at once', () => {
  test('the second one is told what is stored, and nothing is overwritten', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const budi = await t.person('regency', { regencyCode: '13.01' });
    const id = randomUUID();
    await save(sari, id, reportInput());
    expect((await save(budi, id, reportInput({ note: 'Budi' }), changing(1))).status).toBe(200);
    const second = await save(sari, id, reportInput({ note: 'Sari' }), changing(1));
    expect([second.status, second.body.code]).toEqual([412, 'changed_meanwhile']);
    expect(second.body.current).toMatchObject({ note: 'Budi', version: 2 });
    expect((await sari.send(`/api/reports/${id}`)).body.note).toBe('Budi');
    expect((await save(sari, id, reportInput({ note: 'Sari' }), changing(2))).status).toBe(200);
  });

  test('moving a report to another village changes both', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const id = randomUUID();
    await save(sari, id, reportInput());
    await save(sari, id, reportInput({ villageCode: villages.mau }), changing(1));
    expect(await statusOf(sari, villages.inderapura)).toEqual(['unknown', false]);
    expect(await statusOf(sari, villages.mau)).toEqual(['blankspot', false]);
  });

  test('a report of another regency cannot be changed, nor moved into one’s own', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const padang = await t.person('regency', { regencyCode: '13.71' });
    const id = randomUUID();
    await save(sari, id, reportInput());
    const moved = reportInput({ villageCode: villages.indarung });
    expect((await save(padang, id, moved, changing(1))).status).toBe(403);
    expect((await save(padang, id, reportInput(), changing(1))).status).toBe(403);
  });
});

describe('undo', () => {
  const undo = (who: Person, id: string, version: number) =>
    who.send(`/api/reports/${id}/undo`, { method: 'POST', body: {}, headers: changing(version) });

  test('of a new report removes it, and the village is unknown again; the trail keeps it', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const id = randomUUID();
    await save(sari, id, reportInput());
    expect((await undo(sari, id, 1)).body).toEqual({ report: null });
    expect(await statusOf(sari, villages.inderapura)).toEqual(['unknown', false]);
    const list = await sari.send('/api/statuses');
    expect(list.body.idSteps).toEqual([]);
    const actions = t.db.prepare('SELECT action FROM audit ORDER BY id').pluck().all();
    expect(actions).toEqual(['report.create', 'report.undo']);
  });

  test('of a change brings back what stood before', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const id = randomUUID();
    await save(sari, id, reportInput());
    await save(sari, id, reportInput({ note: 'salah ketik' }), changing(1));
    const undone = await undo(sari, id, 2);
    expect(undone.body.report).toMatchObject({ note: reportInput().note, version: 3 });
  });

  test('is over after ten seconds, and only for the one who saved', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const budi = await t.person('staff');
    const id = randomUUID();
    await save(sari, id, reportInput());
    expect((await undo(budi, id, 1)).status).toBe(403);
    t.state.now = new Date(t.state.now.getTime() + 16_000);
    const late = await undo(sari, id, 1);
    expect([late.status, late.body.code]).toEqual([409, 'undo_expired']);
  });
});

test('reports nearby come with their distance, nearest first, and no farther than asked', async () => {
  const sari = await createTestApp().person('staff');
  await save(sari, randomUUID(), reportInput({ note: 'dekat', position: [100.051, -1.95] }));
  await save(sari, randomUUID(), reportInput({ note: 'agak jauh', position: [100.08, -1.95] }));
  await save(sari, randomUUID(), reportInput({ note: 'jauh', position: [100.2, -1.95] }));
  const { body } = await sari.send('/api/reports/nearby?lng=100.05&lat=-1.95&radiusM=5000');
  expect(body.map((report: { note: string }) => report.note)).toEqual(['dekat', 'agak jauh']);
  expect(body[0].distanceM).toBeGreaterThan(105);
  expect(body[0].distanceM).toBeLessThan(117);
});

describe('SAMPEL', () => {
  test('fills every loaded village it can, is labelled, never counts beside real reports, and goes', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const filled = await sari.send('/api/sample', { method: 'POST', body: {} });
    expect(filled.body.reports).toBeGreaterThan(0);
    const again = await sari.send('/api/sample', { method: 'POST', body: {} });
    expect(again.body).toEqual(filled.body);
    await save(sari, randomUUID(), reportInput());
    const why = await sari.send(`/api/statuses/${villages.inderapura}`);
    expect(why.body).toMatchObject({ status: 'blankspot', sample: false });
    const gone = await sari.send('/api/sample', { method: 'DELETE', body: {} });
    expect(gone.body).toEqual({ reports: 0, realReports: 1 });
    const list = await sari.send('/api/statuses');
    expect(list.body.idSteps).toEqual([1301012001]);
  });
});
