// The liaison's workbook through the real router: taken along, filled, brought back; what is refused by
// row, and that all of it is kept or nothing.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Commitment } from '../../../server/commitments/contract.ts';
import { createTestApp, type TestApp } from '../../helpers/app.ts';
import { take } from '../../helpers/commitment.ts';
import { addPromise, moveTo } from '../../helpers/outlook.ts';
import type { Person } from '../../helpers/verify.ts';
import { download, openWindow, rowsOf, upload, workbook } from '../../helpers/work.ts';

let it: TestApp;
let staff: Person;
let telkomsel: Person;
let indosat: Person;
let windowId: string;
let promiseId: string;

beforeEach(async () => {
  it = createTestApp();
  staff = await it.person('staff');
  telkomsel = await it.person('liaison', { operatorId: 'telkomsel' });
  indosat = await it.person('liaison', { operatorId: 'indosat' });
  windowId = await openWindow(staff);
  promiseId = await addPromise(telkomsel);
  await step(staff, moveTo('agreed'));
});

async function findPromise(who: Person = telkomsel): Promise<Commitment> {
  return (await who.send(`/api/commitments/${promiseId}`)).body as Commitment;
}

async function step(who: Person, what: Parameters<typeof take>[2]): Promise<void> {
  const { status, body } = await take(who, await findPromise(who), what);
  if (status !== 200) throw new Error(JSON.stringify(body));
}

async function answersOf(who: Person) {
  const { body } = await who.send(`/api/declarations/${windowId}`);
  return (body.matrix as { number: number; answers: Record<string, unknown>[] }[]).map(
    ({ answers }) => answers[0] ?? null,
  );
}

type Filled = Record<string, string | number>;

/** The workbook as it was taken along, with cells filled: by sheet, then row. */
async function filled(
  { answers = [], commitments = [] }: { answers?: Filled[]; commitments?: Filled[] },
  who: Person = telkomsel,
) {
  const tables = await download(it, who);
  const fill = (sheet: string, rows: Filled[]) =>
    rowsOf(tables, sheet).map((row, index) => ({ ...row, ...rows[index] }));
  return workbook({
    Deklarasi: fill('Deklarasi', answers),
    Komitmen: fill('Komitmen', commitments),
  });
}

const kept = () =>
  ['commitment', 'commitment_event', 'declaration_answer'].map((table) =>
    it.db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all(),
  );

test('holds its rows already, and brought back as it is changes nothing', async () => {
  const tables = await download(it, telkomsel);
  expect(tables.map(({ sheet }) => sheet)).toEqual(['Deklarasi', 'Komitmen', 'Keterangan']);
  expect(rowsOf(tables, 'Deklarasi')).toMatchObject([
    {
      ...{ Deklarasi: '1', 'No. tempat': '1', Operator: 'Telkomsel', Nama: 'Nagari Inderapura' },
      ...{ 'Kode desa': '13.01.01.2001', Kecamatan: 'Pancung Soal', Versi: 'v0' },
    },
    { 'No. tempat': '2', Nama: "Nagari Ma'u Besar" },
  ]);
  expect(rowsOf(tables, 'Komitmen')).toMatchObject([
    { 'No.': '1', Keadaan: 'Disepakati', Dijanjikan: '2027-02-28', Versi: '2' },
  ]);
  const before = kept();
  const { status, body } = await upload(it, telkomsel, await filled({}), { store: true });
  expect([status, body]).toEqual([200, { isStored: true, changes: [], unchanged: 3, errors: [] }]);
  expect(kept()).toEqual(before);
});

test('filled, it tells what it would change, and keeps it when asked to', async () => {
  const file = await filled({
    answers: [
      { Jawaban: 'Bangun', Tanggal: 'TW III 2027', Jenis: 'bts baru', 'ID site': 'PSR041' },
      { Jawaban: 'tidak ada rencana', Alasan: 'Lahan', Catatan: '=1+1' },
    ],
    commitments: [
      {
        ...{ 'Keadaan baru': 'Dikerjakan', 'Sejak tanggal': '22/11/2026' },
        ...{ 'Tanggal janji baru': 'Mei 2027', Alasan: 'perizinan' },
      },
    ],
  });
  const before = kept();
  const preview = await upload(it, telkomsel, file);
  expect(preview.body).toMatchObject({
    isStored: false,
    unchanged: 0,
    errors: [],
    changes: [
      {
        ...{ sheet: 'Deklarasi', row: 2, subject: 'Nagari Inderapura', from: 'Belum dijawab' },
        to: 'Bangun s.d. 30 Sep 2027 · BTS baru · PSR041',
      },
      { sheet: 'Deklarasi', row: 3, to: 'Tidak ada rencana · Lahan · “=1+1”' },
      {
        ...{ sheet: 'Komitmen', row: 2, subject: 'Komitmen 1 · Nagari Inderapura' },
        from: 'Disepakati, dijanjikan 28 Feb 2027',
        to: 'Dikerjakan sejak 22 Nov 2026 (Perizinan), dijanjikan 31 Mei 2027 (Perizinan)',
      },
    ],
  });
  expect(kept()).toEqual(before);

  const seen = it.events.length;
  const stored = await upload(it, telkomsel, file, { store: true });
  expect(stored.body).toMatchObject({ isStored: true, errors: [], changes: preview.body.changes });
  expect(it.events.slice(seen)).toMatchObject([{ type: 'commitments' }]);
  expect(await answersOf(telkomsel)).toMatchObject([
    { answer: 'build', on: '2027-09-30', kind: 'bts', siteRef: 'PSR041' },
    { answer: 'no_plan', reason: 'land', note: '=1+1' },
  ]);
  expect(await findPromise()).toMatchObject({
    ...{ state: 'in_progress', firstPromisedOn: '2027-02-28', promisedOn: '2027-05-31', slips: 1 },
  });
  // Taken along again it changes nothing; the same file is not taken twice.
  const again = await upload(it, telkomsel, await filled({}), { store: true });
  expect(again.body).toMatchObject({ changes: [], errors: [] });
  const twice = await upload(it, telkomsel, file, { store: true });
  expect(twice.body).toMatchObject({
    isStored: false,
    errors: [{ sheet: 'Komitmen', row: 2, header: null, code: 'row_outdated' }],
  });
});

