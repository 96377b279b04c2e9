// A spreadsheet as an office sends it: shown first, its doubts settled by keyboard, stored once, and
// nothing the second time.
import type { Page } from '@playwright/test';
import { writeXlsx } from '../../server/interchange/write-table.ts';
import { expect, listAxeProblems, openAsAdmin, test } from './journey.ts';

const header = [
  'Kode',
  'Kabupaten',
  'Kecamatan',
  'Nagari',
  'Telkomsel',
  'Indosat',
  'XLSMART',
  'Tgl',
];
const at = ['Kab. Pesisir Selatan', 'Pancung Soal'];
const none = ['tidak ada', '-', 'tidak ada'];

/** Certain, doubtful by spelling (twice) and by code, wrong by day and by contradiction. */
const rows = [
  ['', ...at, 'Nagari Inderapura', ...none, '12/10/2026'],
  ['', ...at, 'Inderapura Barat', '4G lemah', '', '', '46307'],
  ['', ...at, 'Indrapura', ...none, '13/10/2026'],
  ['', ...at, 'INDRAPURA', ...none, '14/10/2026'],
  ['13.1.1.2001', '', '', '', '2G kuat', '', '', '2026-10-15'],
  ['', ...at, 'Inderapura', ...none, 'Oktober 2026'],
  ['', ...at, 'Inderapura', '=4G', '', '', '12/10/2026'],
];

async function makeFile(): Promise<Buffer> {
  const columns = header.map((text) => ({ header: text, isCode: text === 'Kode' }));
  return Buffer.from(await writeXlsx([{ name: 'Laporan', columns, rows }]));
}

async function send(page: Page, buffer: Buffer): Promise<void> {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page
    .locator('[data-kind=reports] input[type=file]')
    .setInputFiles({ name: 'blankspot.xlsx', mimeType, buffer });
}

async function expectAccessible(page: Page): Promise<void> {
  expect(await listAxeProblems(page)).toEqual([]);
}

test('a messy spreadsheet is settled by keyboard, stored once, and adds nothing again', async ({
  browser,
  site,
}) => {
  const page = await openAsAdmin(browser, site, '/data');
  await expect(page.getByRole('heading', { name: 'Masukkan tabel' })).toBeVisible();
  await expectAccessible(page);
  const file = await makeFile();
  await send(page, file);

  const tab = (name: string, count: number) => page.getByRole('tab', { name: `${count} ${name}` });
  await expect(tab('Pasti', 2)).toBeVisible();
  await expect(tab('Meragukan', 3)).toHaveAttribute('aria-selected', 'true');
  await expect(tab('Salah', 2)).toBeVisible();
  await expectAccessible(page);

  const open = page.locator('li[data-open]');
  await expect(open).toContainText('Ejaannya hanya mirip');
  await expect(open).toContainText('Kec. Pancung Soal');
  // Both rows with this spelling, and the next file too.
  await page.keyboard.press('1');
  await expect(tab('Pasti', 4)).toBeVisible();
  await expect(open).toContainText('Nol di kode ini hilang');
  await page.keyboard.press('s');
  await expect(page.getByText('1 dilewati · 2 salah')).toBeVisible();

  await tab('Salah', 2).click();
  await expect(page.getByText(/Tgl “Oktober 2026”: Tanggalnya belum lengkap/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Simpan 4 baris' }).click();
  await expect(page.getByRole('heading', { name: '4 baris tersimpan' })).toBeVisible();
  await expect(page.getByText('menunggu verifikasi')).toBeVisible();
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Unduh baris itu' }).click();
  expect((await download).suggestedFilename()).toBe('blankspot-perlu-diperbaiki.csv');

  await page.getByRole('button', { name: 'Masukkan berkas lain' }).click();
  await expect(page.getByText('4 baru, 0 berubah')).toBeVisible();
  await send(page, file);
  await expect(page.getByText(/Berkas ini sudah disimpan Admin/)).toBeVisible();
  await expect(tab('Sudah ada', 4)).toBeVisible();
  await expect(tab('Pasti', 0)).toBeVisible();
  await expect(page.getByText('Tidak ada baris baru untuk disimpan.')).toBeVisible();

  // On the map: the reports are there, waiting.
  await page.goto('/?place=13.01.01.2001');
  await expect(page.getByText('13 Okt 2026').first()).toBeVisible();
});
