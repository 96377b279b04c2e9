// The journey this app exists for: an officer marks a blankspot, and everybody sees it.
import { colourAt, expect, mapIsReady, openAsAdmin, test } from './journey.ts';

test('an officer finds a nagari, marks it, another browser recolours, a restart keeps it', async ({
  browser,
  site,
}) => {
  const officer = await openAsAdmin(browser, site);
  await mapIsReady(officer);
  await officer.getByRole('combobox', { name: /cari/i }).fill('inderap');
  await officer
    .getByRole('option', { name: /Nagari Inderapura\b.*Pancung Soal/ })
    .first()
    .click();
  await expect(officer.getByRole('heading', { name: 'Nagari Inderapura' })).toBeVisible();
  await expect(officer).toHaveURL(/place=13\.01\.01\.2001/);
  await expect(officer.getByText('Belum ada laporan di sini', { exact: true })).toBeVisible();

  const link = new URL(officer.url());
  const colleague = await openAsAdmin(browser, site, `${link.pathname}${link.search}`);
  await mapIsReady(colleague);
  await expect(colleague.getByRole('heading', { name: 'Nagari Inderapura' })).toBeVisible();

  await officer.getByRole('button', { name: 'Tandai' }).click();
  const centre = { x: 480, y: 400 };
  const before = await colourAt(colleague, centre.x, centre.y);
  await officer.mouse.click(centre.x, centre.y);
  await expect(officer.getByLabel(/Koordinat/)).not.toHaveValue('');
  await officer.getByRole('button', { name: 'Semua operator tidak ada sinyal' }).click();
  await officer.getByLabel('Catatan').fill('Sinyal hilang setelah jembatan');
  await officer.getByRole('button', { name: 'Simpan laporan' }).click();
  await expect(officer.getByText('Laporan tersimpan')).toBeVisible();

  for (const page of [officer, colleague]) {
    await expect(page.locator('[data-selected-status=blankspot]').first()).toBeVisible();
    await expect(page.getByText('Sinyal hilang setelah jembatan')).toBeVisible();
  }
  await expect.poll(() => colourAt(colleague, centre.x, centre.y)).not.toEqual(before);

  await site.restart();
  await colleague.reload();
  await mapIsReady(colleague);
  await expect(colleague.locator('[data-selected-status=blankspot]').first()).toBeVisible();
  await expect(colleague.getByText('Sinyal hilang setelah jembatan')).toBeVisible();
});
