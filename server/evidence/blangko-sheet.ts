// The table on one sheet of the form: a row a locality, boxes to cross, room to write. Pure.
import type { ContentTable, ContentText, TableCell } from 'pdfmake/interfaces.js';
import type { BlangkoRow } from './batch-contract.ts';
import { heightsMm, type Sheet, type SheetPart } from './blangko-pages.ts';
import type { Operator } from './contract.ts';

export type AskedOperator = Pick<Operator, 'id' | 'name'>;

/** pdfmake counts in points. */
export const mm = (millimetres: number) => millimetres * (72 / 25.4);
export const colours = { quiet: '#4b555e', wash: '#edf0f2' } as const;

/** Height of the table's head, both lines. */
export const headMm = 10;
const widthsMm = { number: 10, name: 42, date: 17, box: 5.4, narrowestNote: 24 } as const;

const technologyBoxes = ['–', '2G', '3G', '4G', '5G'];
const strengthBoxes = ['L', 'K', 'SK'];
const timeBoxes = ['S', 'M', 'H'];
const placeBoxes = ['L', 'D'];
const answerBoxes = [...technologyBoxes, ...strengthBoxes];
const otherBoxes = [...timeBoxes, ...placeBoxes];
const firstBox = 2;

/** More letters than `large` stand in two lines of smaller type; what does not fit those is cut. */
const nameLetters = { large: 26, most: 66 } as const;

const middle = { verticalAlignment: 'middle' } as const;
const centred = { alignment: 'center', ...middle } as const;

export const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** All operators fit `widthMm`: with many of them the boxes become narrower. */
function boxMm(operators: number, widthMm: number): number {
  const { number, name, date, box, narrowestNote } = widthsMm;
  const boxes = operators * answerBoxes.length + otherBoxes.length;
  return Math.min(box, (widthMm - number - name - date - narrowestNote) / boxes);
}

/** A cell and the empty ones that its span covers. */
function spanned(cell: ContentText, colSpan: number): TableCell[] {
  return [{ ...cell, colSpan }, ...Array.from({ length: colSpan - 1 }, () => ({}))];
}

/** What a box stands for: quiet enough to be crossed. */
const boxCell = (text: string): TableCell => ({
  text,
  fontSize: 6.5,
  color: '#8d969e',
  ...centred,
});

function headRows(operators: readonly AskedOperator[]): TableCell[][] {
  const head = (text: string): ContentText => ({ text, bold: true, fontSize: 8, ...centred });
  const tall = (text: string) => ({ ...head(text), rowSpan: 2 });
  const label = (text: string) => ({ text, fontSize: 6.5, color: colours.quiet, ...centred });
  return [
    [
      tall('No.'),
      tall('Jorong/dusun'),
      ...operators.flatMap(({ name }) =>
        spanned(head(name.split(' ')[0] ?? name), answerBoxes.length),
      ),
      tall('Tanggal'),
      ...spanned(head('Waktu'), timeBoxes.length),
      ...spanned(head('Tempat'), placeBoxes.length),
      tall('Catatan'),
    ],
    [{}, {}, ...operators.flatMap(() => answerBoxes.map(label)), {}, ...otherBoxes.map(label), {}],
  ];
}

function nameCell({ about, name }: BlangkoRow, villageKind: string): TableCell {
  if (about === 'line') return {};
  if (about === 'village')
    return { text: `Seluruh ${villageKind}`, color: colours.quiet, ...middle };
  const { large, most } = nameLetters;
  const text = name.length > most ? `${name.slice(0, most - 1)}…` : name;
  return { text, fontSize: name.length > large ? 7 : 9, lineHeight: 0.95, ...middle };
}

function partRows(
  { village, isContinued, rows }: SheetPart,
  operators: readonly AskedOperator[],
  columns: number,
): TableCell[][] {
  const [villageNumber] = rows[0]?.number.split('.') ?? [];
  const title: ContentText & { fillColor: string } = {
    text: [
      { text: `${villageNumber}   `, color: colours.quiet },
      { text: `${capitalised(village.kind)} ${village.name}`, bold: true },
      { text: `   ${village.code}${isContinued ? '   (lanjutan)' : ''}`, color: colours.quiet },
    ],
    fillColor: colours.wash,
    margin: [6, 0, 0, 0],
    ...middle,
  };
  return [
    spanned(title, columns),
    ...rows.map((row) => [
      { text: row.number, color: colours.quiet, ...centred },
      nameCell(row, village.kind),
      ...operators.flatMap(() => answerBoxes.map(boxCell)),
      {},
      ...otherBoxes.map(boxCell),
      {},
    ]),
  ];
}

/** Columns by the strength of their left edge, so that the boxes of one question stand together. */
function edges(operators: number, columns: number): { strong: Set<number>; middling: Set<number> } {
  const starts = Array.from({ length: operators }, (_, n) => firstBox + n * answerBoxes.length);
  const date = firstBox + operators * answerBoxes.length;
  const time = date + 1;
  const place = time + timeBoxes.length;
  const note = place + placeBoxes.length;
  return {
    strong: new Set([0, ...starts, date, time, place, note, columns]),
    middling: new Set([1, ...starts.map((start) => start + technologyBoxes.length)]),
  };
}

/** `widthMm` is the room between the margins. */
export function sheetTable(
  sheet: Sheet,
  operators: readonly AskedOperator[],
  widthMm: number,
): ContentTable {
  const boxPt = mm(boxMm(operators.length, widthMm));
  const boxes = (count: number) => Array.from({ length: count }, () => boxPt);
  const answers = operators.length * answerBoxes.length;
  const columns = firstBox + answers + 1 + otherBoxes.length + 1;
  const { strong, middling } = edges(operators.length, columns);
  const head = headRows(operators);
  const parts = sheet.map((part) => partRows(part, operators, columns));
  const villageRows = new Set<number>();
  parts.reduce((at, rows) => {
    villageRows.add(at);
    return at + rows.length;
  }, head.length);
  const rowMm = (row: number) =>
    villageRows.has(row) ? heightsMm.village : row < head.length ? headMm / 2 : heightsMm.row;
  const isStrongLine = (row: number) => row === 0 || villageRows.has(row);
  const edgeOf = (column: number) =>
    strong.has(column) ? 'strong' : middling.has(column) ? 'middling' : 'weak';
  const widths = { strong: 1, middling: 0.8, weak: 0.4 };
  const lines = { strong: '#59636c', middling: '#7b858e', weak: '#a3abb2' };
  return {
    table: {
      widths: [
        mm(widthsMm.number),
        mm(widthsMm.name),
        ...boxes(answers),
        mm(widthsMm.date),
        ...boxes(otherBoxes.length),
        '*',
      ],
      heights: (row) => mm(rowMm(row)),
      body: [...head, ...parts.flat()],
    },
    layout: {
      hLineWidth: (row) => (isStrongLine(row) ? 1 : 0.5),
      hLineColor: (row) => (isStrongLine(row) ? lines.strong : lines.middling),
      vLineWidth: (column) => widths[edgeOf(column)],
      vLineColor: (column) => lines[edgeOf(column)],
      paddingLeft: (column) => (column === 1 ? 3 : 0),
      paddingRight: () => 0,
      paddingTop: () => 0,
      paddingBottom: () => 0,
    },
  };
}