test('an answer is taken back by emptying its cells', async () => {
  await upload(
    it,
    telkomsel,
    await filled({ answers: [{ Jawaban: 'Sudah melayani', Tanggal: '2026-10-01' }] }),
    { store: true },
  );
  expect(await answersOf(telkomsel)).toMatchObject([{ answer: 'served' }, null]);
  const { body } = await upload(
    it,
    telkomsel,
    await filled({ answers: [{ Jawaban: '', Tanggal: '' }] }),
    { store: true },
  );
  expect(body).toMatchObject({ isStored: true, changes: [{ to: 'Belum dijawab' }] });
  expect(await answersOf(telkomsel)).toEqual([null, null]);
});

describe('refused by row, and then nothing is kept', () => {
  test.each<[string, Parameters<typeof filled>[0], object]>([
    [
      'a date that is none',
      { answers: [{ Jawaban: 'Bangun', Tanggal: 'akhir tahun', Jenis: 'VSAT' }] },
      { sheet: 'Deklarasi', row: 2, header: 'Tanggal', value: 'akhir tahun' },
    ],
    [
      'building yesterday',
      { answers: [{}, { Jawaban: 'Bangun', Tanggal: '2026-11-21', Jenis: 'VSAT' }] },
      { row: 3, header: 'Tanggal', code: 'date_in_past', value: '2026-11-21' },
    ],
    [
      'serving tomorrow',
      { answers: [{ Jawaban: 'Sudah melayani', Tanggal: '2026-11-23' }] },
      { header: 'Tanggal', code: 'date_in_future' },
    ],
    [
      'a place that the window does not ask about',
      { answers: [{ 'No. tempat': 9, Jawaban: 'Tidak ada rencana' }] },
      { header: 'No. tempat', code: 'number_unknown', value: '9' },
    ],
    [
      'a window that there is not',
      { answers: [{ Deklarasi: 44, Jawaban: 'Tidak ada rencana' }] },
      { header: 'Deklarasi', code: 'window_unknown', value: '44' },
    ],
    [
      'the same place twice',
      {
        answers: [
          { Jawaban: 'Tidak ada rencana' },
          { 'No. tempat': 1, Jawaban: 'Sudah melayani', Tanggal: '2026-10-01' },
        ],
      },
      { row: 3, header: 'No. tempat', code: 'row_twice' },
    ],
    [
      'without the mark of its version',
      { answers: [{ Jawaban: 'Tidak ada rencana', Versi: '' }] },
      { header: null, code: 'version_missing' },
    ],
    [
      'another operator’s row',
      { answers: [{ Operator: 'Indosat Ooredoo Hutchison', Jawaban: 'Tidak ada rencana' }] },
      { header: 'Operator', code: 'foreign_operator' },
    ],
    [
      'serving, without a measurement',
      { commitments: [{ 'Keadaan baru': 'Melayani', 'Sejak tanggal': '2026-11-22' }] },
      { sheet: 'Komitmen', header: 'Keadaan baru', code: 'serving_needs_measurement' },
    ],
    [
      'backdated',
      { commitments: [{ 'Keadaan baru': 'Terbangun', 'Sejak tanggal': '2026-11-21' }] },
      { header: 'Sejak tanggal', code: 'date_before_last_update' },
    ],
    [
      'cancelled, which is for staff',
      { commitments: [{ 'Keadaan baru': 'cancelled', 'Sejak tanggal': '2026-11-22' }] },
      { header: 'Keadaan baru', code: 'move_for_staff' },
    ],
    [
      'put off without a reason',
      { commitments: [{ 'Tanggal janji baru': '2027-12-31' }] },
      { header: 'Alasan', code: 'slip_needs_reason' },
    ],
    [
      'a commitment that there is not',
      { commitments: [{ 'No.': 77, 'Keadaan baru': 'Terbangun', 'Sejak tanggal': '2026-11-22' }] },
      { header: 'No.', code: 'commitment_unknown', value: '77' },
    ],
  ])('%s', async (_, cells, error) => {
    const before = kept();
    // A row that is right beside it does not save it.
    const good = { Jawaban: 'Tidak ada rencana' };
    const answers = cells.answers ?? [good];
    const file = await filled({ ...cells, answers });
    const { status, body } = await upload(it, telkomsel, file, { store: true });
    expect([status, body.isStored]).toEqual([200, false]);
    expect(body.errors).toMatchObject([error]);
    expect(kept()).toEqual(before);
    const trail = it.db
      .prepare("SELECT after FROM audit WHERE action = 'work.table.refused' AND account_id = ?")
      .pluck()
      .all(telkomsel.id);
    expect(trail).toHaveLength(1);
  });

  test('all that is wrong is told at once', async () => {
    const { body } = await upload(
      it,
      telkomsel,
      await filled({
        answers: [{ Jawaban: 'Mungkin' }, { Jawaban: 'Bangun' }],
        commitments: [{ 'Keadaan baru': 'hampir', 'Sejak tanggal': 'kemarin' }],
      }),
    );
    expect(body.errors).toMatchObject([
      { row: 2, header: 'Jawaban', code: 'answer_unknown', value: 'Mungkin' },
      { row: 3, header: 'Tanggal', code: 'required' },
      { row: 3, header: 'Jenis', code: 'required' },
      { sheet: 'Komitmen', row: 2, header: 'Keadaan baru', code: 'state_unknown' },
    ]);
  });

  test('what somebody else changed since it was taken along', async () => {
    const file = await filled({
      answers: [{ Jawaban: 'Tidak ada rencana' }],
      commitments: [{ 'Keadaan baru': 'Terbangun', 'Sejak tanggal': '2026-11-22' }],
    });
    await step(telkomsel, moveTo('in_progress'));
    await telkomsel.send(`/api/declarations/${windowId}/answers`, {
      method: 'PUT',
      body: {
        operatorId: 'telkomsel',
        answers: [{ number: 1, answer: { answer: 'served', sinceOn: '2026-10-01' } }],
      },
    });
    const { body } = await upload(it, telkomsel, file, { store: true });
    expect(body.errors).toMatchObject([
      { sheet: 'Deklarasi', row: 2, header: null, code: 'row_outdated' },
      { sheet: 'Komitmen', row: 2, header: null, code: 'row_outdated' },
    ]);
    // A file that wants nothing there is left in peace.
    const quiet = await upload(it, telkomsel, await filled({}), { store: true });
    expect(quiet.body).toMatchObject({ isStored: true, changes: [] });
  });

  test('after the window was closed', async () => {
    const file = await filled({ answers: [{ Jawaban: 'Tidak ada rencana' }] });
    await staff.send(`/api/declarations/${windowId}/close`, { method: 'POST' });
    const { body } = await upload(it, telkomsel, file, { store: true });
    expect(body.errors).toMatchObject([{ header: 'Deklarasi', code: 'window_closed' }]);
  });

  test('a rival’s workbook: each row, in the audit trail, and what is proposed is not there', async () => {
    const file = await filled({
      answers: [{ Jawaban: 'Tidak ada rencana' }],
      commitments: [{ 'Keadaan baru': 'Terbangun', 'Sejak tanggal': '2026-11-22' }],
    });
    const { body } = await upload(it, indosat, file);
    expect(body.errors.map(({ sheet, row, code }) => [sheet, row, code])).toEqual([
      ['Deklarasi', 2, 'foreign_operator'],
      ['Deklarasi', 3, 'foreign_operator'],
      ['Komitmen', 2, 'foreign_operator'],
    ]);
    const trail = it.db
      .prepare("SELECT subject FROM audit WHERE action = 'work.table.refused' AND account_id = ?")
      .pluck()
      .all(indosat.id);
    expect(trail).toEqual(['operator:indosat']);
    const hidden = await addPromise(telkomsel, { siteRef: 'RAHASIA' });
    const { number } = (await telkomsel.send(`/api/commitments/${hidden}`)).body;
    const reached = await upload(
      it,
      indosat,
      await workbook({
        Komitmen: [
          { 'No.': number, 'Keadaan baru': 'Ditolak', 'Sejak tanggal': '2026-11-22', Versi: 1 },
        ],
      }),
    );
    expect(reached.body.errors).toMatchObject([{ code: 'commitment_unknown' }]);
  });
});

describe('a file that is no such workbook', () => {
  test.each<[string, () => Promise<Uint8Array>, number, string]>([
    [
      'other headers',
      () => workbook({ Data: [{ Nama: 'x', Kode: 'y' }] }),
      422,
      'work_sheet_missing',
    ],
    ['no table at all', async () => new Uint8Array([1, 2, 3]), 422, 'table_empty'],
    ['too large', async () => new Uint8Array(20_000_001), 413, 'table_too_large'],
  ])('%s', async (_, make, status, code) => {
    const answer = await upload(it, telkomsel, await make());
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});
