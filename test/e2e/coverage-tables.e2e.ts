// Coverage in words: sites become shares of villages, the table lists what remains, and other rules make
// other shares.
import type { Page } from '@playwright/test';
import { adminEmail, adminPassword } from '../helpers/server.ts';
import { expect, fillSignIn, listAxeProblems, openAsAdmin, test, type Site } from './journey.ts';

const village = '13.01.01.2001';
const at = '/?at=-2.0875,100.981,11.6';

/** A new mast of Telkomsel with one 4G antenna all round, of which no file says how far it reaches. */
async function putSite(page: Page, site: Site): Promise<void> {
  const region = await page.request.get(`${site.address}/api/regions/${village}`);
  const { position } = (await region.json()) as { position: [number, number] };
  const answer = await page.request.post(`${site.address}/api/sites`, {
    headers: { origin: site.address, 'sec-fetch-site': 'same-origin' },
    data: {
      ...{ operatorId: 'telkomsel', ref: 'PSL001', name: 'Inderapura', position },
      cells: [
        {
          ...{ ref: '1', technology: '4g', bandMhz: null, heightM: null, azimuthDeg: null },
          ...{ beamwidthDeg: null, radiusM: null, state: 'on_air', onAirOn: '2025-03-01' },
        },
      ],
    },
  });
  expect(answer.status()).toBe(201);
}

const job = (page: Page) => page.locator('[data-job]');

/** The share of the village's area that Telkomsel's 4G reaches, percent, as the panel tells it. */
async function readShare(page: Page): Promise<number> {
  const row = page.getByRole('row', { name: /^Telkomsel/ }).filter({ hasText: 'luas desa' });
  const text = (await row.textContent()) ?? '';
  return Number(/(\d+)% luas desa/.exec(text)?.[1]);
}

test('a site, its share of the village, what remains, and other rules', async ({
  browser,
  site,
}) => {
  const page = await openAsAdmin(browser, site, '/jangkauan');
  await expect(page.getByText('Belum ada data jangkauan')).toBeVisible();
  expect(await listAxeProblems(page)).toEqual([]);

  // The job ends by itself, and the page shows what it made.
  await putSite(page, site);
  await expect(page.getByText('desa tidak terjangkau')).toBeVisible();
  await expect(job(page)).toHaveAttribute('data-job', 'idle');
  await expect(page.getByText(/Perkiraan dari 1 antena/)).toBeVisible();
  const grid = page.getByRole('grid', { name: 'Desa dan sisanya' });
  await expect(grid).toHaveAttribute('aria-rowcount', /^12\d\d$/);

  await page.getByRole('combobox', { name: 'Kabupaten/kota' }).selectOption('13.01');
  await page.getByRole('combobox', { name: 'Kecamatan' }).selectOption('13.01.01');
  await expect(page).toHaveURL(/area=13\.01\.01/);
  await page.keyboard.press('/');
  await page.keyboard.type('indera');
  await expect(page).toHaveURL(/q=indera/);
  await expect(grid.locator('[data-code]').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('Home');
  await expect(grid.locator('[data-active]')).toBeFocused();
  expect(await listAxeProblems(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Unduh tabel ini (CSV)' }).click();
  expect((await download).suggestedFilename()).toMatch(/^Jangkauan.*\.csv$/);
  await grid.locator('[data-active]').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/place=13\.01\.01\.\d{4}/);
  await expect(page).toHaveURL(/cov=all/);

  await page.goto(`${at}&place=${village}`);
  await expect(page.getByText(/^Diperkirakan 4G menjangkau \d+% luas desa\.$/)).toBeVisible();
  await expect(page.getByText('model, bukan hasil ukur')).toBeVisible();
  const before = await readShare(page);
  expect(before).toBeGreaterThan(0);
  expect(await listAxeProblems(page)).toEqual([]);

  await page.goto('/admin/aturan-jangkauan');
  const radius = page.getByRole('textbox', { name: 'Radius bawaan' });
  await radius.fill('31');
  await page.getByRole('button', { name: 'Simpan aturan' }).click();
  await expect(page.getByText('Antara 0,1 dan 30 km.')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /terhalang bukit/ })).toBeDisabled();
  await radius.fill('0,8');
  await page.getByRole('button', { name: 'Simpan aturan' }).click();
  await expect(page.getByText(/^Berlaku sejak/)).toBeVisible();
  await expect(job(page)).toHaveAttribute('data-job', 'idle');
  expect(await listAxeProblems(page)).toEqual([]);

  await page.goto(`${at}&place=${village}`);
  await expect.poll(() => readShare(page)).toBeLessThan(before);

  // The regency's panel leads back to its villages.
  await page.goto(`${at}&place=13.01`);
  await page.getByRole('link', { name: /^Telkomsel 4G: 0 dari \d+ desa terjangkau/ }).click();
  await expect(page).toHaveURL(/\/jangkauan\?area=13\.01&layer=computed\.on_air\.telkomsel\.4g/);
});

test.describe('at 390 px', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the table, what stands beside it, and the rules fit a phone', async ({ page, site }) => {
    await page.goto(site.address);
    await fillSignIn(page, adminEmail, adminPassword);
    await page.getByRole('button', { name: 'Lainnya' }).tap();
    await putSite(page, site);
    await page.getByRole('link', { name: 'Jangkauan', exact: true }).tap();
    await expect(page.getByText('desa tidak terjangkau')).toBeVisible();
    await page.getByText('Peta, unduhan, dan penghitungan').tap();
    await expect(page.getByRole('button', { name: 'Hitung ulang' })).toBeVisible();
    await expect(page.locator('[data-code]').first()).toBeVisible();
    expect(await listAxeProblems(page)).toEqual([]);
    for (const path of ['/jangkauan', '/admin/aturan-jangkauan']) {
      await page.goto(`${site.address}${path}`);
      await expect(job(page).or(page.locator('[data-code]').first()).first()).toBeAttached();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
    }
  });
});
