// Tables and maps of sites from file to stored cells: every way in which operators and OpenCelliD write
// them, what is wrong with a row, and who may bring in whose.
import { describe, expect, it } from 'vitest';
import type { ImportDetail, ImportRow } from '#contract/interchange';
import { createTestApp, type TestApp } from '../../helpers/app.ts';
import { csv, importer } from '../../helpers/imports.ts';

const header = [
  ...['Operator', 'Site ID', 'Site Name', 'Cell', 'Latitude', 'Longitude', 'Tech', 'Band'],
  ...['Tinggi (m)', 'Azimuth', 'Beamwidth', 'Radius (km)', 'On Air Date', 'Status'],
];
type Cells = Partial<Record<(typeof header)[number], string>>;

const cells: Cells = {
  Operator: 'Telkomsel',
  'Site ID': 'PDG001',
  'Site Name': 'Koto Tuo',
  Latitude: '-1,5',
  Longitude: '100,5',
  Tech: '4G',
  Status: 'On Air',
};

/** A row that is certain, but for what `over` says. */
function row(over: Cells = {}): string[] {
  const own = { ...cells, ...over };
  return header.map((name) => own[name] ?? '');
}

type SiteRow = { operator_id: string; ref: string; name: string; lng: number; lat: number };
type CellRow = Record<'ref' | 'technology' | 'state', string> &
  Record<'band_mhz' | 'height_m' | 'azimuth_deg' | 'beamwidth_deg' | 'radius_m', number | null> & {
    on_air_on: string | null;
  };

const listSites = ({ db }: TestApp) =>
  db
    .prepare('SELECT operator_id, ref, name, lng, lat FROM site ORDER BY operator_id, ref')
    .all() as SiteRow[];
const listCells = ({ db }: TestApp) =>
  db
    .prepare(
      `SELECT ref, technology, band_mhz, height_m, azimuth_deg, beamwidth_deg, radius_m, state, on_air_on
       FROM cell ORDER BY ref`,
    )
    .all() as CellRow[];

async function setUp() {
  const t = createTestApp();
  const sari = await t.person('staff');
  return { t, sari, ...importer(t, sari) };
}

/** What became of one row: its part and what is said about it. */
function verdict({ part, errors, doubt, warnings }: ImportRow): string {
  if (part === 'wrong') return errors.map((e) => `${e.header ?? '-'}: ${e.code}`).join(', ');
  if (part === 'doubtful')
    return `${doubt?.reason}: ${doubt?.options.map(({ key }) => key).join(' ')}`;
  return [part, ...warnings].join(' ');
}

