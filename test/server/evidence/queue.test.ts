// The queue and one's own reports over the real router: what they show, narrowed and page by page.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTestApp } from '../../helpers/app.ts';
import { villages } from '../../helpers/place.ts';
import { changing, reportInput } from '../../helpers/report.ts';
import { addReport, decide, type Person } from '../../helpers/verify.ts';

type Listed = { id: string };

async function idsOf(who: Person, query = ''): Promise<string[]> {
  const { body } = await who.send(`/api/queue${query}`);
  return body.items.map((item: Listed) => item.id);
}

/** Saves reports a day apart, the oldest first, in November 2026. */
async function createQueue() {
  const t = createTestApp();
  const sari = await t.person('staff');
  const budi = await t.person('regency', { regencyCode: '13.01' });
  const padang = await t.person('regency', { regencyCode: '13.71' });
  const add = async (who: Person, day: number, over: Parameters<typeof addReport>[1] = {}) => {
    t.state.now = new Date(`2026-11-${day}T05:00:00Z`);
    return addReport(who, over);
  };
  const here = { villageCode: villages.indarung, position: null };
  const old = await add(budi, 10, { observedOn: '2025-10-01' });
  const measured = await add(budi, 11, { kind: 'measurement', observedOn: '2026-11-01' });
  const city = await add(padang, 12, {
    ...here,
    observedOn: '2026-11-01',
    statements: [{ operatorId: 'xlsmart', technology: '4g', strength: 'weak' }],
  });
  t.db.prepare("UPDATE report_statement SET operator_id = 'xl' WHERE report_id = ?").run(city);
  t.state.now = new Date('2026-11-22T05:00:00Z');
  return { t, sari, budi, padang, old, measured, city };
}

describe('the queue', () => {
  test('shows what waits, the oldest first, with names, flags and how many', async () => {
    const { sari, old, measured, city } = await createQueue();
    const { body } = await sari.send('/api/queue');
    expect(body.items.map((item: Listed) => item.id)).toEqual([old, measured, city]);
    expect(body).toMatchObject({ total: 3, isTotalExact: true, next: null, showsSamples: false });
    expect(body.items[0]).toMatchObject({
      villageKind: 'nagari',
      villageName: 'Inderapura',
      districtName: 'Pancung Soal',
      regencyName: 'Pesisir Selatan',
      authorName: 'regency 2',
      officeName: 'Kantor 2',
      photoCount: 0,
      isSample: false,
      flags: ['stale'],
    });
    expect(body.items[2]).toMatchObject({ regencyName: 'Kota Padang', flags: [] });
  });

  test('is narrowed by every filter, and by all of them together', async () => {
    const { sari, old, measured, city } = await createQueue();
    expect(await idsOf(sari, '?area=13.71')).toEqual([city]);
    expect(await idsOf(sari, '?area=13.01.01')).toEqual([old, measured]);
    expect(await idsOf(sari, '?kind=measurement')).toEqual([measured]);
    expect(await idsOf(sari, '?stale=1')).toEqual([old]);
    expect(await idsOf(sari, '?olderThanDays=11')).toEqual([old]);
    expect(await idsOf(sari, '?operator=telkomsel')).toEqual([old, measured]);
    // What was said of XL is said of XLSMART now.
    expect(await idsOf(sari, '?operator=xlsmart')).toEqual([old, measured, city]);
    expect(await idsOf(sari, '?area=13&operator=xlsmart&kind=report&stale=1')).toEqual([old]);
    const { body } = await sari.send('/api/queue?operator=telkomsel');
    expect(body).toMatchObject({ total: 2, isTotalExact: true });
  });

  test('shows the villages in conflict', async () => {
    const { sari, t, measured, old } = await createQueue();
    expect(await idsOf(sari, '?conflicts=1')).toEqual([]);
    t.db.prepare('UPDATE place_status SET has_conflict = 1 WHERE id = 1301012001').run();
    expect(await idsOf(sari, '?conflicts=1')).toEqual([old, measured]);
  });

  test('shows what was asked and decided apart, the newest first', async () => {
    const { sari, old, measured, city } = await createQueue();
    await decide(sari, city, 1, { action: 'ask', reason: 'Foto mana?' });
    await decide(sari, old, 1, { action: 'verify' });
    expect(await idsOf(sari)).toEqual([measured]);
    expect(await idsOf(sari, '?state=asked')).toEqual([city]);
    await decide(sari, measured, 1, { action: 'verify' });
    expect(await idsOf(sari, '?state=verified')).toEqual([measured, old]);
    expect(await idsOf(sari, '?state=rejected')).toEqual([]);
  });

  test('shows samples only where there is nothing else', async () => {
    const { t, sari, old, measured, city } = await createQueue();
    await sari.send('/api/sample', { method: 'POST', body: {} });
    t.db.prepare("UPDATE report SET state = 'submitted' WHERE is_sample = 1").run();
    expect(await idsOf(sari)).toEqual([old, measured, city]);
    for (const id of [old, measured, city])
      await decide(sari, id, 1, { action: 'reject', reason: 'keliru' });
    const { body } = await sari.send('/api/queue');
    expect(body.showsSamples).toBe(true);
    expect(body.items.length).toBeGreaterThan(0);
  });

  test.each([
    ['area=13.99', 'area', 'region_unknown'],
    ['area=Padang', 'area', 'wrong_format'],
    ['operator=nokia', 'operator', 'operator_unknown'],
    ['state=lost', 'state', 'unknown_value'],
    ['kind=rumour', 'kind', 'unknown_value'],
    ['olderThanDays=0', 'olderThanDays', 'too_small'],
    ['after=2026', 'after', 'wrong_format'],
  ])('?%s is refused at %s: %s', async (query, field, code) => {
    const { sari } = await createQueue();
    const { status, body } = await sari.send(`/api/queue?${query}`);
    expect(status).toBe(422);
    expect(body.errors).toEqual([expect.objectContaining({ field, code })]);
  });
});

