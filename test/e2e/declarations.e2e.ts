// A declaration is opened by staff, its places found by filter and from a list, and answered in the name
// of an operator by keyboard.
import { expect, listAxeProblems, openAsAdmin, test } from './journey.ts';

const inAWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);

test('a declaration is opened, answered and closed', async ({ browser, site }) => {
  const page = await openAsAdmin(browser, site, '/komitmen/deklarasi');
  await expect(page.getByText('Belum ada deklarasi')).toBeVisible();
  await page.getByRole('button', { name: 'Buka deklarasi' }).click();

  // What is missing is told beside the fields.
  await page.getByRole('button', { name: 'Buka deklarasi' }).click();
  await expect(page.getByText('Pilih paling sedikit satu tempat.')).toBeVisible();
  await page.getByLabel('Judul').fill('Rakor triwulan I 2027');
  await page.getByLabel('Hari terakhir menjawab').fill(inAWeek());

  await page.getByRole('combobox', { name: 'Kabupaten/kota' }).selectOption('13.01');
  await page.getByRole('combobox', { name: 'Kecamatan' }).selectOption('13.01.01');
  await page.getByLabel('Belum diketahui').check();
  await page.getByRole('button', { name: 'Tambahkan ke daftar' }).click();
  await expect(page.getByText(/^\d+ tempat ditambahkan\.$/)).toBeVisible();

  await page.getByRole('tab', { name: 'Daftar' }).click();
  await page.getByLabel(/Kode atau nama desa/).fill('1301012001\nEntah di mana');
  await page.getByRole('button', { name: 'Tambahkan ke daftar' }).click();
  await expect(page.getByText('0 tempat ditambahkan, 1 sudah ada di daftar.')).toBeVisible();
  await expect(page.getByText('Baris 2')).toBeVisible();
  expect(await listAxeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Buka deklarasi' }).click();

  await expect(page.getByText('Tinggal 7 hari').or(page.getByText('Tinggal 6 hari'))).toBeVisible();
  await expect(page.getByRole('table', { name: 'Jawaban per tempat dan operator' })).toBeVisible();
  expect(await listAxeProblems(page)).toEqual([]);

  await page.getByLabel('Menjawab sebagai').selectOption('telkomsel');
  const rows = page.getByRole('grid', { name: 'Jawaban Telkomsel' });
  await rows.locator('[data-number="1"]').focus();
  await page.keyboard.press('b');
  await page.getByLabel('Mengudara paling lambat').fill('2099-06-30');
  await page.keyboard.press('Enter');
  await expect(rows.locator('[data-number="1"]')).toContainText('Tersimpan');
  await expect(rows.locator('[data-number="2"]')).toBeFocused();
  await page.keyboard.press('t');
  await page.getByLabel('Kendala').selectOption('land');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(rows.locator('[data-number="2"]')).toContainText('Tidak ada rencana');
  await expect(rows.locator('[data-number="2"]')).toContainText('Tersimpan');
  expect(await listAxeProblems(page)).toEqual([]);

  await page.getByLabel('Menjawab sebagai').selectOption('');
  await page.getByRole('button', { name: 'Tutup sekarang' }).click();
  await page.getByRole('button', { name: 'Tutup deklarasi' }).click();
  await page.getByRole('button', { name: 'Calon usulan' }).click();
  await expect(page.getByRole('row', { name: /Tidak ada rencana.*Tidak menjawab/ })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Unduh' }).click();
  await page.getByRole('menuitem', { name: 'Excel (.xlsx)' }).click();
  expect((await download).suggestedFilename()).toMatch(/^Deklarasi-1-Rakor.*\.xlsx$/);
});
