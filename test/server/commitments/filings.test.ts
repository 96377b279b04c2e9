// An operator's plans from file to accepted: compared first, taken or left line by line, all or nothing;
// what its sites and commitments become, and who may see and decide it.
import { describe, expect, it } from 'vitest';
import type { Commitment } from '#contract/commitments';
import type { Filing } from '#contract/filings';
import { createTestApp, type TestApp } from '../../helpers/app.ts';
import { propose, take } from '../../helpers/commitment.ts';
import { filer, planTable, type PlanRow } from '../../helpers/filings.ts';
import { csv } from '../../helpers/imports.ts';

async function setUp() {
  const t = createTestApp();
  const rina = await t.person('liaison', { operatorId: 'telkomsel' });
  const sari = await t.person('staff');
  return { t, rina, sari, rinas: filer(t, rina), saris: filer(t, sari) };
}

/** Three planned sites that stand apart. */
const plans: PlanRow[] = [
  {},
  { id: 'PSR042', name: 'Muaro', lat: '-1,90', target: 'Q2 2027' },
  { id: 'PSR043', name: 'Koto', lat: '-1,85', target: 'Q3 2027' },
];

const cellsOf = ({ db }: TestApp) =>
  db
    .prepare(
      `SELECT s.ref || ' ' || c.ref || ' ' || c.state || ' ' || coalesce(c.on_air_on, '-')
       FROM site s JOIN cell c ON c.site_id = s.id ORDER BY 1`,
    )
    .pluck()
    .all() as string[];
const auditOf = ({ db }: TestApp, action: string) =>
  db
    .prepare('SELECT after FROM audit WHERE action = ? ORDER BY id')
    .pluck()
    .all(action) as string[];
const taken = ({ counts }: Filing) =>
  Object.fromEntries(
    Object.entries(counts)
      .filter(([, { lines }]) => lines > 0)
      .map(([kind, { lines, taken: count }]) => [kind, `${count}/${lines}`]),
  );

async function acceptAll(files: ReturnType<typeof filer>, rows: readonly PlanRow[]) {
  const { status, body } = await files.accept(await files.compare(rows));
  if (status !== 200) throw new Error(`not accepted: ${JSON.stringify(body)}`);
  return body.filing as Filing;
}

