// The words of a row's errors in files that leave the house, which have no switch of language; on the
// screen the web app has its own. Pure text.

/** By their stable codes; a code without words stands for itself. */
const words: Record<string, string> = {
  required: 'wajib diisi',
  too_long: 'terlalu panjang',
  too_short: 'terlalu pendek',
  too_big: 'angkanya terlalu besar',
  too_small: 'angkanya terlalu kecil',
  wrong_format: 'penulisannya belum benar',
  wrong_value: 'isiannya belum benar',
  not_a_number: 'bukan angka',
  negative: 'tidak boleh kurang dari nol',
  fraction: 'harus bilangan bulat',
  not_a_day: 'bukan tanggal; tulis seperti 12/10/2026',
  day_incomplete: 'tanggalnya belum lengkap; tulis hari, bulan, dan tahun',
  day_impossible: 'tanggal ini tidak ada; tulis hari dulu, baru bulan',
  year_out_of_range: 'tahun harus antara 1900 dan 2100',
  date_in_future: 'tanggalnya belum terjadi',
  date_too_old: 'tanggalnya terlalu lama',
  word_unknown: 'kata ini tidak dikenal; pakai kata dari contoh',
  outside_your_regency: 'desa ini di luar kabupaten/kota Anda',
  village_not_found: 'tidak ada desa bernama ini',
  village_code_unknown: 'tidak ada desa berkode ini',
  village_code_lost: 'kode rusak oleh Excel (angka ilmiah); tulis ulang sebagai teks',
  village_code_unreadable: 'kode desa tidak terbaca',
  village_code_incomplete: 'ini kode kecamatan atau kabupaten, bukan desa',
  regency_not_found: 'kabupaten/kota ini tidak dikenal',
  locality_not_found: 'jorong/dusun ini belum ada di desanya',
  locality_kind_missing: 'sebutannya belum ada; tulis jorong, dusun, atau kata setempat lain',
  position_unreadable: 'koordinat tidak terbaca',
  position_incomplete: 'koordinat baru satu angka',
  position_swapped: 'lintang dan bujur sepertinya tertukar',
  position_outside_indonesia: 'titik ini di luar Indonesia',
  utm_zone_missing: 'koordinat UTM perlu zonanya, misalnya 47S',
  statements_missing: 'belum ada isian untuk satu operator pun',
  technology_unknown: 'teknologi ini tidak dikenal; tulis tidak ada, 2G, 3G, 4G, atau 5G',
  technology_missing: 'teknologinya belum disebut; kuat sinyal saja tidak cukup',
  strength_unknown: 'kuat sinyal ini tidak dikenal; tulis lemah, kuat, atau sangat kuat',
  strength_mismatch: 'kuat sinyalnya belum disebut',
  strength_twice: 'dua kuat sinyal yang berbeda dalam satu baris',
  no_signal_with_strength: 'bertentangan: tidak ada sinyal, tetapi ada kuat sinyalnya',
  rsrp_without_4g: 'RSRP hanya untuk 4G atau 5G',
  speed_without_signal: 'kecepatan hanya bisa diukur kalau ada sinyal',
  measurement_without_position: 'pengukuran harus punya titik',
  measurement_too_imprecise: 'ketelitian lebih dari 50 m, terlalu kasar untuk pengukuran',
  participants_missing: 'pengukuran bersama perlu nama instansi; isi lewat formulir',
  people_empty: 'isi penduduk atau KK',
  households_exceed_population: 'KK lebih banyak daripada penduduk; kolomnya mungkin tertukar',
  connection_date_missing: 'tanggal sambungannya belum ada',
  nothing_to_bridge: 'tidak ada kode atau nama lain di baris ini',
  network_foreign: 'ini jaringan negara lain (MCC bukan 510)',
  network_unknown: 'tidak ada operator dengan MNC ini',
  operator_not_found: 'operator ini tidak dikenal',
  foreign_operator: 'ini milik operator lain',
  other_operator_in_file: 'baris ini untuk operator lain; satu berkas untuk satu operator',
  cell_technology_unknown: 'teknologi ini tidak dikenal; tulis 2G, 3G, 4G, atau 5G',
  band_unknown: 'pita ini tidak dikenal; tulis dalam MHz, misalnya 900',
  band_unclear: 'belum jelas pita mana untuk teknologi mana; tulis satu baris per teknologi',
  too_many_cells: 'terlalu banyak sel dalam satu baris; bagi menjadi beberapa baris',
  site_position_differs: 'lebih dari 500 m dari titik lain site yang sama',
  geometry_not_point: 'bukan titik; menara harus berupa titik',
  geometry_not_area: 'bukan area; jangkauan harus berupa poligon',
  geometry_empty: 'poligonnya kosong',
  ring_open: 'garis tepi poligonnya tidak tertutup',
  ring_too_short: 'poligonnya kurang dari empat titik',
  geometry_too_detailed: 'poligonnya lebih dari 200.000 titik',
  geometry_tangled: 'garis poligonnya saling memotong terlalu sering',
  geometry_broken: 'poligonnya rusak dan tidak bisa diperbaiki',
  geometry_too_slow: 'poligonnya terlalu lama diperiksa',
  coverage_without_signal: 'yang mati tidak punya jangkauan',
  technology_twice: 'dua teknologi untuk satu area; tulis satu baris per teknologi',
  filing_older: 'operator ini sudah menyampaikan yang lebih baru',
  row_contradicts: 'bertentangan dengan baris lain di berkas ini',
  skipped: 'meragukan dan dilewati',
};

/** "Tanggal: bukan tanggal (kemarin)". */
export function errorSentence(header: string | null, code: string, value: string): string {
  const said = words[code] ?? code;
  const place = header === null ? '' : `${header}: `;
  const shown = value === '' ? '' : ` (${value})`;
  return `${place}${said}${shown}`;
}

/** Whether people get words for a code. */
export function hasWords(code: string): boolean {
  return Object.hasOwn(words, code);
}
