// The columns of a table of reports, one row a village or locality: the printed form, its XLSX, the
// batch screen and the import all have these, under these names.
import type { Operator } from './contract.ts';

export type ReportColumn = {
  /** Stable; `telkomsel.technology` for what is asked per operator. */
  key: string;
  /** The header that is written. */
  header: string;
  /** The headers under which it is known besides, the usual ones first. */
  names: readonly string[];
};

/** How every table names the place of a row. */
export const placeColumns: readonly ReportColumn[] = [
  {
    key: 'code',
    header: 'Kode desa',
    names: ['kode', 'kode wilayah', 'kode kemendagri', 'kode bps'],
  },
  {
    key: 'regency',
    header: 'Kabupaten/Kota',
    names: ['kabupaten', 'kota', 'kab/kota', 'kab', 'regency'],
  },
  { key: 'district', header: 'Kecamatan', names: ['kec', 'distrik', 'district'] },
  {
    key: 'village',
    header: 'Desa/Nagari',
    names: ['desa', 'nagari', 'kelurahan', 'desa/kelurahan', 'nama desa', 'village'],
  },
  {
    key: 'locality',
    header: 'Jorong/Dusun',
    names: ['jorong', 'dusun', 'korong', 'kampung', 'rw', 'lingkungan', 'lokasi', 'locality'],
  },
];

const observation: readonly ReportColumn[] = [
  {
    key: 'observedOn',
    header: 'Tanggal',
    names: ['tgl', 'tanggal dilihat', 'tanggal ukur', 'date'],
  },
  { key: 'kind', header: 'Jenis', names: ['jenis laporan', 'laporan/pengukuran', 'kind'] },
  {
    key: 'lat',
    header: 'Lintang',
    names: ['latitude', 'lat', 'koordinat y', 'y', 'northing', 'koordinat', 'titik koordinat'],
  },
  {
    key: 'lng',
    header: 'Bujur',
    names: ['longitude', 'lng', 'long', 'koordinat x', 'x', 'easting'],
  },
  { key: 'zone', header: 'Zona UTM', names: ['zona', 'utm zone'] },
  { key: 'accuracyM', header: 'Ketelitian (m)', names: ['ketelitian', 'akurasi', 'accuracy'] },
  { key: 'environment', header: 'Tempat', names: ['dalam/luar', 'indoor/outdoor', 'environment'] },
  { key: 'availability', header: 'Waktu', names: ['jam', 'waktu sinyal', 'availability'] },
  { key: 'note', header: 'Catatan', names: ['keterangan', 'ket', 'note', 'remarks'] },
];

/** What is asked of one operator; `Telkomsel` alone is its technology. */
function operatorColumns({ id, name }: Pick<Operator, 'id' | 'name'>): ReportColumn[] {
  const short = name.split(' ')[0] ?? name;
  const column = (field: string, header: string, ...names: string[]): ReportColumn => ({
    key: `${id}.${field}`,
    header: `${short} ${header}`,
    names: [name, short].flatMap((one) => names.map((word) => `${one} ${word}`)),
  });
  return [
    {
      key: `${id}.technology`,
      header: short,
      names: [name, `${short} teknologi`, `${short} jaringan`, `${name} teknologi`],
    },
    column('strength', 'kuat', 'kuat sinyal', 'sinyal', 'strength'),
    column('rsrpDbm', 'RSRP (dBm)', 'rsrp', 'dbm'),
    column('downloadMbps', 'unduh (Mbit/s)', 'unduh', 'download'),
    column('uploadMbps', 'unggah (Mbit/s)', 'unggah', 'upload'),
  ];
}

/** Every column, in the order in which they are written. */
export function reportColumns(operators: readonly Pick<Operator, 'id' | 'name'>[]): ReportColumn[] {
  return [...placeColumns, ...operators.flatMap(operatorColumns), ...observation];
}

/** The words in which a cell says its technology, the one that is written first. */
export const technologyWords = {
  none: ['tidak ada', '-', 'tdk ada', 'nihil', 'blankspot', 'no signal', 'x', '0'],
  '2g': ['2G', 'edge', 'gprs', 'e'],
  '3g': ['3G', 'h', 'h+', 'hspa', 'evdo'],
  '4g': ['4G', 'lte', '4g/lte', '4g lte'],
  '5g': ['5G', 'nr'],
} as const;

export const strengthWords = {
  weak: ['lemah', 'l', 'weak', 'buruk'],
  strong: ['kuat', 'k', 'sedang', 'cukup', 'strong', 'baik'],
  very_strong: ['sangat kuat', 'sk', 'very strong', 'sangat baik'],
} as const;