describe('a file of plans', () => {
  it('is compared first: nothing changes before it is accepted, then all of it does', async () => {
    const { t, rinas } = await setUp();
    const filing = await rinas.compare(plans);
    expect(filing).toMatchObject({
      ...{ operatorId: 'telkomsel', state: 'comparing', base: null, mayDecide: true },
      ...{ unreadRows: 0, missingReasons: 0, isOutdated: false },
    });
    expect(taken(filing)).toEqual({ new: '3/3' });
    expect(cellsOf(t)).toEqual([]);
    const { status, body } = await rinas.accept(filing);
    expect([status, body.filing.state, body.filing.mayDecide]).toEqual([200, 'accepted', false]);
    expect(cellsOf(t)).toEqual([
      'PSR041 4g/-/omni planned 2027-03-31',
      'PSR042 4g/-/omni planned 2027-06-30',
      'PSR043 4g/-/omni planned 2027-09-30',
    ]);
    expect(auditOf(t, 'filing.accept')).toHaveLength(1);
    expect(t.events.some(({ type }) => type === 'commitments')).toBe(true);
  });

  it('is told as what became of each site, and what is left stays as it was', async () => {
    const { t, rinas } = await setUp();
    await acceptAll(rinas, plans);
    const filing = await rinas.compare([
      { target: 'Q2 2027' },
      { id: 'psr 042', name: 'Muaro', lat: '-1,80', target: 'Q2 2027' },
      { id: 'PSR044', name: 'Baru', lat: '-1,70' },
    ]);
    const lines = await rinas.listLines(filing.id);
    expect(lines).toMatchObject([
      { kind: 'slipped', siteRef: 'PSR041', shiftedDays: 91, movedM: 0 },
      { kind: 'removed', siteRef: 'PSR043', after: null, isTaken: true },
      { kind: 'new', siteRef: 'PSR044', before: null },
      { kind: 'moved', siteRef: 'psr 042', before: { siteRef: 'PSR042' } },
    ]);
    expect(lines[0]).toMatchObject({
      before: { plannedOn: '2027-03-31', cells: ['4g planned 2027-03-31'] },
      after: { plannedOn: '2027-06-30' },
    });
    const { body: left } = await rinas.decide(filing, { lines: [4], isTaken: false });
    expect(taken(left as Filing)).toEqual({
      slipped: '1/1',
      removed: '1/1',
      new: '1/1',
      moved: '0/1',
    });
    expect((await rinas.accept(left as Filing)).status).toBe(200);
    expect(cellsOf(t)).toEqual([
      'PSR041 4g/-/omni planned 2027-06-30',
      'PSR042 4g/-/omni planned 2027-06-30',
      'PSR044 4g/-/omni planned 2027-03-31',
    ]);
    // What was left is told again by the next file.
    const next = await rinas.compare([{ target: 'Q2 2027' }, { id: 'PSR044', lat: '-1,70' }]);
    expect(taken(next)).toEqual({ changed: '1/1', removed: '1/1', unchanged: '1/1' });
  });

  it('never takes away what stands, and calls a site by its new id', async () => {
    const { t, rinas } = await setUp();
    const standing = { state: 'aktif', target: '1 Okt 2026' };
    await acceptAll(rinas, [
      { ...standing },
      { tech: '5G' },
      { id: 'X9', lat: '-1,7', ...standing },
    ]);
    await acceptAll(rinas, [{ id: 'PSR-41', ...standing }]);
    expect(cellsOf(t)).toEqual([
      'PSR-41 4g/-/omni on_air 2026-10-01',
      'X9 4g/-/omni on_air 2026-10-01',
    ]);
  });

  it('is kept as it was sent, and its comparison as it was seen', async () => {
    const { rina, rinas } = await setUp();
    const first = await acceptAll(rinas, plans);
    const seen = await rinas.listLines(first.id);
    await acceptAll(rinas, [{ target: 'Q4 2027' }]);
    expect(await rinas.listLines(first.id)).toEqual(seen);
    const file = await rinas.fetchRaw(`/api/filings/${first.id}/file`);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(Buffer.from(csv(planTable(plans))));
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="rencana.csv"');
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    const table = await (await rinas.fetchRaw(`/api/filings/${first.id}/lines.csv`)).text();
    expect(table.split('\r\n')).toHaveLength(5);
    expect(table).toContain('Baru,PSR041,Inderapura Hilir,-1.95,100.05,,,2027-03-31');
    const { body } = await rina.send('/api/filings');
    expect(body).toMatchObject([
      { state: 'accepted' },
      { id: first.id, counts: { new: { taken: 3 } } },
    ]);
  });

  it('is compared again where another one was accepted meanwhile, with what was decided', async () => {
    const { rinas, saris } = await setUp();
    const mine = await rinas.compare([...plans, { id: 'PSR044', lat: '-1,7' }]);
    const { body: left } = await rinas.decide(mine, { lines: [4], isTaken: false });
    await acceptAll(saris, plans);
    const outdated = await rinas.get(mine.id);
    expect(outdated.isOutdated).toBe(true);
    expect(await rinas.accept(outdated)).toMatchObject({
      status: 409,
      body: { code: 'filing_outdated' },
    });
    const { body: again } = await rinas.post(left as Filing, 'compare');
    expect(again).toMatchObject({ isOutdated: false, base: { fileName: 'rencana.csv' } });
    expect(taken(again as Filing)).toEqual({ unchanged: '3/3', new: '0/1' });
    expect((await rinas.accept(again as Filing)).status).toBe(200);
  });

  it('is gone with its content once it is withdrawn, or its preview discarded', async () => {
    const { t, rina, rinas } = await setUp();
    const kept = () => t.db.prepare('SELECT count(*) FROM import_file').pluck().get();
    const preview = await rinas.open('plans', planTable([{ id: 'P1' }]));
    expect(kept()).toBe(1);
    await rina.send(`/api/imports/${preview.id}`, { method: 'DELETE' });
    expect(kept()).toBe(0);
    const filing = await rinas.compare(plans);
    const { body } = await rinas.post(filing, 'withdraw');
    expect(body).toMatchObject({ state: 'withdrawn', mayDecide: false });
    expect(kept()).toBe(0);
    expect((await rina.send(`/api/filings/${filing.id}/file`)).status).toBe(404);
    expect((await rina.send(`/api/imports/${filing.id}`)).status).toBe(404);
    expect(await rinas.accept(body as Filing)).toMatchObject({
      status: 409,
      body: { code: 'filing_decided' },
    });
    expect(cellsOf(t)).toEqual([]);
  });
});

