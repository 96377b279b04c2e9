// What cannot be done yet: recorded at a place, looked at, lifted, and told in the place's story.
import { expect, listAxeProblems, openAsAdmin, test } from './journey.ts';

const village = '13.01.01.2001';

test('an obstacle is recorded, looked at, lifted, and told in the story', async ({
  browser,
  site,
}) => {
  const page = await openAsAdmin(browser, site, '/komitmen/kendala');
  await expect(page.getByText('Tidak ada kendala di sini')).toBeVisible();
  await page.getByRole('button', { name: 'Catat kendala' }).click();
  await page.getByRole('combobox', { name: 'Desa', exact: true }).fill(village);
  await page.getByRole('option', { name: /Pancung Soal/ }).click();
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText('Tulis apa yang menghalangi.')).toBeVisible();
  expect(await listAxeProblems(page)).toEqual([]);
  await page.getByLabel('Apa yang menghalangi').fill('Lahan ulayat belum dibebaskan');
  await page.getByLabel('Siapa yang dapat mengatasi').fill('Wali Nagari');
  await page.getByRole('button', { name: 'Simpan' }).click();

  // It stands in the list, and beside it is what can be done about it.
  await expect(page.getByRole('row').filter({ hasText: 'Wali Nagari' })).toBeVisible();
  await page.getByRole('button', { name: 'Tinjau', exact: true }).click();
  await page.getByLabel('Apa yang ditemukan').fill('Menunggu surat ninik mamak');
  await page.getByLabel('Tinjau lagi pada').fill('2099-01-10');
  await page.getByRole('button', { name: 'Simpan' }).click();
  const told = page.getByRole('listitem').getByText('Menunggu surat ninik mamak');
  await expect(told).toBeVisible();
  expect(await listAxeProblems(page)).toEqual([]);

  // In the place's panel it is lifted, and its story tells all of it.
  await page.getByRole('button', { name: 'Buka di peta' }).click();
  await expect(page).toHaveURL(new RegExp(`place=${village}`));
  await page.getByRole('button', { name: /^Lahan/ }).click();
  await page.getByRole('button', { name: 'Tinjau', exact: true }).click();
  await page.getByRole('radio', { name: 'Sudah teratasi' }).check();
  await page.getByLabel('Apa yang ditemukan').fill('Hibah ditandatangani');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText('Belum ada kendala yang dicatat.')).toBeVisible();
  await page.getByRole('heading', { name: 'Riwayat', exact: true }).scrollIntoViewIfNeeded();
  for (const entry of ['Belum dapat: Lahan', 'Ditinjau: Lahan', 'Teratasi: Lahan'])
    await expect(page.getByText(entry)).toBeVisible();
  expect(await listAxeProblems(page)).toEqual([]);

  // Nothing is without a signal here yet: the forecast says so.
  await page.goto('/komitmen/proyeksi');
  await expect(page.getByText('Tidak ada tempat tanpa sinyal')).toBeVisible();
});
