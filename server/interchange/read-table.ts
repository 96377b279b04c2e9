// Reads a table file of any kind that is understood, and refuses the others by name. The kind is told
// by what is in the file, never by what it is called. Meant for a worker thread: see table-reader.ts.
import { ArchiveProblem, listEntries } from './archive.ts';
import { createFeatureBudget } from './feature-table.ts';
import { readCsv } from './read-csv.ts';
import { readGeoJson, recordMark } from './read-geojson.ts';
import { readGeoPackage } from './read-geopackage.ts';
import { readKml } from './read-kml.ts';
import { isKmlName, readKmz } from './read-kmz.ts';
import { isShpName, readShapefile } from './read-shapefile.ts';
import { readXlsx, xlsxLimits } from './read-xlsx.ts';
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

/** The main file of a Shapefile, without the others that it needs. */
const shpStart = '\x00\x00\x27\x0a';
const sqliteStart = 'SQLite format 3\0';
const kmlStart = /<(?:\w{1,20}:)?kml[\s/>]/;
/** A GeoJSON object, or the first one of a sequence, behind its mark. */
const jsonStart = /^(?:\xef\xbb\xbf)?\s*\{\s*["}]/;

type Read = (bytes: Buffer) => Table[] | Promise<Table[]>;
type Kind = { read: Read; isFeatures: boolean } | { refused: TableProblemCode };

const table = (read: Read): Kind => ({ read, isFeatures: false });
const features = (read: Read): Kind => ({ read, isFeatures: true });

/** Empty where the archive is damaged, which its reader will say better. */
function listNames(bytes: Buffer): string[] {
  try {
    return listEntries(bytes, xlsxLimits).map(({ name }) => name);
  } catch (error) {
    if (error instanceof ArchiveProblem) return [];
    throw error;
  }
}

function kindOfArchive(bytes: Buffer): Kind {
  const names = listNames(bytes);
  if (names.some(isShpName)) return features(readShapefile);
  if (names.some(isKmlName)) return features(readKmz);
  // Names stand in the archive as plain text, both at each file and in the list at its end.
  const has = (name: string) => bytes.includes(name, 0, 'latin1');
  if (has('application/vnd.oasis.opendocument.spreadsheet')) return { refused: 'table_is_ods' };
  if (has('xl/workbook.bin')) return { refused: 'table_is_xlsb' };
  if (has('word/document.xml') || has('ppt/presentation.xml'))
    return { refused: 'table_unknown_format' };
  return table(readXlsx);
}

function readOneKml(bytes: Buffer): Table[] {
  const read = readKml(bytes, null, createFeatureBudget());
  return read ? [read] : [];
}

function kindOf(bytes: Buffer): Kind {
  const start = bytes.toString('latin1', 0, 2000);
  const isOneOf = (starts: string[]) => starts.some((known) => start.startsWith(known));
  if (isOneOf(zipStarts)) return kindOfArchive(bytes);
  if (start.startsWith(sqliteStart)) return features(readGeoPackage);
  if (start.startsWith(shpStart)) return { refused: 'table_is_bare_shp' };
  if (start.startsWith(ole2Start))
    return { refused: bytes.includes(encryptedPart) ? 'table_encrypted' : 'table_is_xls' };
  if (isOneOf(otherStarts)) return { refused: 'table_unknown_format' };
  // Also of UTF-16, in which every other byte is a zero.
  if (kmlStart.test(start.replaceAll('\0', ''))) return features(readOneKml);
  // Many offices' systems write a web page and call it .xls.
  if (/^[\xef\xbb\xbf\s]*<(\?xml|!doctype|html|table|head|meta|style)\b/i.test(start))
    return { refused: 'table_is_html' };
  return jsonStart.test(start.replace(recordMark, '')) ? features(readGeoJson) : table(readCsv);
}

const codeOfFault = {
  damaged: 'table_damaged',
  encrypted: 'table_encrypted',
  too_large: 'table_unpacks_too_large',
} as const satisfies Record<ArchiveProblem['fault'], TableProblemCode>;

async function readAs(read: Read, bytes: Buffer): Promise<Table[]> {
  try {
    return await read(bytes);
  } catch (error) {
    if (!(error instanceof ArchiveProblem)) throw error;
    const place = error.entry === null ? {} : { value: error.entry.slice(0, 200) };
    throw new TableProblem(codeOfFault[error.fault], place);
  }
}

/**
 * The tables of a file, one per visible sheet or layer that holds one; at least one. CSV and XLSX,
 * and with a geometry on each row GeoJSON, KML, KMZ, zipped Shapefiles, GeoPackage. Throws
 * TableProblem with the row and the value, or with the file's name where the whole file is meant.
 */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<Table[]> {
  const value = fileName.slice(0, 200);
  if (bytes.length > tableLimits.fileBytes) throw new TableProblem('table_too_large', { value });
  if (bytes.length === 0) throw new TableProblem('table_empty', { value });
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const told = kindOf(buffer);
  if ('refused' in told) throw new TableProblem(told.refused, { value });
  const tables = await readAs(told.read, buffer);
  if (tables.length === 0)
    throw new TableProblem(told.isFeatures ? 'table_has_no_features' : 'table_empty', { value });
  return tables;
}
