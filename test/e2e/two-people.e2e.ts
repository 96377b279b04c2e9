// Two officers open the same report: the second one is told, and nothing is overwritten.
import type { Page } from '@playwright/test';
import { expect, openAsAdmin, test } from './journey.ts';

const place = '/?place=13.01.01.2001';

async function save(page: Page, note: string, button: string): Promise<void> {
  await page.getByLabel('Catatan').fill(note);
  await page.getByRole('button', { name: button }).click();
}

test('the second officer sees both versions side by side and chooses', async ({
  browser,
  site,
}) => {
  const first = await openAsAdmin(browser, site, place);
  await first.getByRole('button', { name: 'Tandai' }).click();
  await first.getByRole('button', { name: 'Semua operator tidak ada sinyal' }).click();
  await save(first, 'versi awal', 'Simpan laporan');
  await expect(first.getByText('Laporan tersimpan')).toBeVisible();

  const second = await openAsAdmin(browser, site, place);
  for (const page of [first, second]) await page.getByRole('button', { name: /^Ubah/ }).click();
  await save(first, 'isian pertama', 'Simpan perubahan');
  await expect(first.getByText('Perubahan tersimpan')).toBeVisible();

  await expect(second.getByText(/baru saja mengubah laporan ini/)).toBeVisible();
  await save(second, 'isian kedua', 'Simpan perubahan');
  await expect(second.getByRole('group', { name: 'Laporan ini sudah diubah' })).toBeVisible();
  await expect(second.getByText('isian pertama')).toBeVisible();
  await expect(first.getByText('isian pertama')).toBeVisible();
  await second.getByRole('button', { name: 'Pakai isian saya' }).click();
  await expect(first.getByText('isian kedua')).toBeVisible();
});

test('a saved report can be taken back for ten seconds', async ({ browser, site }) => {
  const page = await openAsAdmin(browser, site, place);
  await page.getByRole('button', { name: 'Tandai' }).click();
  await page.getByRole('button', { name: 'Semua operator tidak ada sinyal' }).click();
  await save(page, 'salah desa', 'Simpan laporan');
  await page.getByRole('button', { name: /Urungkan/ }).click();
  await expect(page.getByText('Belum ada laporan di sini', { exact: true })).toBeVisible();
  await expect(page.locator('[data-selected-status=unknown]').first()).toBeVisible();
});
