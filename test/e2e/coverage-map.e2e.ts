// Coverage on the map: a layer chosen in the legend, a tower opened and moved, two maps side by side.
import type { Page } from '@playwright/test';
import { colourAt, expect, listAxeProblems, mapIsReady, openAsAdmin, test } from './journey.ts';

/** In Padang, away from the panels when the map is centred on it. */
const tower = { lat: -0.9, lng: 100.45 };
const at = `${tower.lat},${tower.lng},10.5`;
/** The middle of the map at 1,280 × 800. */
const middle = { x: 668, y: 400 };

async function addTower(page: Page, state: 'on_air' | 'planned', lng = tower.lng): Promise<void> {
  const cell = {
    ref: '1',
    technology: '4g',
    state,
    onAirOn: state === 'on_air' ? '2025-06-01' : null,
  };
  const shape = { bandMhz: 900, heightM: 42, azimuthDeg: null, beamwidthDeg: null, radiusM: 5000 };
  const answer = await page.request.post('/api/sites', {
    headers: { 'sec-fetch-site': 'same-origin' },
    data: {
      operatorId: 'telkomsel',
      ref: `PDG-${state}`,
      name: state === 'on_air' ? 'Bukit Gado' : 'Rencana Timur',
      position: [lng, tower.lat],
      cells: [{ ...cell, ...shape }],
    },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** Waits until the towers have become layers. */
async function coverageIsMade(page: Page, layers: number): Promise<void> {
  await expect
    .poll(async () => {
      const { job, layers: made } = (await (await page.request.get('/api/coverage')).json()) as {
        job: { isRunning: boolean };
        layers: unknown[];
      };
      return job.isRunning ? 0 : made.length;
    })
    .toBe(layers);
}

test('a layer is chosen in the legend, a tower opened and moved', async ({ browser, site }) => {
  const page = await openAsAdmin(browser, site);
  await mapIsReady(page);
  await page.getByRole('button', { name: /^Jangkauan/ }).click();
  await expect(page.getByText('Belum ada data jangkauan')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Buka Data' })).toBeVisible();

  await addTower(page, 'on_air');
  await addTower(page, 'planned', 100.6);
  await coverageIsMade(page, 4);
  await page.goto(`/?at=${at}`);
  await mapIsReady(page);
  const before = await colourAt(page, middle.x + 40, middle.y + 40);
  await page.getByRole('button', { name: /^Jangkauan/ }).click();
  await page.getByRole('switch', { name: 'Telkomsel' }).click();
  await expect(page).toHaveURL(/cov=telkomsel/);
  await expect(page.getByText('Perkiraan dari menara · bukan hasil ukur')).toBeVisible();
  await expect(page.getByText('Bentang alam tidak diperhitungkan')).toBeVisible();
  await expect.poll(() => colourAt(page, middle.x + 40, middle.y + 40)).not.toEqual(before);
  await page.getByRole('switch', { name: 'Rencana', exact: true }).click();
  await page.getByRole('switch', { name: 'Menara', exact: true }).click();
  await page.getByRole('switch', { name: /belum terjangkau 4G/ }).click();
  await expect(page).toHaveURL(/cov=telkomsel\/\/on_air,planned,computed,filed,sites,uncovered/);
  expect(await listAxeProblems(page)).toEqual([]);

  await page.reload();
  await mapIsReady(page);
  await expect(page.getByRole('switch', { name: 'Telkomsel' })).toBeChecked();
  const panel = page.getByRole('region', { name: 'Menara terpilih' });
  await expect(async () => {
    await page.mouse.click(middle.x, middle.y);
    await expect(panel).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(page).toHaveURL(/site=[0-9a-f-]{36}/);
  await expect(panel.getByRole('heading', { name: 'Bukit Gado' })).toBeVisible();
  await expect(panel.getByText('5 km')).toBeVisible();
  expect(await listAxeProblems(page)).toEqual([]);

  await panel.getByRole('button', { name: 'Ubah Bukit Gado' }).click();
  expect(await listAxeProblems(page)).toEqual([]);
  await panel.getByLabel('Pita, MHz').fill('sembilan');
  await panel.getByLabel(/^Koordinat/).fill('-0.95, 100.40');
  await panel.getByLabel(/^Koordinat/).press('Enter');
  await expect(panel.getByLabel('Pita, MHz')).toHaveAttribute('aria-invalid', 'true');
  await expect(panel.getByText('Tulis angka saja, misalnya 900.')).toBeVisible();
  await panel.getByLabel('Pita, MHz').fill('1800 MHz');
  await panel.getByLabel('Jangkauan, m').fill('');
  await panel.getByLabel('Jangkauan, m').press('Enter');
  await expect(panel.getByText('1800 MHz')).toBeVisible();
  await expect(panel.getByText('perkiraan 4 km')).toBeVisible();
  await expect(panel.getByText(/0[.,]95/)).toBeVisible();

  await panel.getByRole('button', { name: 'Hapus Bukit Gado' }).click();
  await panel.getByRole('button', { name: 'Ya, hapus' }).click();
  await expect(panel).toHaveCount(0);
  await expect(page).not.toHaveURL(/site=/);
});

test('a change that somebody else made is not overwritten unseen', async ({ browser, site }) => {
  const page = await openAsAdmin(browser, site);
  await mapIsReady(page);
  await addTower(page, 'on_air');
  const { sites } = (await (
    await page.request.get('/api/sites?west=100&south=-1&east=101&north=0')
  ).json()) as { sites: { id: string }[] };
  const [{ id } = { id: '' }] = sites;
  await page.goto(`/?site=${id}`);
  const panel = page.getByRole('region', { name: 'Menara terpilih' });
  await panel.getByRole('button', { name: 'Ubah Bukit Gado' }).click();
  await panel.getByLabel('Nama').fill('Bukit Gado Gado');

  const stored = (await (await page.request.get(`/api/sites/${id}`)).json()) as {
    operatorId: string;
    ref: string;
    position: [number, number];
    version: number;
    cells: Record<string, unknown>[];
  };
  const cells = stored.cells.map(({ id: _, reachM: __, isEstimate: ___, ...cell }) => cell);
  const { operatorId, ref, position } = stored;
  const other = await page.request.put(`/api/sites/${id}`, {
    headers: { 'sec-fetch-site': 'same-origin', 'if-match': `"${stored.version}"` },
    data: { operatorId, ref, name: 'Bukit Lain', position, cells },
  });
  expect(other.ok(), await other.text()).toBe(true);

  await panel.getByRole('button', { name: 'Simpan' }).click();
  await expect(panel.getByText(/Menara ini baru saja diubah/)).toBeVisible();
  await panel.getByRole('button', { name: 'Simpan isian saya' }).click();
  await expect(panel.getByRole('heading', { name: 'Bukit Gado Gado' })).toBeVisible();
});

test('two maps side by side look at the same place', async ({ browser, site }) => {
  const page = await openAsAdmin(browser, site);
  await mapIsReady(page);
  await addTower(page, 'on_air');
  await coverageIsMade(page, 2);
  await page.goto(`/?at=${at}&cov=telkomsel`);
  await mapIsReady(page);
  await page.getByRole('button', { name: 'Bandingkan dua peta' }).click();
  await expect(page).toHaveURL(/side=telkomsel\.4g\.on_air\.\d{4}-\d\d-\d\d~telkomsel\.4g\.on_air/);
  const left = page.getByRole('region', { name: 'Peta kiri' });
  const right = page.getByRole('region', { name: 'Peta kanan' });
  for (const half of [left, right])
    await expect(half.locator('[data-map-state]')).toHaveAttribute('data-map-state', 'ready');
  expect(await listAxeProblems(page)).toEqual([]);

  await left.getByLabel('Per tanggal').fill('2025-05-31');
  await expect(page).toHaveURL(/side=telkomsel\.4g\.on_air\.2025-05-31~/);
  const [halfway, farRight] = [
    { x: 360, y: 460 },
    { x: 976, y: 460 },
  ];
  const covered = await colourAt(page, farRight.x, farRight.y);
  await expect.poll(() => colourAt(page, halfway.x, halfway.y)).not.toEqual(covered);

  const divider = page.getByRole('slider', { name: 'Pembatas kedua peta' });
  await divider.press('ArrowRight');
  await expect(divider).toHaveAttribute('aria-valuenow', '55');
  await left.getByRole('region', { name: /Peta kiri/ }).press('ArrowRight');
  await expect(page).not.toHaveURL(new RegExp(`at=${at.replaceAll('.', '\\.')}&`));

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('region', { name: 'Peta atas' })).toBeVisible();
  expect(await listAxeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Tutup perbandingan' }).click();
  await expect(page).not.toHaveURL(/side=/);
  await mapIsReady(page);
});
