// Reads an XLSX workbook into a table per visible sheet. The archive is checked before the library
// sees it; what is a header and what is too much is table-build.ts's part.
import { zipSync } from 'fflate';
import { type CellValue, readXlsx as readWorkbook, streamXlsxRows } from 'hucre/xlsx';
import { type ArchiveEntry, type ArchiveLimits, ArchiveProblem, checkArchive } from './archive.ts';
import { numberText } from './cell-text.ts';
import { createRowBudget, createTableBuilder, type RowBudget } from './table-build.ts';
import { type Table, tableLimits, TableProblem } from './table.ts';

/** The country's villages with forty columns unpack to about 130 MB of XML, packed ten to one. */
export const xlsxLimits: ArchiveLimits = {
  entries: 2_000,
  totalBytes: 300_000_000,
  entryBytes: 200_000_000,
  ratio: 200,
  ratioFromBytes: 10_000_000,
};

/** The parts that tell which sheets there are; small in any honest file. */
const outlineParts = /^\[Content_Types\]\.xml$|\.rels$|(^|\/)workbook\.xml$/;
const largestOutlinePart = 2_000_000;

const millisecondsPerDay = 86_400_000;

/** 1970-01-01 or, when it has a time of day, 1970-01-01 07:30; a time alone is 07:30. */
function dateText(date: Date): string {
  // What Excel shows for a date it cannot show.
  if (Number.isNaN(date.getTime())) return '#####';
  // Excel keeps fractions of a day, so a full minute may come out a millisecond short.
  const minute = new Date(Math.round(date.getTime() / 60_000) * 60_000);
  const [day = '', time = ''] = minute.toISOString().split('T');
  const isTimeOnly = date.getTime() < Date.UTC(1900, 0, 1);
  if (isTimeOnly) return time.slice(0, 5);
  return minute.getTime() % millisecondsPerDay === 0 ? day : `${day} ${time.slice(0, 5)}`;
}

function cellText(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof Date ? dateText(value) : value;
}

/** Documents of this kind have no DTD (ECMA-376-2, 8.1.4): one is there to make entities explode. */
function refuseEntities({ name }: ArchiveEntry, start: Uint8Array): void {
  if (!/\.(xml|rels)$/.test(name)) return;
  const text = Buffer.from(start.buffer, start.byteOffset, start.byteLength).toString('latin1');
  if (/<!DOCTYPE|<!ENTITY/i.test(text))
    throw new TableProblem('table_has_entities', { value: name.slice(0, 200) });
}

/** Sheets that are no table of cells: a chart, or a dialogue of old macros. */
const otherSheets = /\/(chartsheet|dialogsheet|xlMacrosheet)"/;

/** Whether the workbook has sheets that the library takes for missing worksheets. */
function hasOtherSheets(outline: ReadonlyMap<string, Uint8Array>): boolean {
  return [...outline].some(
    ([name, bytes]) => name.endsWith('.rels') && otherSheets.test(new TextDecoder().decode(bytes)),
  );
}

const isNoWorksheet = (error: unknown) =>
  error instanceof Error && error.message.includes('missing worksheet file');

/** All sheets in their order; hidden ones too, because the library counts them. */
async function listSheets(outline: ReadonlyMap<string, Uint8Array>) {
  const sheets: { name: string; isHidden: boolean }[] = [];
  // Only names are wanted: a small archive of the outline alone costs no shared strings and styles.
  await readWorkbook(zipSync(Object.fromEntries(outline), { level: 0 }), {
    sheets: ({ name, hidden, veryHidden }) => {
      sheets.push({ name, isHidden: hidden === true || veryHidden === true });
      return false;
    },
  });
  return sheets;
}

async function readSheet(
  bytes: Uint8Array,
  index: number,
  name: string,
  budget: RowBudget,
): Promise<Table | null> {
  const builder = createTableBuilder(name, budget);
  for await (const row of streamXlsxRows(bytes, { sheet: index })) {
    if (!Number.isInteger(row.index)) throw new TableProblem('table_damaged', { value: name });
    builder.add(row.index + 1, row.values.map(cellText));
  }
  return builder.finish();
}

/**
 * Reads the visible sheets that hold a table. A formula gives the value that Excel last computed, an
 * error its text (#N/A), merged cells their text once, at the top left. Throws TableProblem, and
 * ArchiveProblem of the archive.
 */
export async function readXlsx(bytes: Uint8Array): Promise<Table[]> {
  try {
    const outline = await checkArchive(
      bytes,
      xlsxLimits,
      ({ name, unpackedBytes }) => outlineParts.test(name) && unpackedBytes <= largestOutlinePart,
      refuseEntities,
    );
    const sheets = await listSheets(outline);
    if (sheets.length > tableLimits.sheets)
      throw new TableProblem('table_too_many_sheets', { value: String(sheets.length) });
    const mayLackCells = hasOtherSheets(outline);
    const budget = createRowBudget();
    const tables: Table[] = [];
    for (const [index, { name, isHidden }] of sheets.entries()) {
      if (isHidden) continue;
      const table = await readSheet(bytes, index, name, budget).catch((error: unknown) => {
        if (mayLackCells && isNoWorksheet(error)) return null;
        throw error;
      });
      if (table) tables.push(table);
    }
    return tables;
  } catch (error) {
    if (error instanceof TableProblem || error instanceof ArchiveProblem) throw error;
    throw new TableProblem('table_damaged', { value: String(error).slice(0, 200) });
  }
}
