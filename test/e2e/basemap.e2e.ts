// What lies under the statuses: an archive of this server, an online raster, and no server at all.
import type { Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { colourAt, expect, fillSignIn, mapIsReady, test, type Site } from './journey.ts';
import { writeArchive } from './pmtiles-archive.ts';
import { adminEmail, adminPassword } from '../helpers/server.ts';

// On the view of the whole province, where nothing floats over the map.
const sea = { x: 420, y: 650 };
const land = { x: 1150, y: 450 };
const siberut = { x: 548, y: 420 };

const tileTemplate = 'https://tile.contoh.id/{z}/{x}/{y}.png';

/** Signs in at the map; the list returned grows with everything that the browser complains of. */
async function openMap(page: Page, site: Site): Promise<string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      // Zod tries `new Function` once, and does without.
      if (blockedURI !== 'eval') console.error(`${violatedDirective} forbids ${blockedURI}`);
    }),
  );
  await page.goto(site.address);
  await fillSignIn(page, adminEmail, adminPassword);
  await mapIsReady(page);
  return complaints;
}

async function openBasemaps(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Admin', exact: true }).click();
  await page.getByRole('link', { name: 'Peta dasar' }).click();
}

async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Pakai peta dasar ini' }).click();
}

async function submitAndReturn(page: Page): Promise<void> {
  await submit(page);
  await expect(page.getByText('Peta dasar sudah diganti untuk semua pengguna.')).toBeVisible();
  await page.getByRole('link', { name: 'Peta', exact: true }).click();
  await mapIsReady(page);
}

async function chooseRaster(page: Page, urlTemplate: string): Promise<void> {
  await openBasemaps(page);
  await page.getByRole('radio', { name: 'Peta daring' }).check();
  await page.getByLabel('Alamat ubin').fill(urlTemplate);
  await page.getByLabel('Keterangan sumber').fill('© Ubin Contoh');
}

async function chooseBuiltin(page: Page): Promise<void> {
  await openBasemaps(page);
  await page.getByRole('radio', { name: 'Bawaan' }).check();
  await submitAndReturn(page);
}

function colours(page: Page): Promise<number[][]> {
  return Promise.all([colourAt(page, sea.x, sea.y), colourAt(page, land.x, land.y)]);
}

/** A PNG of one pixel. */
function onePixel(red: number, green: number, blue: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(4 + body.length + 4);
    frame.writeUInt32BE(data.length, 0);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc32(body), 4 + body.length);
    return frame;
  };
  const bits = 8;
  const trueColour = 2;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, bits, trueColour, 0, 0, 0])),
    chunk('IDAT', deflateSync(Buffer.from([0, red, green, blue]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The outside world: one blue for every tile. */
async function answerTiles(page: Page): Promise<string[]> {
  const asked: string[] = [];
  await page.context().route('https://tile.contoh.id/**', (route) => {
    asked.push(new URL(route.request().url()).pathname);
    return route.fulfill({
      contentType: 'image/png',
      headers: { 'access-control-allow-origin': '*' },
      body: onePixel(0, 90, 255),
    });
  });
  return asked;
}

test('an archive of this server colours sea and land around the province', async ({
  page,
  site,
}) => {
  const complaints = await openMap(page, site);
  const builtin = await colours(page);
  mkdirSync(join(site.dataDir, 'basemap'), { recursive: true });
  writeArchive(join(site.dataDir, 'basemap', 'uji.pmtiles'));
  const answers: { status: number; range: string | undefined }[] = [];
  page.on('response', (response) => {
    if (!response.url().startsWith(`${site.address}/basemap/uji.pmtiles`)) return;
    answers.push({ status: response.status(), range: response.request().headers()['range'] });
  });

  await openBasemaps(page);
  await page.getByRole('radio', { name: 'Berkas PMTiles di server' }).check();
  await page.getByRole('combobox', { name: 'Berkas' }).click();
  await page.getByRole('option', { name: 'uji.pmtiles' }).click();
  await page.getByLabel('Keterangan sumber').fill('© Kontributor Uji');
  await submitAndReturn(page);

  // Water and earth of the light flavour of Protomaps.
  await expect
    .poll(() => colours(page))
    .toEqual([
      [128, 222, 234],
      [226, 223, 218],
    ]);
  expect(answers.length).toBeGreaterThan(1);
  for (const { status, range } of answers) {
    expect(status).toBe(206);
    expect(range).toMatch(/^bytes=\d+-\d+$/);
  }
  await page.reload();
  await mapIsReady(page);
  await expect.poll(() => colours(page)).not.toEqual(builtin);
  await chooseBuiltin(page);
  await expect.poll(() => colours(page)).toEqual(builtin);
  expect(complaints).toEqual([]);
});

test('an online raster lies under the statuses', async ({ page, site }) => {
  const asked = await answerTiles(page);
  const complaints = await openMap(page, site);
  const builtin = await colours(page);
  await page.mouse.click(siberut.x, siberut.y);
  await page.getByRole('button', { name: 'Tandai' }).click();
  await page.getByRole('button', { name: 'Semua operator tidak ada sinyal' }).click();
  await page.getByRole('button', { name: 'Simpan laporan' }).click();
  await expect(page.getByText('Laporan tersimpan')).toBeVisible();

  await chooseRaster(page, tileTemplate);
  await submitAndReturn(page);
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  expect(asked[0]).toMatch(/^\/\d+\/\d+\/\d+\.png$/);
  await expect
    .poll(async () => {
      const [red = 0, green = 0, blue = 0] = await colourAt(page, sea.x, sea.y);
      return blue > green + 20 && green > red + 20;
    })
    .toBe(true);
  // The same colour everywhere, but red prevails where all operators were found absent.
  const [atSea, onLand] = await colours(page);
  expect(onLand).toEqual(atSea);
  await expect
    .poll(async () => {
      const [red = 0, green = 0] = await colourAt(page, siberut.x, siberut.y);
      return red > green + 10;
    })
    .toBe(true);

  await chooseBuiltin(page);
  await expect.poll(() => colours(page)).toEqual(builtin);
  expect(complaints).toEqual([]);
});

test('an address that is no tile address is refused beside its field', async ({ page, site }) => {
  await openMap(page, site);
  await chooseRaster(page, 'https://tile.contoh.id/{z}.png');
  await submit(page);
  const field = page.getByLabel('Alamat ubin');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(
    /Alamat harus diawali https:\/\/ dan memuat \{z\}, \{x\}, dan \{y\}/,
  );
});

test('the source of the basemap stands in the corner of the map', async ({ page, site }) => {
  await answerTiles(page);
  await openMap(page, site);
  await chooseRaster(page, tileTemplate);
  await submitAndReturn(page);
  await expect(page.getByText(/Sumber: .*© Ubin Contoh/)).toBeVisible();
});

test('a stopped server is named, and the map recovers when it is back', async ({ page, site }) => {
  await openMap(page, site);
  const connection = page.getByRole('status').filter({ hasText: /Data langsung|Luring/ });
  await expect(connection).toHaveText('Data langsung');

  await site.stop();
  await expect(connection).toContainText('Luring');
  await expect(connection).toHaveAttribute('title', /Server tidak terjangkau/);
  // Closer in, tiles are needed that are not there yet.
  await page.getByRole('button', { name: 'Perbesar' }).click({ clickCount: 4 });
  const trouble = page.getByRole('alert').filter({ hasText: 'Server tidak terjangkau' });
  await expect(trouble).toBeVisible();

  await site.restart();
  await expect(connection).toHaveText('Data langsung');
  await expect(trouble).toBeHidden();
  await mapIsReady(page);
});
