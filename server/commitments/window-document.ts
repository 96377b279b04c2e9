// The matrix of a declaration for print, A4 across: places by regency, a column an operator, a legend of
// the words. Pure; its words are Indonesian, for it goes to meetings and into files.
import type { Content, ContentText, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { DeclarationWindow, WindowPlace } from './declaration-contract.ts';
import {
  answerText,
  countMatrix,
  placeAbove,
  placeTitle,
  proposalMark,
  shortDay,
} from './window-matrix.ts';

/** What is printed; `printedOn` is an ISO date. */
export type MatrixPrint = { window: DeclarationWindow; officeName: string; printedOn: string };

/** pdfmake counts in points. */
const mm = (millimetres: number) => millimetres * (72 / 25.4);
const quiet = '#4b555e';
const wash = '#edf0f2';
const line = '#a3abb2';
const sideMm = 12;

const legend: readonly (readonly [string, string])[] = [
  ['Bangun s.d.', 'operator membangun sendiri, paling lambat hari itu.'],
  ['Tidak ada rencana', 'operator tidak berencana membangun; sesudahnya alasannya.'],
  ['Sudah melayani', 'menurut operator; perlu diukur sampai ada pengukuran terverifikasi.'],
  ['Tidak menjawab', 'tidak ada jawaban sampai hari penutupan; dihitung tidak ada rencana.'],
  [proposalMark, 'tidak satu pun operator berencana membangun.'],
];

function header({ window }: MatrixPrint): Content {
  const closing = window.isOpen ? 'dapat dijawab sampai' : 'ditutup';
  return {
    margin: [mm(sideMm), mm(8), mm(sideMm), 0],
    columns: [
      {
        width: '*',
        text: [
          { text: `Deklarasi ${window.number} · `, color: quiet },
          { text: window.title, bold: true },
        ],
        fontSize: 12,
      },
      {
        width: 'auto',
        text: `${closing} ${shortDay(window.closesOn)}`,
        color: quiet,
        margin: [8, 2, 0, 0],
      },
    ],
  };
}

function footer(print: MatrixPrint, current: number, count: number): Content {
  const source = `Sumber: jawaban operator di Jangkau, per ${shortDay(print.printedOn)} · ${print.officeName}`;
  return {
    margin: [mm(sideMm), mm(4), mm(sideMm), 0],
    columns: [
      { width: '*', text: source, color: quiet },
      { width: 'auto', text: `halaman ${current} dari ${count}`, color: quiet },
    ],
  };
}

function spanned(cell: ContentText & { fillColor?: string }, colSpan: number): TableCell[] {
  return [{ ...cell, colSpan }, ...Array.from({ length: colSpan - 1 }, () => ({}))];
}

function placeRow({ operators, isOpen }: DeclarationWindow, place: WindowPlace): TableCell[] {
  return [
    { text: String(place.number), alignment: 'right', color: quiet },
    { text: [placeTitle(place), { text: `\n${placeAbove(place)}`, color: quiet, fontSize: 7 }] },
    ...operators.map(({ id }): TableCell => {
      const answer = place.answers.find(({ operatorId }) => operatorId === id);
      const isSilent = answer === undefined || answer.answer === 'silent';
      return { text: answerText(answer, isOpen), ...(isSilent && { color: quiet, italics: true }) };
    }),
    { text: place.isForProposal ? proposalMark : '', bold: true },
  ];
}

/** The rows of each regency below a line with its name. */
function bodyRows(window: DeclarationWindow, columns: number): TableCell[][] {
  const rows: TableCell[][] = [];
  let regencyCode = '';
  for (const place of window.matrix) {
    if (place.regencyCode !== regencyCode) {
      regencyCode = place.regencyCode;
      const isKota = Number(regencyCode.slice(3)) > 70;
      const name = isKota ? `Kota ${place.regencyName}` : `Kab. ${place.regencyName}`;
      rows.push(spanned({ text: name, bold: true, fillColor: wash }, columns));
    }
    rows.push(placeRow(window, place));
  }
  return rows;
}

function totalsRow(window: DeclarationWindow): TableCell[] {
  const totals = countMatrix(window);
  const bold = (text: string): TableCell => ({ text, bold: true, fillColor: wash });
  return [
    bold(''),
    bold(`${window.places.toLocaleString('id-ID')} tempat`),
    ...totals.operators.map(({ build, noPlan, served, unanswered }) =>
      bold(
        `${build} bangun, ${noPlan} tanpa rencana, ${served} melayani, ${unanswered} tidak ada jawaban`,
      ),
    ),
    bold(totals.forProposal > 0 ? `${totals.forProposal} calon` : ''),
  ];
}

export function matrixDocument(print: MatrixPrint): TDocumentDefinitions {
  const { window, officeName } = print;
  const columns = window.operators.length + 3;
  const head = (text: string): TableCell => ({ text, bold: true, fillColor: wash });
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [mm(sideMm), mm(17), mm(sideMm), mm(14)],
    info: { title: `Deklarasi ${window.number}: ${window.title}`, author: officeName },
    defaultStyle: { font: 'Roboto', fontSize: 8 },
    header: () => header(print),
    footer: (current, count) => footer(print, current, count),
    content: [
      ...(window.note === ''
        ? []
        : [{ text: window.note, color: quiet, margin: [0, 0, 0, 6] } satisfies Content]),
      {
        table: {
          headerRows: 1,
          dontBreakRows: true,
          keepWithHeaderRows: 1,
          widths: [mm(9), mm(58), ...window.operators.map(() => '*'), mm(22)],
          body: [
            [
              head('No.'),
              head('Tempat'),
              ...window.operators.map(({ name }) => head(name)),
              head('Hasil'),
            ],
            ...bodyRows(window, columns),
            totalsRow(window),
          ],
        },
        layout: {
          hLineWidth: () => 0.5,
          vLineWidth: () => 0,
          hLineColor: () => line,
          paddingTop: () => 2.5,
          paddingBottom: () => 2.5,
        },
      },
      {
        unbreakable: true,
        margin: [0, 10, 0, 0],
        stack: legend.map(([word, meaning]): Content => ({
          text: [{ text: `${word}: `, bold: true }, meaning],
          color: quiet,
          fontSize: 7.5,
        })),
      },
    ],
  };
}
