// From the field to the map: reports wait, are decided by keyboard, and their author sees what became of them.
import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Browser } from '@playwright/test';
import {
  colourAt,
  expect,
  fillSignIn,
  listAxeProblems,
  mapIsReady,
  test,
  type Site,
} from './journey.ts';
import { addPerson, openAs, password } from './people.ts';

const villages = {
  inderapura: '13.01.01.2001',
  second: '13.01.01.2002',
  third: '13.01.01.2004',
};

/** Sends a report: no signal of any operator, measured at the village's own point. */
async function report(request: APIRequestContext, villageCode: string): Promise<void> {
  const { position } = await (await request.get(`/api/regions/${villageCode}`)).json();
  const statements = ['telkomsel', 'indosat', 'xlsmart'].map((operatorId) => ({
    operatorId,
    technology: 'none',
    strength: null,
  }));
  const saved = await request.put(`/api/reports/${randomUUID()}`, {
    headers: { 'if-none-match': '*' },
    data: {
      villageCode,
      kind: 'measurement',
      position,
      positionSource: 'device',
      accuracyM: 12,
      observedOn: new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10),
      statements,
      note: '',
    },
  });
  expect(saved.status()).toBe(201);
}

/** A reporter with three reports that wait, and a verifier. */
async function createOffice(browser: Browser, site: Site) {
  await addPerson(browser, site, {
    name: 'Sari Wulandari',
    email: 'sari@contoh.go.id',
    role: 'staff',
    office: { name: 'Diskominfotik', regencyCode: null, operatorId: null },
  });
  await addPerson(browser, site, {
    name: 'Budi Santoso',
    email: 'budi@contoh.go.id',
    role: 'regency',
    office: { name: 'Kominfo Pesisir Selatan', regencyCode: '13.01', operatorId: null },
  });
  const budi = await openAs(browser, site, 'budi@contoh.go.id');
  for (const code of Object.values(villages)) await report(budi.context().request, code);
  const sari = await openAs(browser, site, 'sari@contoh.go.id');
  return { budi, sari };
}

test('reports are verified, rejected and asked back by keyboard; the author sees it and answers', async ({
  browser,
  site,
}) => {
  const { budi, sari } = await createOffice(browser, site);
  await budi.goto(`/?place=${villages.inderapura}`);
  await mapIsReady(budi);
  const chip = budi.locator('[data-selected-status=blankspot]').first();
  await expect(chip).toContainText('belum diverifikasi');
  const centre = { x: 480, y: 400 };
  const outlined = await colourAt(budi, centre.x, centre.y);

  await sari.goto('/laporan');
  await expect(sari.getByText(/^3 menunggu/)).toBeVisible();
  await expect(sari.getByRole('heading', { name: /Nagari Inderapura / })).toBeVisible();
  await expect(sari.getByText('Buktinya cukup.')).toBeVisible();
  await sari.keyboard.press('v');
  await expect(sari.getByText('Diverifikasi', { exact: true })).toBeVisible();
  await expect(sari.getByText(/^2 menunggu/)).toBeVisible();

  // What was only outlined on the map counts now, in a browser that nobody touched.
  await expect(chip).not.toContainText('belum diverifikasi');
  await expect.poll(() => colourAt(budi, centre.x, centre.y)).not.toEqual(outlined);

  await sari.keyboard.press('u');
  await expect(sari.getByText(/^3 menunggu/)).toBeVisible();
  await expect(sari.getByText(/Sari Wulandari .*membuka lagi/)).toBeVisible();
  await sari.keyboard.press('v');
  await expect(sari.getByText(/^2 menunggu/)).toBeVisible();

  await expect(sari.getByRole('button', { name: /^Tolak/ })).toBeVisible();
  await sari.keyboard.press('r');
  await sari.getByLabel('Mengapa ditolak?').fill('Titiknya di laut');
  await sari.keyboard.press('Control+Enter');
  await expect(sari.getByText(/^1 menunggu/)).toBeVisible();
  await expect(sari.getByRole('button', { name: /^Tanya balik/ })).toBeVisible();
  await sari.keyboard.press('t');
  await sari.getByLabel(/tanyakan kepada pelapor/).fill('Mohon tambahkan foto');
  await sari.keyboard.press('Control+Enter');
  await expect(sari.getByText('Tidak ada yang menunggu')).toBeVisible();

  await budi.goto('/laporan');
  await expect(budi).toHaveURL(/\/laporan\/saya$/);
  await expect(budi.getByText('1 pertanyaan menunggu jawaban Anda')).toBeVisible();
  const rejected = budi.getByRole('listitem').filter({ hasText: 'Ditolak' });
  await expect(rejected).toContainText('Sari Wulandari');
  await expect(rejected).toContainText('Titiknya di laut');
  await budi.getByRole('button', { name: /^Jawab pertanyaan/ }).click();
  await expect(budi.getByText('Mohon tambahkan foto')).toBeVisible();
  await budi.getByLabel('Catatan').fill('Fotonya menyusul besok');
  await budi.getByRole('button', { name: 'Simpan perubahan' }).click();

  await expect(sari.getByText(/^1 menunggu/)).toBeVisible();
  await expect(sari.getByText('Fotonya menyusul besok')).toBeVisible();
  await expect(sari.getByText(/Budi Santoso .*menjawab/)).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the queue is accessible in ${colorScheme} mode, and fits a phone`, async ({
    browser,
    site,
  }) => {
    const { sari } = await createOffice(browser, site);
    await sari.emulateMedia({ colorScheme });
    await sari.goto('/laporan');
    await mapIsReady(sari);
    await expect(sari.getByRole('button', { name: /^Verifikasi/ })).toBeVisible();
    expect(await listAxeProblems(sari)).toEqual([]);
    await sari.keyboard.press('/');
    await sari.keyboard.press('Escape');
    await sari.keyboard.press('Tab');
    expect(await listAxeProblems(sari)).toEqual([]);

    const phone = await browser.newContext({
      baseURL: site.address,
      colorScheme,
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const page = await phone.newPage();
    await page.goto('/laporan');
    await fillSignIn(page, 'sari@contoh.go.id', password);
    await page
      .getByRole('button', { name: /^Nagari Inderapura / })
      .first()
      .click();
    await expect(page.getByRole('button', { name: /^Verifikasi/ })).toBeVisible();
    expect(await listAxeProblems(page)).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
