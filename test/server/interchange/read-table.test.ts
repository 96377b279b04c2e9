// Table files as they arrive: CSV and XLSX of every spelling, other kinds, and files made to harm.
import { describe, expect, it, test } from 'vitest';
import { ArchiveProblem, checkArchive } from '../../../server/interchange/archive.ts';
import { guessDelimiter } from '../../../server/interchange/read-csv.ts';
import { readTable } from '../../../server/interchange/read-table.ts';
import { xlsxLimits } from '../../../server/interchange/read-xlsx.ts';
import { createTableReader } from '../../../server/interchange/table-reader.ts';
import { tableLimits, TableProblem } from '../../../server/interchange/table.ts';
import {
  deflatedBomb,
  rawEntry,
  rawZip,
  textRow,
  workbookParts,
  zipParts,
  type RawEntry,
} from '../../helpers/workbook.ts';

const utf8 = (text: string) => Buffer.from(text);
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

async function problemOf(bytes: Uint8Array): Promise<{ code: string; place: object } | null> {
  try {
    await readTable(bytes, 'file');
    return null;
  } catch (error) {
    if (!(error instanceof TableProblem)) throw error;
    return { code: error.code, place: error.place };
  }
}

describe('CSV', () => {
  const want = {
    sheet: null,
    header: ['kode', 'nama'],
    rows: [{ number: 2, cells: ['13.10', 'Ma’u, Besar'] }],
  };

  it.each([
    ['UTF-8', utf8('kode,nama\r\n13.10,"Ma’u, Besar"\r\n')],
    ['UTF-8 with its mark', utf8('\ufeffkode,nama\n13.10,"Ma’u, Besar"')],
    ['semicolons', utf8('kode;nama\n13.10;Ma’u, Besar\n')],
    ['tabs', utf8('kode\tnama\n13.10\tMa’u, Besar\n')],
    ['bars', utf8('kode|nama\n13.10|Ma’u, Besar\n')],
    ["Excel's own hint", utf8('sep=;\nkode;nama\n13.10;Ma’u, Besar\n')],
    ['UTF-16 LE', Buffer.from('\ufeffkode\tnama\n13.10\tMa’u, Besar\n', 'utf16le')],
    ['UTF-16 BE', utf16be('\ufeffkode;nama\n13.10;Ma’u, Besar\n')],
    ['Windows-1252', Buffer.from('kode;nama\n13.10;Ma\x92u, Besar\n', 'latin1')],
    ['old Mac line ends', utf8('kode;nama\r13.10;Ma’u, Besar\r')],
  ])('%s', async (_name, bytes) => {
    expect(await readTable(bytes, 'data.csv')).toEqual([want]);
  });

  it('finds the header below a title, drops what is empty, keeps the numbers of the rows', async () => {
    const [table] = await readTable(
      utf8('Daftar Blankspot 2026;;;\n\n;;;\nkode;;nama;\n13.10;;"dua\nbaris";\n;;;\n13.11;;x;\n'),
      '',
    );
    expect(table).toEqual({
      sheet: null,
      header: ['kode', 'nama'],
      rows: [
        { number: 5, cells: ['13.10', 'dua\nbaris'] },
        { number: 7, cells: ['13.11', 'x'] },
      ],
    });
  });

  it('keeps text that looks like a formula, takes off the guard that writeCsv puts on', async () => {
    const [table] = await readTable(utf8("a,b\n=1+1,+62\n-5,@x\n'=1+1,'tis"), '');
    expect(table?.rows.map(({ cells }) => cells)).toEqual([
      ['=1+1', '+62'],
      ['-5', '@x'],
      ['=1+1', "'tis"],
    ]);
  });

  it('keeps short rows and cells without a header', async () => {
    const [table] = await readTable(utf8('a,b\n1\n2,3,4\n'), '');
    expect(table?.header).toEqual(['a', 'b', '']);
    expect(table?.rows.map(({ cells }) => cells)).toEqual([
      ['1', '', ''],
      ['2', '3', '4'],
    ]);
  });

  it.each([
    ['Nama;Lintang;Bujur\nA;-1,5;100,5\nB;-1,6;100,6\n', ';'],
    ['Laporan, tahun 2026\nNama;Jumlah\nA;1,5\nB;2,5\n', ';'],
    ['a,b,c\n1,2,3\n', ','],
    ['satu kolom\n1\n', ','],
  ])('guesses the delimiter of %j', (text, delimiter) => {
    expect(guessDelimiter(text)).toBe(delimiter);
  });
});

