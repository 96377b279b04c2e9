// Declaration windows through the real router: opened, answered, closed, agreed; what is refused and why,
// and that a rival finds nothing of another's answers.
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type Answer, type TestApp } from '../../helpers/app.ts';
import {
  agree,
  answer,
  build,
  changeWindow,
  openWindow,
  putWindow,
  wholeVillage,
} from '../../helpers/declaration.ts';
import { villages } from '../../helpers/place.ts';
import { addReport, decide, type Person } from '../../helpers/verify.ts';

let it: TestApp;
let staff: Person;
let telkomsel: Person;
let indosat: Person;

beforeEach(async () => {
  it = createTestApp();
  staff = await it.person('staff');
  telkomsel = await it.person('liaison', { operatorId: 'telkomsel' });
  indosat = await it.person('liaison', { operatorId: 'indosat' });
});

const refusal = ({ status, body }: Answer) =>
  [status, body?.code, body?.errors?.[0]?.field, body?.errors?.[0]?.code].filter(Boolean).join(' ');

const noPlan = { answer: 'no_plan', reason: 'land', note: '' };

function audit(action: string): { subject: string; after: string }[] {
  return it.db.prepare('SELECT subject, after FROM audit WHERE action = ?').all(action) as {
    subject: string;
    after: string;
  }[];
}

function stored() {
  return ['declaration_window', 'declaration_answer', 'commitment', 'commitment_event'].map(
    (table) => it.db.prepare(`SELECT * FROM ${table}`).all(),
  );
}

const cellOf = (window: Answer['body'], number: number, operatorId: string) =>
  window.matrix[number - 1].answers.find((one: Answer['body']) => one.operatorId === operatorId);

describe('opening', () => {
  test('the places are numbered by code, and everyone who is asked finds it', async () => {
    const { body } = await putWindow(staff, {
      places: [wholeVillage(villages.indarung), wholeVillage(villages.inderapura)],
    });
    expect(body).toMatchObject({ number: 1, daysLeft: 7, isOpen: true, mayManage: true });
    expect(body.matrix.map((p: Answer['body']) => [p.number, p.name, p.regencyName])).toEqual([
      [1, 'Inderapura', 'Pesisir Selatan'],
      [2, 'Indarung', 'Padang'],
    ]);
    const xlsmart = await it.person('liaison', { operatorId: 'xlsmart' });
    for (const [who, count] of [
      [staff, 1],
      [telkomsel, 1],
      [indosat, 1],
      [xlsmart, 0],
    ] as const)
      expect((await who.send('/api/declarations')).body).toHaveLength(count);
    expect((await xlsmart.send(`/api/declarations/${body.id}`)).status).toBe(404);
    expect(it.events.at(-1)).toEqual({ type: 'commitments', version: 1 });
    expect(audit('window.open')).toMatchObject([{ subject: `window:${body.id}` }]);
  });

  test('the same again is the same window, another under its id is refused', async () => {
    const id = randomUUID();
    await putWindow(staff, {}, id);
    expect((await putWindow(staff, {}, id)).body.number).toBe(1);
    expect((await staff.send('/api/declarations')).body).toHaveLength(1);
    expect(refusal(await putWindow(staff, { title: 'Lain' }, id))).toBe('409 id_taken');
  });

  test.each([
    ['a day gone by', { closesOn: '2026-11-21' }, 'closesOn date_in_past'],
    ['an unknown operator', { operatorIds: ['axis'] }, 'operatorIds.0 operator_unknown'],
    [
      'one that was taken over',
      { operatorIds: ['telkomsel', 'xl'] },
      'operatorIds.1 operator_taken_over',
    ],
    ['one twice', { operatorIds: ['telkomsel', 'telkomsel'] }, 'operatorIds.1 operator_twice'],
    ['an unknown village', { places: [wholeVillage('13.01.01.2999')] }, 'places.0 place_unknown'],
    [
      'a locality of nowhere',
      { places: [{ villageCode: villages.mau, localityId: randomUUID() }] },
      'places.0 place_unknown',
    ],
    [
      'a place twice',
      { places: [wholeVillage(villages.mau), wholeVillage(villages.mau)] },
      'places.1 place_twice',
    ],
    ['no place', { places: [] }, 'places too_short'],
    ['no title', { title: ' ' }, 'title too_short'],
  ])('%s is refused', async (_, over, expected) => {
    const before = stored();
    expect(refusal(await putWindow(staff, over))).toBe(`422 invalid ${expected}`);
    expect(stored()).toEqual(before);
  });
});

