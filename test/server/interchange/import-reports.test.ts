// Tables of reports from file to map: every kind of bad input that arrives, nothing stored before it
// is confirmed, and the same rows never twice.
import { describe, expect, it, test } from 'vitest';
import type { ImportRow } from '#contract/interchange';
import { listReports } from '../../../server/evidence/store.ts';
import { createTestApp, type TestApp } from '../../helpers/app.ts';
import { importer } from '../../helpers/imports.ts';
import { villages } from '../../helpers/place.ts';

const header = [
  ...['Kode desa', 'Kabupaten/Kota', 'Kecamatan', 'Desa/Nagari', 'Jorong/Dusun'],
  ...['Telkomsel', 'Telkomsel kuat', 'Telkomsel RSRP (dBm)', 'Indosat', 'XLSMART'],
  ...['Tanggal', 'Jenis', 'Lintang', 'Bujur', 'Zona UTM', 'Ketelitian (m)', 'Catatan'],
];

type Cells = Partial<Record<(typeof header)[number], string>>;

/** A row that is certain, but for what `over` says. */
function row(over: Cells = {}): string[] {
  const cells: Cells = {
    'Kabupaten/Kota': 'Kab. Pesisir Selatan',
    Kecamatan: 'Kec. Pancung Soal',
    'Desa/Nagari': 'Inderapura',
    Telkomsel: 'tidak ada',
    Tanggal: '12/10/2026',
    ...over,
  };
  return header.map((name) => cells[name] ?? '');
}

async function setUp() {
  const t = createTestApp();
  const sari = await t.person('staff');
  return { t, sari, ...importer(t, sari) };
}

function countReports({ db }: Pick<TestApp, 'db'>): number {
  return db.prepare('SELECT count(*) FROM report').pluck().get() as number;
}

/** What became of one row: its part and what is said about it. */
function verdict({ part, errors, doubt, village, warnings }: ImportRow): string {
  if (part === 'wrong') return errors.map((e) => `${e.header ?? '-'}: ${e.code}`).join(', ');
  if (part === 'doubtful')
    return `${doubt?.about} ${doubt?.reason}: ${doubt?.options.map((o) => o.key).join(' ')}`;
  return [part, village?.code, ...warnings].join(' ');
}

