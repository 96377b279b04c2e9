// From a blankspot to a promise, and from a promise to a signal: staff ask, the operator answers in the
// browser and by XLSX, it is agreed, goes on air, is measured, and the village has another colour.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { readTable } from '../../server/interchange/read-table.ts';
import { isoDay } from '../../server/platform/clock.ts';
import { rowsOf, workbook } from '../helpers/work.ts';
import {
  colourAt,
  expect,
  fillSignIn,
  listAxeProblems,
  mapIsReady,
  test,
  type Site,
} from './journey.ts';
import { addPerson, openAs, password } from './people.ts';

const villages = { inderapura: '13.01.01.2001', second: '13.01.01.2002' };
const operators = ['telkomsel', 'indosat', 'xlsmart'];
const dayMs = 86_400_000;
const dayIn = (days: number) => isoDay(new Date(Date.now() + days * dayMs));

async function createPeople(browser: Browser, site: Site) {
  const office = { regencyCode: null, operatorId: null };
  for (const person of [
    {
      name: 'Sari',
      email: 'sari@contoh.go.id',
      role: 'staff',
      office: { ...office, name: 'Diskominfotik' },
    },
    {
      ...{ name: 'Budi', email: 'budi@contoh.go.id', role: 'regency' },
      office: { ...office, name: 'Kominfo Pesisir Selatan', regencyCode: '13.01' },
    },
    {
      ...{ name: 'Andi', email: 'andi@contoh.go.id', role: 'liaison' },
      office: { ...office, name: 'Telkomsel Sumbagteng', operatorId: 'telkomsel' },
    },
  ])
    await addPerson(browser, site, person);
  return {
    sari: await openAs(browser, site, 'sari@contoh.go.id'),
    budi: (await openAs(browser, site, 'budi@contoh.go.id')).request,
  };
}

/** Budi measures in a village, and Sari verifies it. */
async function measure(
  budi: APIRequestContext,
  sari: Page,
  villageCode: string,
  statements: object[],
): Promise<void> {
  const { position } = await (await budi.get(`/api/regions/${villageCode}`)).json();
  const id = randomUUID();
  const saved = await budi.put(`/api/reports/${id}`, {
    headers: { 'if-none-match': '*' },
    data: {
      ...{ villageCode, kind: 'measurement', position, positionSource: 'device', accuracyM: 9 },
      ...{ observedOn: dayIn(0), statements, note: '' },
    },
  });
  expect(saved.status()).toBe(201);
  const verdict = await sari.request.post(`/api/reports/${id}/verdict`, {
    headers: { 'if-match': '"1"' },
    data: { action: 'verify' },
  });
  expect(verdict.status()).toBe(200);
}

const absent = operators.map((operatorId) => ({ operatorId, technology: 'none', strength: null }));

/** The workbook as its owner fills it in: no plan where nothing is answered yet. */
async function fillWorkbook(path: string): Promise<Uint8Array> {
  const tables = await readTable(new Uint8Array(readFileSync(path)), 'tugas.xlsx');
  const rows = rowsOf(tables, 'Deklarasi').map((row) =>
    row['Jawaban'] === '' ? { ...row, Jawaban: 'Tidak ada rencana', Alasan: 'Lahan' } : row,
  );
  return workbook({ Deklarasi: rows });
}

