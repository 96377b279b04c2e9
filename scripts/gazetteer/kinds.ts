// The official word for a place, from its code, its name and the table of local words.
import type { Level } from '../../server/regions/contract.ts';

/** Local words for a village (desa), by code prefix; a longer prefix wins over a shorter one. */
export type VillageKinds = ReadonlyMap<string, string>;

const papua = /^9[1-6]/;

function villageKind(code: string, kinds: VillageKinds): string {
  const sign = code.at(9);
  if (sign === '1') return 'kelurahan';
  // Desa adat exist in Jayapura only, where the word is kampung adat.
  if (sign === '3') return papua.test(code) ? 'kampung adat' : 'desa adat';
  return kinds.get(code.slice(0, 5)) ?? kinds.get(code.slice(0, 2)) ?? 'desa';
}

function districtKind(code: string): string {
  if (papua.test(code)) return 'distrik';
  if (code.startsWith('34.71')) return 'kemantren';
  return code.startsWith('34') ? 'kapanewon' : 'kecamatan';
}

/** The kind as data, lower case; `code` must be of `level`. */
export function kindOf(code: string, level: Level, kinds: VillageKinds): string {
  switch (level) {
    case 'province':
      return 'provinsi';
    case 'regency':
      return Number(code.slice(3, 5)) >= 71 ? 'kota' : 'kabupaten';
    case 'district':
      return districtKind(code);
    case 'village':
      return villageKind(code, kinds);
  }
}

/** A regency's name without the word that `kind` already holds ("Kota Padang" → "Padang"). */
export function bareName(name: string): string {
  return name.replace(/^(?:Kabupaten|Kota)\s+(?:Administrasi\s+|Adm\.?\s+)?/i, '');
}
