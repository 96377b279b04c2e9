// A tower is thought of on the map: placed, its gain read, moved by the keyboard, saved as a plan; and
// where towers help most in a regency.
import { adminEmail, adminPassword } from '../helpers/server.ts';
import { expect, fillSignIn, listAxeProblems, mapIsReady, openAsAdmin, test } from './journey.ts';

const overPadang = '/?at=-0.9,100.45,10.5';

test('a tower is placed, its gain read, moved by keyboard and saved as a plan', async ({
  browser,
  site,
}) => {
  const page = await openAsAdmin(browser, site, overPadang);
  await mapIsReady(page);
  await page.getByRole('button', { name: 'Rencanakan menara' }).click();
  const panel = page.getByRole('region', { name: 'Rencana menara' });
  await expect(panel.getByText('Belum ada menara di peta.')).toBeVisible();

  await page.mouse.click(640, 400);
  await expect(panel.getByRole('heading', { name: 'Baru terjangkau', exact: true })).toBeVisible();
  await expect(panel.getByText(/km² dari 28,2 km² jangkauannya/)).toBeVisible();
  await expect(panel.getByText('Bentang alam tidak diperhitungkan')).toBeVisible();
  await expect(page).toHaveURL(/plan=-?\d/);
  expect(await listAxeProblems(page)).toEqual([]);

  // Larger, it reaches more; the address says so.
  await panel.getByLabel('Jangkauan (km)').fill('8,5');
  await expect(panel.getByText(/dari 227 km² jangkauannya/)).toBeVisible();
  await expect(page).toHaveURL(/tower=4g,,8500/);

  const before = page.url();
  const tower = page.getByRole('application', { name: /Titik yang ditaruh di peta/ });
  await tower.focus();
  const answered = page.waitForResponse((response) => response.url().includes('/planning/gain'));
  await page.keyboard.press('Shift+ArrowRight');
  expect((await answered).status()).toBe(200);
  await expect(page).not.toHaveURL(before);

  // A link opens the same plan.
  await page.reload();
  await mapIsReady(page);
  await expect(panel.getByText(/dari 227 km² jangkauannya/)).toBeVisible();

  await panel.getByRole('button', { name: 'Simpan sebagai rencana' }).click();
  await panel.getByLabel('Kode rencana').fill('RENCANA-01');
  await panel.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(panel.getByText('Pilih operator', { exact: true }).last()).toBeVisible();
  const form = panel.getByRole('form', { name: 'Simpan rencana' });
  await form.getByLabel('Operator').selectOption({ label: 'Telkomsel' });
  await form.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(panel.getByText('Rencana RENCANA-01 tersimpan.')).toBeVisible();

  await page.locator('.maplibregl-canvas').focus();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(page).not.toHaveURL(/plan=/);
});

test('the best positions of a regency lead to a tower', async ({ browser, site }) => {
  const page = await openAsAdmin(browser, site, '/?place=13.01');
  await mapIsReady(page);
  await page.getByRole('button', { name: 'Di mana satu menara paling membantu?' }).click();
  const panel = page.getByRole('region', { name: 'Rencana menara' });
  await expect(panel.getByText('182 tempat tanpa sinyal')).toBeVisible();
  await expect(panel.getByRole('img', { name: /5 menara: \d+% terjangkau/ })).toBeVisible();
  expect(await listAxeProblems(page)).toEqual([]);

  await panel.getByLabel('Banyaknya menara').fill('8');
  await expect(panel.getByRole('img', { name: /8 menara: \d+% terjangkau/ })).toBeVisible();
  await expect(page).toHaveURL(/best=13\.01,8/);

  await panel.getByRole('button', { name: /Rencanakan menara ke-1 di sini/ }).press('Enter');
  await expect(panel.getByRole('heading', { name: 'Baru terjangkau', exact: true })).toBeVisible();
  await panel.getByRole('button', { name: 'Kembali ke daftar tempat' }).click();
  await expect(panel.getByRole('heading', { name: 'Tempat yang paling membantu' })).toBeVisible();
});

test.describe('at 390 px', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a tower is planned from the phone', async ({ page, site }) => {
    await page.goto(`${site.address}${overPadang}`);
    await fillSignIn(page, adminEmail, adminPassword);
    await mapIsReady(page);
    await page.getByRole('button', { name: 'Rencanakan menara' }).click();
    await page.touchscreen.tap(195, 330);
    await expect(page.getByText(/km² dari 28,2 km² jangkauannya/)).toBeVisible();
    await page.getByRole('button', { name: /^Menara 4G/ }).click();
    await expect(page.getByLabel('Jangkauan (km)')).toBeVisible();
    expect(await listAxeProblems(page)).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
});
