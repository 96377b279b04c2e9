// Names of places as people type them: one folding for search, one for matching between sources.
// Pure text; knows neither the database nor the gazetteer.

const apostrophes = /['’‘`´ʼʻ]/g;

/**
 * The text under which a name is searched: lower case, no diacritics, apostrophes removed
 * (Ma'u → mau), every other sign a space, single spaces. Folding twice changes nothing.
 */
export function foldName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(apostrophes, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const roman = /^(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;
const romanValues: Record<string, number> = { i: 1, v: 5, x: 10, l: 50 };

function romanToNumber(word: string): number {
  let total = 0;
  for (let i = 0; i < word.length; i += 1) {
    const value = romanValues[word[i] ?? ''] ?? 0;
    const next = romanValues[word[i + 1] ?? ''] ?? 0;
    total += value < next ? -value : value;
  }
  return total;
}

const numberWords = new Map(
  ['satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh'].map(
    (word, index) => [word, String(index + 1)],
  ),
);

/** Words that one source writes before a name and another leaves out. */
const officialWords = new Set(['nagari', 'desa', 'kelurahan', 'kampung', 'gampong', 'distrik']);

/**
 * The key under which two sources' spellings of one village, district or regency meet: folded,
 * without spaces, roman numerals and number words as figures ("Tempang III" = "tempang tiga"),
 * official words dropped unless nothing else would remain ("Nagari Sungai" = "Sungai").
 */
export function matchKey(name: string): string {
  return foldedKey(foldName(name));
}

/** matchKey of a text that foldName has folded already. */
export function foldedKey(folded: string): string {
  const words = folded.split(' ');
  const own = words.filter((word) => !officialWords.has(word));
  return (own.length > 0 ? own : words)
    .map((word) => numberWords.get(word) ?? (roman.test(word) ? String(romanToNumber(word)) : word))
    .join('');
}

/** How far two keys differ: 0 (the same) to 1, edit distance over the longer length. */
export function keyDistance(a: string, b: string): number {
  if (a === b) return 0;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      current.push(
        Math.min(
          (previous[j] ?? 0) + 1,
          (current[j - 1] ?? 0) + 1,
          (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    }
    previous = current;
  }
  return (previous[b.length] ?? 0) / Math.max(a.length, b.length, 1);
}
