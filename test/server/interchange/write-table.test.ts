// Tables going out: what is written is read back as it was, and opens in a spreadsheet as text.
import * as fc from 'fast-check';
import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { guardFormula, unguardFormula } from '../../../server/interchange/formula-guard.ts';
import { readTable } from '../../../server/interchange/read-table.ts';
import { safeFileName, writeCsv, writeXlsx } from '../../../server/interchange/write-table.ts';

const columns = [{ header: 'Kode', isCode: true }, { header: 'Nama' }, { header: 'KK' }];
const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** A cell that is not empty, so that neither its row nor its column is dropped. */
const cell = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '=1+1',
      '-5',
      '+62',
      '@x',
      "'=1",
      '\t1',
      'a,b',
      'a;b',
      'a"b',
      '"',
      'x\r\ny',
      '13.10',
    ),
  )
  .filter((text) => text.trim() !== '' && !/\0|\p{Surrogate}/u.test(text));
const rowsOf = (one: fc.Arbitrary<string>) =>
  fc.array(fc.tuple(one, one, one), { minLength: 1, maxLength: 8 });

describe('writeCsv', () => {
  it('writes what Excel opens: a mark, commas, CRLF, quotes doubled', () => {
    const rows = [
      ['13.10', 'Koto "Baru", Timur', 12],
      ['13.11', null, 1.5],
    ];
    expect(textOf(writeCsv(columns, rows))).toBe(
      '\ufeffKode,Nama,KK\r\n13.10,"Koto ""Baru"", Timur",12\r\n13.11,,1.5\r\n',
    );
  });

  it.each([
    ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
    ['+62811', "'+62811"],
    ['-', "'-"],
    ['@SUM(1)', "'@SUM(1)"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ["'=1", "''=1"],
    ["Ma'u", "Ma'u"],
  ])('makes no formula of %j', (text, written) => {
    expect(textOf(writeCsv([{ header: 'a' }], [[text]]))).toBe(`\ufeffa\r\n${written}\r\n`);
  });

  it('leaves negative numbers numbers', () => {
    expect(textOf(writeCsv([{ header: 'a' }], [[-1.5]]))).toContain('\r\n-1.5\r\n');
  });

  it('is read back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf(cell), async (rows) => {
        const [table] = await readTable(writeCsv(columns, rows), 'a.csv');
        expect(table?.header).toEqual(['Kode', 'Nama', 'KK']);
        expect(table?.rows.map(({ cells }) => cells)).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });
});

test('a guard is taken off exactly as it was put on', () => {
  fc.assert(
    fc.property(cell, (text) => {
      expect(unguardFormula(guardFormula(text))).toBe(text);
      expect(guardFormula(text)).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});

describe('writeXlsx', () => {
  const rows = [
    ['13.10', '=1+1', 1200],
    ['0013', "Ma'u", -1.5],
    ['13.11', null, 0],
  ];
  const sheet = { name: 'Desa', columns, rows };

  it('is read back as it was, codes with their zeros', async () => {
    const tables = await readTable(await writeXlsx([sheet], [['Sumber', 'Dukcapil 2026']]), '');
    expect(tables).toEqual([
      {
        sheet: 'Desa',
        header: ['Kode', 'Nama', 'KK'],
        rows: [
          { number: 2, cells: ['13.10', '=1+1', '1200'] },
          { number: 3, cells: ['0013', "Ma'u", '-1.5'] },
          { number: 4, cells: ['13.11', '', '0'] },
        ],
      },
      {
        sheet: 'Keterangan',
        header: ['Keterangan', 'Isi'],
        rows: [{ number: 2, cells: ['Sumber', 'Dukcapil 2026'] }],
      },
    ]);
  });

  it('has no formula, a bold header that stays, a filter, and text cells for codes', async () => {
    const files = unzipSync(await writeXlsx([sheet]));
    const xml = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const styles = strFromU8(files['xl/styles.xml'] ?? new Uint8Array());
    expect(xml).not.toContain('<f>');
    expect(xml).toContain('<pane ySplit="1"');
    expect(xml).toContain('state="frozen"');
    expect(xml).toContain('<autoFilter ref="A1:C4"/>');
    expect(xml).toMatch(/<c r="A2" t="s" s="\d+">/);
    expect(xml).toMatch(/<c r="C2"><v>1200<\/v>/);
    expect(styles).toContain('formatCode="@"');
    expect(styles).toContain('<b/>');
  });

  it('takes any text, and any name of a sheet', async () => {
    const name = fc.string({ unit: 'binary', maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(
        name,
        name,
        rowsOf(fc.string({ unit: 'binary', maxLength: 20 })),
        async (a, b, some) => {
          const written = await writeXlsx([
            { name: a, columns, rows: some },
            { name: b, columns, rows: [] },
          ]);
          const tables = await readTable(written, '');
          expect(tables).toHaveLength(2);
          const names = tables.map(({ sheet: own }) => own?.toLowerCase());
          expect(new Set(names).size).toBe(2);
          for (const own of names) expect(own).toMatch(/^[^[\]:*?/\\]{1,31}$/);
        },
      ),
      { numRuns: 100 },
    );
    await fc.assert(
      fc.asyncProperty(
        rowsOf(fc.string({ unit: 'grapheme' }).filter((text) => text.trim() !== '')),
        async (some) => {
          const [table] = await readTable(
            await writeXlsx([{ name: 'a', columns, rows: some }]),
            '',
          );
          expect(table?.rows.map(({ cells }) => cells)).toEqual(some);
        },
      ),
      { numRuns: 100 },
    );
  });
});

test.each([
  ['Nagari Ma’u / Besar: 2026', 'csv', 'Nagari-Ma-u-Besar-2026.csv'],
  ['../../etc/passwd', 'xlsx', 'etc-passwd.xlsx'],
  ['', 'csv', 'data.csv'],
  ['…', 'csv', 'data.csv'],
  ['CON', 'csv', 'data.csv'],
  ['Séulawah', 'csv', 'Seulawah.csv'],
  ['x'.repeat(300), 'csv', `${'x'.repeat(80)}.csv`],
  ['a\r\nContent-Type: text/html', 'csv', 'a-Content-Type-text-html.csv'],
])('safeFileName(%j)', (text, extension, name) => expect(safeFileName(text, extension)).toBe(name));