describe('one row', () => {
  const cases: [string, Cells, string][] = [
    ['plain', {}, `certain ${villages.inderapura}`],
    ['by code', { 'Kode desa': '13.01.01.2001', 'Desa/Nagari': '' }, 'certain 13.01.01.2001'],
    ['code without dots and its name', { 'Kode desa': '1301012001' }, 'certain 13.01.01.2001'],
    [
      'code without dots alone',
      { 'Kode desa': '1301012001', 'Desa/Nagari': '', Kecamatan: '' },
      'village code_numbering_unsure: 13.01.01.2001',
    ],
    [
      'code whose zeros a spreadsheet ate',
      { 'Kode desa': '13.1.1.2001', 'Desa/Nagari': '' },
      'village code_repaired: 13.01.01.2001',
    ],
    [
      'code in scientific notation',
      { 'Kode desa': '1.301E+09', 'Desa/Nagari': '' },
      'Kode desa: village_code_lost',
    ],
    [
      'code of a district',
      { 'Kode desa': '13.01.01', 'Desa/Nagari': '' },
      'Kode desa: village_code_incomplete',
    ],
    [
      'code that is none',
      { 'Kode desa': '13.01.01.2999', 'Desa/Nagari': '' },
      'Kode desa: village_code_unknown',
    ],
    [
      'code and name that differ',
      { 'Kode desa': '13.01.01.2002' },
      'village code_and_name_differ: 13.01.01.2002 13.01.01.2001',
    ],
    ['no village', { 'Desa/Nagari': '' }, 'Desa/Nagari: required'],
    [
      'apostrophe and official word',
      { 'Desa/Nagari': 'Nagari MAU’  Besar' },
      'certain 13.01.01.2002',
    ],
    ['near spelling', { 'Desa/Nagari': 'Indrapura' }, 'village near_spelling: 13.01.01.2001'],
    ['unknown name', { 'Desa/Nagari': 'Atlantis' }, 'village name_unknown: '],
    [
      'unknown regency',
      { 'Kabupaten/Kota': 'Negeri Entah', 'Desa/Nagari': 'Atlantis' },
      'Kabupaten/Kota: regency_not_found',
    ],
    ['decimal comma', { Lintang: '-1,95', Bujur: '100,05' }, 'certain 13.01.01.2001'],
    [
      'degrees and minutes',
      { Lintang: '1°57\'00" LS', Bujur: '100°3\'00" BT' },
      'certain 13.01.01.2001',
    ],
    [
      'UTM with its zone',
      { Lintang: '9784420', Bujur: '616763', 'Zona UTM': '47S' },
      'certain 13.01.01.2001',
    ],
    ['UTM without its zone', { Lintang: '9784420', Bujur: '616763' }, 'Lintang: utm_zone_missing'],
    ['swapped', { Lintang: '100.05', Bujur: '-1.95' }, 'point swapped: fixed none'],
    [
      'eaten points',
      { Lintang: '-1950000', Bujur: '100050000' },
      'point digits_mangled: fixed none',
    ],
    [
      'lost minus',
      { Lintang: '1.95', Bujur: '100.05' },
      'point outside_minus_lost: fixed given none',
    ],
    [
      'outside without a mirror',
      { Lintang: '-1.5', Bujur: '100.3' },
      'certain 13.01.01.2001 position_outside_village',
    ],
    ['one coordinate', { Lintang: '-1.95' }, 'Lintang: position_incomplete'],
    ['not a coordinate', { Lintang: 'di bukit', Bujur: 'x' }, 'Lintang: position_unreadable'],
    ['abroad', { Lintang: '51.5', Bujur: '-0.12' }, 'Lintang: position_outside_indonesia'],
    [
      'imprecise measurement',
      { Jenis: 'pengukuran', Lintang: '-1.95', Bujur: '100.05', 'Ketelitian (m)': '80' },
      'Ketelitian (m): measurement_too_imprecise',
    ],
    [
      'imprecise report',
      { Lintang: '-1.95', Bujur: '100.05', 'Ketelitian (m)': '80' },
      'certain 13.01.01.2001 accuracy_poor',
    ],
    ['measurement without a point', { Jenis: 'ukur' }, 'Lintang: measurement_without_position'],
    [
      'RSRP out of range',
      { Telkomsel: '4G kuat', 'Telkomsel RSRP (dBm)': '-20' },
      'Telkomsel RSRP (dBm): too_big',
    ],
    [
      'RSRP of 2G',
      { Telkomsel: '2G lemah', 'Telkomsel RSRP (dBm)': '-90' },
      'Telkomsel RSRP (dBm): rsrp_without_4g',
    ],
    ['future day', { Tanggal: '01/01/2027' }, 'Tanggal: date_in_future'],
    ['day of ten years ago', { Tanggal: '2016-01-01' }, 'Tanggal: date_too_old'],
    ['month alone', { Tanggal: 'Oktober 2026' }, 'Tanggal: day_incomplete'],
    ["Excel's number of a day", { Tanggal: '46307' }, 'certain 13.01.01.2001'],
    ['no day', { Tanggal: '' }, 'Tanggal: required'],
    [
      'contradiction',
      { Telkomsel: 'tidak ada', 'Telkomsel kuat': 'kuat' },
      'Telkomsel kuat: no_signal_with_strength',
    ],
    ['strength only', { Telkomsel: '', 'Telkomsel kuat': 'kuat' }, 'Telkomsel: technology_missing'],
    ['signal without strength', { Telkomsel: '4G' }, 'Telkomsel kuat: strength_mismatch'],
    ['unknown word', { Telkomsel: 'bagus sekali' }, 'Telkomsel: technology_unknown'],
    ['nothing said', { Telkomsel: '' }, '-: statements_missing'],
    ['unknown kind', { Jenis: 'rumor' }, 'Jenis: word_unknown'],
    ['formula', { Catatan: '=HYPERLINK("http://x")' }, 'certain 13.01.01.2001'],
    ['HTML', { Catatan: '<img src=x onerror=alert(1)>' }, 'certain 13.01.01.2001'],
    ['a note of a page', { Catatan: 'a'.repeat(2001) }, 'Catatan: too_long'],
    [
      'several things wrong',
      { Tanggal: 'kapan', Telkomsel: '??' },
      'Telkomsel: technology_unknown, Tanggal: not_a_day',
    ],
  ];

  it('is certain, doubtful or wrong for a reason', async () => {
    const { open, sari } = await setUp();
    const detail = await open('reports', [header, ...cases.map(([, over]) => row(over))]);
    const parts = ['certain', 'doubtful', 'wrong', 'same'];
    const pages = await Promise.all(
      parts.map((part) => sari.send(`/api/imports/${detail.id}/rows?part=${part}`)),
    );
    const rows = pages.flatMap(({ body }) => body.rows as ImportRow[]);
    const found = cases.map(([name], index) => {
      const one = rows.find(({ number }) => number === index + 2);
      return [name, one && one.part !== 'same' ? verdict(one) : `certain ${one?.village?.code}`];
    });
    expect(found).toEqual(cases.map(([name, , expected]) => [name, expected]));
  });
});

