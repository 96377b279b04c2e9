// What the map tells can be chosen: one operator, a technology, the age, agreement and completeness of
// the evidence; and the admin's rules decide how much evidence a status takes.
import type { Page } from '@playwright/test';
import { expect, listAxeProblems, mapIsReady, openAsAdmin, test } from './journey.ts';

/** The number that the legend shows for a row, once it is there. */
async function countOf(page: Page, key: string): Promise<number> {
  const row = page.locator(`[data-legend="${key}"]`);
  await expect(row).toContainText(/\d/);
  const text = (await row.textContent()) ?? '';
  return Number(/([\d.]+)$/.exec(text)?.[1]?.replaceAll('.', ''));
}

test('the map shows one operator, a technology, and how good what is known is', async ({
  browser,
  site,
}) => {
  const page = await openAsAdmin(browser, site);
  await mapIsReady(page);
  await page.getByRole('button', { name: 'Isi data SAMPEL' }).click();
  await expect.poll(() => countOf(page, 'served')).toBeGreaterThan(100);
  const blankspots = await countOf(page, 'blankspot');
  expect(blankspots).toBeGreaterThan(10);

  await page.getByLabel('Operator yang ditampilkan').selectOption({ label: 'Telkomsel' });
  await expect(page).toHaveURL(/op=telkomsel/);
  await expect.poll(() => countOf(page, 'blankspot')).not.toBe(blankspots);
  await page.getByLabel('Teknologi yang ditampilkan').selectOption({ label: '4G ke atas' });
  await expect(page.getByRole('switch', { name: /Tidak ada 4G ke atas/ })).toBeVisible();
  await expect.poll(() => countOf(page, 'served')).toBeGreaterThan(100);

  await page.getByLabel('Warna peta menurut').selectOption({ label: 'Warna: umur data' });
  await expect(page).toHaveURL(/lens=age/);
  expect(await countOf(page, 'fresh')).toBeGreaterThan(await countOf(page, 'stale'));
  await page.getByRole('switch', { name: /Masih baru/ }).click();
  await expect(page).toHaveURL(/hide=fresh/);

  await page.reload();
  await mapIsReady(page);
  await expect(page.getByRole('heading', { name: 'Umur data' })).toBeVisible();
  await expect(page.getByRole('switch', { name: /Masih baru/ })).not.toBeChecked();
  await expect(page.getByLabel('Operator yang ditampilkan')).toHaveValue('telkomsel');

  expect(await listAxeProblems(page)).toEqual([]);
});

test('the admin asks for more evidence, and the map follows', async ({ browser, site }) => {
  const page = await openAsAdmin(browser, site);
  await mapIsReady(page);
  await page.getByRole('button', { name: 'Isi data SAMPEL' }).click();
  await expect.poll(() => countOf(page, 'served')).toBeGreaterThan(100);

  await page.goto('/admin/aturan');
  const served = page.getByRole('group', { name: 'Terlayani 4G' });
  await expect(served).toBeVisible();
  expect(await listAxeProblems(page)).toEqual([]);
  await served.getByLabel('Laporan terverifikasi').fill('dua');
  await page.getByRole('button', { name: 'Simpan aturan' }).click();
  await expect(served.getByLabel('Laporan terverifikasi')).toHaveAttribute('aria-invalid', 'true');
  await served.getByLabel('Laporan terverifikasi').fill('2');
  await served.getByLabel('Pengukuran').fill('2');
  await page.getByRole('button', { name: 'Simpan aturan' }).click();
  await expect(page.getByText(/Berlaku sejak/)).toBeVisible();

  await page.goto('/');
  await mapIsReady(page);
  await expect.poll(() => countOf(page, 'served')).toBe(0);
  await page.getByLabel('Warna peta menurut').selectOption({ label: 'Warna: kesepakatan' });
  await expect.poll(() => countOf(page, 'lacking')).toBeGreaterThan(100);
});
