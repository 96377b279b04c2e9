// The words of commitments in files that go out: tables, workbooks, print. Indonesian, as data; what the
// screens say is in web/i18n.
import type { Commitment, Reason } from './contract.ts';

export const stateWords: Record<Commitment['state'], string> = {
  proposed: 'Diusulkan',
  agreed: 'Disepakati',
  in_progress: 'Dikerjakan',
  built: 'Terbangun',
  on_air: 'Mengudara',
  serving: 'Melayani',
  declined: 'Ditolak',
  cancelled: 'Dibatalkan',
};

export const kindWords: Record<Commitment['kind'], string> = {
  bts: 'BTS baru',
  upgrade: 'Peningkatan',
  repeater: 'Penguat sinyal',
  vsat: 'VSAT',
  fibre: 'Serat optik',
  super_wifi: 'Super WiFi',
};

export const programmeWords = {
  own: 'Operator sendiri',
  uso: 'USO/BAKTI',
  regional: 'APBD',
} as const;
export const dutyWords = { '3t': '3T', non_3t: 'Non-3T' } as const;

export const reasonWords: Record<Reason, string> = {
  land: 'Lahan',
  permit: 'Perizinan',
  power: 'Listrik',
  backhaul: 'Backhaul',
  geography: 'Geografis',
  security: 'Keamanan',
  budget: 'Anggaran',
  force_majeure: 'Kahar',
};
