// Decides which locality of a village (jorong, dusun, RW) a name means. Pure; never guesses.
import { keyDistance } from './names.ts';
import { localityKey } from './place-names.ts';
import { mostCandidates, nearSpelling } from './place-verdict.ts';

const figures = (key: string) => key.replace(/\D/g, '');

export type LocalityMatch<Id> =
  | { kind: 'certain'; id: Id }
  | { kind: 'doubtful'; reason: 'name_found_twice' | 'near_spelling'; candidates: Id[] }
  | { kind: 'none'; reason: 'nothing_given' | 'name_unknown' };

/** The jorong, dusun or RW of one village that a name means; a near spelling is for a person. */
export function matchLocality<Id>(
  name: string,
  localities: readonly { id: Id; name: string }[],
): LocalityMatch<Id> {
  const key = localityKey(name);
  if (key === '') return { kind: 'none', reason: 'nothing_given' };
  const keyed = localities.map(({ id, name: own }) => {
    const ownKey = localityKey(own);
    return {
      id,
      distance: keyDistance(ownKey, key),
      // "Dusun 1" is not a spelling of "Dusun 2".
      isSameNumber: figures(ownKey) === figures(key),
    };
  });
  const same = keyed.filter(({ distance }) => distance === 0);
  const [only, second] = same;
  if (only && !second) return { kind: 'certain', id: only.id };
  const toIds = (list: typeof keyed) => list.slice(0, mostCandidates).map(({ id }) => id);
  if (second) return { kind: 'doubtful', reason: 'name_found_twice', candidates: toIds(same) };
  const near = keyed
    .filter(({ distance, isSameNumber }) => isSameNumber && distance <= nearSpelling)
    .toSorted((a, b) => a.distance - b.distance);
  return near.length > 0
    ? { kind: 'doubtful', reason: 'near_spelling', candidates: toIds(near) }
    : { kind: 'none', reason: 'name_unknown' };
}