describe('bad files', () => {
  it('of another operator are refused by row, and of the house by the operator that was named', async () => {
    const { rinas, saris } = await setUp();
    const rows = planTable([{}, { id: 'IDN1', operator: 'Indosat' }]);
    const wrong = await rinas.listRows(await rinas.open('plans', rows), 'wrong');
    expect(wrong.map(({ errors }) => errors[0])).toEqual([
      { header: 'Operator', code: 'foreign_operator', value: 'Indosat' },
    ]);
    const detail = await saris.open('plans', rows);
    expect(detail.missing.settings).toEqual(['operator']);
    const { body } = await saris.change(detail, { operatorId: 'telkomsel' });
    const other = await saris.listRows(body, 'wrong');
    expect(other.map(({ errors }) => errors[0]?.code)).toEqual(['other_operator_in_file']);
  });

  it('that were accepted before are refused before anything is compared', async () => {
    const { t, rinas, rina, saris } = await setUp();
    const first = await acceptAll(rinas, plans);
    const { answer } = await saris.receive(plans);
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'filing_accepted_before', filing: { id: first.id, byName: 'liaison 1' } },
    });
    expect((await rina.send('/api/filings')).body).toHaveLength(1);
    expect(auditOf(t, 'import.store.refused')).toHaveLength(1);
  });

  it('take nothing away by themselves where half of their rows are broken', async () => {
    const { rinas } = await setUp();
    await acceptAll(rinas, plans);
    const filing = await rinas.compare([
      { target: 'Q2 2027' },
      { id: 'PSR042', lat: 'entah' },
      { id: 'PSR099', target: 'akhir tahun' },
    ]);
    expect(filing.unreadRows).toBe(2);
    const lines = await rinas.listLines(filing.id);
    expect(lines.map(({ kind, siteRef, isTaken }) => [kind, siteRef, isTaken])).toEqual([
      ['slipped', 'PSR041', true],
      ['removed', 'PSR043', false],
    ]);
  });

  it('say by row which date nobody can read, and round those that name a longer time', async () => {
    const { rinas } = await setUp();
    const dates = ['akhir tahun', 'segera', 'TBD', '31/02/2027', 'akhir tahun 2027', '46387'];
    const detail = await rinas.open(
      'plans',
      planTable(
        dates.map((target, index) => ({ id: `P${index}`, lat: `-1,${50 + index}`, target })),
      ),
    );
    const wrong = await rinas.listRows(detail, 'wrong');
    expect(wrong.map(({ number, errors }) => [number, errors[0]?.code, errors[0]?.value])).toEqual([
      [2, 'day_incomplete', 'akhir tahun'],
      [3, 'not_a_day', 'segera'],
      [4, 'not_a_day', 'TBD'],
      [5, 'day_impossible', '31/02/2027'],
    ]);
    const certain = await rinas.listRows(detail, 'certain');
    expect(certain.map(({ warnings }) => warnings)).toEqual([['date_rounded'], []]);
  });

  it('with lines that there are not, or reasons for what did not slip, change nothing', async () => {
    const { rinas } = await setUp();
    const filing = await rinas.compare(plans);
    const refused = await Promise.all([
      rinas.decide(filing, { lines: [1, 9], isTaken: false }),
      rinas.decide(filing, { lines: [1], reason: 'land' }),
      rinas.decide(filing, { lines: 'new', reason: 'land' }),
    ]);
    expect(refused.map(({ body }) => body.errors[0])).toEqual([
      { field: 'lines', code: 'line_unknown', value: '9' },
      { field: 'reason', code: 'line_not_slipped', value: '1' },
      { field: 'reason', code: 'line_not_slipped', value: 'new' },
    ]);
    expect(await rinas.get(filing.id)).toEqual(filing);
  });
});

