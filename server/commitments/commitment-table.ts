// Commitments as a table to be taken along: its columns and cells, in the words of the field.
import type { OutCell, OutColumn } from '../interchange/write-table.ts';
import { daysBetween } from './days.ts';
import { isLate } from './rules.ts';
import type { StoredCommitment } from './store.ts';
import { dutyWords, kindWords, programmeWords, reasonWords, stateWords } from './words.ts';

export const commitmentColumns: readonly OutColumn[] = [
  { header: 'No.' },
  { header: 'Operator' },
  { header: 'Dijanjikan oleh' },
  { header: 'Jenis' },
  { header: 'Keadaan' },
  { header: 'Terlambat (hari)' },
  { header: 'Tempat' },
  { header: 'Kode desa', isCode: true },
  { header: 'Kabupaten/kota' },
  { header: 'Site' },
  { header: 'Janji pertama' },
  { header: 'Janji sekarang' },
  { header: 'Kali mundur' },
  { header: 'Alasan mundur terakhir' },
  { header: 'Terbangun' },
  { header: 'Mengudara' },
  { header: 'Melayani' },
  { header: 'Program' },
  { header: 'Kewajiban' },
  { header: 'Dasar' },
  { header: 'Catatan' },
];

/** One row a commitment; several places stand in one cell. */
export function commitmentCells(commitment: StoredCommitment, today: string): OutCell[] {
  const { places, events, ...it } = commitment;
  const slip = events.findLast(({ promisedBefore }) => promisedBefore !== null);
  const names = places.map(({ kind, name, localityId, villageName }) =>
    localityId === null ? `${kind} ${name}` : `${kind} ${name} (${villageName})`,
  );
  const unique = (values: readonly string[]) => [...new Set(values)].join('; ');
  const basis = [it.basisNumber, it.basisOn ?? ''].filter((text) => text !== '').join(', ');
  return [
    it.number,
    it.ownerName,
    it.operatorName,
    kindWords[it.kind],
    stateWords[it.state],
    isLate(commitment, today) ? daysBetween(it.promisedOn, today) : null,
    unique(names),
    unique(places.map(({ villageCode }) => villageCode)),
    unique(places.map(({ regencyName }) => regencyName)),
    [it.siteRef, it.siteName].filter((text) => text !== '').join(' · '),
    it.firstPromisedOn,
    it.promisedOn,
    it.slips,
    slip?.reason ? reasonWords[slip.reason] : (slip?.note ?? null),
    it.builtOn,
    it.onAirOn,
    it.servingOn,
    programmeWords[it.programme],
    it.duty && dutyWords[it.duty],
    basis,
    it.note,
  ];
}
