// Localities, people, facilities, statistics and codes from a file to where they count.
import { describe, expect, it } from 'vitest';
import { findFacility, findFacilityId } from '../../../server/facilities/store.ts';
import { listNewest } from '../../../server/people/store.ts';
import { listLocalities } from '../../../server/regions/locality-store.ts';
import { createTestApp } from '../../helpers/app.ts';
import { importer } from '../../helpers/imports.ts';
import { villages } from '../../helpers/place.ts';

async function setUp() {
  const t = createTestApp();
  const sari = await t.person('staff');
  return { t, sari, ...importer(t, sari) };
}

const at = ['Pesisir Selatan', 'Pancung Soal', 'Inderapura'];
const places = ['Kabupaten', 'Kecamatan', 'Nagari'];

describe('localities', () => {
  const header = [...places, 'Jorong', 'Lintang', 'Bujur'];
  const rows = [
    header,
    [...at, 'Jorong Koto Tuo', '-1,95', '100,05'],
    [...at, 'Muaro', '', ''],
    [...at, 'RW 03', '', ''],
    [...at, 'jr. muaro', '', ''],
    [...at, 'Muara', '', ''],
    [...at, '', '', ''],
  ];

  it('come with the word of their header, once each, and near spellings are asked about', async () => {
    const { t, open, change, decide, confirm, listRows } = await setUp();
    const first = await open('localities', rows);
    expect(first.missing.settings).toEqual(['source']);
    expect((await confirm(first)).body.code).toBe('import_not_ready');
    const { body: detail } = await change(first, { source: 'Data kabupaten 2026' });
    // "jr. muaro" and "Muaro" are one place, spelled in two ways.
    expect(detail.counts).toMatchObject({ certain: 4, wrong: 2 });
    const wrong = await listRows(detail, 'wrong');
    expect(wrong.map(({ number, errors }) => [number, errors[0]?.code])).toEqual([
      [5, 'row_contradicts'],
      [7, 'required'],
    ]);
    await confirm(detail);
    const stored = listLocalities(t.db, villages.inderapura, 10);
    expect(stored.map(({ kind, name, position }) => [kind, name, position])).toEqual([
      ['jorong', 'Koto Tuo', [100.05, -1.95]],
      ['jorong', 'Muara', null],
      ['jorong', 'Muaro', null],
      ['rw', 'RW 03', null],
    ]);
    const { body: again } = await change(
      await open('localities', [header, [...at, 'Koto Tuo', '', ''], [...at, 'Koto Tua', '', '']]),
      { source: 'Data kabupaten 2026' },
    );
    expect(again.counts).toMatchObject({ certain: 0, doubtful: 1, same: 1 });
    const { body } = await decide(again, 3, { about: 'locality', choose: stored[0]?.id });
    expect(body.row).toMatchObject({ part: 'same', sameAsRow: 2 });
  });

  it('are refused without a word for what they are', async () => {
    const { open, listRows } = await setUp();
    const detail = await open('localities', [
      [...places, 'Jorong/Dusun', 'Sebutan'],
      [...at, 'Muaro', ''],
      [...at, 'Dusun Muaro', ''],
      [...at, 'Kubang', 'Korong'],
    ]);
    expect(detail.counts).toMatchObject({ certain: 2, wrong: 1 });
    const [wrong] = await listRows(detail, 'wrong');
    expect(wrong?.errors).toEqual([
      { header: 'Sebutan', code: 'locality_kind_missing', value: '' },
    ]);
  });
});

describe('people', () => {
  const header = [...places, 'Jumlah Penduduk', 'KK'];

  it('come with source and day, and the same again changes nothing', async () => {
    const { t, open, change, confirm } = await setUp();
    const said = { source: 'Disdukcapil', datedOn: '2025-12-31' };
    const rows = [header, [...at, '1.842', '512'], ['Kota Padang', '', 'Indarung', '3 400', '']];
    const first = await open('people', rows);
    expect(first.missing.settings).toEqual(['source', 'datedOn']);
    const { body: detail } = await change(first, said);
    expect(detail.counts.certain).toBe(2);
    await confirm(detail);
    expect(listNewest(t.db, [villages.inderapura, villages.indarung])).toEqual([
      {
        population: { value: 1842, datedOn: '2025-12-31', source: 'Disdukcapil' },
        households: { value: 512, datedOn: '2025-12-31', source: 'Disdukcapil' },
      },
      {
        population: { value: 3400, datedOn: '2025-12-31', source: 'Disdukcapil' },
        households: null,
      },
    ]);
    const { body: again } = await change(await open('people', rows), said);
    expect(again.counts).toMatchObject({ certain: 0, same: 2 });
  });

  it('refuse what cannot be, row by row', async () => {
    const { open, listRows } = await setUp();
    const detail = await open('people', [
      [...header, 'Tanggal', 'Jorong'],
      [...at, '-5', '', '31/12/2025', ''],
      [...at, '12,5', '', '31/12/2025', ''],
      [...at, '100', '400', '31/12/2025', ''],
      [...at, '', '', '31/12/2025', ''],
      [...at, '100', '20', '2025', ''],
      [...at, '100', '20', '01/01/2030', ''],
      [...at, '100', '20', '31/12/2025', 'Entah'],
      [...at, '100', '20', '31/12/2025', ''],
      [...at, '101', '20', '31/12/2025', ''],
    ]);
    const wrong = await listRows(detail, 'wrong');
    expect(wrong.map(({ errors }) => errors.map((e) => `${e.header}: ${e.code}`).join())).toEqual([
      'Jumlah Penduduk: negative',
      'Jumlah Penduduk: fraction',
      'KK: households_exceed_population',
      'Jumlah Penduduk: people_empty',
      'Tanggal: day_incomplete',
      'Tanggal: date_in_future',
      'Jorong: locality_not_found',
      'null: row_contradicts',
    ]);
  });
});

