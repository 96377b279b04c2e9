// One made-up row of each kind of table, by the keys of its columns, for the file to begin from.
import type { ImportKindName } from '../contract.ts';

const village = {
  code: '13.01.01.2001',
  regency: 'Kab. Pesisir Selatan',
  district: 'Pancung Soal',
  village: 'Inderapura',
};
const point = { lat: '-2,06871', lng: '100,93512', zone: '' };

export const examples: Record<ImportKindName, Readonly<Record<string, string>>> = {
  reports: {
    ...village,
    ...point,
    locality: 'Jorong Muaro',
    'telkomsel.technology': '4G',
    'telkomsel.strength': 'lemah',
    'telkomsel.rsrpDbm': '-112',
    'indosat.technology': 'tidak ada',
    'xlsmart.technology': 'tidak ada',
    observedOn: '12/10/2026',
    kind: 'laporan',
    accuracyM: '8',
    environment: 'luar',
    availability: 'sepanjang hari',
    note: 'Sinyal hanya di simpang masjid',
  },
  localities: { ...village, ...point, locality: 'Muaro', kind: 'jorong' },
  people: {
    ...village,
    locality: 'Jorong Muaro',
    population: '412',
    households: '118',
    datedOn: '31/12/2025',
  },
  facilities: {
    ...village,
    ...point,
    locality: 'Jorong Muaro',
    name: 'SDN 05 Muaro',
    kind: 'sekolah',
    connection: 'satelit',
    connectionOn: '01/08/2026',
  },
  statistics: { ...village, technology: '4G/LTE', strength: 'kuat' },
  sites: {
    ...point,
    operator: 'Telkomsel',
    siteId: 'PDG001',
    siteName: 'Koto Tuo',
    cell: 'PDG001-1',
    technology: '4G',
    band: '900',
    heightM: '42',
    azimuthDeg: '120',
    beamwidthDeg: '65',
    radiusM: '3500',
    onAirOn: '12/10/2025',
    state: 'aktif',
  },
  coverage: {},
  codes: { ...village, bps: '1301040001', oldCode: '13.01.04.2001', oldName: 'Indrapura' },
};
