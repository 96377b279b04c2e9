// The columns of tables of sites, under the names that operators' and OpenCelliD's files give them, and
// the words that may stand in them.
import type { SiteState } from '../../coverage/contract.ts';
import type { ImportColumn } from '../import-kind.ts';
import { examples } from './examples.ts';
import { pointColumns, withExamples } from './shared-columns.ts';

/** The word that is written first. */
export const stateWords: Record<SiteState, readonly string[]> = {
  planned: [
    ...['rencana', 'direncanakan', 'usulan', 'akan dibangun', 'dalam pembangunan', 'konstruksi'],
    ...['planned', 'plan', 'planning', 'proposed', 'nominal', 'new site', 'belum dibangun'],
  ],
  built: [
    ...['terbangun', 'dibangun', 'sudah dibangun', 'selesai dibangun', 'belum on air', 'built'],
    ...['ready', 'rfi', 'rfs', 'ready for service', 'integrated'],
  ],
  on_air: [
    ...['aktif', 'on air', 'on-air', 'onair', 'on service', 'operasional', 'beroperasi', 'hidup'],
    ...['active', 'live', 'existing', 'eksisting', 'onservice', 'operational', 'sudah on air'],
  ],
  off: [
    ...['mati', 'tidak aktif', 'non aktif', 'nonaktif', 'non-aktif', 'dibongkar', 'dismantle'],
    ...['dismantled', 'off', 'off air', 'inactive', 'down', 'tidak beroperasi'],
  ],
};

export const operatorColumn: ImportColumn = {
  key: 'operator',
  header: 'Operator',
  names: ['penyelenggara', 'provider', 'nama operator', 'opsel', 'carrier', 'operator seluler'],
};

export const technologyColumn: ImportColumn = {
  key: 'technology',
  header: 'Teknologi',
  names: [
    'radio',
    'tech',
    'technology',
    'jaringan',
    'rat',
    'network',
    'system',
    'sistem',
    'layanan',
  ],
  words: ['2G', '3G', '4G', '5G', '2G/4G'],
};

export const stateColumn: ImportColumn = {
  key: 'state',
  header: 'Keadaan',
  names: ['status', 'status site', 'status bts', 'state', 'status operasi', 'site status'],
  words: Object.values(stateWords).map(([word = '']) => word),
};

export const siteColumns: ImportColumn[] = withExamples(
  [
    operatorColumn,
    {
      key: 'siteId',
      header: 'ID site',
      names: [
        'site id',
        'siteid',
        'id bts',
        'id menara',
        'kode site',
        'kode bts',
        'ne id',
        'bts id',
      ],
    },
    {
      key: 'siteName',
      header: 'Nama site',
      names: [
        ...['site name', 'sitename', 'nama bts', 'nama menara', 'nama tower', 'nama lokasi'],
        ...['nama', 'name', 'site', 'bts', 'menara', 'tower'],
      ],
    },
    {
      key: 'cell',
      header: 'Sel',
      names: [
        'cell',
        'cell id',
        'cellid',
        'cell name',
        'sektor',
        'sector',
        'nama sel',
        'ci',
        'eci',
      ],
    },
    ...pointColumns.map((column) =>
      column.key === 'lng' ? { ...column, names: [...column.names, 'lon'] } : column,
    ),
    technologyColumn,
    {
      key: 'band',
      header: 'Pita (MHz)',
      names: [
        ...['band', 'frekuensi', 'frequency', 'freq', 'pita', 'band mhz', 'frequency band'],
        ...['pita frekuensi'],
      ],
    },
    {
      key: 'heightM',
      header: 'Tinggi antena (m)',
      names: [
        ...['tinggi', 'tinggi menara', 'antenna height', 'height', 'tinggi tower', 'tower height'],
        ...['tinggi antena', 'height m', 'agl'],
      ],
    },
    {
      key: 'azimuthDeg',
      header: 'Azimut (°)',
      names: ['azimuth', 'azimut', 'azimuth deg', 'arah', 'dir', 'bearing'],
    },
    {
      key: 'beamwidthDeg',
      header: 'Lebar pancar (°)',
      names: ['beamwidth', 'hbw', 'horizontal beamwidth', 'lebar pancar', 'beam'],
    },
    {
      key: 'radiusM',
      header: 'Radius (m)',
      names: [
        ...['radius', 'range', 'jangkauan', 'jarak jangkau', 'coverage radius', 'radius km'],
        ...['radius m', 'jangkauan km', 'jangkauan m', 'cell radius'],
      ],
    },
    {
      key: 'onAirOn',
      header: 'Tanggal aktif',
      names: [
        ...['tanggal on air', 'tgl on air', 'on air date', 'on air', 'onair', 'tgl aktif'],
        ...['rencana on air', 'target on air', 'target', 'tanggal operasi', 'tanggal'],
        ...['tanggal rencana', 'target onair', 'target operasi', 'jadwal', 'rfs date'],
      ],
    },
    stateColumn,
    { key: 'mcc', header: 'MCC', names: ['mobile country code'] },
    { key: 'mnc', header: 'MNC', names: ['net', 'mobile network code'] },
    { key: 'area', header: 'LAC/TAC', names: ['area', 'lac', 'tac'] },
  ],
  examples.sites,
);
