// The form (blangko) of a district as a document for print, A4 across; each sheet can be told from any
// other by its head and foot. Pure; its words are Indonesian, for it is filled in in the villages.
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { renderSVG } from 'uqr';
import type { Blangko } from './batch-contract.ts';
import { listSheets } from './blangko-pages.ts';
import {
  capitalised,
  colours,
  headMm,
  mm,
  sheetTable,
  type AskedOperator,
} from './blangko-sheet.ts';

/** What is printed. */
export type BlangkoPrint = {
  blangko: Blangko;
  operators: readonly AskedOperator[];
  officeName: string;
  /** ISO date. */
  printedOn: string;
  /** Where the filled form is typed in. */
  address: string;
};

const page = { widthMm: 297, heightMm: 210, sideMm: 9, topMm: 34, bottomMm: 17 } as const;
/** Lines of the table are drawn between its rows. */
const linesMm = 6;
const roomMm = page.heightMm - page.topMm - page.bottomMm - headMm - linesMm;
const qrMm = 23;

const howTo = [
  'Beri tanda silang (×) di kotaknya. Per operator: jaringan terbaik yang ada (– tidak ada sinyal), lalu kuatnya: L lemah, K kuat, SK sangat kuat. Tidak tahu? Kosongkan.',
  'Waktu: S siang, M malam (silang keduanya kalau sepanjang hari), H hilang-timbul. Tempat: L luar ruangan, D dalam bangunan.',
  'Jorong/dusun yang belum tercetak: tulis di baris kosong desanya.',
];

/** "Kecamatan Pancung Soal, Kab. Pesisir Selatan, Sumatera Barat". */
export function blangkoPlace({ district, path }: Pick<Blangko, 'district' | 'path'>): string {
  const above = path.map(({ kind, name }) => {
    if (kind === 'kabupaten') return `Kab. ${name}`;
    return kind === 'kota' ? `Kota ${name}` : name;
  });
  return [`${capitalised(district.kind)} ${district.name}`, ...above].join(', ');
}

/** The form's number: the district and the day of printing, `13.01.01/2026-11-22`. */
export function blangkoNumber({
  blangko,
  printedOn,
}: Pick<BlangkoPrint, 'blangko' | 'printedOn'>): string {
  return `${blangko.district.code}/${printedOn}`;
}

function longDate(isoDay: string): string {
  return new Date(isoDay).toLocaleDateString('id-ID', { dateStyle: 'long', timeZone: 'UTC' });
}

/** `qr` is the SVG of the address, the same on each sheet. */
function header(print: BlangkoPrint, qr: string): Content {
  const { officeName, printedOn } = print;
  const origin = `Nomor ${blangkoNumber(print)}   ·   ${officeName}   ·   dicetak ${longDate(printedOn)}`;
  return {
    margin: [mm(page.sideMm), mm(7), mm(page.sideMm), 0],
    columns: [
      {
        width: '*',
        stack: [
          {
            text: [
              { text: 'Blangko pendataan sinyal · ', color: colours.quiet },
              { text: blangkoPlace(print.blangko), bold: true },
            ],
            fontSize: 13,
          },
          { text: origin, color: colours.quiet, margin: [0, 2, 0, 5] },
          ...howTo.map((text): Content => ({ text, fontSize: 8, margin: [0, 0, 6, 1.5] })),
        ],
      },
      {
        width: mm(28),
        text: 'Sudah terisi? Pindai untuk mengetiknya di Jangkau, atau buka Data › Blangko.',
        fontSize: 7,
        color: colours.quiet,
        alignment: 'right',
        margin: [0, 0, 6, 0],
      },
      {
        width: mm(qrMm),
        svg: qr,
        fit: [mm(qrMm), mm(qrMm)],
      },
    ],
  };
}

function footer(print: BlangkoPrint, current: number, count: number): Content {
  const line = '.'.repeat(50);
  return {
    margin: [mm(page.sideMm), mm(7), mm(page.sideMm), 0],
    columns: [
      { width: 'auto', text: `Nama petugas  ${line}` },
      { width: 'auto', text: `Tanda tangan  ${line}`, margin: [mm(8), 0, 0, 0] },
      {
        width: '*',
        text: `${blangkoNumber(print)}   ·   halaman ${current} dari ${count}`,
        alignment: 'right',
        color: colours.quiet,
      },
    ],
  };
}

/** The whole document; each sheet is a page of its own. */
export function blangkoDocument(print: BlangkoPrint): TDocumentDefinitions {
  const { blangko, operators, officeName, address } = print;
  const sheets = listSheets(blangko.villages, roomMm);
  const qr = renderSVG(address, { border: 0, ecc: 'M' });
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [mm(page.sideMm), mm(page.topMm), mm(page.sideMm), mm(page.bottomMm)],
    info: { title: `Blangko pendataan sinyal ${blangkoPlace(blangko)}`, author: officeName },
    defaultStyle: { font: 'Roboto', fontSize: 9 },
    header: () => header(print, qr),
    footer: (current, count) => footer(print, current, count),
    content: sheets.map((sheet, index) => ({
      ...sheetTable(sheet, operators, page.widthMm - 2 * page.sideMm),
      ...(index > 0 && { pageBreak: 'before' }),
    })),
  };
}