describe('from file to map', () => {
  it('stores nothing before it is confirmed, then submitted reports of the importer', async () => {
    const { t, sari, open, confirm } = await setUp();
    const detail = await open('reports', [header, row({ Catatan: '=1+1 <b>x</b>' })]);
    expect(detail).toMatchObject({
      state: 'preview',
      counts: { certain: 1, doubtful: 0, skipped: 0, wrong: 0, same: 0 },
      missing: { settings: [], columns: [] },
      storedBefore: null,
    });
    expect(countReports(t)).toBe(0);
    const { status, body } = await confirm(detail);
    expect([status, body.state, body.outcome]).toEqual([
      200,
      'stored',
      { inserted: 1, changed: 0, unchanged: 0, skipped: 0, wrong: 0 },
    ]);
    const [report] = listReports(t.db, villages.inderapura);
    expect(report).toMatchObject({
      state: 'submitted',
      authorId: sari.id,
      observedOn: '2026-10-12',
      note: '=1+1 <b>x</b>',
      statements: [{ operatorId: 'telkomsel', technology: 'none', strength: null }],
    });
    expect(t.events.map(({ type }) => type)).toContain('report');
    const trail = t.db
      .prepare("SELECT action FROM audit WHERE subject LIKE 'import:%'")
      .pluck()
      .all();
    expect(trail).toEqual(['import.receive', 'import.store']);
  });

  it('adds nothing the second time, and says who stored it before', async () => {
    const { t, open, confirm } = await setUp();
    const rows = [header, row(), row({ Tanggal: '13/10/2026' })];
    await confirm(await open('reports', rows));
    const again = await open('reports', rows);
    expect(again.counts).toMatchObject({ certain: 0, same: 2 });
    expect(again.storedBefore?.byName).toBe('staff 1');
    expect((await confirm(again)).body.code).toBe('import_nothing_to_store');
    expect(countReports(t)).toBe(2);
  });

  it('adds only the new rows of a file that was saved again', async () => {
    const { t, open, confirm, listRows } = await setUp();
    await confirm(await open('reports', [header, row(), row({ Catatan: 'dua' })]));
    // Other order, other way to write the day, one more row, and one of them twice.
    const detail = await open('reports', [
      header,
      row({ Catatan: 'dua', Tanggal: '2026-10-12' }),
      row({ Catatan: 'tiga' }),
      row(),
      row({ Catatan: 'tiga' }),
    ]);
    expect(detail.counts).toMatchObject({ certain: 1, same: 3 });
    const same = await listRows(detail, 'same');
    expect(same.map(({ number, sameAsRow }) => [number, sameAsRow])).toEqual([
      [2, null],
      [4, null],
      [5, 3],
    ]);
    await confirm(detail);
    expect(countReports(t)).toBe(3);
  });

  it('opens the same preview again when the same file is sent twice', async () => {
    const { open } = await setUp();
    const [first, second] = [
      await open('reports', [header, row()]),
      await open('reports', [header, row()]),
    ];
    expect(second.id).toBe(first.id);
  });

  it('does not bring back a report that was taken back', async () => {
    const { t, sari, open, confirm } = await setUp();
    await confirm(await open('reports', [header, row()]));
    const [report] = listReports(t.db, villages.inderapura);
    await sari.send(`/api/reports/${report?.id}/undo`, {
      method: 'POST',
      headers: { 'if-match': '"1"' },
    });
    expect(countReports(t)).toBe(0);
    expect((await open('reports', [header, row()], 'b.csv')).counts.same).toBe(1);
  });

  it('links what is a known locality, and keeps the name of another', async () => {
    const { t, sari, open, confirm } = await setUp();
    const locality = {
      villageCode: villages.inderapura,
      kind: 'jorong',
      name: 'Koto Tuo',
      position: null,
      source: 'x',
    };
    const id = '0d9e6c1b-5a7f-4c3e-9b21-8f4a6d2e7c10';
    await sari.send(`/api/localities/${id}`, {
      method: 'PUT',
      body: locality,
      headers: { 'if-none-match': '*' },
    });
    const detail = await open('reports', [
      header,
      row({ 'Jorong/Dusun': 'Jr. KOTO TUO' }),
      row({ 'Jorong/Dusun': 'Muaro' }),
      row({ 'Jorong/Dusun': 'Kto Tuo' }),
    ]);
    expect(detail.counts).toMatchObject({ certain: 2, doubtful: 1 });
    await confirm(detail, { skipDoubtful: true });
    const names = listReports(t.db, villages.inderapura).map((r) => r.localityId ?? r.localityName);
    expect(names.toSorted()).toEqual([id, 'Muaro'].toSorted());
  });
});

