// How a place is called on screen: its official word before its name, short where it is long. Pure.
import type { RegionName } from '#contract/regions';

const shortWords: Record<string, string> = {
  kabupaten: 'Kab.',
  kecamatan: 'Kec.',
  provinsi: '',
};

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** "Nagari Inderapura", "Kec. Pancung Soal", "Kab. Pesisir Selatan", "Sumatera Barat". */
export function placeName(region: Pick<RegionName, 'kind' | 'name'>): string {
  const word = shortWords[region.kind] ?? capitalised(region.kind);
  return word === '' ? region.name : `${word} ${region.name}`;
}

/** The places above, nearest first: "Kec. Pancung Soal, Kab. Pesisir Selatan". The province is left out where it is the only one loaded. */
export function placePath(
  path: readonly Pick<RegionName, 'kind' | 'name' | 'level'>[],
  withProvince = false,
): string {
  return path
    .filter((region) => withProvince || region.level !== 'province')
    .map(placeName)
    .join(', ');
}
