// The localities of a nagari: added on the map, with who lives there, reported, and told in the village's status.
import type { Page } from '@playwright/test';
import { expect, listAxeProblems, mapIsReady, openAsAdmin, test, type Site } from './journey.ts';

const village = '13.01.01.2001';

async function addJorong(page: Page, name: string, at: { x: number; y: number }): Promise<void> {
  await page.getByRole('button', { name: 'Tambah jorong' }).click();
  const form = page.getByRole('form', { name: 'Tambah jorong' });
  await form.getByRole('textbox', { name: 'Nama' }).fill(name);
  await form.getByRole('textbox', { name: 'Sumber' }).fill('Kantor Wali Nagari');
  await page.mouse.click(at.x, at.y);
  await expect(form.getByLabel(/Koordinat/)).not.toHaveValue('');
  await form.getByRole('button', { name: 'Simpan' }).click();
  await expect(form).toBeHidden();
  await expect(page.getByRole('button', { name: new RegExp(`^Jorong ${name}`) })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
}

async function addHouseholds(page: Page, households: string): Promise<void> {
  // The open locality's, not the village's own.
  await page.locator('li[data-open]').getByRole('button', { name: 'Isi data penduduk' }).click();
  const form = page.getByRole('form', { name: 'Isi data penduduk' });
  await form.getByRole('textbox', { name: 'Jumlah KK' }).fill(households);
  await form.getByLabel('Keadaan per tanggal').fill('2024-12-31');
  await form.getByRole('textbox', { name: 'Sumber' }).fill('Dukcapil');
  await form.getByRole('button', { name: 'Simpan' }).click();
  await expect(form).toBeHidden();
}

/** Sends a report of the signed-in admin about the locality: 4G, strong. */
async function reportServed(page: Page, site: Site, localityId: string): Promise<void> {
  const answer = await page.request.put(`${site.address}/api/reports/${crypto.randomUUID()}`, {
    headers: { 'if-none-match': '*', origin: site.address, 'sec-fetch-site': 'same-origin' },
    data: {
      villageCode: village,
      localityId,
      position: null,
      positionSource: null,
      accuracyM: null,
      observedOn: new Date().toISOString().slice(0, 10),
      statements: [{ operatorId: 'telkomsel', technology: '4g', strength: 'strong' }],
      note: '',
    },
  });
  expect(answer.status()).toBe(201);
}

test('two jorong with their households, one of them reported: one of two is served', async ({
  browser,
  site,
}) => {
  const page = await openAsAdmin(browser, site, `/?at=-2.0875,100.981,11.6&place=${village}`);
  await mapIsReady(page);
  await expect(page.getByText('Belum ada jorong di data ini.')).toBeVisible();
  await addJorong(page, 'Koto Tuo', { x: 660, y: 300 });
  await addHouseholds(page, '75');
  await expect(page.getByText('Belum diketahui · 75 KK')).toBeVisible();
  await addJorong(page, 'Pasar', { x: 660, y: 420 });
  await addHouseholds(page, '25');

  await page.getByRole('button', { name: /^Jorong Koto Tuo/ }).click();
  await page.getByRole('button', { name: 'Laporkan keadaan di Jorong Koto Tuo' }).click();
  await expect(page).toHaveURL(/mark=1/);
  const localityId = new URL(page.url()).searchParams.get('locality') ?? '';
  expect(localityId).not.toBe('');
  await page.getByRole('button', { name: 'Batal' }).click();

  await reportServed(page, site, localityId);
  await expect(page.getByText(/1 dari 2 jorong terlayani/)).toBeVisible();
  await expect(page.getByText(/75\s?% rumah tangga/)).toBeVisible();

  await page.getByRole('button', { name: 'Hapus Jorong Koto Tuo' }).click();
  await page.getByRole('button', { name: 'Ya, hapus' }).click();
  await expect(page.getByText('Masih terkait: 1 laporan, 1 data penduduk.')).toBeVisible();

  expect(await listAxeProblems(page)).toEqual([]);

  // A click on its dot opens it again.
  await page.getByRole('button', { name: 'Tutup' }).click();
  await expect(page).not.toHaveURL(/place=/);
  await page.mouse.click(660, 300);
  await expect(page).toHaveURL(new RegExp(`locality=${localityId}`));
  await page.locator('[data-points=localities]').click();
  await expect(page).toHaveURL(/show=none/);
});
