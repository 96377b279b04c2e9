// The form (blangko) of a district as a table to fill in and import: the same rows as on paper, under the
// columns of every table of reports. Pure; writes no file.
import type { OutCell, OutNote, OutSheet } from '../interchange/write-table.ts';
import type { Blangko } from './batch-contract.ts';
import { blangkoPlace } from './blangko-document.ts';
import type { Operator } from './contract.ts';
import { reportColumns, strengthWords, technologyWords } from './report-columns.ts';

/** Places are filled in, everything that is observed is empty. */
export function blangkoSheet(
  { district, path, villages }: Blangko,
  operators: readonly Pick<Operator, 'id' | 'name'>[],
): OutSheet {
  const columns = reportColumns(operators);
  const [regency] = path;
  const regencyName = regency?.kind === 'kota' ? `Kota ${regency.name}` : (regency?.name ?? '');
  const rows = villages.flatMap((village) =>
    village.rows.map((row) => {
      const place: Record<string, OutCell> = {
        code: village.code,
        regency: regencyName,
        district: district.name,
        village: village.name,
        locality: row.name,
      };
      return columns.map(({ key }) => place[key] ?? null);
    }),
  );
  return {
    name: district.name,
    columns: columns.map(({ key, header }) => ({ header, isCode: key === 'code' })),
    rows,
  };
}

/** How it is filled in, for the sheet "Keterangan". */
export function blangkoNotes(blangko: Blangko, printedOn: string): OutNote[] {
  const words = (known: Record<string, readonly string[]>) =>
    Object.values(known)
      .map(([usual]) => usual)
      .join(', ');
  return [
    ['Blangko', blangkoPlace(blangko)],
    ['Dibuat', printedOn],
    ['Cara mengisi', 'Satu baris satu jorong/dusun. Baris yang tidak diisi tidak ikut diimpor.'],
    ['Nama operator', `Jaringan terbaik yang ada: ${words(technologyWords)}. Kosong: tidak tahu.`],
    ['… kuat', `Kuat sinyalnya: ${words(strengthWords)}.`],
    ['Tanggal', 'Hari sinyalnya dilihat, misalnya 12/10/2026.'],
    ['Waktu', 'Kapan sinyalnya ada: sepanjang hari, siang, malam, hilang timbul.'],
    ['Tempat', 'luar, dalam, kendaraan.'],
    ['Jorong/Dusun', 'Yang belum ada di daftar boleh ditulis di baris kosong desanya.'],
  ];
}
