// The paper form of a district: its rows and numbers, its sheets, the printed document, and the routes.
import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blangkoDocument,
  blangkoNumber,
  blangkoPlace,
  type BlangkoPrint,
} from '../../../server/evidence/blangko-document.ts';
import { heightsMm, listSheets } from '../../../server/evidence/blangko-pages.ts';
import { createBlangkoPrinter } from '../../../server/evidence/blangko-printer.ts';
import { blangkoVillages, localityTitle } from '../../../server/evidence/blangko-rows.ts';
import { writePdf } from '../../../server/interchange/write-pdf.ts';
import { readTable } from '../../../server/interchange/read-table.ts';
import { createTestApp } from '../../helpers/app.ts';
import { villages } from '../../helpers/place.ts';
import { creating } from '../../helpers/report.ts';

const inderapura = { code: villages.inderapura, kind: 'nagari', name: 'Inderapura' };
const mau = { code: villages.mau, kind: 'nagari', name: "Ma'u Besar" };
const jorong = (name: string, villageCode: string = villages.inderapura) => ({
  id: randomUUID(),
  villageCode,
  kind: 'jorong',
  name,
});

describe('rows', () => {
  test('a locality a row and a line; a village without any: itself and three lines', () => {
    const found = blangkoVillages([inderapura, mau], [jorong('Muaro'), jorong('Koto Tuo')]);
    expect(
      found.map(({ rows }) => rows.map(({ number, about, name }) => [number, about, name])),
    ).toEqual([
      [
        ['1.1', 'locality', 'Jorong Muaro'],
        ['1.2', 'locality', 'Jorong Koto Tuo'],
        ['1.3', 'line', ''],
      ],
      [
        ['2.1', 'village', ''],
        ['2.2', 'line', ''],
        ['2.3', 'line', ''],
        ['2.4', 'line', ''],
      ],
    ]);
  });

  test('a new locality moves no number of another village', () => {
    const numbers = (found: ReturnType<typeof blangkoVillages>) =>
      found[1]?.rows.map(({ number, localityId }) => [number, localityId]);
    const known = jorong('Muaro', villages.mau);
    expect(numbers(blangkoVillages([inderapura, mau], [known]))).toEqual(
      numbers(blangkoVillages([inderapura, mau], [jorong('Koto Tuo'), known])),
    );
  });

  test.each([
    ['jorong', 'Muaro', 'Jorong Muaro'],
    ['jorong', 'Jorong Muaro', 'Jorong Muaro'],
    ['rw', '03', 'RW 03'],
    ['dusun', 'Dusuna', 'Dusun Dusuna'],
  ])('%s %s is called %s', (kind, name, title) => {
    expect(localityTitle({ kind, name })).toBe(title);
  });
});

describe('sheets', () => {
  const anyVillages = fc
    .array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 30 })
    .map((counts) =>
      blangkoVillages(
        counts.map((_, n) => ({ ...inderapura, code: `13.01.01.2${String(n).padStart(3, '0')}` })),
        counts.flatMap((count, n) =>
          Array.from({ length: count }, () =>
            jorong('Muaro', `13.01.01.2${String(n).padStart(3, '0')}`),
          ),
        ),
      ),
    );

  test('hold every row once and in order, none higher than its room, no name without a row', () => {
    fc.assert(
      fc.property(anyVillages, fc.integer({ min: 40, max: 200 }), (all, roomMm) => {
        const sheets = listSheets(all, roomMm);
        const rows = sheets.flat().flatMap((part) => part.rows.map(({ number }) => number));
        expect(rows).toEqual(all.flatMap((village) => village.rows.map(({ number }) => number)));
        for (const sheet of sheets) {
          const usedMm = sheet.reduce(
            (sum, part) => sum + heightsMm.village + part.rows.length * heightsMm.row,
            0,
          );
          expect(usedMm).toBeLessThanOrEqual(roomMm + 1e-9);
          expect(sheet.every((part) => part.rows.length > 0)).toBe(true);
        }
      }),
    );
  });

  test('say where a village goes on', () => {
    const all = blangkoVillages(
      [inderapura],
      Array.from({ length: 30 }, (_, n) => jorong(`J ${n}`)),
    );
    expect(listSheets(all, 145).map((sheet) => sheet[0]?.isContinued)).toEqual([false, true]);
  });

  test('a row can be written in by hand', () => {
    expect(heightsMm.row).toBeGreaterThanOrEqual(8);
  });
});

