// What waits for an operator, over the real router: declarations, promises, plans, places of which it has
// said nothing; what is open in an office, and what a successor is shown.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Work } from '../../../server/commitments/work-contract.ts';
import { createTestApp, password, type TestApp } from '../../helpers/app.ts';
import { addLocality, putPeople } from '../../helpers/locality.ts';
import {
  addObstacle,
  addPromise,
  moveTo,
  setLocalityStatus,
  setStatus,
} from '../../helpers/outlook.ts';
import { villages } from '../../helpers/place.ts';
import type { Person } from '../../helpers/verify.ts';
import { openWindow } from '../../helpers/work.ts';
import { regionId } from '../../../server/regions/contract.ts';

let it: TestApp;
let staff: Person;
let admin: Person;
let telkomsel: Person;
let indosat: Person;

beforeEach(async () => {
  it = createTestApp();
  staff = await it.person('staff');
  admin = await it.person('admin');
  telkomsel = await it.person('liaison', { operatorId: 'telkomsel' });
  indosat = await it.person('liaison', { operatorId: 'indosat' });
});

async function workOf(who: Person): Promise<Work> {
  const { status, body } = await who.send('/api/work');
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as Work;
}

const answered = (who: Person, id: string, number: number) =>
  who.send(`/api/declarations/${id}/answers`, {
    method: 'PUT',
    body: {
      operatorId: 'telkomsel',
      answers: [{ number, answer: { answer: 'no_plan', reason: 'land', note: '' } }],
    },
  });

test('nothing waits in the beginning but the plans themselves', async () => {
  expect(await workOf(telkomsel)).toEqual({
    operatorId: 'telkomsel',
    operatorName: 'Telkomsel',
    today: '2026-11-22',
    declarations: [],
    updates: { total: 0, commitments: [] },
    filing: { acceptedAt: null, id: null, ageDays: null, isDue: true, comparing: [] },
    unanswered: { total: 0, places: [] },
  });
});

test('a declaration waits until each of its places is answered', async () => {
  const id = await openWindow(staff);
  expect((await workOf(telkomsel)).declarations).toMatchObject([
    { id, unanswered: 2, daysLeft: 18, operators: [{ id: 'telkomsel' }] },
  ]);
  await answered(telkomsel, id, 1);
  expect((await workOf(telkomsel)).declarations).toMatchObject([{ unanswered: 1 }]);
  await answered(telkomsel, id, 2);
  expect((await workOf(telkomsel)).declarations).toEqual([]);
  expect((await workOf(indosat)).declarations).toMatchObject([{ unanswered: 2 }]);
});

test('promises wait that are late, nearly due, or have been quiet; a rival’s never', async () => {
  const late = await addPromise(staff, { promisedOn: '2026-11-01' }, [moveTo('agreed')]);
  const soon = await addPromise(telkomsel, { promisedOn: '2026-12-10' });
  await addPromise(telkomsel, { promisedOn: '2027-06-30' });
  await addPromise(indosat, { operatorId: 'indosat', promisedOn: '2026-12-01' });
  const { updates } = await workOf(telkomsel);
  expect(updates.total).toBe(2);
  expect(updates.commitments).toMatchObject([
    {
      ...{ id: late, cause: 'late', quietDays: 0, number: 1, state: 'agreed', slips: 0 },
      ...{ siteName: 'Inderapura Hilir', placeName: 'nagari Inderapura', places: 1 },
    },
    { id: soon, cause: 'due_soon', quietDays: 0, state: 'proposed', promisedOn: '2026-12-10' },
  ]);
  it.state.now = new Date('2026-12-22T05:00:00Z');
  telkomsel = { ...telkomsel, ...(await again(telkomsel)) };
  const later = (await workOf(telkomsel)).updates.commitments;
  expect(later.map(({ cause, quietDays }) => [cause, quietDays])).toEqual([
    ['late', 30],
    ['late', 30],
    ['quiet', 30],
  ]);
});

/** A session does not live a month. */
async function again(who: Person): Promise<Pick<Person, 'send' | 'cookie'>> {
  const cookie = await it.signInAs(who.email);
  return { cookie, send: (path, sent) => it.send(path, sent, cookie) };
}

