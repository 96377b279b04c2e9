// Reads a table file of any kind that is understood, and refuses the others by name. The kind is told
// by what is in the file, never by what it is called. Meant for a worker thread: see table-reader.ts.
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { type Table, tableLimits, TableProblem, type TableProblemCode } from './table.ts';

/** The beginning of a ZIP archive, and of an empty one. */
const zipStarts = ['PK\x03\x04', 'PK\x05\x06'];
/** The beginning of an OLE2 container: Excel before 2007, and every workbook with a password. */
const ole2Start = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
/** How a container names the part that holds an encrypted workbook, in UTF-16. */
const encryptedPart = Buffer.from('EncryptedPackage', 'utf16le');
/** PDF, pictures, other archives, RTF. */
const otherStarts = [
  '%PDF',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  'Rar!',
  '7z\xbc\xaf',
  '\x1f\x8b',
  '{\\rtf',
];

type Kind = { kind: 'csv' | 'xlsx' } | { refused: TableProblemCode };

function kindOfArchive(bytes: Buffer): Kind {
  // Names stand in the archive as plain text, both at each file and in the list at its end.
  const has = (name: string) => bytes.includes(name, 0, 'latin1');
  if (has('application/vnd.oasis.opendocument.spreadsheet')) return { refused: 'table_is_ods' };
  if (has('xl/workbook.bin')) return { refused: 'table_is_xlsb' };
  if (has('word/document.xml') || has('ppt/presentation.xml') || has('doc.kml'))
    return { refused: 'table_unknown_format' };
  return { kind: 'xlsx' };
}

function kindOf(bytes: Buffer): Kind {
  const start = bytes.toString('latin1', 0, 1000);
  const isOneOf = (starts: string[]) => starts.some((known) => start.startsWith(known));
  if (isOneOf(zipStarts)) return kindOfArchive(bytes);
  if (start.startsWith(ole2Start))
    return { refused: bytes.includes(encryptedPart) ? 'table_encrypted' : 'table_is_xls' };
  if (isOneOf(otherStarts)) return { refused: 'table_unknown_format' };
  // Many offices' systems write a web page and call it .xls.
  if (/^[\xef\xbb\xbf\s]*<(\?xml|!doctype|html|table|head|meta|style)\b/i.test(start))
    return { refused: 'table_is_html' };
  return { kind: 'csv' };
}

/**
 * The tables of a CSV or XLSX file, one per visible sheet that holds one; at least one. Throws
 * TableProblem with the row and the value, or with the file's name where the whole file is meant.
 */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<Table[]> {
  const value = fileName.slice(0, 200);
  if (bytes.length > tableLimits.fileBytes) throw new TableProblem('table_too_large', { value });
  if (bytes.length === 0) throw new TableProblem('table_empty', { value });
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const told = kindOf(buffer);
  if ('refused' in told) throw new TableProblem(told.refused, { value });
  const tables = told.kind === 'xlsx' ? await readXlsx(buffer) : readCsv(buffer);
  if (tables.length === 0) throw new TableProblem('table_empty', { value });
  return tables;
}
