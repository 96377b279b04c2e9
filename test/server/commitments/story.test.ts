// The story of a village through the real router: everything in order, and nothing that is not for one.
import { expect, test } from 'vitest';
import type { StoryEntry } from '../../../server/commitments/outlook-contract.ts';
import { regionId } from '../../../server/regions/contract.ts';
import { createTestApp, type TestApp } from '../../helpers/app.ts';
import { addLocality } from '../../helpers/locality.ts';
import { addObstacle, addPromise, look, moveTo } from '../../helpers/outlook.ts';
import { villages } from '../../helpers/place.ts';
import { addReport, decide, type Person } from '../../helpers/verify.ts';

const path = `/api/places/${villages.inderapura}/story`;

async function tell(who: Person): Promise<StoryEntry[]> {
  const { status, body } = await who.send(path);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.entries;
}

/** An entry in one word. */
function short({ on, what }: StoryEntry): string {
  switch (what.kind) {
    case 'report':
      return `${on} report ${what.state}`;
    case 'answer':
      return `${on} ${what.operatorName} ${what.answer}`;
    case 'commitment':
      return `${on} ${what.operatorName} ${what.action} ${what.toState}`;
    case 'obstacle':
      return `${on} obstacle ${what.action}`;
  }
}

/** A window about Inderapura, which is open; Telkomsel has answered, Indosat was silent. */
function addAnswers(t: TestApp, staff: Person): void {
  t.db
    .prepare(
      `INSERT INTO declaration_window (id, number, title, closes_on, opened_at, opened_by, office_id)
       VALUES ('w', 1, 'Rakor', '2026-11-10', '2026-11-01T00:00:00.000Z', ?, ?)`,
    )
    .run(staff.id, staff.officeId);
  t.db
    .prepare("INSERT INTO declaration_place VALUES ('w', 1, ?, NULL)")
    .run(regionId(villages.inderapura));
  const answer = t.db.prepare(
    `INSERT INTO declaration_answer (window_id, number, operator_id, answer, by_on, note,
       answered_at, answered_by) VALUES ('w', 1, ?, ?, ?, ?, ?, ?)`,
  );
  answer.run('telkomsel', 'build', '2027-02-28', 'BTS', '2026-11-05T18:30:00.000Z', staff.id);
  answer.run('indosat', 'silent', null, '', null, null);
}

test('reports, answers, promises and obstacles in one line of time, newest first', async () => {
  const t = createTestApp();
  const sari = await t.person('staff');
  const wati = await t.person('regency', { regencyCode: '13.01' });
  const { id: localityId } = await addLocality(sari);
  const report = await addReport(wati, { localityId });
  await decide(sari, report, 1, { action: 'verify' });
  addAnswers(t, sari);
  const place = { villageCode: villages.inderapura, localityId };
  const { id } = await addObstacle(sari, { place, sinceOn: '2026-03-01' });
  await addPromise(sari, { places: [place] }, [
    moveTo('agreed', '2026-11-20'),
    { do: 'reschedule', promisedOn: '2027-06-30', reason: 'land', note: 'menunggu' },
  ]);
  t.state.now = new Date('2026-11-23T05:00:00Z');
  await look(sari, id, 1, { note: 'Masih tertahan', nextLookOn: '2027-01-10' });
  const entries = await tell(sari);
  expect(entries.map(short)).toEqual([
    '2026-11-23 obstacle looked',
    '2026-11-22 Telkomsel rescheduled agreed',
    '2026-11-22 Telkomsel proposed proposed',
    '2026-11-20 Telkomsel moved agreed',
    '2026-11-15 report verified',
    '2026-11-10 Indosat Ooredoo Hutchison silent',
    '2026-11-06 Telkomsel build',
    '2026-03-01 obstacle raised',
  ]);
  expect(entries.filter(({ localityName }) => localityName === 'jorong Pasar')).toHaveLength(6);
  expect(entries[1]?.what).toMatchObject({
    promisedBefore: '2027-02-28',
    promisedOn: '2027-06-30',
  });
  expect(entries[4]?.what).toMatchObject({
    ...{ reportKind: 'report', isSample: false },
    statements: [{ operatorName: 'Telkomsel', technology: 'none', isOutage: false }, {}, {}],
  });
  expect(entries[0]?.what).toMatchObject({
    description: 'Masih tertahan',
    lifter: 'Wali Nagari Inderapura',
  });
});

test('a liaison reads its own answers and obstacles, and only promises that it may see', async () => {
  const t = createTestApp();
  const sari = await t.person('staff');
  addAnswers(t, sari);
  await addPromise(sari);
  await addObstacle(sari, { operatorId: 'telkomsel' });
  await addObstacle(sari);
  const telkomsel = await t.person('liaison', { operatorId: 'telkomsel' });
  const indosat = await t.person('liaison', { operatorId: 'indosat' });
  const leader = await t.person('leader');
  expect(await tell(leader)).toHaveLength(5);
  expect((await tell(telkomsel)).map(short)).toEqual([
    '2026-11-22 Telkomsel proposed proposed',
    '2026-11-06 Telkomsel build',
    '2026-03-01 obstacle raised',
    '2026-03-01 obstacle raised',
  ]);
  expect((await tell(indosat)).map(short)).toEqual([
    '2026-11-10 Indosat Ooredoo Hutchison silent',
    '2026-03-01 obstacle raised',
  ]);
});

test('samples are told only where there is nothing else', async () => {
  const t = createTestApp();
  const sari = await t.person('staff');
  const sample = await addReport(sari);
  t.db.prepare('UPDATE report SET is_sample = 1 WHERE id = ?').run(sample);
  expect((await tell(sari)).map(({ what }) => what)).toMatchObject([{ isSample: true }]);
  await addObstacle(sari);
  expect((await tell(sari)).map(short)).toEqual(['2026-03-01 obstacle raised']);
});

test('300 entries at most, and it says so', async () => {
  const t = createTestApp();
  const sari = await t.person('staff');
  const { id } = await addObstacle(sari);
  const insert = t.db.prepare(
    `INSERT INTO obstacle_look (obstacle_id, at, account_id, note, next_look_on)
     VALUES (?, '2026-11-22T00:00:00.000Z', ?, 'Masih', '2026-12-01')`,
  );
  for (let n = 0; n < 299; n += 1) insert.run(id, sari.id);
  const { entries, isTruncated } = (await sari.send(path)).body;
  expect([entries.length, isTruncated]).toEqual([300, false]);
  insert.run(id, sari.id);
  const longer = (await sari.send(path)).body;
  expect([longer.entries.length, longer.isTruncated]).toEqual([300, true]);
  expect(new Set(longer.entries.map(({ key }: StoryEntry) => key)).size).toBe(300);
});

test('a village that there is not', async () => {
  const t = createTestApp();
  const sari = await t.person('staff');
  expect((await sari.send('/api/places/13.01.01.2099/story')).status).toBe(404);
  expect((await sari.send('/api/places/13.01/story')).status).toBe(422);
});