describe('one row', () => {
  // A site of its own each, so that no row speaks of another.
  const cases: [string, Cells, string][] = [
    ['plain', {}, 'certain'],
    ['former operator', { Operator: 'PT XL Axiata Tbk' }, 'certain'],
    ['nickname', { Operator: 'TSEL' }, 'certain'],
    ['unknown operator', { Operator: 'Pos Indonesia' }, 'Operator: operator_not_found'],
    ['no operator', { Operator: '' }, 'Operator: required'],
    ['two technologies', { Tech: '2G/4G' }, 'certain'],
    ['joined band', { Tech: 'L1800', Band: '' }, 'certain'],
    ['unknown technology', { Tech: 'Starlink' }, 'Tech: cell_technology_unknown'],
    ['no technology', { Tech: '' }, 'Tech: required'],
    ['unknown band', { Band: 'biru' }, 'Band: band_unknown'],
    ['bands of nobody', { Tech: '2G/3G/4G', Band: '900/1800' }, 'Band: band_unclear'],
    ['degrees and minutes', { Latitude: '1°30\'00" LS', Longitude: '100°30\'00" BT' }, 'certain'],
    ['swapped', { Latitude: '100.5', Longitude: '-1.5' }, 'swapped: fixed'],
    ['lost minus', { Latitude: '1.5' }, 'area_minus_lost: fixed given'],
    ['another province', { Latitude: '-3.3', Longitude: '102.2' }, 'certain position_outside_area'],
    ['abroad', { Latitude: '51.5', Longitude: '-0.1' }, 'Latitude: position_outside_indonesia'],
    ['no place', { Latitude: '', Longitude: '' }, 'Latitude: required'],
    ['half a place', { Longitude: '' }, 'Latitude: position_incomplete'],
    ['three sectors', { Azimuth: '0/120/240', Beamwidth: '65°' }, 'certain'],
    ['turned too far', { Azimuth: '400' }, 'Azimuth: too_big'],
    ['no height', { 'Tinggi (m)': 'tinggi' }, 'Tinggi (m): not_a_number'],
    ['as high as a mountain', { 'Tinggi (m)': '4200' }, 'Tinggi (m): too_big'],
    ['radius of a country', { 'Radius (km)': '900' }, 'Radius (km): too_big'],
    ['radius below zero', { 'Radius (km)': '-3' }, 'Radius (km): negative'],
    ['unknown state', { Status: 'entah' }, 'Status: word_unknown'],
    ['no state', { Status: '' }, 'Status: required'],
    ['on air tomorrow', { 'On Air Date': '23/11/2030' }, 'On Air Date: date_in_future'],
    ['planned', { Status: 'Rencana', 'On Air Date': 'Q4 2027' }, 'certain date_rounded'],
    ['no day', { 'On Air Date': 'nanti' }, 'On Air Date: not_a_day'],
    ['name as long as a page', { 'Site Name': 'a'.repeat(300) }, 'certain'],
    ['id as long as a page', { 'Site ID': 'a'.repeat(81) }, 'Site ID: too_long'],
    ['formula', { 'Site Name': '=HYPERLINK("http://x")' }, 'certain'],
    ['HTML', { 'Site Name': '<img src=x onerror=alert(1)>' }, 'certain'],
  ];

  it('is certain, doubtful or wrong for a reason', async () => {
    const { open, listRows } = await setUp();
    const rows = cases.map(([, over], index) => row({ 'Site ID': `S${index}`, ...over }));
    const detail = await open('sites', [header, ...rows]);
    const parts = ['certain', 'doubtful', 'wrong', 'same'] as const;
    const found = (await Promise.all(parts.map((part) => listRows(detail, part)))).flat();
    const told = cases.map(([name], index) => {
      const one = found.find(({ number }) => number === index + 2);
      return [name, one && verdict(one)];
    });
    expect(told).toEqual(cases.map(([name, , expected]) => [name, expected]));
  });

  it('is stored as what it says', async () => {
    const { t, open, confirm } = await setUp();
    const detail = await open('sites', [
      header,
      row({
        ...{ Tech: '4G', Band: 'B8', 'Tinggi (m)': '42 m', Azimuth: '120', Beamwidth: '65' },
        ...{ 'Radius (km)': '3,5', 'On Air Date': '1 Okt 2025', Cell: 'PDG001-2' },
      }),
    ]);
    expect(detail).toMatchObject({ missing: { settings: [], columns: [] }, hasMap: true });
    await confirm(detail);
    expect(listSites(t)).toEqual([
      { operator_id: 'telkomsel', ref: 'PDG001', name: 'Koto Tuo', lng: 100.5, lat: -1.5 },
    ]);
    expect(listCells(t)).toEqual([
      {
        ...{ ref: 'PDG001-2', technology: '4g', band_mhz: 900, height_m: 42, azimuth_deg: 120 },
        ...{ beamwidth_deg: 65, radius_m: 3500, state: 'on_air', on_air_on: '2025-10-01' },
      },
    ]);
  });
});

