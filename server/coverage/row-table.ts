// The list of an area's villages as a table to be taken along: its columns and cells.
import type { OutCell, OutColumn } from '../interchange/write-table.ts';
import type { CoverageRow } from './contract.ts';

export const rowColumns: readonly OutColumn[] = [
  { header: 'kode', isCode: true },
  { header: 'sebutan' },
  { header: 'nama' },
  { header: 'kecamatan' },
  { header: 'kabupaten/kota' },
  { header: 'luas terjangkau (%)' },
  { header: 'jorong/dusun bertitik' },
  { header: 'jorong/dusun terjangkau' },
  { header: 'penduduk' },
  { header: 'penduduk terjangkau (%)' },
  { header: 'dasar penduduk' },
];

const basisWords = { localities: 'jorong/dusun', area: 'luas' } as const;

const percent = (fraction: number | null) =>
  fraction === null ? null : Math.round(fraction * 1000) / 10;

export function rowCells(row: CoverageRow): OutCell[] {
  return [
    row.code,
    row.kind,
    row.name,
    row.districtName,
    row.regencyName,
    percent(row.areaFraction),
    row.localities,
    row.localitiesCovered,
    row.population,
    percent(row.populationFraction),
    row.populationBasis && basisWords[row.populationBasis],
  ];
}