describe('XLSX', () => {
  const cellsOf = async (row: string, more: Partial<Parameters<typeof workbookParts>[0]> = {}) => {
    const rows = `${textRow(
      1,
      Array.from({ length: 12 }, (_, index) => `k${index}`),
    )}<row r="2">${row}</row>`;
    const parts = workbookParts({ sheets: [{ name: 'A', rows }], ...more });
    const [table] = await readTable(zipParts(parts), 'a.xlsx');
    return table?.rows[0]?.cells.filter((cell) => cell !== '');
  };

  it.each([
    ['a code that is a number', '<c><v>1301012001</v></c>', '1301012001'],
    ['a number that Excel wrote with an exponent', '<c><v>1.301012001E9</v></c>', '1301012001'],
    ['a very large one', '<c><v>1.3010120011301E21</v></c>', '1301012001130100000000'],
    ['a very small one', '<c><v>1E-7</v></c>', '0.0000001'],
    ['a fraction with noise', '<c><v>0.30000000000000004</v></c>', '0.3'],
    ['a minus', '<c><v>-1.234567</v></c>', '-1.234567'],
    ['a percentage is what it is', '<c s="4"><v>0.5</v></c>', '0.5'],
    ['text', '<c t="s"><v>0</v></c>', ' 0013.10 '],
    ['text in runs', '<c t="inlineStr"><is><r><t>ja</t></r><r><t>lan</t></r></is></c>', 'jalan'],
    ['text that looks like a formula', '<c t="s"><v>1</v></c>', '=1+1'],
    ['escaped text', '<c t="s"><v>2</v></c>', 'A & "B" <c> ’'],
    ['a formula: its last value', '<c><f>SUM(A1:A9)</f><v>42</v></c>', '42'],
    ['a formula that gave text', '<c t="str"><f>A1&amp;"x"</f><v>x</v></c>', 'x'],
    ['yes', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['an error', '<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['a date', '<c s="1"><v>46307</v></c>', '2026-10-12'],
    ['a date with its time', '<c s="2"><v>46307.3125</v></c>', '2026-10-12 07:30'],
    [
      'a full hour, a little short of it',
      '<c s="2"><v>46307.333333333328</v></c>',
      '2026-10-12 08:00',
    ],
    ['a time', '<c s="3"><v>0.3125</v></c>', '07:30'],
    ['a date that is none', '<c s="1"><v>9E15</v></c>', '#####'],
  ])('%s', async (_name, cell, want) => {
    const sharedStrings = [' 0013.10 ', '=1+1', 'A &amp; &quot;B&quot; &lt;c&gt; &#8217;'];
    expect(await cellsOf(cell, { sharedStrings })).toEqual([want]);
  });

  it('counts days from 1904 where the file says so', async () => {
    expect(await cellsOf('<c s="1"><v>44845</v></c>', { date1904: true })).toEqual(['2026-10-12']);
  });

  it('reads every visible sheet that holds a table; cells and rows where they say they are', async () => {
    const row = '<row r="7"><c r="C7" t="str"><v>x</v></c><c r="B7"><v>1</v></c></row>';
    const head =
      '<row r="4"><c r="B4" t="str"><v>kode</v></c><c r="C4" t="str"><v>nama</v></c></row>';
    const parts = workbookParts({
      sheets: [
        { name: 'Rekap &amp; Data', rows: `${textRow(1, ['Judul'])}${head}${row}` },
        { name: 'Rumus', state: 'hidden', rows: textRow(1, ['a', 'b']) },
        { name: 'Sangat', state: 'veryHidden', rows: textRow(1, ['a', 'b']) },
        { name: 'Kosong', rows: '' },
        { name: 'Dua', rows: textRow(3, ['a', 'b']) },
      ],
    });
    expect(await readTable(zipParts(parts), 'a.csv')).toEqual([
      { sheet: 'Rekap & Data', header: ['kode', 'nama'], rows: [{ number: 7, cells: ['1', 'x'] }] },
      { sheet: 'Dua', header: ['a', 'b'], rows: [] },
    ]);
  });
});

test('a chart on a sheet of its own is passed over', async () => {
  const sheets = [
    { name: 'Grafik', rows: '' },
    { name: 'Data', rows: textRow(1, ['a', 'b']) },
  ];
  const parts = workbookParts({ sheets });
  const rels = 'xl/_rels/workbook.xml.rels';
  const chart = (parts[rels] ?? '')
    .replace('/worksheet"', '/chartsheet"')
    .replace('worksheets/sheet1.xml', 'chartsheets/sheet1.xml');
  const tables = await readTable(zipParts({ ...parts, [rels]: chart }), '');
  expect(tables.map(({ sheet }) => sheet)).toEqual(['Data']);
});

describe('a file that is refused', () => {
  const parts = workbookParts({ sheets: [{ name: 'A', rows: textRow(1, ['a', 'b']) }] });
  const honest = zipParts(parts);
  const ole2 = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const odsType: RawEntry = {
    name: 'mimetype',
    packed: utf8('application/vnd.oasis.opendocument.spreadsheet'),
    saysUnpacked: 46,
    method: 0,
  };
  const rows = (count: number) => `a,b\n${'1,2\n'.repeat(count)}`;
  const wide = Array.from({ length: 201 }, (_, index) => `k${index}`).join(',');

  it.each<[string, Uint8Array, string]>([
    ['nothing in it', utf8(''), 'table_empty'],
    ['only a title', utf8('Judul\n\n'), 'table_empty'],
    [
      'an empty workbook',
      zipParts(workbookParts({ sheets: [{ name: 'A', rows: '' }] })),
      'table_empty',
    ],
    ['old Excel', Buffer.concat([ole2, Buffer.alloc(3000)]), 'table_is_xls'],
    [
      'a password',
      Buffer.concat([ole2, Buffer.alloc(3000), Buffer.from('EncryptedPackage', 'utf16le')]),
      'table_encrypted',
    ],
    [
      'a ZIP password',
      rawZip([{ ...rawEntry('xl/workbook.xml', 'x'), flags: 1 }]),
      'table_encrypted',
    ],
    ['OpenDocument', rawZip([odsType]), 'table_is_ods'],
    ['binary Excel', zipParts({ 'xl/workbook.bin': 'x' }), 'table_is_xlsb'],
    ['a Word document', zipParts({ 'word/document.xml': 'x' }), 'table_unknown_format'],
    ['some other archive', zipParts({ 'a.txt': 'x' }), 'table_damaged'],
    [
      'a web page called .xls',
      utf8('\ufeff <html><table><tr><td>a</td></tr></table>'),
      'table_is_html',
    ],
    ['a PDF', utf8('%PDF-1.7 …'), 'table_unknown_format'],
    ['a photo', Buffer.from('ffd8ffe000104a464946', 'hex'), 'table_unknown_format'],
    ['bytes', Buffer.from([1, 0, 2, 0, 3, 0]), 'table_unknown_format'],
    ['half of it', honest.subarray(0, honest.length / 2), 'table_damaged'],
    ['its end missing', honest.subarray(0, -30), 'table_damaged'],
    ['too large', Buffer.alloc(tableLimits.fileBytes + 1, 'a'), 'table_too_large'],
    ['too many rows', utf8(rows(tableLimits.rows)), 'table_too_many_rows'],
    ['too many columns', utf8(`${wide}\n`), 'table_too_many_columns'],
    ['a cell too long', utf8(`a,b\n1,${'x'.repeat(5001)}\n`), 'table_cell_too_long'],
    ['a quote that never ends', utf8('a,b\n1,"x\n2,3\n'), 'table_quote_open'],
    [
      'too many sheets',
      zipParts(
        workbookParts({
          sheets: Array.from({ length: 61 }, (_, index) => ({ name: `S${index}`, rows: '' })),
        }),
      ),
      'table_too_many_sheets',
    ],
    [
      'entities that explode',
      zipParts({
        ...parts,
        'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>
          <worksheet><sheetData>${textRow(1, ['&b;', '&b;'])}</sheetData></worksheet>`,
      }),
      'table_has_entities',
    ],
    [
      'an entity from outside',
      zipParts({
        ...parts,
        'xl/sharedStrings.xml':
          '<?xml version="1.0"?><!DOCTYPE s SYSTEM "file:///etc/passwd"><sst/>',
      }),
      'table_has_entities',
    ],
    [
      'no sheet where there should be one',
      zipParts({ ...parts, 'xl/_rels/workbook.xml.rels': '' }),
      'table_damaged',
    ],
  ])('%s', async (_name, bytes, code) => {
    expect((await problemOf(bytes))?.code).toBe(code);
  });

  it('names the row, the column and the value', async () => {
    expect(await problemOf(utf8(`a,b\n\n1,${'x'.repeat(5001)}\n`))).toEqual({
      code: 'table_cell_too_long',
      place: { row: 3, column: 2, value: `${'x'.repeat(60)}…` },
    });
    expect((await problemOf(utf8(rows(200_000))))?.place).toEqual({ row: 200_001 });
  });

  it('what stands far to the right in a row of XLSX is counted, what is empty there is not', async () => {
    const sheet = (cell: string) =>
      zipParts(
        workbookParts({
          sheets: [{ name: 'A', rows: `${textRow(1, ['a', 'b'])}<row r="2">${cell}</row>` }],
        }),
      );
    expect(await problemOf(sheet('<c r="XFD2"/>'))).toBeNull();
    expect((await problemOf(sheet('<c r="XFD2"><v>1</v></c>')))?.code).toBe(
      'table_too_many_columns',
    );
    expect((await problemOf(sheet('<c r="ZZZZZ2"><v>1</v></c>')))?.code).toBe('table_damaged');
  });
});

describe('archives made to harm', () => {
  const faultOf = async (entries: RawEntry[], limits = xlsxLimits) => {
    try {
      await checkArchive(rawZip(entries), limits, () => true);
      return null;
    } catch (error) {
      if (!(error instanceof ArchiveProblem)) throw error;
      return error.fault;
    }
  };
  const honest = rawEntry('a.xml', '<a/>');
  const bomb = deflatedBomb(4000);

  it('an honest one passes', async () => expect(await faultOf([honest])).toBeNull());

  it.each<[string, RawEntry[], string]>([
    [
      'four gigabytes in four megabytes',
      [{ name: 'b', packed: bomb, saysUnpacked: 4_000_000_000 }],
      'too_large',
    ],
    [
      'a file packed a thousand times',
      [{ name: 'b', packed: deflatedBomb(20), saysUnpacked: 20_000_000 }],
      'too_large',
    ],
    ['a list that says it is small', [{ name: 'b', packed: bomb, saysUnpacked: 1000 }], 'damaged'],
    [
      'a list that says it is nothing',
      [{ name: 'b', packed: bomb, saysPacked: 0, saysUnpacked: 0, flags: 8 }],
      'damaged',
    ],
    ['a wrong checksum', [{ ...honest, crc: 1 }], 'damaged'],
    ['data cut off', [{ ...honest, packed: honest.packed.subarray(0, 3) }], 'damaged'],
    ['one name twice', [honest, honest], 'damaged'],
    ['a way of packing that nobody knows', [{ ...honest, method: 12 as 8 }], 'damaged'],
    ['a size that needs ZIP64', [{ ...honest, saysUnpacked: 0xff_ff_ff_ff }], 'too_large'],
    [
      'too many files',
      Array.from({ length: 2001 }, (_, index) => ({ ...honest, name: String(index) })),
      'too_large',
    ],
  ])('%s', async (_name, entries, fault) => expect(await faultOf(entries)).toBe(fault));

  it('counts all files together', async () => {
    const two = [honest, { ...honest, name: 'b.xml' }];
    expect(await faultOf(two, { ...xlsxLimits, totalBytes: 7 })).toBe('too_large');
    expect(await faultOf(two, { ...xlsxLimits, totalBytes: 8 })).toBeNull();
  });

  it('a bomb in a workbook costs little and leaves the reader ready for the next file', async () => {
    const parts = Object.entries(
      workbookParts({ sheets: [{ name: 'A', rows: textRow(1, ['a', 'b']) }] }),
    ).map(([name, text]) => rawEntry(name, text));
    const reader = createTableReader();
    const sheet = { name: 'xl/worksheets/sheet1.xml', packed: bomb };
    const swap = (saysUnpacked: number) =>
      rawZip(parts.map((part) => (part.name === sheet.name ? { ...sheet, saysUnpacked } : part)));
    await expect(reader.read(swap(4_000_000_000), 'b.xlsx')).rejects.toMatchObject({
      code: 'table_unpacks_too_large',
      place: { value: sheet.name },
    });
    await expect(reader.read(swap(100), 'b.xlsx')).rejects.toMatchObject({ code: 'table_damaged' });
    expect(await reader.read(rawZip(parts), 'a.xlsx')).toHaveLength(1);
    await reader.close();
  });
});

test('a file that takes too long or too much memory is refused, the next one is read', async () => {
  // Within every bound but the deadline's and the heap's.
  const sharedStrings = Array.from({ length: 150_000 }, (_, index) => `desa ${index}`);
  const rows = textRow(1, ['a', 'b']);
  const heavy = zipParts(workbookParts({ sheets: [{ name: 'A', rows }], sharedStrings }));
  const light = utf8('a,b\n1,2\n');
  const slow = createTableReader({ timeoutMs: 5 });
  await expect(slow.read(heavy, 'h.xlsx')).rejects.toMatchObject({
    code: 'table_too_slow',
    place: { value: 'h.xlsx' },
  });
  await slow.close();

  const small = createTableReader({ memoryMb: 24 });
  const [first, second] = await Promise.allSettled([
    small.read(heavy, 'h.xlsx'),
    small.read(light, 'l.csv'),
  ]);
  expect(first).toMatchObject({ status: 'rejected', reason: { code: 'table_too_heavy' } });
  expect(second).toMatchObject({ status: 'fulfilled' });
  await small.close();
});
