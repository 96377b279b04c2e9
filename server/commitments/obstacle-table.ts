// Obstacles as a table to be taken along: its columns and cells, in the words of the field.
import type { OutCell, OutColumn } from '../interchange/write-table.ts';
import { reasonWords } from './words.ts';
import { daysBetween } from './days.ts';
import type { Obstacle } from './obstacle-contract.ts';

export const obstacleColumns: readonly OutColumn[] = [
  { header: 'Kode desa', isCode: true },
  { header: 'Tempat' },
  { header: 'Desa' },
  { header: 'Kecamatan' },
  { header: 'Kabupaten/kota' },
  { header: 'Kendala' },
  { header: 'Uraian', width: 60 },
  { header: 'Yang dapat mengatasinya' },
  { header: 'Rencana operator' },
  { header: 'Sejak' },
  { header: 'Umur (hari)' },
  { header: 'Tinjau lagi' },
  { header: 'Lewat waktu tinjau (hari)' },
  { header: 'Teratasi' },
  { header: 'Tinjauan terakhir', width: 60 },
  { header: 'Dicatat oleh' },
];

/** One row an obstacle; its age ends on the day on which it was lifted. */
export function obstacleCells(obstacle: Obstacle, today: string): OutCell[] {
  const { place, reason, looks, isDue, liftedOn, sinceOn, nextLookOn } = obstacle;
  return [
    place.villageCode,
    `${place.kind} ${place.name}`,
    place.villageName,
    place.districtName,
    place.regencyName,
    reasonWords[reason],
    obstacle.description,
    obstacle.lifter,
    obstacle.operatorName ?? 'semua operator',
    sinceOn,
    daysBetween(sinceOn, liftedOn ?? today),
    liftedOn === null ? nextLookOn : null,
    isDue ? daysBetween(nextLookOn, today) : null,
    liftedOn,
    looks[0]?.note ?? null,
    obstacle.officeName,
  ];
}