describe('rows together', () => {
  it('are sites: by their ids, else by how near they stand; the same file adds nothing', async () => {
    const { t, open, confirm } = await setUp();
    const rows = [
      header,
      row({ Azimuth: '0', 'Site Name': 'Koto Tuo 1' }),
      row({ Azimuth: '120', 'Site Name': 'Koto Tuo' }),
      row({ Azimuth: '240', 'Site Name': 'Koto Tuo', Longitude: '100.5001' }),
      row({ 'Site ID': '', 'Site Name': 'Muaro', Latitude: '-1.6', Tech: '2G' }),
      row({ 'Site ID': '', 'Site Name': 'Muaro', Latitude: '-1.6002', Tech: '4G' }),
    ];
    await confirm(await open('sites', rows));
    expect(listSites(t)).toEqual([
      {
        ...{ operator_id: 'telkomsel', ref: '@-1.60000, 100.50000', name: 'Muaro' },
        ...{ lng: 100.5, lat: -1.6002 },
      },
      { operator_id: 'telkomsel', ref: 'PDG001', name: 'Koto Tuo', lng: 100.5, lat: -1.5 },
    ]);
    expect(listCells(t)).toHaveLength(5);
    const again = await open('sites', [header, ...rows.slice(1).toReversed()], 'lagi.csv');
    expect(again.counts).toMatchObject({ certain: 0, same: 5, wrong: 0 });
    expect((await confirm(again)).body.code).toBe('import_nothing_to_store');
  });

  it('are told when they contradict each other', async () => {
    const { open, listRows } = await setUp();
    const detail = await open('sites', [
      header,
      row({ 'Tinggi (m)': '40' }),
      row({ 'Tinggi (m)': '60' }),
      row({ 'Tinggi (m)': '40' }),
      row({ 'Site ID': 'PDG002', Azimuth: '0' }),
      row({ 'Site ID': 'PDG002', Azimuth: '120' }),
      row({ 'Site ID': 'PDG002', Azimuth: '240', Latitude: '-1.9' }),
    ]);
    const wrong = await listRows(detail, 'wrong');
    expect(wrong.map(({ number, errors }) => [number, errors[0]?.code, errors[0]?.value])).toEqual([
      [3, 'row_contradicts', '2'],
      [7, 'site_position_differs', '-1.90000, 100.50000'],
    ]);
    expect(detail.counts).toMatchObject({ certain: 3, same: 1, wrong: 2 });
  });

  it('are settled together, and stand where they were settled', async () => {
    const { t, open, decide, confirm } = await setUp();
    const detail = await open('sites', [
      header,
      row({ Latitude: '1.5', Azimuth: '0' }),
      row({ Latitude: '1.5', Azimuth: '120' }),
    ]);
    const { body } = await decide(detail, 2, {
      ...{ about: 'point', choose: 'fixed', alsoAlike: true },
    });
    expect(body).toMatchObject({ rows: 2, import: { counts: { certain: 2, doubtful: 0 } } });
    await confirm(detail);
    expect(listSites(t)).toMatchObject([{ lng: 100.5, lat: -1.5 }]);
  });

  it('change what is stored where a later file says otherwise', async () => {
    const { t, open, confirm } = await setUp();
    await confirm(await open('sites', [header, row({ Status: 'Rencana' })]));
    const { body } = await confirm(await open('sites', [header, row()], 'baru.csv'));
    expect(body.outcome).toMatchObject({ inserted: 0, changed: 1 });
    expect(listCells(t)).toMatchObject([{ state: 'on_air' }]);
  });
});