function print(localities: ReturnType<typeof jorong>[] = [jorong('Muaro')]): BlangkoPrint {
  return {
    blangko: {
      district: { code: '13.01.01', level: 'district', kind: 'kecamatan', name: 'Pancung Soal' },
      path: [
        { code: '13.01', level: 'regency', kind: 'kabupaten', name: 'Pesisir Selatan' },
        { code: '13', level: 'province', kind: 'provinsi', name: 'Sumatera Barat' },
      ],
      villages: blangkoVillages([inderapura, mau], localities),
      mayReport: true,
    },
    operators: [
      { id: 'telkomsel', name: 'Telkomsel' },
      { id: 'indosat', name: 'Indosat Ooredoo Hutchison' },
      { id: 'xlsmart', name: 'XLSMART' },
    ],
    officeName: 'Diskominfo Provinsi',
    printedOn: '2026-11-22',
    address: 'https://jangkau.test/data/isi/13.01.01',
  };
}

/** Every text that stands somewhere in a part of a document. */
function textsIn(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (Array.isArray(part)) return part.flatMap(textsIn);
  if (typeof part !== 'object' || part === null) return [];
  const { text, stack, columns, table, body } = part as Record<string, unknown>;
  return [text, stack, columns, table, body].flatMap(textsIn);
}

