// What a locality is called and the key under which it is found again. Pure text.
import { foldName } from './names.ts';
import { localityKey } from './place-names.ts';

/** Kinds whose word is part of the name: RW 1 and dusun 1 are two places. */
const numberedKinds = new Set(['rw', 'rt']);

/**
 * The key of a locality inside its village, '' for a name without any letter or figure: "Jorong Koto
 * Tuo" = "koto tuo", and "01" of kind RW = "RW 1", which is not dusun 1.
 */
export function keyOfLocality({ kind, name }: { kind: string; name: string }): string {
  const isNamed = foldName(name).startsWith(kind);
  return localityKey(numberedKinds.has(kind) && !isNamed ? `${kind} ${name}` : name);
}