describe('what a file does not say', () => {
  const bare = [
    ['Nama', 'Lat', 'Long'],
    ['Koto Tuo', '-1.5', '100.5'],
  ];

  it('is asked for, and holds for every row', async () => {
    const { t, open, change, confirm } = await setUp();
    const detail = await open('sites', bare);
    expect(detail).toMatchObject({
      ...{ operatorId: null, operatorIsFixed: false, counts: { certain: 1 } },
      missing: { settings: ['operator', 'technology', 'siteState'] },
    });
    expect((await confirm(detail)).body.code).toBe('import_not_ready');
    const said = { operatorId: 'indosat', technology: '4g', siteState: 'planned' };
    const { body } = await change(detail, said);
    expect(body).toMatchObject({ ...said, missing: { settings: [] } });
    await confirm(body);
    expect(listSites(t)).toMatchObject([{ operator_id: 'indosat', name: 'Koto Tuo' }]);
    expect(listCells(t)).toMatchObject([{ technology: '4g', state: 'planned' }]);
  });

  it.each([
    [{ operatorId: 'xl' }, 'operatorId', 'operator_unknown'],
    [{ operatorId: 'nobody' }, 'operatorId', 'operator_unknown'],
    [{ technology: '6g' }, 'technology', 'unknown_value'],
    [{ siteState: 'serving' }, 'siteState', 'unknown_value'],
  ])('is refused as %j', async (said, field, code) => {
    const { open, change } = await setUp();
    const { status, body } = await change(await open('sites', bare), said);
    expect([status, body.errors[0]]).toMatchObject([422, { field, code }]);
  });

  it('may stand in its name; and columns are remembered per operator', async () => {
    const { open, change, confirm } = await setUp();
    const rows = [
      ['A', 'B', 'C'],
      ['-1.5', '100.5', 'Koto Tuo'],
    ];
    const first = await open('sites', rows, 'Sites_Telkomsel_2026.csv');
    expect(first.operatorId).toBe('telkomsel');
    const { body: ours } = await change(first, {
      ...{ mapping: { lat: 0, lng: 1, siteName: 2 }, technology: '4g', siteState: 'on_air' },
    });
    await confirm(ours);
    const { body: theirs } = await change(await open('sites', rows, 'b.csv'), {
      ...{ operatorId: 'indosat', mapping: { lat: 0, lng: 1, siteId: 2 } },
      ...{ technology: '4g', siteState: 'on_air' },
    });
    await confirm(theirs);
    const keysOf = ({ columns }: ImportDetail) => columns.map(({ key }) => key);
    const next = await open('sites', [...rows, ['-1.7', '100.5', 'Lain']], 'c.csv');
    const { body: asTelkomsel } = await change(next, { operatorId: 'telkomsel' });
    expect(keysOf(asTelkomsel)).toEqual(['lat', 'lng', 'siteName']);
    const { body: asIndosat } = await change(asTelkomsel, { operatorId: 'indosat' });
    expect(keysOf(asIndosat)).toEqual(['lat', 'lng', 'siteId']);
  });
});

describe('OpenCelliD', () => {
  const columns = 'radio,mcc,net,area,cell,unit,lon,lat,range,samples,changeable,created,updated';
  const lines = [
    'LTE,510,10,8025,25857025,-1,100.51,-1.51,1000,1,1,1714196810,1714196810',
    'LTE,510,10,8025,25857026,-1,100.52,-1.51,18479,9,1,1714196810,1714196810',
    'LTE,510,9,2002,25857025,0,100.60,-1.60,30,14,1,1455779785,1751887145',
    'GSM,510,89,2500,30011,0,100.70,-1.70,0,4,1,1455569928,1734158043',
    'UMTS,510,89,2500,30012,0,100.7001,-1.70,2405,4,1,1455569928,1734158043',
    'LTE,502,12,2500,30011,0,100.70,-1.70,1000,4,1,1455569928,1734158043',
    'LTE,510,99,2500,30011,0,100.70,-1.70,1000,4,1,1455569928,1734158043',
  ];

  it.each([
    ['with', [columns, ...lines]],
    ['without', lines],
  ])('is known %s its header: networks, masts, bounded ranges', async (_, text) => {
    const { t, sendFile, confirm, listRows } = await setUp();
    const bytes = Buffer.from(text.join('\n'));
    const { body: detail } = await sendFile('sites', bytes, '13-cells.csv');
    expect(detail).toMatchObject({
      counts: { certain: 5, wrong: 2 },
      missing: { settings: [], columns: [] },
    });
    const wrong = await listRows(detail, 'wrong');
    expect(wrong.map(({ errors }) => [errors[0]?.code, errors[0]?.value])).toEqual([
      ['network_foreign', '502'],
      ['network_unknown', '99'],
    ]);
    await confirm(detail);
    expect(listSites(t)).toEqual([
      {
        ...{ operator_id: 'indosat', ref: '510-89-2500-30011', name: '', lng: 100.7, lat: -1.7 },
      },
      { operator_id: 'telkomsel', ref: 'eNB 101004', name: '', lng: 100.51, lat: -1.51 },
      { operator_id: 'xlsmart', ref: 'eNB 101004', name: '', lng: 100.6, lat: -1.6 },
    ]);
    expect(listCells(t).map((cell) => [cell.technology, cell.radius_m, cell.state])).toEqual([
      ['4g', 1000, 'on_air'],
      ['4g', 18_479, 'on_air'],
      ['2g', null, 'on_air'],
      ['3g', 2405, 'on_air'],
      ['4g', 50, 'on_air'],
    ]);
    const { body: again } = await sendFile('sites', Buffer.concat([bytes, Buffer.from('\n')]));
    expect(again.counts).toMatchObject({ certain: 0, same: 5 });
  });
});

