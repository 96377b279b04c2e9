// The places that a declaration is to ask about while it is put together: gathered from several searches,
// each ticked or left out. Pure.
import { maxPlacesOfWindow, type FoundPlace } from '#contract/declarations';

export type ChosenPlace = { place: FoundPlace; isOn: boolean };
/** By code, the villages before their localities. */
export type Chosen = readonly ChosenPlace[];

export const keyOf = ({ villageCode, localityId }: FoundPlace) =>
  `${villageCode} ${localityId ?? ''}`;

export type Added = { chosen: Chosen; added: number; again: number; isFull: boolean };

/** Adds what is not in it; a place found again is ticked again. No more than a window may ask about. */
export function addPlaces(chosen: Chosen, found: readonly FoundPlace[]): Added {
  const byKey = new Map(chosen.map((one) => [keyOf(one.place), one]));
  const before = byKey.size;
  let again = 0;
  let isFull = false;
  for (const place of found) {
    const key = keyOf(place);
    if (byKey.has(key)) again += 1;
    else if (byKey.size >= maxPlacesOfWindow) {
      isFull = true;
      continue;
    }
    byKey.set(key, { place, isOn: true });
  }
  const all = [...byKey.values()].toSorted((a, b) =>
    keyOf(a.place).slice(0, 13).localeCompare(keyOf(b.place).slice(0, 13)),
  );
  return { chosen: all, added: byKey.size - before, again, isFull };
}

export function togglePlace(chosen: Chosen, key: string): Chosen {
  return chosen.map((one) => (keyOf(one.place) === key ? { ...one, isOn: !one.isOn } : one));
}

export function tickAll(chosen: Chosen): Chosen {
  return chosen.map((one) => ({ ...one, isOn: true }));
}

/** The places that are ticked. */
export function listTicked(chosen: Chosen): FoundPlace[] {
  return chosen.filter(({ isOn }) => isOn).map(({ place }) => place);
}

/** How many people live there, as far as it is known, and in how many places it is. */
export function countPeople(places: readonly FoundPlace[]): { people: number; known: number } {
  const figures = places.flatMap(({ population }) => population ?? []);
  return { people: figures.reduce((sum, figure) => sum + figure, 0), known: figures.length };
}