describe('page by page', () => {
  test('every waiting report is shown once, however many come at one instant', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 40, maxLength: 130, size: 'max' }),
        fc.constantFrom('waiting', 'verified'),
        async (instants, state) => {
          const t = createTestApp();
          const sari = await t.person('staff');
          const first = await addReport(sari);
          t.db.prepare('CREATE TEMP TABLE copy AS SELECT * FROM report WHERE id = ?').run(first);
          for (const [index, second] of instants.entries()) {
            const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
            t.db
              .prepare('UPDATE copy SET id = ?, created_at = ?')
              .run(id, `2026-11-01T00:00:0${second}.000Z`);
            t.db.exec('INSERT INTO report SELECT * FROM copy');
          }
          t.db
            .prepare('UPDATE report SET state = ?')
            .run(state === 'waiting' ? 'submitted' : state);
          const seen: string[] = [];
          let after: string | null = '';
          while (after !== null && seen.length <= instants.length + 1) {
            const { body } = await sari.send(
              `/api/queue?state=${state}${after === '' ? '' : `&after=${after}`}`,
            );
            expect(body.total).toBe(after === '' ? instants.length + 1 : null);
            seen.push(...body.items.map((item: Listed) => item.id));
            after = body.next;
          }
          expect(seen.length).toBe(instants.length + 1);
          expect(new Set(seen).size).toBe(seen.length);
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('one’s own reports', () => {
  test('come newest first with the last that became of each', async () => {
    const { sari, budi, padang, old, measured } = await createQueue();
    await decide(sari, old, 1, { action: 'reject', reason: 'Tanggalnya keliru' });
    const { body } = await budi.send('/api/reports/mine');
    expect(body.items.map((item: Listed) => item.id)).toEqual([measured, old]);
    expect(body.items[1]).toMatchObject({
      state: 'rejected',
      villageName: 'Inderapura',
      photoCount: 0,
      lastEvent: { action: 'rejected', reason: 'Tanggalnya keliru', byName: 'staff 1' },
    });
    expect(body.items[0].lastEvent).toBeNull();
    expect(body.asked).toEqual([]);
    await decide(sari, measured, 1, { action: 'ask', reason: 'Foto mana?' });
    const { body: asked } = await budi.send('/api/reports/mine');
    expect(asked.asked).toEqual([asked.items[0]]);
    expect(asked.items[0]).toMatchObject({ id: measured, lastEvent: { action: 'asked' } });
    expect((await padang.send('/api/reports/mine')).body.items).toHaveLength(1);
  });

  test('stay one’s own when somebody else changes them, and samples are nobody’s', async () => {
    const { sari, budi, measured } = await createQueue();
    await sari.send('/api/sample', { method: 'POST', body: {} });
    await sari.send(`/api/reports/${measured}`, {
      method: 'PUT',
      body: reportInput({ note: 'diperbaiki' }),
      headers: changing(1),
    });
    expect((await sari.send('/api/reports/mine')).body.items).toEqual([]);
    expect((await budi.send('/api/reports/mine')).body.items).toHaveLength(2);
  });
});