describe('answering', () => {
  test('each operator answers for itself, and the matrix shows all of them to staff', async () => {
    const id = await openWindow(staff);
    await answer(telkomsel, id, 'telkomsel', { 1: build('2026-12-31', { siteRef: 'PSL-1' }) });
    await answer(indosat, id, 'indosat', {
      1: noPlan,
      2: { answer: 'served', sinceOn: '2026-01-01' },
    });
    const { body } = await staff.send(`/api/declarations/${id}`);
    expect(body.operators.map((o: Answer['body']) => [o.id, o.answered])).toEqual([
      ['telkomsel', 1],
      ['indosat', 2],
    ]);
    expect(cellOf(body, 1, 'telkomsel')).toMatchObject({
      ...{ answer: 'build', on: '2026-12-31', siteRef: 'PSL-1', answeredByName: 'liaison 2' },
    });
    expect(cellOf(body, 1, 'indosat')).toMatchObject({ answer: 'no_plan', reason: 'land' });
    expect(cellOf(body, 2, 'indosat')).toMatchObject({ answer: 'served', isMeasured: false });
    expect(cellOf(body, 2, 'telkomsel')).toBeUndefined();
  });

  test('a rival sees nothing of the answers of another, nor how many there are', async () => {
    const id = await openWindow(staff);
    await answer(telkomsel, id, 'telkomsel', {
      1: build('2026-12-31', { siteRef: 'RAHASIA-7', note: 'RAHASIA' }),
    });
    await agree(staff, id, [[1, 'telkomsel']], { basisNumber: '' });
    it.db.prepare("UPDATE commitment SET confidential_until = '2027-01-01'").run();
    for (const path of ['', `/${id}`]) {
      const text = JSON.stringify((await indosat.send(`/api/declarations${path}`)).body);
      expect(text).not.toMatch(/telkomsel|RAHASIA|"promises":1/i);
    }
    const { body } = await indosat.send(`/api/declarations/${id}`);
    expect(body.operators).toEqual([{ id: 'indosat', name: expect.any(String), answered: 0 }]);
    expect(body.matrix[0]).toMatchObject({ answers: [], promises: 0, isForProposal: false });
    const mine = (await telkomsel.send(`/api/declarations/${id}`)).body;
    expect(mine.matrix[0]).toMatchObject({ promises: 1 });
    await staff.send(`/api/declarations/${id}/close`, { method: 'POST' });
    const closed = (await indosat.send(`/api/declarations/${id}`)).body;
    expect(closed.matrix.map((p: Answer['body']) => p.isForProposal)).toEqual([false, false]);
  });

  test('all or none: one bad answer leaves every other one unwritten', async () => {
    const id = await openWindow(staff);
    const before = stored();
    const answered = await answer(telkomsel, id, 'telkomsel', {
      1: build(),
      2: build('2026-11-01'),
    });
    expect(refusal(answered)).toBe('422 invalid answers.1.answer.byOn date_in_past');
    expect(answered.body.errors[0].value).toBe('2026-11-01');
    expect(stored()).toEqual(before);
    expect(audit('window.answer.refused')).toMatchObject([{ subject: `window:${id}` }]);
  });

  test.each([
    ['for another operator', 'indosat', { 1: build() }, '403 foreign_operator'],
    ['for one that there is not', 'axis', { 1: build() }, '403 foreign_operator'],
    [
      'an unknown number',
      'telkomsel',
      { 3: build() },
      '422 invalid answers.0.number number_unknown',
    ],
    [
      'an unknown number, to take it back',
      'telkomsel',
      { 3: null },
      '422 invalid answers.0.number number_unknown',
    ],
    [
      'silence',
      'telkomsel',
      { 1: { answer: 'silent' } },
      '422 invalid answers.0.answer.answer wrong_value',
    ],
    [
      'served from tomorrow',
      'telkomsel',
      { 1: { answer: 'served', sinceOn: '2026-11-23' } },
      '422 invalid answers.0.answer.sinceOn date_in_future',
    ],
  ])('%s is refused and kept in the trail', async (_, operatorId, answers, expected) => {
    const id = await openWindow(staff);
    const before = stored();
    expect(refusal(await answer(telkomsel, id, operatorId, answers))).toBe(expected);
    expect(stored()).toEqual(before);
  });

  test('staff answer in the name of an operator, and the trail says so', async () => {
    const id = await openWindow(staff);
    expect((await answer(staff, id, 'indosat', { 1: noPlan })).status).toBe(200);
    expect(JSON.parse(audit('window.answer')[0]?.after ?? '')).toMatchObject({
      operatorId: 'indosat',
      inNameOf: 'indosat',
    });
    expect(refusal(await answer(staff, id, 'xlsmart', { 1: noPlan }))).toBe(
      '422 invalid operatorId operator_not_asked',
    );
  });

  test('null takes an answer back; the same again changes nothing', async () => {
    const id = await openWindow(staff);
    await answer(telkomsel, id, 'telkomsel', { 1: build(), 2: noPlan });
    await answer(telkomsel, id, 'telkomsel', { 1: build(), 2: null });
    const { body } = await telkomsel.send(`/api/declarations/${id}`);
    expect(body.operators[0].answered).toBe(1);
    expect(audit('window.answer').map(({ after }) => JSON.parse(after).changed.length)).toEqual([
      2, 1,
    ]);
  });

  test('a measurement of that operator shows what it answered', async () => {
    const id = await openWindow(staff);
    await answer(telkomsel, id, 'telkomsel', { 1: { answer: 'served', sinceOn: '2026-01-01' } });
    const reporter = await it.person('regency', { regencyCode: '13.01' });
    const reportId = await addReport(reporter, {
      ...{ kind: 'measurement', positionSource: 'device', accuracyM: 8 },
      statements: [{ operatorId: 'telkomsel', technology: '4g', strength: 'strong' }],
    });
    const measured = async () =>
      cellOf((await staff.send(`/api/declarations/${id}`)).body, 1, 'telkomsel').isMeasured;
    expect(await measured()).toBe(false);
    const said = await decide(staff, reportId, 1, { action: 'verify' });
    expect(said.status, JSON.stringify(said.body)).toBe(200);
    expect(await measured()).toBe(true);
    it.state.now = new Date('2028-01-01T00:00:00Z');
    expect(await measured()).toBe(false);
  });

  test('who took an operator over answers for it', async () => {
    const id = await openWindow(staff);
    it.db.prepare("UPDATE operator SET successor_id = 'indosat' WHERE id = 'telkomsel'").run();
    const { body } = await indosat.send(`/api/declarations/${id}`);
    expect(body.mayAnswerFor.toSorted()).toEqual(['indosat', 'telkomsel']);
    expect((await answer(indosat, id, 'telkomsel', { 1: noPlan })).status).toBe(200);
  });
});