describe('a map of sites', () => {
  const feature = (geometry: object | null, properties: object) => ({
    type: 'Feature',
    geometry,
    properties,
  });
  const geojson = (features: object[]) =>
    Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));
  const square = [
    [
      [100.1, -1.9],
      [100.2, -1.9],
      [100.2, -1.8],
      [100.1, -1.9],
    ],
  ];

  it('has its points from the map, and is shown on one before it is stored', async () => {
    const { t, sari, sendFile, change, listRows, confirm } = await setUp();
    const { body: first } = await sendFile(
      'sites',
      geojson([
        feature({ type: 'Point', coordinates: [100.5, -1.5] }, { name: 'Koto', ket: '<b>x</b>' }),
        feature({ type: 'Point', coordinates: [2.35, 48.85] }, { name: 'Paris' }),
        feature({ type: 'Polygon', coordinates: square }, { name: 'Area' }),
        feature(null, { name: 'Kosong' }),
      ]),
      'telkomsel.geojson',
    );
    expect(first).toMatchObject({ hasMap: true, missing: { columns: [] } });
    const { body: detail } = await change(first, { technology: '4g', siteState: 'on_air' });
    const wrong = await listRows(detail, 'wrong');
    expect(wrong.map(({ errors }) => [errors[0]?.code, errors[0]?.value])).toEqual([
      ['position_outside_indonesia', '48.85000, 2.35000'],
      ['geometry_not_point', 'area'],
      ['geometry_not_point', 'kosong'],
    ]);
    const { body: shown } = await sari.send(`/api/imports/${detail.id}/features`);
    expect(shown).toEqual({
      features: [
        { number: 1, part: 'certain', label: 'Koto', position: [100.5, -1.5], outline: null },
      ],
      isTruncated: false,
    });
    await confirm(detail);
    expect(listSites(t)).toMatchObject([{ name: 'Koto', lng: 100.5, lat: -1.5 }]);
  });

  it('of more than 5,000 points says that it does not show all', async () => {
    const { sari, sendFile } = await setUp();
    const rows = Array.from({ length: 5001 }, (_, index) => [
      ...[`S${index}`, '-1.5', (100 + index / 10_000).toFixed(4)],
    ]);
    const { body } = await sendFile('sites', csv([['Site ID', 'Lat', 'Lon'], ...rows]));
    const { body: shown } = await sari.send(`/api/imports/${body.id}/features`);
    expect([shown.features.length, shown.isTruncated]).toEqual([5000, true]);
  });
});