describe('commitments', () => {
  async function withCommitment() {
    const setting = await setUp();
    const { rina, sari, rinas } = setting;
    const { body } = await propose(rina, { siteRef: 'psr-041' });
    const agreed = await take(sari, body, { do: 'move', to: 'agreed', on: '2026-11-22' });
    await acceptAll(rinas, plans);
    const look = async () => (await rina.send(`/api/commitments/${body.id}`)).body as Commitment;
    return { ...setting, commitment: agreed.body as Commitment, look };
  }

  it('are put off with the line’s reason, and not without one', async () => {
    const { t, rinas, look, commitment } = await withCommitment();
    const filing = await rinas.compare([{ target: 'Q2 2027' }, ...plans.slice(1)]);
    expect(filing.missingReasons).toBe(1);
    expect(await rinas.listLines(filing.id)).toMatchObject([
      { commitment: { id: commitment.id, number: commitment.number } },
      { commitment: null },
      { commitment: null },
    ]);
    const refused = await rinas.accept(filing);
    expect(refused).toMatchObject({ status: 409, body: { code: 'reasons_missing', missing: 1 } });
    expect(auditOf(t, 'filing.accept.refused')).toHaveLength(1);
    const { body } = await rinas.decide(filing, { lines: 'slipped', reason: 'permit' });
    expect(body.missingReasons).toBe(0);
    const accepted = await rinas.accept(body as Filing);
    expect(accepted.body).toMatchObject({ followed: 1, proposed: 0 });
    expect(await look()).toMatchObject({
      ...{ promisedOn: '2027-06-30', firstPromisedOn: '2027-03-31', slips: 1 },
      events: [{}, {}, { action: 'rescheduled', reason: 'permit', promisedBefore: '2027-03-31' }],
    });
  });

  it('are not touched by a line that is left', async () => {
    const { rinas, look } = await withCommitment();
    const filing = await rinas.compare([{ target: 'Q2 2027' }, ...plans.slice(1)]);
    const { body } = await rinas.decide(filing, { lines: 'slipped', isTaken: false });
    expect(body.missingReasons).toBe(0);
    expect((await rinas.accept(body as Filing)).body).toMatchObject({ followed: 0 });
    expect(await look()).toMatchObject({ promisedOn: '2027-03-31', slips: 0 });
  });

  it('go on air with the file; where one cannot, nothing of the file holds', async () => {
    const { t, rinas, look } = await withCommitment();
    const before = cellsOf(t);
    const early = await rinas.compare([
      { state: 'aktif', target: '1 Nov 2026' },
      ...plans.slice(1),
    ]);
    const refused = await rinas.accept(early);
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'filing_line_refused',
        siteRef: 'PSR041',
        errors: [
          { field: 'sites.PSR041.on', code: 'date_before_last_update', value: '2026-11-01' },
        ],
      },
    });
    expect([cellsOf(t), (await rinas.get(early.id)).state]).toEqual([before, 'comparing']);
    t.state.now = new Date('2026-11-25T05:00:00Z');
    const onAir = await rinas.compare([
      { state: 'aktif', target: '23 Nov 2026' },
      ...plans.slice(1),
    ]);
    expect((await rinas.accept(onAir)).body).toMatchObject({ followed: 1 });
    expect(await look()).toMatchObject({ state: 'on_air', onAirOn: '2026-11-23' });
  });

  it('are proposed for new planned sites where that is wanted, and what cannot be is counted', async () => {
    const { rina, rinas } = await withCommitment();
    const filing = await rinas.compare([
      ...plans,
      { id: 'N1', name: 'Hulu', lat: '-1,96', lng: '100,15', target: '30/06/2027' },
      { id: 'N2', lat: '-1,2', lng: '100,9' },
      { id: 'N3', lat: '-1,97', target: '1 Jan 2026' },
      { id: 'N4', lat: '-1,98', target: '' },
    ]);
    const { body } = await rinas.accept(filing, { proposesCommitments: true });
    expect(body).toMatchObject({ followed: 0, proposed: 1, outsideVillages: 1, pastDates: 1 });
    const { body: list } = await rina.send('/api/commitments?village=13.01.01.2002');
    const { body: made } = await rina.send(`/api/commitments/${list.columns.id[0]}`);
    expect(made).toMatchObject({
      ...{ filingId: filing.id, siteRef: 'N1', siteName: 'Hulu', technology: '4g', kind: 'bts' },
      ...{ state: 'proposed', promisedOn: '2027-06-30', operatorId: 'telkomsel' },
      places: [{ villageCode: '13.01.01.2002' }],
    });
  });
});

describe('who sees and decides', () => {
  it('is the operator’s own liaison, and staff; the house reads, a rival sees nothing', async () => {
    const { t, rinas, sari } = await setUp();
    const filing = await rinas.compare(plans);
    const rival = await t.person('liaison', { operatorId: 'indosat' });
    const leader = await t.person('leader');
    for (const path of ['', '/lines', '/file', '/lines.csv']) {
      const { status } = await rival.send(`/api/filings/${filing.id}${path}`);
      expect([path, status]).toEqual([path, 404]);
    }
    for (const [verb, body] of [['accept', {}], ['withdraw'], ['compare']] as const) {
      const answer = await filer(t, rival).post(filing, verb, body);
      expect([verb, answer.status]).toEqual([verb, 404]);
    }
    expect((await rival.send('/api/filings?operator=telkomsel')).body).toEqual([]);
    expect((await leader.send('/api/filings')).body).toMatchObject([{ id: filing.id }]);
    expect((await leader.send(`/api/filings/${filing.id}`)).body.mayDecide).toBe(false);
    expect((await filer(t, leader).accept(filing)).status).toBe(403);
    expect((await sari.send(`/api/filings/${filing.id}`)).body.mayDecide).toBe(true);
    expect(auditOf(t, 'filing.accept.refused')).toHaveLength(1);
    expect(cellsOf(t)).toEqual([]);
  });

  it('is told when somebody else was faster', async () => {
    const { rinas, saris } = await setUp();
    const filing = await rinas.compare(plans);
    await rinas.decide(filing, { lines: [1], isTaken: false });
    expect(await saris.accept(filing)).toMatchObject({
      status: 412,
      body: { code: 'changed_meanwhile', current: { id: filing.id } },
    });
    const now = await saris.get(filing.id);
    const both = await Promise.all([saris.accept(now), rinas.accept(now)]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
  });
});