describe('closing', () => {
  test.each([
    ['the last minute of the day in WIB', '2026-11-29T16:59:00Z', 200],
    ['the first minute of the next day', '2026-11-29T17:00:00Z', 409],
  ])('an answer in %s', async (_, at, expected) => {
    const id = await openWindow(staff);
    it.state.now = new Date(at);
    const answered = await answer(telkomsel, id, 'telkomsel', { 1: build() });
    expect(answered.status).toBe(expected);
    if (expected === 409) expect(answered.body.code).toBe('window_closed');
  });

  test('silence is written down, and what nobody builds is a candidate', async () => {
    const id = await openWindow(staff);
    await answer(telkomsel, id, 'telkomsel', { 1: build(), 2: noPlan });
    it.state.now = new Date('2026-11-30T01:00:00Z');
    const { body } = await staff.send(`/api/declarations/${id}`);
    expect(body).toMatchObject({ isOpen: false, daysLeft: -1, mayAnswerFor: [] });
    expect(body.matrix.map((p: Answer['body']) => p.isForProposal)).toEqual([false, true]);
    expect(cellOf(body, 2, 'indosat')).toMatchObject({ answer: 'silent', answeredByName: null });
    expect(body.operators.map((o: Answer['body']) => o.answered)).toEqual([2, 0]);
    expect(JSON.parse(audit('window.close')[0]?.after ?? '')).toMatchObject({ silent: 2 });
    await staff.send('/api/declarations');
    expect(audit('window.close')).toHaveLength(1);
  });

  test('it closes later or earlier, never in the past, and is not opened again', async () => {
    const id = await openWindow(staff);
    const later = await changeWindow(staff, id, 1, { closesOn: '2026-12-31' });
    expect(later.body).toMatchObject({ closesOn: '2026-12-31', version: 2 });
    expect(refusal(await changeWindow(staff, id, 1, { title: 'Baru' }))).toBe(
      '412 changed_meanwhile',
    );
    expect(refusal(await changeWindow(staff, id, 2, { closesOn: '2026-11-21' }))).toBe(
      '422 invalid closesOn date_in_past',
    );
    const closed = await staff.send(`/api/declarations/${id}/close`, { method: 'POST' });
    expect(closed.body).toMatchObject({ isOpen: false, closesOn: '2026-11-22' });
    expect(refusal(await staff.send(`/api/declarations/${id}/close`, { method: 'POST' }))).toBe(
      '409 window_closed',
    );
    expect(refusal(await changeWindow(staff, id, 3, { closesOn: '2027-01-31' }))).toBe(
      '409 window_closed',
    );
    expect(refusal(await answer(telkomsel, id, 'telkomsel', { 1: build() }))).toBe(
      '409 window_closed',
    );
  });
});