describe('who brings in what', () => {
  it('lets a liaison bring in its own operator and nothing else', async () => {
    const t = createTestApp();
    const rina = await t.person('liaison', { operatorId: 'telkomsel' });
    const { open, change, confirm, listRows, sendFile } = importer(t, rina);
    const refused = await sendFile('people', csv([header, row()]));
    expect([refused.status, refused.body.code]).toEqual([403, 'import_kind_not_yours']);
    const detail = await open('sites', [
      header,
      row({ Operator: '' }),
      row({ 'Site ID': 'B', Operator: 'Indosat' }),
    ]);
    expect(detail).toMatchObject({ operatorId: 'telkomsel', operatorIsFixed: true });
    expect((await listRows(detail, 'wrong'))[0]?.errors).toEqual([
      { header: 'Operator', code: 'foreign_operator', value: 'Indosat' },
    ]);
    const other = await change(detail, { operatorId: 'indosat' });
    expect([other.status, other.body.errors[0].code]).toEqual([422, 'foreign_operator']);
    await confirm(detail);
    expect(listSites(t)).toMatchObject([{ operator_id: 'telkomsel' }]);
  });

  it('asks again for the right when it stores', async () => {
    const t = createTestApp();
    const rina = await t.person('liaison', { operatorId: 'telkomsel' });
    const { open, confirm } = importer(t, rina);
    const detail = await open('sites', [header, row()]);
    t.db.prepare("UPDATE office SET operator_id = 'indosat' WHERE id = ?").run(rina.officeId);
    const { status, body } = await confirm(detail);
    expect([status, body.code]).toEqual([403, 'foreign_operator']);
    expect(listSites(t)).toEqual([]);
  });

  it('hides the files of one operator from another, and from regencies', async () => {
    const t = createTestApp();
    const rina = await t.person('liaison', { operatorId: 'telkomsel' });
    const dewi = await t.person('liaison', { operatorId: 'indosat' });
    const budi = await t.person('regency', { regencyCode: '13.01' });
    const sari = await t.person('staff');
    const detail = await importer(t, rina).open('sites', [header, row()]);
    for (const other of [dewi, budi]) {
      for (const path of ['', '/rows?part=certain', '/features', '/errors.csv'])
        expect((await other.send(`/api/imports/${detail.id}${path}`)).status).toBe(404);
      expect((await other.send('/api/imports')).body).toEqual([]);
    }
    expect((await rina.send('/api/imports')).body).toHaveLength(1);
    expect((await sari.send(`/api/imports/${detail.id}`)).status).toBe(200);
    const refused = await importer(t, budi).sendFile('sites', csv([header, row()]));
    expect(refused.body.code).toBe('import_kind_not_yours');
    for (const who of [budi, rina]) {
      const kind = who === budi ? 'sites' : 'people';
      expect((await who.send(`/api/imports/${kind}/template.xlsx`)).status).toBe(403);
    }
    expect((await rina.send('/api/imports/sites/template.xlsx')).status).toBe(200);
  });
});

describe('what is left out', () => {
  it('comes back safe to open', async () => {
    const { open, fetchRaw } = await setUp();
    const detail = await open('sites', [
      header,
      row({ 'Site Name': '=cmd|calc', Tech: '<script>', Latitude: '@SUM(A1)' }),
    ]);
    const response = await fetchRaw(`/api/imports/${detail.id}/errors.csv`);
    const text = await response.text();
    expect(text).toContain(",'=cmd|calc,");
    expect(text).toContain(",'@SUM(A1),");
    expect(text).toContain('Tech: teknologi ini tidak dikenal');
  });
});

it('is taken back without the sites that were there before it', async () => {
  const { t, sari, open, change, confirm } = await setUp();
  const columns = ['site id', 'teknologi', 'lintang', 'bujur'];
  const store = async (name: string, rows: string[][]) => {
    const first = await open('sites', [columns, ...rows], name);
    const { body } = await change(first, { operatorId: 'telkomsel', siteState: 'on_air' });
    expect((await confirm(body)).status).toBe(200);
    return first.id;
  };
  const undo = async (id: string) => {
    const path = `/api/coverage/imports/${id}`;
    const { status, body } = await sari.send(path, { method: 'DELETE' });
    return [status, body?.code ?? null];
  };
  const refs = () => listSites(t).map(({ ref }) => ref);
  await store('januari.csv', [['A1', '4G', '-1.95', '100.05']]);
  const moved = await store('februari.csv', [['A1', '4G', '-1.96', '100.05']]);
  const more = await store('maret.csv', [
    ['A1', '4G', '-1.97', '100.05'],
    ['B2', '4G', '-1.95', '100.15'],
  ]);
  expect(await undo(moved)).toEqual([409, 'import_only_changed']);
  expect(await undo(more)).toEqual([204, null]);
  expect(refs()).toEqual(['A1']);
});
