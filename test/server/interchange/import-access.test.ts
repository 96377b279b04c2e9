// Who may bring in what and see it, files that are refused, sheets and columns, and the rows that come
// back to be mended.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { importKinds } from '#contract/interchange';
import { listOperators } from '../../../server/evidence/store.ts';
import { areaProblems } from '../../../server/interchange/area-check.ts';
import { hasWords } from '../../../server/interchange/error-words.ts';
import { kinds } from '../../../server/interchange/kinds/all.ts';
import { readTable } from '../../../server/interchange/read-table.ts';
import { writeXlsx } from '../../../server/interchange/write-table.ts';
import { createTestApp } from '../../helpers/app.ts';
import { csv, importer } from '../../helpers/imports.ts';
import { villages } from '../../helpers/place.ts';
import { deflatedBomb, rawZip } from '../../helpers/workbook.ts';

const header = ['Kabupaten', 'Kecamatan', 'Desa', 'Penduduk', 'Tanggal'];
const inderapura = ['Pesisir Selatan', 'Pancung Soal', 'Inderapura', '10', '31/12/2025'];
const indarung = ['Kota Padang', 'Lubuk Kilangan', 'Indarung', '20', '31/12/2025'];

describe('scope', () => {
  it('makes every row outside the own regency an error, and offers none of it', async () => {
    const t = createTestApp();
    const budi = await t.person('regency', { regencyCode: '13.01' });
    const { open, listRows, decide, change, confirm } = importer(t, budi);
    const first = await open('people', [
      header,
      inderapura,
      indarung,
      // Rows that name no regency are of the own one.
      ['', '', 'Indrapura', '1', '31/12/2025'],
      ['', '', 'Indarung', '1', '31/12/2025'],
    ]);
    const { body: detail } = await change(first, { source: 'Kantor' });
    expect(detail.regencyCode).toBe('13.01');
    const [wrong] = await listRows(detail, 'wrong');
    expect(wrong?.errors[0]?.code).toBe('outside_your_regency');
    const doubtful = await listRows(detail, 'doubtful');
    expect(doubtful.map(({ doubt }) => doubt?.options.map(({ key }) => key))).toEqual([
      [villages.inderapura],
      [],
    ]);
    const stray = await decide(detail, 5, { about: 'village', choose: villages.indarung });
    expect(stray.body.errors[0]).toMatchObject({ field: 'choose', code: 'unknown_value' });
    expect((await confirm(detail, { skipDoubtful: true })).body.outcome.inserted).toBe(1);
  });

  it('hides what another office brought in from a regency', async () => {
    const t = createTestApp();
    const budi = await t.person('regency', { regencyCode: '13.01' });
    const wati = await t.person('regency', { regencyCode: '13.71' });
    const sari = await t.person('staff');
    const detail = await importer(t, budi).open('people', [header, inderapura]);
    for (const path of ['', '/rows?part=certain', '/errors.csv'])
      expect((await wati.send(`/api/imports/${detail.id}${path}`)).status).toBe(404);
    expect((await wati.send(`/api/imports/${detail.id}`, { method: 'DELETE' })).status).toBe(404);
    expect((await wati.send('/api/imports')).body).toEqual([]);
    expect((await sari.send('/api/imports')).body).toHaveLength(1);
    expect((await sari.send(`/api/imports/${detail.id}`)).status).toBe(200);
    expect((await budi.send(`/api/imports/${detail.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await budi.send(`/api/imports/${detail.id}`)).status).toBe(404);
    expect(t.db.prepare('SELECT count(*) FROM import_row').pluck().get()).toBe(0);
  });
});

describe('a file that is refused', () => {
  async function refusal(bytes: Uint8Array, name = 'data.xlsx') {
    const t = createTestApp();
    const { sendFile } = importer(t, await t.person('staff'));
    const { status, body } = await sendFile('people', bytes, name);
    return { status, code: body.code, row: body.row, value: body.value };
  }

  it('unpacks to gigabytes', async () => {
    const bomb = rawZip([
      { name: '[Content_Types].xml', packed: deflatedBomb(400), saysUnpacked: 400_000_000 },
    ]);
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(await refusal(bomb)).toMatchObject({ status: 422, code: 'table_unpacks_too_large' });
  });

  it('is no table, is empty, or breaks off', async () => {
    expect(await refusal(Buffer.from('%PDF-1.7'))).toMatchObject({
      status: 422,
      code: 'table_unknown_format',
      value: 'data.xlsx',
    });
    expect(await refusal(new Uint8Array())).toMatchObject({ code: 'table_empty' });
    expect(await refusal(Buffer.from('a,b\n"c,d\n'))).toMatchObject({ code: 'table_quote_open' });
  });

  it('is longer than any honest one', async () => {
    expect(await refusal(new Uint8Array(20_000_001))).toMatchObject({
      status: 413,
      code: 'table_too_large',
    });
    const t = createTestApp();
    const { sendFile } = importer(t, await t.person('staff'));
    const rows = Array.from({ length: 20_001 }, (_, index) => ['x', String(index)]);
    const { status, body } = await sendFile('reports', csv([['Desa', 'Telkomsel'], ...rows]));
    expect([status, body]).toMatchObject([
      422,
      { code: 'import_too_large', rows: 20_001, limit: 20_000 },
    ]);
  });
});

describe('how a file is read', () => {
  it('takes the sheet it understands, names its regency, and reads another one when asked', async () => {
    const t = createTestApp();
    const { sendFile, change } = importer(t, await t.person('staff'));
    const columns = ['Desa', 'Penduduk', 'Tanggal'].map((name) => ({ header: name }));
    const bytes = await writeXlsx([
      { name: 'Catatan', columns: [{ header: 'Hal' }, { header: 'Isi' }], rows: [['a', 'b']] },
      { name: 'Pesisir Selatan', columns, rows: [['Inderapura', 5, '31/12/2025']] },
      { name: 'Kota Padang', columns, rows: [['Indarung', 6, '31/12/2025']] },
    ]);
    const { body: first } = await sendFile('people', bytes, 'penduduk.xlsx');
    expect(first).toMatchObject({
      sheet: 1,
      regencyCode: '13.01',
      counts: { certain: 1 },
      columns: [
        { header: 'Desa', samples: ['Inderapura'], key: 'village' },
        { header: 'Penduduk', samples: ['5'], key: 'population' },
        { header: 'Tanggal', key: 'datedOn' },
      ],
    });
    const { body: second } = await change(first, { sheet: 2 });
    expect(second).toMatchObject({ sheet: 2, regencyCode: '13.71', counts: { certain: 1 } });
    const { body: none } = await change(second, { sheet: 0 });
    expect(none.missing.columns.flat()).toContainEqual({ key: 'village', header: 'Desa/Nagari' });
    expect((await change(none, { sheet: 3 })).body.errors[0].field).toBe('sheet');
  });

  it('remembers the columns that were confirmed for a header', async () => {
    const t = createTestApp();
    const { open, change, confirm } = importer(t, await t.person('staff'));
    const odd = ['Tempat', 'Orang', 'Kapan', 'Kab'];
    const rows = [odd, ['Inderapura', '5', '31/12/2025', '13.01']];
    const first = await open('people', rows);
    expect(first.columns.map(({ key }) => key)).toEqual([null, null, null, 'regency']);
    const mapping = { village: 0, population: 1, datedOn: 2, regency: 3 };
    const { body: detail } = await change(first, { mapping, source: 'x' });
    expect(detail.counts.certain).toBe(1);
    await confirm(detail);
    const next = await open('people', [odd, ['Inderapura', '6', '31/12/2025', '13.01']]);
    expect(next.columns.map(({ key }) => key)).toEqual([
      'village',
      'population',
      'datedOn',
      'regency',
    ]);
  });

  it.each([
    [{ nonsense: 0 }, 'mapping', 'unknown_value'],
    [{ village: 9 }, 'mapping.village', 'too_big'],
    [{ village: 1, population: 1 }, 'mapping.population', 'column_twice'],
  ])('refuses the mapping %j', async (mapping, field, code) => {
    const t = createTestApp();
    const { open, change } = importer(t, await t.person('staff'));
    const { status, body } = await change(await open('people', [header, inderapura]), { mapping });
    expect([status, body.errors[0]]).toMatchObject([422, { field, code }]);
  });
});

describe('what is left out', () => {
  it('comes back as a table with reasons, safe to open, and can be brought in again', async () => {
    const t = createTestApp();
    const { open, confirm, change, fetchRaw, sendFile } = importer(t, await t.person('staff'));
    const first = await open('people', [
      [...header, '=Catatan'],
      [...inderapura, ''],
      ['Kota Padang', 'Lubuk Kilangan', 'Indarung', 'banyak', '31/12/2025', '=cmd|calc'],
      ['Pesisir Selatan', '', 'Indrapura', '7', '30/12/2025', ''],
    ]);
    const { body: detail } = await change(first, { source: 'x' });
    await confirm(detail, { skipDoubtful: true });
    const response = await fetchRaw(`/api/imports/${detail.id}/errors.csv`);
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="data-perlu-diperbaiki.csv"',
    );
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(Buffer.from(bytes).toString()).toContain(`,'=cmd|calc,3,Penduduk: bukan angka (banyak)`);
    const [table] = await readTable(bytes, 'again.csv');
    expect(table?.rows.map(({ cells }) => cells.slice(3))).toEqual([
      ['banyak', '31/12/2025', '=cmd|calc', '3', 'Penduduk: bukan angka (banyak)'],
      ['7', '30/12/2025', '', '4', 'meragukan dan dilewati (Indrapura, Pesisir Selatan)'],
    ]);
    const again = await sendFile('people', bytes, 'again.csv');
    expect(again.body.counts).toMatchObject({ wrong: 1, doubtful: 1 });
  });

  test('every reason that rows are refused for has words', () => {
    const folder = join(import.meta.dirname, '../../../server/interchange');
    const files = readdirSync(join(folder, 'kinds')).map((name) => `kinds/${name}`);
    const texts = [...files, 'place-columns.ts', 'cell-words.ts', 'length-cell.ts'].map((name) =>
      readFileSync(join(folder, name), 'utf8'),
    );
    const codes = texts.flatMap((text) => [
      ...[...text.matchAll(/\.add\([^,()]+, '(\w+)'/g)].map((match) => match[1] ?? ''),
      ...[...text.matchAll(/refuse\('\w+', '(\w+)'/g)].map((match) => match[1] ?? ''),
      ...[...text.matchAll(/\bcode: '(\w+)'/g)].map((match) => match[1] ?? ''),
      ...areaProblems.filter((code) => code !== 'geometry_mended'),
    ]);
    expect(codes.length).toBeGreaterThan(15);
    expect(codes.filter((code) => !hasWords(code))).toEqual([]);
  });
});

/** Areas are drawn on a map, not typed into a table. */
const typedKinds = importKinds.filter((kind) => !kinds[kind].needsAreas);

test.each(typedKinds)('the example file of %s is understood column by column', async (kind) => {
  const t = createTestApp();
  const { fetchRaw, sendFile, listRows } = importer(t, await t.person('staff'));
  const response = await fetchRaw(`/api/imports/${kind}/template.xlsx`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const tables = await readTable(bytes, 'template.xlsx');
  expect(tables.map(({ sheet }) => sheet)).toContain('Keterangan');
  const columns = kinds[kind].columns(listOperators(t.db));
  const example = csv([
    columns.map(({ header: name }) => name),
    columns.map(({ example: cell = '' }) => cell),
  ]);
  const { body: detail } = await sendFile(kind, example);
  const keys = detail.columns.map(({ key }: { key: string }) => key);
  expect(keys).toEqual(columns.map(({ key }) => key));
  const wrong = await listRows(detail, 'wrong');
  // People of a locality need the locality to be known first.
  const expected = kind === 'people' ? ['locality_not_found'] : [];
  expect(wrong.flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual(expected);
});
