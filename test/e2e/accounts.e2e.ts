// The admin makes an account; the new officer changes the handed-out password and is later shut out.
import { adminEmail, adminPassword } from '../helpers/server.ts';
import { expect, fillSignIn, openAsAdmin, test } from './journey.ts';

test('from a handed-out password to a disabled account', async ({ browser, site }) => {
  const admin = await openAsAdmin(browser, site, '/admin/akun');
  await admin.getByRole('button', { name: 'Akun baru' }).click();
  const drawer = admin.getByRole('dialog');
  await drawer.getByLabel('Nama lengkap').fill('Sari Dewi');
  await drawer.getByLabel('E-mail').fill('sari@pesselkab.go.id');
  await drawer.getByLabel('Staf provinsi').check();
  await drawer.getByRole('combobox', { name: 'Kantor' }).click();
  await admin.getByRole('option', { name: /Dinas Komunikasi dan Informatika/ }).click();
  await drawer.getByRole('button', { name: 'Buat akun' }).click();
  const handedOut = admin.getByRole('dialog', { name: 'Sampaikan kata sandi ini' });
  const password = await handedOut.getByText(/^\w{4}(-\w{4}){3}$/).innerText();
  await handedOut.getByRole('button', { name: 'Sudah saya catat' }).click();

  const context = await browser.newContext({ baseURL: site.address });
  const sari = await context.newPage();
  await sari.goto('/');
  await fillSignIn(sari, 'sari@pesselkab.go.id', password);
  await sari.getByLabel('Kata sandi yang Anda terima').fill(password);
  await sari.getByLabel('Kata sandi baru', { exact: true }).fill('pantai-air-manis');
  await sari.getByLabel('Ulangi kata sandi baru').fill('pantai-air-manis');
  await sari.getByRole('button', { name: 'Simpan kata sandi' }).click();
  await expect(sari.getByRole('combobox', { name: /cari/i })).toBeVisible();

  await admin.getByRole('button', { name: 'Tindakan untuk Sari Dewi' }).click();
  await admin.getByRole('menuitem', { name: 'Nonaktifkan' }).click();
  await expect(admin.getByText(/Akun Sari Dewi dinonaktifkan/)).toBeVisible();
  await sari.reload();
  await fillSignIn(sari, 'sari@pesselkab.go.id', 'pantai-air-manis');
  await expect(sari.getByText('Akun ini sudah dinonaktifkan')).toBeVisible();
});

test('guessing is slowed, and the screen says for how long', async ({ browser, site }) => {
  const page = await (await browser.newContext({ baseURL: site.address })).newPage();
  await page.goto('/');
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await fillSignIn(page, adminEmail, `salah-${attempt}`);
    await expect(page.getByText(/tidak cocok/)).toBeVisible();
  }
  await fillSignIn(page, adminEmail, adminPassword);
  await expect(page.getByText('Terlalu banyak percobaan')).toBeVisible();
});
