// Many reports at once over the real router: all or none, exactly once, each refusal with its row.
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../helpers/app.ts';
import { villages } from '../../helpers/place.ts';
import { creating, reportInput } from '../../helpers/report.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;
type Row = { id: string; input: unknown };

const row = (over: Parameters<typeof reportInput>[0] = {}, id = randomUUID()): Row => ({
  id,
  input: reportInput({ position: null, positionSource: null, ...over }),
});
const send = (who: Person, reports: unknown) =>
  who.send('/api/reports/batch', { method: 'POST', body: { reports } });
const countReports = ({ db }: TestApp) => db.prepare('SELECT count(*) FROM report').pluck().get();

describe('a batch', () => {
  test('is stored as a whole: reports, trail, statuses of all its villages', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const rows = [row(), row({ note: 'kedua' }), row({ villageCode: villages.mau })];
    const { status, body } = await send(sari, rows);
    expect([status, body]).toEqual([200, { saved: 3 }]);
    const { body: listed } = await sari.send(`/api/reports?village=${villages.inderapura}`);
    expect(listed).toHaveLength(2);
    expect(listed[0]).toMatchObject({ state: 'submitted', version: 1, officeName: 'Kantor 1' });
    const audited = t.db
      .prepare("SELECT subject FROM audit WHERE action = 'report.create' ORDER BY subject")
      .pluck()
      .all();
    expect(audited).toEqual(rows.map(({ id }) => `report:${id}`).toSorted());
    for (const code of [villages.inderapura, villages.mau])
      expect((await sari.send(`/api/statuses/${code}`)).body.status).toBe('blankspot');
    expect(t.events.filter(({ type }) => type === 'status')).toHaveLength(1);
    const told = t.events.flatMap((event) => (event.type === 'report' ? event.villageCode : []));
    expect(told).toEqual([villages.inderapura, villages.mau]);
  });

  test('sent again answers the same, stores nothing and tells nobody', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const rows = [row(), row({ villageCode: villages.mau })];
    const first = await send(sari, rows);
    const told = t.events.length;
    const again = await send(sari, rows);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect([countReports(t), t.events.length]).toEqual([2, told]);
  });

  test('of which some stand already stores the others', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const known = row();
    await send(sari, [known]);
    const { body } = await send(sari, [known, row({ villageCode: villages.mau }), known]);
    expect([body.saved, countReports(t)]).toEqual([2, 2]);
  });

  test('links a locality that it names exactly, and keeps a name that it does not know', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const id = randomUUID();
    await sari.send(`/api/localities/${id}`, {
      method: 'PUT',
      headers: creating,
      body: {
        villageCode: villages.inderapura,
        kind: 'jorong',
        name: 'Muaro',
        position: null,
        source: 'Nagari',
      },
    });
    await send(sari, [row({ localityName: 'Jorong Muaro' }), row({ localityName: 'Koto Baru' })]);
    const { body } = await sari.send(`/api/reports?village=${villages.inderapura}`);
    const places = body.map((report: { localityId: string; localityName: string }) => [
      report.localityId,
      report.localityName,
    ]);
    expect(places).toContainEqual([id, '']);
    expect(places).toContainEqual([null, 'Koto Baru']);
  });
});

describe('a batch with one wrong row', () => {
  const wrong: [string, string, Row, string | undefined][] = [
    [
      'statements.0.strength',
      'strength_mismatch',
      row({ statements: [{ operatorId: 'telkomsel', technology: '4g', strength: null }] }),
      'null',
    ],
    ['statements', 'too_short', row({ statements: [] }), '[]'],
    [
      'statements.0.operatorId',
      'operator_unknown',
      row({ statements: [{ operatorId: 'nokia', technology: 'none', strength: null }] }),
      'nokia',
    ],
    ['observedOn', 'date_in_future', row({ observedOn: '2026-11-23' }), '2026-11-23'],
    ['observedOn', 'wrong_format', row({ observedOn: '12' }), '12'],
    ['villageCode', 'village_unknown', row({ villageCode: '13.01.01.2999' }), '13.01.01.2999'],
    ['localityId', 'locality_unknown', row({ localityId: zeroId() }), zeroId()],
    ['note', 'too_long', row({ note: 'x'.repeat(2001) }), `${'x'.repeat(200)}…`],
    ['id', 'wrong_format', { ...row(), id: 'satu' }, 'satu'],
  ];

  function zeroId() {
    return '3f0c2b1a-0000-4000-8000-000000000000';
  }

  test.each(wrong)('%s %s names row, field and value', async (field, code, bad, value) => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const { status, body } = await send(sari, [row(), row({ villageCode: villages.mau }), bad]);
    expect([status, body.code]).toEqual([422, 'invalid']);
    expect(body.errors).toContainEqual({ field: `reports.2.${field}`, code, value });
    expect([countReports(t), t.events]).toEqual([0, []]);
  });

  test('names every wrong row at once', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const { body } = await send(sari, [
      row({ observedOn: '2026-11-23' }),
      row(),
      row({ villageCode: '13.01.01.2999' }),
    ]);
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'reports.0.observedOn',
      'reports.2.villageCode',
    ]);
    expect(countReports(t)).toBe(0);
  });

  test('outside one’s own regency stores nothing of it', async () => {
    const t = createTestApp();
    const padang = await t.person('regency', { regencyCode: '13.71' });
    const { status, body } = await send(padang, [row({ villageCode: villages.indarung }), row()]);
    expect([status, body.code]).toEqual([403, 'outside_your_regency']);
    expect(body.errors).toEqual([
      {
        field: 'reports.1.villageCode',
        code: 'outside_your_regency',
        value: villages.inderapura,
      },
    ]);
    expect(countReports(t)).toBe(0);
  });

  test('whose id stands already for something else, or for somebody else', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const budi = await t.person('staff');
    const known = row();
    await send(sari, [known]);
    for (const [who, input] of [
      [sari, reportInput({ note: 'lain' })],
      [budi, known.input],
    ] as const) {
      const { status, body } = await send(who, [row(), { id: known.id, input }]);
      expect([status, body.code]).toEqual([409, 'id_taken']);
      expect(body.errors).toEqual([{ field: 'reports.1.id', code: 'id_taken', value: known.id }]);
    }
    expect(countReports(t)).toBe(1);
  });

  test('that was taken back meanwhile', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const taken = row();
    await send(sari, [taken]);
    await sari.send(`/api/reports/${taken.id}/undo`, {
      method: 'POST',
      headers: { 'if-match': '"1"' },
    });
    const { status, body } = await send(sari, [row(), taken]);
    expect([status, body.code, body.errors[0].field]).toEqual([
      410,
      'report_withdrawn',
      'reports.1.id',
    ]);
    expect(countReports(t)).toBe(0);
  });
});

describe('the size of a batch', () => {
  test('is 1 to 200 reports', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const many = (count: number) => Array.from({ length: count }, () => row());
    expect((await send(sari, [])).body.errors[0]).toMatchObject({
      field: 'reports',
      code: 'too_short',
    });
    expect((await send(sari, many(201))).body.errors[0]).toMatchObject({
      field: 'reports',
      code: 'too_long',
    });
    // More than the 64 kB that other bodies may have.
    expect((await send(sari, many(200))).body).toEqual({ saved: 200 });
  });

  test('is at most a megabyte', async () => {
    const sari = await createTestApp().person('staff');
    const { status, body } = await send(sari, [row({ note: 'x'.repeat(1_100_000) })]);
    expect([status, body.code]).toEqual([413, 'body_too_large']);
  });
});