describe('agreeing', () => {
  test('answers with one site become one commitment, with basis and history', async () => {
    const id = await openWindow(staff);
    const site = build('2027-06-30', { siteRef: 'PSL-1' });
    await answer(telkomsel, id, 'telkomsel', { 1: site, 2: site });
    const { status, body } = await agree(staff, id, [
      [1, 'telkomsel'],
      [2, 'telkomsel'],
    ]);
    expect(status, JSON.stringify(body)).toBe(200);
    const { commitmentId } = cellOf(body, 1, 'telkomsel');
    expect(cellOf(body, 2, 'telkomsel').commitmentId).toBe(commitmentId);
    const promise = (await staff.send(`/api/commitments/${commitmentId}`)).body;
    expect(promise).toMatchObject({
      ...{ state: 'agreed', operatorId: 'telkomsel', windowId: id, promisedOn: '2027-06-30' },
      ...{ basisNumber: 'BA-12/2026', agreedOn: '2026-11-21', siteRef: 'PSL-1' },
    });
    expect(promise.places).toHaveLength(2);
    expect(promise.events.map((e: Answer['body']) => [e.action, e.toState])).toEqual([
      ['proposed', 'proposed'],
      ['moved', 'agreed'],
    ]);
    expect(promise.events[0].note).toBe(
      'Dijawab oleh liaison 2 pada 2026-11-22 dalam deklarasi 1, “Rakor triwulan IV”.',
    );
  });

  test('what is agreed is neither agreed twice nor answered anew', async () => {
    const id = await openWindow(staff);
    await answer(telkomsel, id, 'telkomsel', { 1: build(), 2: noPlan });
    await agree(staff, id, [[1, 'telkomsel']]);
    const before = stored();
    expect(refusal(await agree(staff, id, [[1, 'telkomsel']]))).toBe(
      '422 invalid cells.0 answer_agreed',
    );
    expect(refusal(await agree(staff, id, [[2, 'telkomsel']]))).toBe(
      '422 invalid cells.0 answer_builds_nothing',
    );
    expect(refusal(await agree(staff, id, [[1, 'indosat']]))).toBe(
      '422 invalid cells.0 answer_builds_nothing',
    );
    expect(refusal(await answer(telkomsel, id, 'telkomsel', { 1: noPlan }))).toBe(
      '422 invalid answers.0.number answer_agreed',
    );
    expect((await answer(telkomsel, id, 'telkomsel', { 1: build() })).status).toBe(200);
    expect(stored()).toEqual(before);
  });

  test('a day that has not come is no basis', async () => {
    const id = await openWindow(staff);
    await answer(telkomsel, id, 'telkomsel', { 1: build() });
    expect(refusal(await agree(staff, id, [[1, 'telkomsel']], { basisOn: '2026-12-01' }))).toBe(
      '422 invalid basisOn date_in_future',
    );
  });
});

describe('the matrix as a file', () => {
  async function fileOf(who: Person, id: string, format: string) {
    const { cookie } = who;
    const response = await it.app.request(
      `http://jangkau.test/api/declarations/${id}/matrix.${format}`,
      { headers: { cookie } },
    );
    return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
  }

  test('a row a place, an operator a column, candidates marked; hostile text stays text', async () => {
    const id = await openWindow(staff, { title: '=Rakor "1"/2\r\nX' });
    await answer(telkomsel, id, 'telkomsel', {
      1: build('2026-12-31', { siteRef: '=PSL', note: '=HYPERLINK("x")' }),
      2: noPlan,
    });
    it.state.now = new Date('2026-12-01T00:00:00Z');
    const { response, bytes } = await fileOf(staff, id, 'csv');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/);
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain('Bangun s.d. 31 Des 2026 · BTS baru · =PSL');
    expect(text).toContain(`'=HYPERLINK`);
    expect(text.trim().split('\r\n').at(-1)).toMatch(/Tidak menjawab,,Calon usulan$/);
    const workbook = await fileOf(staff, id, 'xlsx');
    expect(workbook.bytes.subarray(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    const own = await fileOf(indosat, id, 'csv');
    expect(new TextDecoder().decode(own.bytes)).not.toMatch(/Telkomsel|Bangun|Calon/);
  });

  test('as PDF', async () => {
    const id = await openWindow(staff);
    const { response, bytes } = await fileOf(staff, id, 'pdf');
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(new TextDecoder('latin1').decode(bytes.subarray(0, 5))).toBe('%PDF-');
  });
});
