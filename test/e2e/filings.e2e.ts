// A liaison's plans of this month: sent as a file, compared with those of last month, one line left out,
// the others accepted.
import type { Page } from '@playwright/test';
import { expect, listAxeProblems, test } from './journey.ts';
import { addPerson, openAs } from './people.ts';

const header = 'ID site;Nama site;Lintang;Bujur;Teknologi;Target on air;Status';
const csv = (rows: readonly string[]) => Buffer.from([header, ...rows].join('\r\n'));

const lastMonth = csv([
  'PSL001;Inderapura;-2,0875;100,981;4G;TW I 2027;rencana',
  'PSL002;Muaro;-2,0500;100,940;4G;TW I 2027;rencana',
]);
const thisMonth = csv([
  'PSL001;Inderapura;-2,0875;100,981;4G;TW II 2027;rencana',
  'PSL002;Muaro;-2,0400;100,940;4G;TW I 2027;rencana',
  'PSL003;Koto;-2,0100;100,900;4G;akhir tahun 2027;rencana',
]);

/** Sends a file by the screen of data and has it compared. */
async function compare(page: Page, name: string, buffer: Buffer, rows: number): Promise<void> {
  await page.goto('/komitmen/rencana');
  await page.getByRole('button', { name: 'Unggah berkas rencana' }).click();
  const file = { name, mimeType: 'text/csv', buffer };
  await page.locator('[data-kind=plans] input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: `Bandingkan ${rows} baris` }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
}

test('a liaison compares this month’s plans with last month’s, leaves a line and accepts the others', async ({
  browser,
  site,
}) => {
  const rina = { name: 'Rina', email: 'rina@telkomsel.example', role: 'liaison' };
  const office = { name: 'Telkomsel Padang', operatorId: 'telkomsel', regencyCode: null };
  await addPerson(browser, site, { ...rina, office });
  const page = await openAs(browser, site, rina.email);
  await compare(page, 'oktober.csv', lastMonth, 2);
  await page.getByRole('button', { name: 'Terima 2 perubahan' }).click();
  await expect(page.getByText('Diterima', { exact: true })).toBeVisible();

  await compare(page, 'november.csv', thisMonth, 3);
  const line = (name: string) => page.locator('[data-line]').filter({ hasText: name });
  await expect(line('Inderapura')).toContainText('mundur 91 hari: 31 Mar 2027 → 30 Jun 2027');
  await expect(line('Muaro')).toContainText('pindah 1,1 km');
  await expect(line('Koto')).toContainText('rencana, target 31 Des 2027 · 4G');
  await expect(page.locator('[data-filing-points="3"] [data-map-state]')).toHaveAttribute(
    'data-map-state',
    'ready',
    { timeout: 60_000 },
  );
  expect(await listAxeProblems(page)).toEqual([]);

  // By keyboard: the second line, left out by the space bar.
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await expect(line('Muaro').getByRole('checkbox')).not.toBeChecked();
  await page.getByRole('button', { name: 'Terima 2 perubahan' }).click();
  await expect(page.getByText('Diterima', { exact: true })).toBeVisible();
  await expect(page.getByText(/SHA-256 [0-9a-f]{64}/)).toBeVisible();
  await expect(line('Muaro').getByRole('checkbox')).toBeDisabled();

  await page.getByRole('button', { name: 'Semua berkas rencana' }).click();
  await expect(page.getByRole('button', { name: /november\.csv/ })).toContainText('Diterima');
  const { sites } = (await (
    await page.request.get(`${site.address}/api/sites?west=100&south=-3&east=102&north=-1`)
  ).json()) as { sites: { name: string; position: [number, number] }[] };
  expect(Object.fromEntries(sites.map(({ name, position }) => [name, position]))).toEqual({
    Inderapura: [100.981, -2.0875],
    Koto: [100.9, -2.01],
    Muaro: [100.94, -2.05],
  });
});
