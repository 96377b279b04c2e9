// The files that go out around an import: the empty table to begin from, and the rows that were left
// out, with their reasons, to be mended and brought in again.
import type { Operator } from '../evidence/contract.ts';
import type { ImportKindName } from './contract.ts';
import { errorSentence } from './error-words.ts';
import type { StoredRow } from './import-row-store.ts';
import type { StoredImport } from './import-store.ts';
import { kinds } from './kinds/all.ts';
import { type OutCell, type OutNote, writeCsv, writeXlsx } from './write-table.ts';

const sheetNames: Record<ImportKindName, string> = {
  reports: 'Laporan',
  localities: 'Jorong dan dusun',
  people: 'Penduduk',
  facilities: 'Fasilitas',
  statistics: 'Statistik',
  codes: 'Jembatan kode',
  sites: 'Menara',
  coverage: 'Wilayah jangkauan',
  plans: 'Rencana',
};

/** Its columns without rows; the example and the words that may be used stand on a sheet of their own. */
export async function writeTemplate(
  name: ImportKindName,
  operators: readonly Operator[],
): Promise<Uint8Array> {
  const columns = kinds[name].columns(operators);
  const notes = columns.map(({ header, example = '', words }): OutNote => {
    const parts = [
      ...(example === '' ? [] : [`contoh: ${example}`]),
      ...(words ? [`pilihan: ${words.join(', ')}`] : []),
    ];
    return [header, parts.length > 0 ? parts.join(' · ') : 'boleh kosong'];
  });
  const sheet = {
    name: sheetNames[name],
    columns: columns.map(({ header, isCode = false }) => ({ header, isCode, width: 18 })),
    rows: [],
  };
  return writeXlsx([sheet], notes);
}

/** The header of a column as the file has it, else as it is written. */
export function headerOf(stored: StoredImport, operators: readonly Operator[], key: string | null) {
  if (key === null) return null;
  const inFile = stored.sheets[stored.sheet]?.header[stored.mapping[key] ?? -1];
  const wanted = kinds[stored.kind].columns(operators).find((column) => column.key === key);
  return inFile || wanted?.header || key;
}

/** The rows as they were in the file, each with its number there and what is wrong with it. */
export function writeLeftOut(
  stored: StoredImport,
  operators: readonly Operator[],
  rows: readonly StoredRow[],
): Uint8Array {
  const header = stored.sheets[stored.sheet]?.header ?? [];
  const reasons = ({ judged }: StoredRow): string => {
    if (judged.part !== 'wrong')
      return errorSentence(null, 'skipped', judged.part === 'doubtful' ? judged.doubt.said : '');
    return judged.errors
      .map(({ column, code, value }) =>
        errorSentence(headerOf(stored, operators, column), code, value),
      )
      .join('; ');
  };
  return writeCsv(
    [...header.map((text) => ({ header: text })), { header: 'Baris' }, { header: 'Kesalahan' }],
    rows.map((row): OutCell[] => [
      ...header.map((_, index) => row.cells[index] ?? ''),
      row.number,
      reasons(row),
    ]),
  );
}