describe('facilities', () => {
  it('come by kind or by the beginning of their name, with what connects them', async () => {
    const { t, open, change, confirm, listRows } = await setUp();
    const first = await open('facilities', [
      [...places, 'Nama', 'Jenis', 'Internet', 'Tanggal'],
      [...at, 'SDN 05 Muaro', '', 'VSAT', '01/08/2026'],
      [...at, 'Pustu Koto', 'kesehatan', '', ''],
      [...at, 'Bengkel Jaya', '', '', ''],
      [...at, 'Masjid Raya', '', 'tidak ada', ''],
      [...at, 'Pasar Muaro', 'pasar', 'pos burung', '01/08/2026'],
    ]);
    const { body: detail } = await change(first, { source: 'Dapodik' });
    const wrong = await listRows(detail, 'wrong');
    expect(wrong.map(({ errors }) => errors.map((e) => `${e.header}: ${e.code}`).join())).toEqual([
      'Jenis: required',
      'Tanggal: connection_date_missing',
      'Internet: word_unknown',
    ]);
    await confirm(detail);
    const school = {
      villageCode: villages.inderapura,
      kind: 'school',
      name: 'SD N 5 Muaro',
    } as const;
    expect(findFacility(t.db, findFacilityId(t.db, school) ?? '')).toMatchObject({
      name: 'SDN 05 Muaro',
      connection: 'satellite',
      connectionOn: '2026-08-01',
      source: 'Dapodik',
    });
  });
});

describe('statistics', () => {
  const header = ['Kode', ...places, 'Sinyal internet', 'Sinyal telepon seluler'];
  const rows = [
    header,
    ['1301012001', ...at, 'Tidak ada', 'Tidak ada'],
    ['', '', '', "Nagari Ma'u Besar", '4G/LTE', 'Sinyal kuat'],
    ['', 'Kota Padang', 'Lubuk Kilangan', 'Indarung', '', 'Sinyal kuat'],
    ['', 'Kota Padang', 'Lubuk Kilangan', 'Indarung', '-', '-'],
  ];

  it('are evidence of their year; words for strength alone are none', async () => {
    const { t, sari, open, change, confirm, listRows } = await setUp();
    const first = await open('statistics', rows, 'Pesisir Selatan.csv');
    // The file is named for the regency of the rows that name none.
    expect(first).toMatchObject({
      regencyCode: '13.01',
      missing: { settings: ['source', 'year'] },
    });
    const { body: detail } = await change(first, { source: 'PODES', year: 2025 });
    expect(detail.counts).toMatchObject({ certain: 2, wrong: 2 });
    const wrong = await listRows(detail, 'wrong');
    expect(wrong.map(({ errors }) => errors[0]?.code)).toEqual(['technology_missing', 'required']);
    await confirm(detail);
    const { body: why } = await sari.send(`/api/statuses/${villages.inderapura}`);
    expect(why).toMatchObject({ status: 'blankspot', confirmed: true });
    const { body: served } = await sari.send(`/api/statuses/${villages.mau}`);
    expect(served).toMatchObject({ status: 'served' });
    const next = await open('statistics', rows.slice(0, 2), 'b.csv');
    const { body: again } = await change(next, { source: 'PODES', year: 2025 });
    expect(again.counts).toMatchObject({ certain: 0, same: 1 });
    expect(t.db.prepare('SELECT count(*) FROM statistic').pluck().get()).toBe(2);
  });
});

describe('codes', () => {
  it('become other names and codes, by which the next file is matched', async () => {
    const { open, change, confirm } = await setUp();
    const first = await open('codes', [
      ['Kode Kemendagri', 'Nama desa', 'Kode BPS', 'Kode lama', 'Nama lama'],
      ['13.01.01.2001', 'Inderapura', '1301040011', '13.01.04.2001', 'Kampung Lamo'],
      ['13.01.01.2002', "Ma'u Besar", '13010400', '', ''],
      ['13.71.07.1001', 'Indarung', '', '', ''],
    ]);
    const { body: detail } = await change(first, { source: 'Jembatan BPS 2025' });
    expect(detail.counts).toMatchObject({ certain: 1, wrong: 2 });
    await confirm(detail);
    const people = await open('people', [
      ['Kode', 'Kabupaten', 'Kecamatan', 'Desa', 'Penduduk'],
      ['1301040011', '', '', 'Inderapura', '1'],
      ['13.01.04.2001', '', '', 'Inderapura', '2'],
      ['', 'Pesisir Selatan', 'Pancung Soal', 'Nagari Lamo', '3'],
    ]);
    // All three are the same village, and so they contradict each other.
    expect(people.counts).toMatchObject({ certain: 1, doubtful: 0, wrong: 2 });
  });
});
