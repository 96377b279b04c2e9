// Without a mouse, and on a phone: everything on the map can be reached.
import { adminEmail, adminPassword } from '../helpers/server.ts';
import { expect, fillSignIn, listAxeProblems, mapIsReady, openAsAdmin, test } from './journey.ts';

test('a village is found, marked and opened again by keyboard alone', async ({ browser, site }) => {
  const page = await openAsAdmin(browser, site);
  await mapIsReady(page);
  await page.keyboard.press('/');
  await page.keyboard.type('indarung');
  await expect(page.getByRole('option', { name: /Indarung/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /Indarung/ })).toBeVisible();

  await page.getByRole('button', { name: 'Tandai' }).press('Enter');
  const coordinates = page.getByLabel(/Koordinat/);
  await coordinates.fill('0°56\'43" LS 100°29\'56" BT');
  await page.getByRole('button', { name: 'Semua operator tidak ada sinyal' }).press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Laporan tersimpan')).toBeVisible();

  await page.goto('/?list=1');
  const rows = page.getByRole('grid').getByRole('rowgroup');
  await rows.focus();
  await page.keyboard.press('j');
  const wanted = page.locator('[data-active]');
  const code = (await wanted.getAttribute('data-code')) ?? '';
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`place=${code.replaceAll('.', '\\.')}`));
});

test.describe('at 390 px', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('an officer marks from the phone', async ({ page, site }) => {
    await page.goto(site.address);
    await fillSignIn(page, adminEmail, adminPassword);
    await mapIsReady(page);
    await page.getByRole('combobox', { name: /cari/i }).fill('inderapura');
    await page.getByRole('option').first().click();
    await page.getByRole('button', { name: 'Tandai' }).click();
    await page.getByRole('button', { name: 'Semua operator tidak ada sinyal' }).click();
    await page.getByRole('button', { name: 'Simpan laporan' }).click();
    await expect(page.getByText('Laporan tersimpan')).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
});

/** As they are before anything was promised; with promises they are looked at in their own journeys. */
const commitmentScreens = [
  ['/komitmen/deklarasi/baru', 'Deklarasi baru'],
  ['/komitmen/rencana', 'Berkas rencana'],
  ['/komitmen/proyeksi', 'Proyeksi'],
  ['/admin/operator', 'Operator'],
] as const;

for (const colorScheme of ['light', 'dark'] as const)
  test(`the screens are accessible in ${colorScheme} mode`, async ({ browser, site }) => {
    const context = await browser.newContext({ baseURL: site.address, colorScheme });
    const page = await context.newPage();
    await page.goto('/');
    await expect(page.getByLabel('E-mail')).toBeVisible();
    expect(await listAxeProblems(page)).toEqual([]);
    await fillSignIn(page, adminEmail, adminPassword);
    await mapIsReady(page);
    await page.getByRole('button', { name: 'Isi data SAMPEL' }).click();
    await expect(page.getByText(/Menampilkan data SAMPEL/)).toBeVisible();
    await page.goto('/?place=13.01.01.2002&list=1');
    await mapIsReady(page);
    await expect(page.getByRole('button', { name: 'Tandai' })).toBeVisible();
    expect(await listAxeProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Tandai' }).click();
    await expect(page.getByRole('button', { name: 'Simpan laporan' })).toBeVisible();
    expect(await listAxeProblems(page)).toEqual([]);
    await page.goto('/admin/akun');
    await expect(page.getByRole('table')).toBeVisible();
    expect(await listAxeProblems(page)).toEqual([]);
    await page.goto('/?lens=promises');
    await mapIsReady(page);
    await expect(page.getByText('Tanpa sinyal, tanpa janji')).toBeVisible();
    expect(await listAxeProblems(page)).toEqual([]);
    for (const [path, heading] of commitmentScreens) {
      await page.goto(path);
      await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
      expect(await listAxeProblems(page), path).toEqual([]);
    }
  });
