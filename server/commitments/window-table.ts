// The matrix of a declaration as a table for XLSX and CSV. Pure; writes no file.
import type { OutCell, OutColumn, OutNote, OutSheet } from '../interchange/write-table.ts';
import type { DeclarationWindow } from './declaration-contract.ts';
import { answerText, placeTitle, proposalMark, shortDay } from './window-matrix.ts';

const placeColumns: readonly OutColumn[] = [
  { header: 'No.' },
  { header: 'Kode desa', isCode: true },
  { header: 'Kab./Kota' },
  { header: 'Kecamatan' },
  { header: 'Desa' },
  { header: 'Tempat' },
  { header: 'Penduduk (jiwa)' },
];

/** A row a place; an operator has one column with its answer in words and one with the note beside it. */
export function matrixSheet({ title, isOpen, operators, matrix }: DeclarationWindow): OutSheet {
  const columns = [
    ...placeColumns,
    ...operators.flatMap(({ name }) => [{ header: name }, { header: `${name}: catatan` }]),
    { header: 'Hasil' },
  ];
  const rows = matrix.map((place): OutCell[] => [
    place.number,
    place.villageCode,
    place.regencyName,
    place.districtName,
    place.villageName,
    place.localityId === null ? '' : placeTitle(place),
    place.population,
    ...operators.flatMap(({ id }) => {
      const answer = place.answers.find(({ operatorId }) => operatorId === id);
      return [answerText(answer, isOpen), answer?.note ?? ''];
    }),
    place.isForProposal ? proposalMark : '',
  ]);
  return { name: title, columns, rows };
}

/** What the table rests on, for the sheet "Keterangan". */
export function matrixNotes(
  { number, title, note, closesOn, isOpen, officeName, openedByName }: DeclarationWindow,
  printedOn: string,
): OutNote[] {
  return [
    ['Deklarasi', `${number} · ${title}`],
    ['Dibuka oleh', `${openedByName}, ${officeName}`],
    ['Hari terakhir menjawab', shortDay(closesOn)],
    ['Keadaan', isOpen ? 'Masih terbuka: jawaban bisa berubah' : 'Sudah ditutup'],
    ['Dicetak', shortDay(printedOn)],
    ['Tidak menjawab', 'Tidak ada jawaban sampai hari penutupan; dihitung tidak ada rencana.'],
    [
      'Perlu diukur',
      'Operator menyatakan sudah melayani, tetapi belum ada pengukuran terverifikasi.',
    ],
    [proposalMark, 'Tidak satu pun operator berencana membangun di tempat ini.'],
    ...(note === '' ? [] : [['Catatan', note] as const]),
  ];
}
