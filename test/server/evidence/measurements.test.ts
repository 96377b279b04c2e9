// What a measurement adds to a report: stored whole, refused by field, never brought back to life.
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createTestApp } from '../../helpers/app.ts';
import { creating, changing, reportInput } from '../../helpers/report.ts';

async function createStaffApp() {
  const t = createTestApp();
  const sari = await t.person('staff');
  const save = (body: object, id = randomUUID(), headers: Record<string, string> = creating) =>
    sari.send(`/api/reports/${id}`, { method: 'PUT', headers, body });
  return { ...t, sari, save };
}

const measured = {
  kind: 'measurement',
  positionSource: 'device',
  accuracyM: 8,
  environment: 'outdoor',
  availability: 'night_only',
  localityName: 'Jorong Pasar',
  statements: [
    {
      operatorId: 'telkomsel',
      technology: '4g',
      strength: 'weak',
      isOutage: false,
      rsrpDbm: -109.5,
      downloadMbps: 1.2,
      uploadMbps: 0,
    },
    {
      operatorId: 'indosat',
      technology: 'none',
      strength: null,
      isOutage: true,
      rsrpDbm: null,
      downloadMbps: null,
      uploadMbps: null,
    },
  ],
};

describe('a measurement', () => {
  test('is stored and read back whole', async () => {
    const { save } = await createStaffApp();
    const { status, body } = await save({ ...reportInput(), ...measured });
    expect(status).toBe(201);
    const { statements, ...fields } = measured;
    expect(body.report).toMatchObject(fields);
    expect(body.report.statements).toEqual(expect.arrayContaining(statements));
  });

  test('with others names the offices that took part', async () => {
    const { save } = await createStaffApp();
    const participants = ['Diskominfo Sumbar', 'Kominfo Pesisir Selatan', 'Telkomsel'];
    const { body } = await save({
      ...reportInput(),
      ...measured,
      kind: 'joint_measurement',
      participants,
    });
    expect(body.report.participants).toEqual(participants);
  });
});

const statement = (over: object) => ({
  statements: [{ ...measured.statements[0], ...over }],
});

describe('what cannot be measured is refused by field, with its value', () => {
  const none = {
    technology: 'none',
    strength: null,
    rsrpDbm: null,
    downloadMbps: null,
    uploadMbps: null,
  };
  test.each([
    ['accuracyM', 'measurement_too_imprecise', { accuracyM: 50.5 }],
    ['position', 'measurement_without_position', { position: null }],
    ['participants', 'participants_missing', { kind: 'joint_measurement', participants: ['A'] }],
    ['participants', 'participants_without_joint', { participants: ['A', 'B'] }],
    ['connection', 'connection_without_facility', { connection: 'fibre' }],
    ['statements.0.rsrpDbm', 'too_small', statement({ rsrpDbm: -141 })],
    ['statements.0.rsrpDbm', 'too_big', statement({ rsrpDbm: -42 })],
    ['statements.0.rsrpDbm', 'rsrp_without_4g', statement({ technology: '2g' })],
    ['statements.0.isOutage', 'outage_with_signal', statement({ isOutage: true })],
    ['statements.0.downloadMbps', 'speed_without_signal', statement({ ...none, downloadMbps: 3 })],
    ['statements.0.downloadMbps', 'too_small', statement({ downloadMbps: -1 })],
    ['statements.0.uploadMbps', 'too_big', statement({ uploadMbps: 10_001 })],
    ['environment', 'unknown_value', { environment: 'di bukit' }],
    ['availability', 'unknown_value', { availability: 'kadang' }],
    ['kind', 'unknown_value', { kind: 'sigmon' }],
    ['localityName', 'too_long', { localityName: 'x'.repeat(121) }],
  ])('%s: %s', async (field, code, over) => {
    const { db, save } = await createStaffApp();
    const { status, body } = await save({ ...reportInput(), ...measured, ...over });
    expect([status, body.errors[0]?.field, body.errors[0]?.code]).toEqual([422, field, code]);
    expect(db.prepare('SELECT count(*) FROM report').pluck().get()).toBe(0);
  });

  test.each([-140, -43])('an RSRP of %d dBm is taken', async (rsrpDbm) => {
    const { save } = await createStaffApp();
    expect((await save({ ...reportInput(), ...measured, ...statement({ rsrpDbm }) })).status).toBe(
      201,
    );
  });

  test('a report may be as imprecise, and says so', async () => {
    const { save } = await createStaffApp();
    const { status, body } = await save({
      ...reportInput(),
      positionSource: 'device',
      accuracyM: 900,
    });
    expect([status, body.warnings]).toEqual([201, ['accuracy_poor']]);
  });
});

test('HTML and formulas in notes and names stay the text that was typed', async () => {
  const { sari, save } = await createStaffApp();
  const id = randomUUID();
  const note = '<img src=x onerror="alert(1)"> & =HYPERLINK("http://x")';
  await save({ ...reportInput(), note, localityName: '<b>Pasar</b>' }, id);
  const { body, headers } = await sari.send(`/api/reports/${id}`);
  expect([body.note, body.localityName]).toEqual([note, '<b>Pasar</b>']);
  expect(headers.get('content-type')).toContain('application/json');
});

test('a report of an earlier version of the app reads with what it could not say', async () => {
  const { db, sari, save } = await createStaffApp();
  const id = randomUUID();
  await save(reportInput(), id);
  await save({ ...reportInput(), note: 'diubah' }, id, changing(1));
  const {
    kind: _,
    statements,
    ...old
  } = JSON.parse(
    db.prepare('SELECT input FROM report_version WHERE version = 1').pluck().get() as string,
  );
  const bare = statements.map(({ operatorId, technology, strength }: Record<string, unknown>) => ({
    operatorId,
    technology,
    strength,
  }));
  db.prepare('UPDATE report_version SET input = ? WHERE version = 1').run(
    JSON.stringify({ ...old, statements: bare }),
  );
  const undone = await sari.send(`/api/reports/${id}/undo`, {
    method: 'POST',
    headers: changing(2),
  });
  expect(undone.body.report).toMatchObject({
    note: reportInput().note,
    kind: 'report',
    version: 3,
  });
});

test('a report that was taken back is not sent again by a late retry', async () => {
  const { sari, save, db } = await createStaffApp();
  const id = randomUUID();
  await save(reportInput(), id);
  await sari.send(`/api/reports/${id}/undo`, { method: 'POST', headers: changing(1) });
  const retry = await save(reportInput(), id);
  expect([retry.status, retry.body.code]).toEqual([410, 'report_withdrawn']);
  expect(db.prepare('SELECT count(*) FROM report').pluck().get()).toBe(0);
});
