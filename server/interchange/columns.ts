// Guesses which column of a table holds what, by its header. Pure; a person sees the guess and may
// change it, and what is in the cells is cells.ts's part.
import { foldName } from '../regions/names.ts';

/** `names` are the headers under which a column is known, in Indonesian and English, the usual ones first. */
export type WantedColumn<Key extends string> = { key: Key; names: readonly string[] };

/** A header that is the name itself beats any that only contains it. */
const exact = 2;

/** 2 for the name itself, above 0 for a header that contains it as whole words (the more of it the better), else 0. */
function fit(header: string, name: string): number {
  if (header === '' || name === '') return 0;
  if (header === name) return exact;
  return ` ${header} `.includes(` ${name} `) ? name.length / header.length : 0;
}

/**
 * The index of the column for each key, where one is found: first headers that are one of its names,
 * then headers that contain one ("Nama Desa/Kelurahan" holds "desa"). Each header is used once; among
 * equals the key and the name that stand first win. Case, accents and signs do not count.
 */
export function guessColumns<Key extends string>(
  header: readonly string[],
  wanted: readonly WantedColumn<Key>[],
): Partial<Record<Key, number>> {
  const folded = header.map(foldName);
  const fits = wanted.flatMap(({ key, names }) =>
    names.map(foldName).flatMap((name) =>
      folded.flatMap((text, column) => {
        const score = fit(text, name);
        return score > 0 ? [{ key, column, score }] : [];
      }),
    ),
  );
  const found: Partial<Record<Key, number>> = {};
  const used = new Set<number>();
  for (const { key, column } of fits.toSorted((a, b) => b.score - a.score)) {
    if (found[key] !== undefined || used.has(column)) continue;
    found[key] = column;
    used.add(column);
  }
  return found;
}

/** One text for all tables with the same headers in the same order, by which a mapping is remembered. */
export function headerKey(header: readonly string[]): string {
  return header.map(foldName).join('|');
}
