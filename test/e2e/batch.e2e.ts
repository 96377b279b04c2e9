// A filled paper form is typed in without the mouse, and its reports stand in the village.
import type { Page } from '@playwright/test';
import { adminEmail, adminPassword } from '../helpers/server.ts';
import { expect, fillSignIn, listAxeProblems, openAsAdmin, test } from './journey.ts';

/** Types key by key, as fingers do. */
async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const active = (page: Page) => page.locator('[role="gridcell"][data-active]');

test('three rows by keyboard alone, kept over a reload, then saved', async ({ browser, site }) => {
  const page = await openAsAdmin(browser, site, '/data/isi/13.01.01');
  await expect(page.getByRole('heading', { name: 'Kec. Pancung Soal' })).toBeVisible();
  await expect(active(page)).toBeFocused();

  // The village as a whole: 4G strong, nothing, 2G weak; the 1st of the month, day and night, outside.
  await press(page, '4', 'k', 'Tab', '0', 'Tab', '2', 'l', 'Tab', '1', 'Tab', 's', 'm', 'Tab', 'l');
  const cells = page.locator('[data-row="1.1"] [role="gridcell"]');
  await expect(cells.nth(1)).toContainText('4G kuat');
  await expect(cells.nth(2)).toContainText('Tidak ada');
  await expect(cells.nth(3)).toContainText('2G lemah');
  await expect(cells.nth(4)).toHaveText(/^1 \p{L}+$/u);
  await expect(cells.nth(5)).toHaveText('Siang malam');
  await expect(cells.nth(6)).toHaveText('Luar');

  // An empty line gets a name; below it everything is as above.
  await press(page, 'Home', 'ArrowDown');
  await page.keyboard.type('Koto Baru');
  await press(page, 'Tab', '"', 'Tab', '"', 'Tab', '3', 'Tab', '"');
  // And the next one lacks the strength of its signal and its day.
  await press(page, 'ArrowDown', 'Home');
  await page.keyboard.type('Simpang');
  await press(page, 'Tab', '4', 'Control+Enter');
  await expect(page.getByText(/sel perlu diperbaiki/)).toBeVisible();
  const row = page.locator('[data-row="1.3"]');
  await expect(row.getByText('Pilih kuat sinyalnya.')).toBeVisible();
  expect(await listAxeProblems(page)).toEqual([]);

  await page.reload();
  await expect(page.locator('[data-row="1.2"]')).toContainText('Koto Baru');
  await expect(page.getByText(/3 baris dari terakhir kali/)).toBeVisible();
  await press(page, 'ArrowDown', 'ArrowRight', 'ArrowRight', '3', 's', 'ArrowDown', 'ArrowLeft');
  await press(page, 'ArrowLeft', 's', 'ArrowUp', 'ArrowUp', 'End', 'ArrowLeft', 'ArrowLeft');
  await press(page, 'ArrowLeft', 'Control+d');
  await expect(page.locator('[data-row="1.3"] [data-kind="day"]')).toHaveText(/^1 /);
  await press(page, 'Control+Enter');
  await expect(page.getByText('3 laporan tersimpan, menunggu verifikasi')).toBeVisible();
  await expect(page.locator('[data-row="1.1"]')).not.toContainText('4G');

  await page.goto('/?place=13.01.01.2001');
  await expect(page.getByText('Belum diverifikasi').first()).toBeVisible();
  expect(
    await page.evaluate(async () => {
      const answer = await fetch('/api/reports?village=13.01.01.2001');
      const reports = (await answer.json()) as { localityName: string }[];
      return reports.map(({ localityName }) => localityName).toSorted();
    }),
  ).toEqual(['', 'Koto Baru', 'Simpang']);
});

test('a district is found by one of its villages, printed and typed in', async ({
  browser,
  site,
}) => {
  const page = await openAsAdmin(browser, site, '/data/blangko');
  await page.getByRole('combobox', { name: 'Kecamatan' }).fill('muaro sakai');
  await page.getByRole('option', { name: /Pancung Soal/ }).click();
  await expect(page.getByRole('link', { name: 'Cetak blangko (PDF)' })).toHaveAttribute(
    'href',
    '/api/blangko/13.01.01.pdf',
  );
  expect(await listAxeProblems(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Unduh XLSX' }).click();
  expect((await download).suggestedFilename()).toMatch(/^Blangko-Kecamatan-Pancung-Soal-.*\.xlsx$/);
  await page.getByRole('button', { name: 'Isi dari kertas' }).click();
  await expect(active(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Simpan' })).toBeFocused();
});

test.describe('at 390 px', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a cell is filled with the buttons below the table', async ({ page, site }) => {
    await page.goto(`${site.address}/data/isi/13.01.01`);
    await fillSignIn(page, adminEmail, adminPassword);
    const cell = page.locator('[data-row="1.1"] [data-kind="answer"]').first();
    await cell.tap();
    await page.getByRole('button', { name: '4 4G' }).tap();
    await page.getByRole('button', { name: 'K kuat' }).tap();
    await expect(cell).toHaveText('4G kuat');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    expect(await listAxeProblems(page)).toEqual([]);
  });
});
