// A report from the field: written without a network, kept on the phone, sent once when the network is
// back; what the server refuses or somebody else changed comes back to its writer.
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { adminEmail, adminPassword } from '../helpers/server.ts';
import {
  expect,
  fillSignIn,
  listAxeProblems,
  mapIsReady,
  openAsAdmin,
  type Site,
  test,
} from './journey.ts';

const village = '13.01.01.2001';
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** 1°57′ S 100°54′ E, in whole degrees and minutes as EXIF writes them; the report stands 3 km south. */
const exif = {
  IFD0: { Make: 'Ponsel', Artist: 'Sari' },
  IFD3: {
    GPSLatitudeRef: 'S',
    GPSLatitude: '1/1 57/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '100/1 54/1 0/1',
  },
};
const reportPoint = '-1.97700, 100.90000';

function takePhoto(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  return sharp({ create: { width: 2400, height: 1800, channels: 3, background: '#585', noise } })
    .jpeg({ quality: 80 })
    .withExif(exif)
    .toBuffer();
}

/** Signed in on a phone at `path`, with the app on the device. */
async function openOnPhone(page: Page, site: Site, path: string): Promise<void> {
  await page.goto(`${site.address}${path}`);
  await fillSignIn(page, adminEmail, adminPassword);
  await mapIsReady(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
    .toBe(true);
}

/** Asks the server as the page's own account. */
function ask(page: Page, path: string, method = 'GET', body?: unknown, headers = {}) {
  return page.evaluate(
    async (sent) => {
      const response = await fetch(sent.path, {
        method: sent.method,
        headers: { 'content-type': 'application/json', ...sent.headers },
        ...(sent.body !== undefined && { body: JSON.stringify(sent.body) }),
      });
      const answer = await response.text();
      return { status: response.status, body: answer === '' ? null : JSON.parse(answer) };
    },
    { path, method, body, headers },
  );
}

const waiting = (page: Page) =>
  page.getByRole('listitem').filter({ hasText: 'Nagari Inderapura' }).first();

test.use(phone);

test('a report with a photo waits on the phone and arrives once, without EXIF', async ({
  page,
  context,
  site,
}) => {
  await openOnPhone(page, site, `/?place=${village}`);
  await expect(page.getByRole('button', { name: 'Tandai' })).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Tandai' }).click();
  await page.getByLabel(/Koordinat/).fill(reportPoint);
  await page.getByRole('button', { name: 'Semua operator tidak ada sinyal' }).click();
  await page.getByLabel('Pilih foto').setInputFiles([
    { name: 'jembatan.jpg', mimeType: 'image/jpeg', buffer: await takePhoto() },
    { name: 'gerak.gif', mimeType: 'image/gif', buffer: Buffer.from('GIF89a') },
  ]);
  await expect(page.getByText(/Foto ini diambil 3 km dari titik laporan/)).toBeVisible();
  await expect(page.getByText(/gerak\.gif: Bukan foto/)).toBeVisible();
  expect(await listAxeProblems(page)).toEqual([]);

  // A tab that closes before anything was saved loses nothing, photos included.
  await page.getByLabel('Catatan').fill('sebelum jembatan');
  await expect(page.locator('form[data-draft=kept]')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Isian yang belum disimpan sudah dipulihkan.')).toBeVisible();
  await expect(page.getByLabel('Catatan')).toHaveValue('sebelum jembatan');
  await expect(page.getByText(/Foto ini diambil 3 km/)).toBeVisible();
  await page.getByRole('button', { name: 'Simpan laporan' }).click();
  await expect(page.getByText('Tersimpan di perangkat')).toBeVisible();

  await page.close();
  const later = await context.newPage();
  await later.goto(`${site.address}/perangkat`);
  await expect(waiting(later)).toContainText('Menunggu');
  await expect(waiting(later)).toContainText('1 foto');
  expect(await listAxeProblems(later)).toEqual([]);
  await later.getByRole('button', { name: 'Buka di peta dan ubah' }).click();
  await expect(later.getByLabel('Catatan')).toHaveValue('sebelum jembatan');
  await expect(later.getByText(/Foto ini diambil 3 km/)).toBeVisible();
  await later.getByLabel('Catatan').fill('setelah jembatan');
  await later.getByRole('button', { name: 'Simpan laporan' }).click();
  await expect(later.getByText('Tersimpan di perangkat')).toBeVisible();

  await later.goto(`${site.address}/perangkat`);
  await context.setOffline(false);
  await expect(waiting(later)).toContainText('Diterima', { timeout: 60_000 });
  const { body: reports } = await ask(later, `/api/reports?village=${village}`);
  expect(reports).toHaveLength(1);
  expect(reports[0]).toMatchObject({ note: 'setelah jembatan', version: 1 });
  expect(reports[0].photos).toHaveLength(1);
  const [stored] = reports[0].photos;
  expect(stored).toMatchObject({ widthPx: 1600, heightPx: 1200, isFarFromReport: true });
  const bytes = await (await later.request.get(`${site.address}/api/photos/${stored.id}`)).body();
  const { exif: left, format } = await sharp(bytes).metadata();
  expect([left, format]).toEqual([undefined, 'jpeg']);
});

test('what the server refuses is mended in the form, at the field', async ({
  page,
  context,
  browser,
  site,
}) => {
  await openOnPhone(page, site, `/?place=${village}`);
  const locality = `/api/localities/${crypto.randomUUID()}`;
  const input = { villageCode: village, kind: 'jorong', name: 'Koto Tuo', position: null };
  const made = await ask(
    page,
    locality,
    'PUT',
    { ...input, source: 'uji' },
    { 'if-none-match': '*' },
  );
  expect(made.status).toBe(201);
  await page.reload();
  await page.getByRole('button', { name: 'Tandai' }).click();
  await page.getByRole('combobox', { name: 'Jorong/dusun' }).fill('koto');
  await page.getByRole('option', { name: 'Jorong Koto Tuo' }).click();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Semua operator tidak ada sinyal' }).click();
  await page.getByRole('button', { name: 'Simpan laporan' }).click();
  await expect(page.getByText('Tersimpan di perangkat')).toBeVisible();

  const office = await openAsAdmin(browser, site);
  await mapIsReady(office);
  expect((await ask(office, locality, 'DELETE', undefined, { 'if-match': '"1"' })).status).toBe(
    204,
  );
  await page.goto(`${site.address}/perangkat`);
  await context.setOffline(false);
  await expect(waiting(page)).toContainText('Ditolak', { timeout: 60_000 });
  await page.getByRole('button', { name: 'Perbaiki' }).click();
  const field = page.getByRole('combobox', { name: 'Jorong/dusun' });
  await expect(
    page.getByText('Jorong atau dusun ini tidak ada lagi. Pilih yang lain.').first(),
  ).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill('Koto Baru');
  await page.getByRole('button', { name: 'Simpan laporan' }).click();
  await expect(page.getByText('Laporan tersimpan')).toBeVisible();
  const { body: reports } = await ask(page, `/api/reports?village=${village}`);
  expect(reports).toMatchObject([{ localityId: null, localityName: 'Koto Baru', version: 1 }]);
});

test('a report that was changed on both sides is shown side by side', async ({
  page,
  context,
  browser,
  site,
}) => {
  await openOnPhone(page, site, `/?place=${village}`);
  await page.getByRole('button', { name: 'Tandai' }).click();
  await page.getByRole('button', { name: 'Semua operator tidak ada sinyal' }).click();
  await page.getByLabel('Catatan').fill('versi awal');
  await page.getByRole('button', { name: 'Simpan laporan' }).click();
  await expect(page.getByText('Laporan tersimpan')).toBeVisible();
  await page.getByRole('button', { name: /^Ubah laporan/ }).click();
  await context.setOffline(true);
  await page.getByLabel('Catatan').fill('isian lapangan');
  await page.getByRole('button', { name: 'Keadaan' }).click();
  await page.getByRole('radio', { name: 'Hanya malam' }).check();
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await expect(page.getByText('Tersimpan di perangkat')).toBeVisible();

  const office = await openAsAdmin(browser, site, `/?place=${village}`);
  await office.getByRole('button', { name: /^Ubah laporan/ }).click();
  await office.getByLabel('Catatan').fill('isian kantor');
  await office.getByRole('button', { name: 'Simpan perubahan' }).click();
  await expect(office.getByText('Perubahan tersimpan')).toBeVisible();

  await page.goto(`${site.address}/perangkat`);
  await context.setOffline(false);
  await expect(waiting(page)).toContainText('Perlu dipilih', { timeout: 60_000 });
  await page.getByRole('button', { name: 'Bandingkan dan pilih' }).click();
  const both = page.getByRole('group', { name: 'Laporan ini sudah diubah' });
  await expect(
    both.getByRole('row', { name: 'Catatan isian lapangan isian kantor' }),
  ).toBeVisible();
  await expect(both.getByRole('row', { name: 'Sinyalnya ada Hanya malam —' })).toBeVisible();
  expect(await listAxeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Pakai isian saya' }).click();
  await expect(page.getByText('Perubahan tersimpan')).toBeVisible();
  const { body: reports } = await ask(page, `/api/reports?village=${village}`);
  expect(reports).toMatchObject([
    { note: 'isian lapangan', availability: 'night_only', version: 3 },
  ]);
});

test('a measurement waits for a point that is good enough', async ({ page, context, site }) => {
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: -1.95, longitude: 100.9, accuracy: 180 });
  await openOnPhone(page, site, `/?place=${village}&mark=1`);
  await page.getByRole('radio', { name: 'Pengukuran', exact: true }).check();
  await expect(page.getByRole('button', { name: 'Semua operator tidak ada sinyal' })).toBeHidden();
  await page.getByRole('button', { name: 'Posisi saya' }).click();
  await expect(page.getByText(/Baru ±180 m/)).toBeVisible();
  await context.setGeolocation({ latitude: -1.9501, longitude: 100.9001, accuracy: 30 });
  await expect(page.getByText(/Ketelitian ±30 m, masih membaik/)).toBeVisible();
  await context.setGeolocation({ latitude: -1.9502, longitude: 100.9002, accuracy: 9 });
  await expect(page.getByText('Posisi perangkat, ketelitian ±9 m')).toBeVisible();
  await expect(page.getByLabel(/Koordinat/)).toHaveValue('-1.95020, 100.90020');
});