describe('the document', () => {
  test('says on each sheet what it is, whose, and how it is filled in', () => {
    const { header, footer, pageOrientation, pageSize } = blangkoDocument(print());
    expect([pageSize, pageOrientation]).toEqual(['A4', 'landscape']);
    const size = { width: 842, height: 595, orientation: 'landscape' } as const;
    const head = textsIn(typeof header === 'function' && header(2, 3, size)).join(' ');
    expect(head).toContain('Kecamatan Pancung Soal, Kab. Pesisir Selatan, Sumatera Barat');
    expect(head).toContain('Nomor 13.01.01/2026-11-22');
    expect(head).toContain('Diskominfo Provinsi');
    expect(head).toContain('dicetak 22 November 2026');
    expect(head).toContain('silang');
    const foot = textsIn(typeof footer === 'function' && footer(2, 3, size)).join(' ');
    expect(foot).toContain('halaman 2 dari 3');
    expect(foot).toMatch(/Nama petugas.*Tanda tangan/);
  });

  test('repeats the table’s head on every sheet and has a box for each answer of each operator', () => {
    const { content } = blangkoDocument(
      print(Array.from({ length: 40 }, (_, n) => jorong(`Muaro ${n}`))),
    );
    const sheets = content as {
      table: { body: unknown[][]; widths: unknown[] };
      pageBreak?: string;
    }[];
    expect(sheets.map(({ pageBreak }) => pageBreak)).toEqual([undefined, 'before', 'before']);
    for (const { table } of sheets) {
      const [first = [], second = [], title = [], row = []] = table.body;
      expect(textsIn(first)).toEqual(
        expect.arrayContaining([
          'No.',
          'Jorong/dusun',
          'Telkomsel',
          'Indosat',
          'XLSMART',
          'Catatan',
        ]),
      );
      const boxes = ['–', '2G', '3G', '4G', '5G', 'L', 'K', 'SK'];
      expect(textsIn(second)).toEqual([...boxes, ...boxes, ...boxes, 'S', 'M', 'H', 'L', 'D']);
      expect(textsIn(title).join('')).toContain('Nagari ');
      expect(textsIn(row).slice(-5)).toEqual(['S', 'M', 'H', 'L', 'D']);
      for (const cells of table.body) expect(cells).toHaveLength(table.widths.length);
    }
  });

  test('cuts a name that two lines do not hold', () => {
    const texts = textsIn(blangkoDocument(print([jorong('x'.repeat(120))])).content);
    const name = texts.find((text) => text.startsWith('Jorong x'));
    expect([name?.length, name?.at(-1)]).toEqual([66, '…']);
  });

  test.each([
    ['kota', 'Padang', 'Kecamatan Pancung Soal, Kota Padang, Sumatera Barat'],
    ['kabupaten', 'Solok', 'Kecamatan Pancung Soal, Kab. Solok, Sumatera Barat'],
  ])('names the place in a %s', (kind, name, title) => {
    const { blangko } = print();
    const path = blangko.path.map((region, n) => (n === 0 ? { ...region, kind, name } : region));
    expect(blangkoPlace({ ...blangko, path })).toBe(title);
    expect(blangkoNumber(print())).toBe('13.01.01/2026-11-22');
  });

  test.each([
    [0, 1],
    [40, 3],
    // Every sheet is full: one that were too full would take a page more.
    [150, 11],
  ])('with %i localities is a PDF of %i pages', async (count, pages) => {
    const localities = Array.from({ length: count }, (_, n) => jorong(`Koto ${n} Ñ Đ ā'`));
    const document = blangkoDocument(print(localities));
    expect(document.content).toHaveLength(pages);
    const bytes = Buffer.from(await writePdf(document));
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(bytes.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(pages);
  });
});

describe('writing a PDF', () => {
  test.each([
    ['a file', { image: '/etc/passwd' }],
    ['an address', { image: 'http://127.0.0.1:9/x.png' }],
  ])('reads no %s that the document names', async (_, content) => {
    await expect(writePdf({ content: [content] })).rejects.toThrow(
      /denied|not allowed|policy|Access/i,
    );
  });
});

test('a form that takes too long is refused, and others are drawn', async () => {
  await expect(createBlangkoPrinter({ timeoutMs: 1 }).print(print())).rejects.toMatchObject({
    status: 422,
    code: 'area_too_large',
  });
  const bytes = await createBlangkoPrinter().print(print());
  expect(Buffer.from(bytes).subarray(0, 4).toString('latin1')).toBe('%PDF');
});

describe('over HTTP', () => {
  async function askFile(t: ReturnType<typeof createTestApp>, cookie: string, file: string) {
    const response = await t.app.request(`http://jangkau.test/api/blangko/${file}`, {
      headers: { cookie },
    });
    return { response, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  test('the screen gets the rows that the paper has', async () => {
    const t = createTestApp();
    const sari = await t.person('regency', { regencyCode: '13.01' });
    const id = randomUUID();
    await sari.send(`/api/localities/${id}`, {
      method: 'PUT',
      headers: creating,
      body: { ...jorong('Muaro'), id: undefined, position: null, source: 'Nagari' },
    });
    const { body } = await sari.send('/api/blangko/13.01.01/rows');
    expect(body.villages.map(({ code }: { code: string }) => code)).toEqual([
      villages.inderapura,
      villages.mau,
    ]);
    expect(body.villages[0].rows[0]).toEqual({
      number: '1.1',
      about: 'locality',
      localityId: id,
      name: 'Jorong Muaro',
    });
    expect(body.mayReport).toBe(true);
    expect((await sari.send('/api/blangko/13.71.07/rows')).body.mayReport).toBe(false);
  });

  test.each([
    ['/data/isi/13.01.01', 200],
    ['/assets/gone.js', 404],
  ])('%s, which the QR code names or not, answers %i', async (path, status) => {
    const { app } = createTestApp();
    expect((await app.request(`http://jangkau.test${path}`)).status).toBe(status);
  });

  test('the PDF opens in the browser', async () => {
    const t = createTestApp();
    const { cookie } = await t.person('staff');
    const { response, bytes } = await askFile(t, cookie, '13.01.01.pdf');
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toBe(
      'inline; filename="Blangko-Kecamatan-Pancung-Soal-Kab-Pesisir-Selatan-Sumatera-Barat-2026-11-22.pdf"',
    );
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  });

  test('the XLSX has the columns of reports and the places filled in', async () => {
    const t = createTestApp();
    const { cookie } = await t.person('staff');
    const { response, bytes } = await askFile(t, cookie, '13.01.01.xlsx');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="Blangko-.*xlsx"$/,
    );
    const [table] = await readTable(new Uint8Array(bytes), 'blangko.xlsx');
    expect(table?.header.slice(0, 7)).toEqual([
      'Kode desa',
      'Kabupaten/Kota',
      'Kecamatan',
      'Desa/Nagari',
      'Jorong/Dusun',
      'Telkomsel',
      'Telkomsel kuat',
    ]);
    expect(table?.rows.map(({ cells }) => cells[0])).toEqual([
      ...Array.from({ length: 4 }, () => villages.inderapura),
      ...Array.from({ length: 4 }, () => villages.mau),
    ]);
    expect(table?.rows[4]?.cells.slice(1, 5)).toEqual([
      'Pesisir Selatan',
      'Pancung Soal',
      "Ma'u Besar",
      '',
    ]);
  });

  test.each([
    ['/api/blangko/13.01.99/rows', 404, 'region_unknown'],
    ['/api/blangko/13.01.99.pdf', 404, 'region_unknown'],
    ['/api/blangko/13.01.pdf', 422, 'invalid'],
    ['/api/blangko/13.01.01.docx', 422, 'invalid'],
    ['/api/blangko/13.01.01.2001/rows', 422, 'invalid'],
  ])('%s is refused', async (path, status, code) => {
    const sari = await createTestApp().person('staff');
    const answer = await sari.send(path);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});