describe('doubts', () => {
  const doubtful = [
    header,
    row({ 'Desa/Nagari': 'Indrapura', Catatan: 'pertama' }),
    row({ 'Desa/Nagari': 'INDRAPURA', Tanggal: '13/10/2026' }),
    row({ 'Desa/Nagari': 'Atlantis' }),
    row({ Lintang: '1.95', Bujur: '100.05' }),
    row(),
  ];

  it('keep the file from being stored until they are settled or skipped', async () => {
    const { t, open, confirm } = await setUp();
    const detail = await open('reports', doubtful);
    const refused = await confirm(detail);
    expect([refused.status, refused.body.code]).toEqual([409, 'import_has_doubts']);
    const { body } = await confirm(detail, { skipDoubtful: true });
    expect(body.outcome).toMatchObject({ inserted: 1, skipped: 4 });
    expect(countReports(t)).toBe(1);
  });

  it('are settled together where the names are the same, and remembered', async () => {
    const { t, open, decide, confirm, listRows } = await setUp();
    const detail = await open('reports', doubtful);
    const [first] = await listRows(detail, 'doubtful');
    expect(first?.doubt).toMatchObject({
      said: 'Indrapura, Kec. Pancung Soal, Kab. Pesisir Selatan',
      alike: 1,
      isMemorable: true,
      options: [{ village: { name: 'Inderapura', districtName: 'Pancung Soal' } }],
    });
    const choose = {
      about: 'village',
      choose: villages.inderapura,
      alsoAlike: true,
      remember: true,
    };
    const { body } = await decide(detail, 2, choose);
    expect([body.rows, body.row.part, body.row.isSettled]).toEqual([2, 'certain', true]);
    expect(body.import.counts).toMatchObject({ certain: 3, doubtful: 2 });
    await decide(detail, 4, { skip: true });
    const point = await decide(detail, 5, { about: 'point', choose: 'fixed' });
    expect(point.body.import.counts).toMatchObject({ certain: 4, doubtful: 0, skipped: 1 });
    await confirm(detail);
    expect(listReports(t.db, villages.inderapura).map((r) => r.position)).toContainEqual([
      100.05, -1.95,
    ]);
    const next = await open('reports', [
      header,
      row({ 'Desa/Nagari': 'indrapura', Catatan: 'baru' }),
    ]);
    expect(next.counts).toMatchObject({ certain: 1, doubtful: 0 });
  });

  it('are not asked about again once their row is stored', async () => {
    const { open, decide, confirm } = await setUp();
    const mirrored = row({ Lintang: '1.95', Bujur: '100.05' });
    const detail = await open('reports', [header, mirrored]);
    await decide(detail, 2, { about: 'point', choose: 'fixed' });
    await confirm(detail);
    const again = await open('reports', [header, mirrored, row({ Catatan: 'baru' })]);
    expect(again.counts).toMatchObject({ certain: 1, doubtful: 0, same: 1 });
  });

  it('take any other village of the account, and can be taken back', async () => {
    const { open, decide } = await setUp();
    const detail = await open('reports', doubtful);
    const chosen = await decide(detail, 4, { about: 'village', choose: villages.mau });
    expect(chosen.body.row).toMatchObject({ part: 'certain', village: { code: villages.mau } });
    const reset = await decide(detail, 4, { reset: true });
    expect(reset.body.row).toMatchObject({ part: 'doubtful', isSettled: false });
  });

  it('are not settled by what was not asked', async () => {
    const { open, decide } = await setUp();
    const detail = await open('reports', doubtful);
    const codes = await Promise.all(
      [
        decide(detail, 2, { about: 'point', choose: 'fixed' }),
        decide(detail, 2, { about: 'village', choose: '99.99.99.2001' }),
        decide(detail, 5, { about: 'point', choose: 'elsewhere' }),
        decide(detail, 6, { skip: true }),
        decide(detail, 99, { skip: true }),
      ].map(async (answer) => (await answer).body.code),
    );
    expect(codes).toEqual([
      'row_not_doubtful',
      'invalid',
      'invalid',
      'row_not_doubtful',
      'not_found',
    ]);
  });
});

