// Writes tables as CSV and XLSX files that open in Excel as they should. Knows no figures of its own:
// what the columns are and which rows go out is the caller's part.
import { writeXlsx as writeWorkbook, type WriteSheet } from 'hucre/xlsx';
import Papa from 'papaparse';
import { guardFormula } from './formula-guard.ts';

/** Text stays text (codes!), a number is a number; null is an empty cell. */
export type OutCell = string | number | null;
export type OutColumn = {
  header: string;
  /** Width in characters; without it the widest cell decides, within bounds. */
  width?: number;
  /** Codes: what a person types into this column later stays text too, so 13.10 does not become 13.1. */
  isCode?: boolean;
  /** Words that Excel offers in the cells of this column; it warns of others and takes them. */
  choices?: readonly string[];
  /** For the app itself, when the file comes back. */
  isHidden?: boolean;
};
export type OutSheet = {
  name: string;
  columns: readonly OutColumn[];
  rows: readonly (readonly OutCell[])[];
};
/** What stands on the sheet "Keterangan": label and text, such as source and date. */
export type OutNote = readonly [label: string, text: string];

const widths = { narrowest: 8, widest: 60, room: 2 } as const;
/** Excel's format for cells whose content is text whatever it looks like. */
const textFormat = '@';
/** What XML cannot hold (XML 1.0, 2.2 Char), and old control characters: such a file would not open. */
const notInXml = /[^\P{Cc}\t\n\r]|\p{Surrogate}|[\ufffe\uffff]/gu;

/**
 * CSV as Excel opens it: UTF-8 with its mark, commas, CRLF (RFC 4180). Text that begins like a formula
 * gets an apostrophe in front, which readTable takes off again; numbers stay numbers.
 */
export function writeCsv(columns: readonly OutColumn[], rows: OutSheet['rows']): Uint8Array {
  const cell = (value: OutCell) => (typeof value === 'string' ? guardFormula(value) : value);
  const lines = [columns.map(({ header }) => header), ...rows].map((row) => row.map(cell));
  const text = Papa.unparse(lines, { newline: '\r\n' });
  return new TextEncoder().encode(`\ufeff${text}\r\n`);
}

function columnWidth({ header, width }: OutColumn, cells: readonly OutCell[]): number {
  if (width !== undefined) return width;
  const longest = cells.reduce<number>(
    (longestYet, cell) => Math.max(longestYet, String(cell ?? '').length),
    header.length,
  );
  return Math.min(widths.widest, Math.max(widths.narrowest, longest + widths.room));
}

/** What Excel takes as a sheet's name: at most 31 characters, none of []:*?/\, no apostrophe at its ends. */
function sheetName(text: string): string {
  const plain = text
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(notInXml, '')
    .trim();
  return (
    plain
      .replace(/^'+|'+$/g, '')
      .slice(0, 31)
      .trim() || 'Data'
  );
}

/** Sheet names that differ, also for Excel, which does not tell capitals apart. */
function uniqueNames(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    const base = sheetName(name);
    let unique = base;
    for (let number = 2; used.has(unique.toLowerCase()); number += 1)
      unique = `${base.slice(0, 28)} ${number}`;
    used.add(unique.toLowerCase());
    return unique;
  });
}

const letters = (column: number): string =>
  column < 0 ? '' : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));

/** A list to choose from in the cells of `range`, such as "B2:B9". No word holds a comma. */
function offer(words: readonly string[], range: string) {
  return {
    ...{ type: 'list' as const, values: [...words], range },
    ...{ allowBlank: true, showErrorMessage: true, errorStyle: 'warning' as const },
  };
}

function toSheet({ columns, rows }: OutSheet, name: string): WriteSheet {
  const clean = (cell: OutCell) => (typeof cell === 'string' ? cell.replace(notInXml, '') : cell);
  const header = columns.map((column) => clean(column.header));
  const bold = new Map(
    header.map((value, column) => [`0,${column}`, { value, style: { font: { bold: true } } }]),
  );
  return {
    name,
    columns: columns.map((column, index) => ({
      width: columnWidth(
        column,
        rows.map((row) => row[index] ?? null),
      ),
      ...(column.isCode === true && { numFmt: textFormat }),
      ...(column.isHidden === true && { hidden: true }),
    })),
    dataValidations: columns.flatMap(({ choices }, index) =>
      choices === undefined || rows.length === 0
        ? []
        : [offer(choices, `${letters(index)}2:${letters(index)}${rows.length + 1}`)],
    ),
    rows: [header, ...rows.map((row) => row.map(clean))],
    cells: bold,
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${letters(columns.length - 1)}${rows.length + 1}` },
  };
}

/**
 * A workbook: codes stay text, text that looks like a formula too; each sheet's header is bold, stays
 * in view and filters. With `notes` a last sheet "Keterangan" says where the figures come from.
 */
export async function writeXlsx(
  sheets: readonly OutSheet[],
  notes: readonly OutNote[] = [],
): Promise<Uint8Array> {
  const noteSheet: OutSheet = {
    name: 'Keterangan',
    columns: [
      { header: 'Keterangan', width: 24 },
      { header: 'Isi', width: 80 },
    ],
    rows: notes,
  };
  const all = notes.length > 0 ? [...sheets, noteSheet] : sheets;
  const names = uniqueNames(all.map(({ name }) => name));
  return writeWorkbook({ sheets: all.map((sheet, index) => toSheet(sheet, names[index] ?? '')) });
}

const longestFileName = 80;

/** A name that every system takes: letters, figures and hyphens, then the extension. */
export function safeFileName(text: string, extension: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w]+/g, '-')
    .slice(0, longestFileName)
    .replace(/^[-_]+|[-_]+$/g, '');
  // Windows keeps these for devices.
  const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(plain);
  return `${plain === '' || isDevice ? 'data' : plain}.${extension}`;
}