describe('places without a signal of which an operator has said nothing', () => {
  const names = ({ unanswered }: Work) => unanswered.places.map(({ name }) => name);

  test('come with the most people first, and leave by a promise, an answer or a service', async () => {
    await putPeople(staff, villages.mau, { datedOn: '2026-06-30', population: 900 });
    await putPeople(staff, villages.indarung, { datedOn: '2026-06-30', population: 4000 });
    for (const code of Object.values(villages)) setStatus(it.db, code, 'blankspot');
    const work = await workOf(telkomsel);
    expect(work.unanswered.total).toBe(3);
    expect(work.unanswered.places.map(({ name, population }) => [name, population])).toEqual([
      ['Indarung', 4000],
      ["Ma'u Besar", 900],
      ['Inderapura', null],
    ]);

    await addPromise(telkomsel, { places: [{ villageCode: villages.indarung, localityId: null }] });
    const id = await openWindow(staff, { places: [villages.mau] });
    await answered(telkomsel, id, 1);
    expect(names(await workOf(telkomsel))).toEqual(['Inderapura']);
    expect(names(await workOf(indosat))).toEqual(['Indarung', "Ma'u Besar", 'Inderapura']);

    it.db
      .prepare(
        `INSERT INTO operator_status (id, operator_id, status, technology, confirmed, observed_on,
           is_sample, has_conflict, is_lacking, known_tenths)
         VALUES (?, 'telkomsel', 'served', '4g', 1, '2026-11-01', 0, 0, 0, 10)`,
      )
      .run(regionId(villages.inderapura));
    expect((await workOf(telkomsel)).unanswered).toEqual({ total: 0, places: [] });
  });

  test('an answer holds for a year, silence for nothing', async () => {
    setStatus(it.db, villages.mau, 'outage');
    const id = await openWindow(staff, { places: [villages.mau] });
    await answered(telkomsel, id, 1);
    await staff.send(`/api/declarations/${id}/close`, { method: 'POST' });
    expect(names(await workOf(telkomsel))).toEqual([]);
    expect(names(await workOf(indosat))).toEqual(["Ma'u Besar"]);
    it.state.now = new Date('2027-11-23T05:00:00Z');
    telkomsel = { ...telkomsel, ...(await again(telkomsel)) };
    expect(names(await workOf(telkomsel))).toEqual(["Ma'u Besar"]);
  });

  test('are localities where those are told; a sample and what nobody confirmed are no places', async () => {
    const { id } = await addLocality(staff);
    setStatus(it.db, villages.inderapura, 'blankspot');
    setLocalityStatus(it.db, id, 'blankspot');
    setStatus(it.db, villages.mau, 'blankspot', { isSample: true });
    setStatus(it.db, villages.indarung, 'blankspot', { confirmed: false });
    expect((await workOf(telkomsel)).unanswered.places).toMatchObject([
      { localityId: id, name: 'Pasar', villageName: 'Inderapura' },
    ]);
    await addPromise(telkomsel);
    expect((await workOf(telkomsel)).unanswered.total).toBe(0);
  });
});

describe('an office', () => {
  test('tells what is open in it to the admin and to those who work there', async () => {
    await addPromise(staff, { promisedOn: '2026-11-01' }, [moveTo('agreed')]);
    await addPromise(telkomsel);
    await openWindow(staff);
    await addObstacle(telkomsel, { operatorId: 'telkomsel', nextLookOn: '2026-11-22' });
    const open = {
      officeName: 'Kantor 3',
      ...{ commitments: 2, late: 1, declarations: 2, filings: 0, obstacles: 1, reports: 0 },
    };
    const path = `/api/offices/${telkomsel.officeId}/open`;
    expect((await telkomsel.send(path)).body).toEqual(open);
    expect((await admin.send(path)).body).toEqual(open);
    for (const other of [indosat, staff]) expect((await other.send(path)).status).toBe(404);
    expect((await admin.send('/api/offices/999/open')).status).toBe(404);
  });

  test('that was handed over shows the successor what is open, for thirty days', async () => {
    await addPromise(telkomsel);
    expect((await telkomsel.send('/api/handover')).body).toEqual({ handOver: null });
    const { status, body } = await admin.send(`/api/accounts/${telkomsel.id}/hand-over`, {
      method: 'POST',
      body: { name: 'Rina', email: 'rina@contoh.co.id' },
    });
    expect(status).toBe(201);
    const successor = await signInFirst(body.account.email, body.password);
    expect((await successor('/api/handover')).body).toMatchObject({
      handOver: {
        formerName: 'liaison 3',
        since: '2026-11-22T05:00:00.000Z',
        open: { commitments: 1, late: 0 },
      },
    });
    // The promise stays with the office.
    const [row] = it.db.prepare('SELECT office_id FROM commitment').pluck().all();
    expect(row).toBe(telkomsel.officeId);
    it.state.now = new Date('2026-12-23T05:00:00Z');
    const later = await it.signInAs('rina@contoh.co.id');
    expect((await it.send('/api/handover', {}, later)).body).toEqual({ handOver: null });
  });
});

/** Signs in with a handed-out password and chooses the usual one. */
async function signInFirst(email: string, handedOut: string) {
  const { headers } = await it.send('/api/session', {
    method: 'POST',
    body: { email, password: handedOut },
  });
  const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? '';
  await it.send(
    '/api/session/password',
    { method: 'PUT', body: { currentPassword: handedOut, newPassword: password } },
    cookie,
  );
  const fresh = await it.signInAs(email);
  return (path: string) => it.send(path, {}, fresh);
}