describe('all or nothing', () => {
  it('stores no row when one in the middle fails, and says which', async () => {
    const { t, open, confirm, sari } = await setUp();
    const rows = Array.from({ length: 9 }, (_, index) => row({ Catatan: `baris ${index}` }));
    const detail = await open('reports', [header, ...rows]);
    t.db.exec(`CREATE TRIGGER broken BEFORE INSERT ON report WHEN NEW.note = 'baris 5'
      BEGIN SELECT RAISE(ABORT, 'broken'); END`);
    const failed = await confirm(detail);
    expect(failed.status).toBe(500);
    expect(countReports(t)).toBe(0);
    const { body } = await sari.send(`/api/imports/${detail.id}`);
    expect(body).toMatchObject({ state: 'preview', counts: { certain: 9 } });
    t.db.exec('DROP TRIGGER broken');
    // A locality that is gone since it was matched: refused by the room, told by row.
    t.db.exec(`UPDATE import_row SET reading = json_set(reading, '$.draft.input.localityId',
      '7c1f3a52-6f0e-4d9b-8a34-0f6f3b1c2d4e') WHERE number = 6`);
    const refused = await confirm(detail);
    expect([refused.status, refused.body.code, refused.body.errors[0]]).toMatchObject([
      409,
      'import_row_refused',
      { field: 'rows.6.localityId', code: 'locality_unknown' },
    ]);
    expect(countReports(t)).toBe(0);
  });

  test('what was changed meanwhile is not confirmed unseen', async () => {
    const { open, change, sari } = await setUp();
    const detail = await open('reports', [header, row({ Tanggal: '' })]);
    expect((await change(detail, { datedOn: '2026-10-01' })).body.counts.certain).toBe(1);
    const stale = await sari.send(`/api/imports/${detail.id}/confirm`, {
      method: 'POST',
      body: {},
      headers: { 'if-match': `"${detail.version}"` },
    });
    expect([stale.status, stale.body.code]).toEqual([412, 'changed_meanwhile']);
    expect((await change(detail, { datedOn: '2026-10-02' })).status).toBe(412);
  });
});