test('a blankspot is asked about, promised, built, measured, and served', async ({
  browser,
  site,
}) => {
  test.setTimeout(150_000);
  const { sari, budi } = await createPeople(browser, site);
  for (const code of Object.values(villages)) await measure(budi, sari, code, absent);

  await test.step('staff open a declaration for the blankspots of a regency', async () => {
    await sari.goto('/komitmen/deklarasi/baru');
    await sari.getByLabel('Judul').fill('Rakor percepatan');
    await sari.getByLabel('Hari terakhir menjawab').fill(dayIn(7));
    for (const name of ['Indosat Ooredoo Hutchison', 'XLSMART'])
      await sari.getByRole('checkbox', { name }).uncheck();
    await sari.getByRole('button', { name: 'Tambahkan ke daftar' }).click();
    await expect(sari.getByText('2 tempat ditambahkan.')).toBeVisible();
    await sari.getByRole('button', { name: 'Buka deklarasi' }).click();
    await expect(sari.getByRole('heading', { name: 'Rakor percepatan' })).toBeVisible();
  });

  const context = await browser.newContext({ baseURL: site.address, acceptDownloads: true });
  const andi = await context.newPage();
  await test.step('the liaison signs in to what waits, and answers by keyboard', async () => {
    await andi.goto('/');
    await fillSignIn(andi, 'andi@contoh.go.id', password);
    await expect(andi.getByRole('heading', { name: 'Yang menunggu Telkomsel' })).toBeVisible();
    expect(await listAxeProblems(andi)).toEqual([]);
    await andi.getByRole('button', { name: 'Jawab Rakor percepatan' }).click();
    const grid = andi.getByRole('grid', { name: /Telkomsel/ });
    await grid.getByText('Nagari Inderapura', { exact: true }).waitFor();
    await grid.focus();
    await andi.keyboard.press('b');
    await andi.getByLabel('Mengudara paling lambat').fill(dayIn(90));
    await andi.getByLabel('ID site').fill('PSR041');
    await andi.keyboard.press('Enter');
    await expect(grid.getByText(/^Bangun s\.d\./)).toBeVisible();
  });

  await test.step('and the rest by the workbook', async () => {
    const [download] = await Promise.all([
      andi.waitForEvent('download'),
      andi
        .getByRole('link', { name: 'Unduh XLSX' })
        .or(andi.getByRole('button', { name: 'Unduh XLSX' }))
        .click(),
    ]);
    const buffer = Buffer.from(await fillWorkbook(await download.path()));
    const [chooser] = await Promise.all([
      andi.waitForEvent('filechooser'),
      andi.getByRole('button', { name: 'Unggah XLSX' }).click(),
    ]);
    await chooser.setFiles({ name: 'tugas.xlsx', mimeType: 'application/octet-stream', buffer });
    await andi.getByRole('button', { name: 'Simpan 1 perubahan' }).click();
    await expect(andi.getByText('1 perubahan tersimpan')).toBeVisible();
  });

  await test.step('staff see both answers come in, and agree the promise', async () => {
    await expect(sari.getByText(/^Bangun s\.d\./)).toBeVisible();
    await expect(sari.getByText('Tidak ada rencana').first()).toBeVisible();
    await sari
      .getByRole('checkbox', { name: /Pilih jawaban Telkomsel untuk Nagari Inderapura/ })
      .check();
    await sari.getByRole('button', { name: 'Sepakati 1 janji' }).click();
    const dialog = sari.getByRole('dialog', { name: 'Sepakati janji' });
    await dialog.getByLabel('Nomor').fill('BA-12/2026');
    await dialog.getByRole('button', { name: 'Sepakati' }).click();
    await expect(sari.getByText('disepakati').first()).toBeVisible();
    expect(await listAxeProblems(sari)).toEqual([]);
  });

  await test.step('the liaison reports it on air, and cannot say that it serves', async () => {
    await andi.goto('/komitmen');
    await andi.getByText('Nagari Inderapura', { exact: true }).click();
    await expect(andi.getByRole('button', { name: 'Tandai melayani' })).toHaveCount(0);
    await andi.getByRole('button', { name: 'Tandai mengudara' }).click();
    const form = andi.getByRole('form', { name: 'Tandai mengudara' });
    await form.getByRole('button', { name: 'Tandai mengudara' }).click();
    await expect(andi.getByText(/^Mengudara per/)).toBeVisible();
    expect(await listAxeProblems(andi)).toEqual([]);
  });

  await test.step('a measurement makes it serving, and the village has another colour', async () => {
    await sari.goto(`/?place=${villages.inderapura}`);
    await mapIsReady(sari);
    await expect(sari.locator('[data-selected-status=blankspot]').first()).toBeVisible();
    const centre = { x: 480, y: 400 };
    const before = await colourAt(sari, centre.x, centre.y);
    const signal = { operatorId: 'telkomsel', technology: '4g', strength: 'strong' };
    await measure(budi, sari, villages.inderapura, [signal]);
    await expect(sari.locator('[data-selected-status=served]').first()).toBeVisible();
    await expect.poll(() => colourAt(sari, centre.x, centre.y)).not.toEqual(before);
    // In the liaison's browser, which nobody touched.
    await expect(andi.getByText(/^Terukur melayani per/)).toBeVisible();
  });
});
