// An operator's map of 300 sites, as a KMZ, from the file to what one tower more would change: said whose
// it is, seen on the map before, confirmed, not stored twice, a layer of the map, and a candidate's gain.
import { strToU8, zipSync } from 'fflate';
import { colourAt, expect, listAxeProblems, mapIsReady, openAsAdmin, test } from './journey.ts';

/** Fifteen rows of twenty, a few kilometres apart, in the middle of the province. */
function placemark(index: number): string {
  const lng = 100.4 + (index % 20) * 0.03;
  const lat = -0.9 + Math.floor(index / 20) * 0.03;
  const name = index === 7 ? '&lt;b&gt;Koto&lt;/b&gt;' : `Menara ${index + 1}`;
  return `<Placemark><name>${name}</name><ExtendedData>
    <Data name="Kode Lapangan"><value>PDG${String(index + 1).padStart(3, '0')}</value></Data>
    <Data name="Tinggi (m)"><value>${40 + (index % 3) * 10}</value></Data>
  </ExtendedData><Point><coordinates>${lng.toFixed(5)},${lat.toFixed(5)},0</coordinates></Point></Placemark>`;
}

function makeKmz(): Buffer {
  const marks = Array.from({ length: 300 }, (_, index) => placemark(index));
  const abroad =
    '<Placemark><name>Paris</name><Point><coordinates>2.35,48.85</coordinates></Point></Placemark>';
  const kml = `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2">
    <Document><name>Rencana 2027</name>${marks.join('')}${abroad}</Document></kml>`;
  return Buffer.from(zipSync({ 'doc.kml': strToU8(kml) }));
}

test('a KMZ of 300 sites is stored once, drawn as a layer, and a further tower weighed against it', async ({
  browser,
  site,
}) => {
  const page = await openAsAdmin(browser, site, '/data');
  const file = {
    name: 'menara.kmz',
    mimeType: 'application/vnd.google-earth.kmz',
    buffer: makeKmz(),
  };
  const send = () => page.locator('[data-kind=sites] input[type=file]').setInputFiles(file);
  const tab = (name: string, count: number) => page.getByRole('tab', { name: `${count} ${name}` });
  await send();
  await expect(tab('Pasti', 300)).toBeVisible();
  await expect(tab('Salah', 1)).toBeVisible();
  await expect(page.getByText('Isi dulu operator, teknologi, status.')).toBeVisible();

  const choose = async (label: string, option: string) => {
    await page.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option }).click();
  };
  const sayWhose = async () => {
    await choose('Operator', 'Telkomsel');
    await choose('Teknologi', '4G');
    await choose('Status', 'Aktif');
  };
  await sayWhose();
  const save = page.getByRole('button', { name: 'Simpan 300 baris' });
  await expect(save).toBeEnabled();

  // The operator's own code names the sites.
  await page.getByRole('button', { name: 'Tampilkan kolom' }).click();
  const meaning = page.getByRole('combobox', { name: 'Arti kolom Kode Lapangan' });
  await meaning.selectOption({ label: 'ID site' });
  await expect(meaning).toHaveValue('siteId');
  await expect(meaning).toBeEnabled();

  const map = page.locator('[data-preview-rows="300"]');
  await expect(map).toBeVisible();
  await expect(map.locator('[data-map-state]')).toHaveAttribute('data-map-state', 'ready', {
    timeout: 60_000,
  });
  await expect(map.getByText('300 pasti')).toBeVisible();
  expect(await listAxeProblems(page)).toEqual([]);

  // From a row to the map, and back by a click on what the map shows in its middle.
  await page.getByRole('button', { name: 'Lihat baris 8 di peta' }).click();
  const shown = page.locator('[data-selected]');
  await expect(shown).toHaveAttribute('data-selected', '8');
  await expect(shown).toContainText('<b>Koto</b>');
  await page.getByRole('button', { name: 'Tutup baris' }).click();
  await expect(shown).toHaveCount(0);
  await expect(map.locator('[data-map-state]')).toHaveAttribute('data-map-state', 'ready');
  const box = await map.locator('canvas').boundingBox();
  if (!box) throw new Error('the map has no size');
  // What covers the map's foot leaves its middle a little higher.
  const clickMiddle = async () => {
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2 - 8);
    await expect(shown).toHaveAttribute('data-selected', '8', { timeout: 1500 });
  };
  await expect(clickMiddle).toPass();

  await save.click();
  await expect(page.getByRole('heading', { name: '300 baris tersimpan' })).toBeVisible();
  expect(await listAxeProblems(page)).toEqual([]);

  await page.getByRole('button', { name: 'Masukkan berkas lain' }).click();
  await send();
  await expect(page.getByText(/Berkas ini sudah disimpan Admin/)).toBeVisible();
  await sayWhose();
  // The columns are taken as they were confirmed, so every site is known.
  await expect(tab('Sudah ada', 300)).toBeVisible();
  await expect(page.getByText('Tidak ada baris baru untuk disimpan.')).toBeVisible();

  // The sites have become a layer, and what they cover is told.
  await page.goto('/?at=-0.69,100.685,9.5');
  await mapIsReady(page);
  const inside = () => colourAt(page, 668, 400);
  const bare = await inside();
  await page.getByRole('button', { name: /^Jangkauan/ }).click();
  await page.getByRole('switch', { name: 'Telkomsel' }).click();
  await expect(page.getByText('Perkiraan dari menara · bukan hasil ukur')).toBeVisible();
  await expect.poll(inside).not.toEqual(bare);

  // A tower among them reaches nobody new; one beyond them does, and says whom.
  await page.getByRole('button', { name: 'Rencanakan menara' }).click();
  await page.mouse.click(668, 400);
  const panel = page.getByRole('region', { name: 'Rencana menara' });
  await expect(panel.getByText('Tidak ada yang baru terjangkau dari sini.')).toBeVisible();
  await expect(panel.getByRole('row', { name: /Telkomsel/ })).toContainText('100%');
  await page.goto('/?at=-1.3,100.8,10&plan=-1.3,100.8&tower=4g,,5000');
  await expect(panel.getByText(/78,4 km² dari 78,4 km² jangkauannya/)).toBeVisible();
  await expect(panel.getByText('desa', { exact: true })).toBeVisible();
});
