// A locality as it is typed: one of the village's list, or a new name. Pure.
import type { KeptLocality } from '#contract/regions';
import type { FormValues } from './form-values.ts';

type Named = Pick<KeptLocality, 'id' | 'kind' | 'name'>;

/** "Jorong Koto Tuo" */
export function localityLabel({ kind, name }: Pick<Named, 'kind' | 'name'>): string {
  const word = kind.length <= 2 ? kind.toUpperCase() : kind.charAt(0).toUpperCase() + kind.slice(1);
  return `${word} ${name}`;
}

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** A text that names a known one, with its word or without, means that one; any other is a new name. */
export function readLocality(
  text: string,
  known: readonly Named[],
): Pick<FormValues, 'localityId' | 'localityName'> {
  const labelled = known.find((locality) => same(localityLabel(locality), text));
  const named = known.filter(({ name }) => same(name, text));
  // Two of one name, Jorong Koto and Dusun Koto: only the whole label tells them apart.
  const meant = labelled ?? (named.length === 1 ? named[0] : undefined);
  return meant
    ? { localityId: meant.id, localityName: '' }
    : { localityId: null, localityName: text };
}
