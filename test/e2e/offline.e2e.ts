// Without a connection: the app opens, signed in, with the map, names and last statuses of a kept regency.
import type { Page } from '@playwright/test';
import { expect, listAxeProblems, mapIsReady, openAsAdmin, test } from './journey.ts';

/** The service worker has taken over and holds the app. */
async function isInstalled(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
    .toBe(true);
}

async function keepPesisirSelatan(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Perangkat' }).click();
  await page.getByRole('button', { name: 'Simpan kabupaten…' }).click();
  await page.getByRole('combobox', { name: 'Kabupaten atau kota' }).fill('pesisir');
  await page.getByRole('option', { name: 'Kab. Pesisir Selatan' }).click();
  await expect(page.getByText(/unduhan, \d+ berkas/)).toBeVisible();
  await page.getByRole('button', { name: /^Simpan \(/ }).click();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Kab. Pesisir Selatan' }),
  ).toContainText('Lengkap', { timeout: 60_000 });
}

test('a kept regency opens without a connection, signed in, with names and last status', async ({
  browser,
  site,
}) => {
  const page = await openAsAdmin(browser, site);
  await mapIsReady(page);
  await page.getByRole('button', { name: 'Isi data SAMPEL' }).click();
  await expect(page.getByText(/Menampilkan data SAMPEL/)).toBeVisible();
  await isInstalled(page);
  await keepPesisirSelatan(page);
  expect(await listAxeProblems(page)).toEqual([]);

  // The statuses are written down a little after they came.
  await page.goto('/?place=13.01.01.2002');
  await mapIsReady(page);
  const status = await page.locator('[data-selected-status]').first().textContent();
  await page.waitForFunction(async () => {
    const names = await new Promise<IDBValidKey[]>((resolve) => {
      const opening = indexedDB.open('jangkau');
      opening.addEventListener('success', () => {
        const asking = opening.result.transaction('answers').objectStore('answers').getAllKeys();
        asking.addEventListener('success', () => {
          opening.result.close();
          resolve(asking.result);
        });
      });
    });
    return ['map', 'operators', 'statuses'].every((name) =>
      names.some((key) => Array.isArray(key) && key[1] === name),
    );
  });

  await page.context().setOffline(true);
  await page.goto('/');
  await mapIsReady(page);
  const sign = page.getByRole('status').filter({ hasText: 'Luring' });
  await expect(sign).toContainText(/status per \d+ \w+ \d{4}/);
  await expect(page.getByRole('button', { name: /Akun/ })).toBeVisible();

  await page.getByRole('combobox', { name: /cari/i }).fill('muaro sakai');
  await page
    .getByRole('option', { name: /Nagari Muaro Sakai Inderapura/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'Nagari Muaro Sakai Inderapura' })).toBeVisible();
  await expect(page.locator('[data-selected-status]').first()).toHaveText(status ?? '');
  await expect(page.getByText(/hanya status terakhir/)).toBeVisible();
  await mapIsReady(page);
  await expect(page.getByRole('alert').filter({ hasText: 'sebagian peta' })).toBeHidden();

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Nagari Muaro Sakai Inderapura' })).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText('Data langsung')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/hanya status terakhir/)).toBeHidden();
});

test('an account that is gone is asked to sign in when the server is back', async ({
  browser,
  site,
}) => {
  const page = await openAsAdmin(browser, site, '/perangkat');
  await expect(page.getByRole('heading', { name: 'Perangkat ini', level: 1 })).toBeVisible();
  await isInstalled(page);
  await page.context().setOffline(true);
  await page.reload();
  await expect(page.getByText(/Luring: server tidak terjangkau/)).toBeVisible();
  await page.context().clearCookies();
  await page.context().setOffline(false);
  await expect(page.getByLabel('E-mail')).toBeVisible({ timeout: 60_000 });
});
