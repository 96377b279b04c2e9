// Keys under which the names in a table meet the names of the gazetteer: villages, the places above
// them and the localities below. Pure text; what a match is worth is place-match.ts's part.
import { foldedKey, foldName } from './names.ts';

/** Short forms of the official words; matchKey knows the words themselves. */
const villageAbbreviation = /^(?:kel|ds|ngr|nag|kp|kmp|gp)\s+(?=\S)/;
const districtWord = /^(?:kecamatan|kec|distrik|distr|kapanewon|kemantren)\s+(?=\S)/;
const regencyWord =
  /^(?:(?<kota>kota(?:\s+(?:administrasi|adm|madya))?|kotamadya|kodya)|kabupaten(?:\s+(?:administrasi|adm))?|kab)\s+(?=\S)/;
const localityWords = new Set([
  ...['jorong', 'jr', 'korong', 'dusun', 'dsn', 'kampung', 'kp', 'lingkungan', 'lk', 'lingk'],
  ...['banjar', 'br', 'padukuhan', 'dukuh', 'lorong'],
]);

/** "Nagari Ma'u Besar", "Kel. Mau Besar" and "MAU  BESAR" have one key; "Koto VIII" and "Koto 8" too. */
export function villageKey(name: string): string {
  return foldedKey(foldName(name).replace(villageAbbreviation, ''));
}

/** "Kec. Pancung Soal" and "PANCUNG SOAL" have one key. */
export function districtKey(name: string): string {
  return foldedKey(foldName(name).replace(districtWord, ''));
}

export type RegencyKey = {
  key: string;
  /** What the word in front says; null where there is none. */
  isKota: boolean | null;
};

/**
 * Key and word of a regency's name: "Kota Solok", "Kab. Solok" and "Solok" share the key. The keys of
 * "Kota Baru" come as two: Kotabaru is a kabupaten whose name only sounds like a kota.
 */
export function regencyKeys(name: string): RegencyKey[] {
  const folded = foldName(name);
  const whole = { key: foldedKey(folded), isKota: null };
  const match = regencyWord.exec(folded);
  if (!match) return [whole];
  const own = foldedKey(folded.slice(match[0].length));
  return [{ key: own, isKota: match.groups?.kota !== undefined }, whole];
}

/**
 * "Jorong Koto Tuo" and "Koto Tuo" have one key, and so have "RW 01", "RW.1" and "rw1". RW stays in
 * the key, because dusun 1 and RW 1 are two things.
 */
export function localityKey(name: string): string {
  const words = foldName(name).split(' ');
  const own = words.filter((word) => !localityWords.has(word));
  const kept = (own.length > 0 ? own : words).join(' ');
  return foldedKey(kept.replace(/(^|\D)0+(?=\d)/g, '$1'));
}
