// What a footprint newly reaches of one village: its area, its localities, its people. Reads nothing.
import { prepareArea, type PreparedArea } from '../regions/geos.ts';
import type { Area } from './layer-store.ts';
import type { GainKnown, GainVillage } from './planning-contract.ts';
import type { VillagePlace } from './planning-places.ts';
import { countNew, fractionOf, isReached, type Today } from './planning-rules.ts';
import type { PlannedVillage } from './planning-store.ts';

/** A village that is newly reached, with what only the sums need. */
export type VillageGain = GainVillage & {
  newAreaKm2: number;
  /** People counted by the village's area. */
  peopleByArea: number;
  known: Omit<GainKnown, 'villages'>;
};

/** Of the footprint, what has no signal today, by what counts in a place; nothing left is absent. */
export type Prepared = ReadonlyMap<Today, PreparedArea>;

/**
 * A square degree at the equator, km²; it narrows with the cosine of the latitude. On the sphere, as
 * the footprint is drawn and measured (Turf), so that a part never comes to more than the whole.
 */
const squareDegreeKm2 = 111.195 ** 2;

/** What is newly reached of a village; null when nothing is. */
export function gainOfVillage(
  village: PlannedVillage & { boundary: Area },
  place: VillagePlace,
  footprint: PreparedArea,
  leftOver: Prepared,
): VillageGain | null {
  const { boundary, code, kind, name, districtName, position } = village;
  const whole = prepareArea(boundary);
  const fractionIn = (area: PreparedArea | undefined) =>
    area === undefined ? 0 : fractionOf(area.sharedArea(whole), whole.area);
  const reachedFraction = fractionIn(footprint);
  const newFraction = reachedFraction === 0 ? 0 : fractionIn(leftOver.get(place.today));
  const wholeKm2 = whole.area * squareDegreeKm2 * Math.cos((position[1] * Math.PI) / 180);
  whole.free();
  const localities = place.localities.map((locality) => ({
    ...locality,
    isNew: leftOver.get(locality.today)?.containsPoint(locality.position) ?? false,
  }));
  const reached = localities.filter(({ isNew }) => isNew);
  if (!isReached(newFraction, reached.length)) return null;
  const count = (figure: 'population' | 'households') =>
    countNew(
      localities.map(({ people, isNew, isKnown }) => ({ figure: people[figure], isNew, isKnown })),
      place.people[figure],
      { newFraction, isKnown: place.isKnown },
    );
  const people = count('population');
  const households = count('households');
  return {
    ...{ code, kind, name, districtName, position, reachedFraction, newFraction },
    localitiesNew: reached.length,
    peopleNew: people.total,
    householdsNew: households.total,
    isKnown: reached.length > 0 ? reached.every(({ isKnown }) => isKnown) : place.isKnown,
    newAreaKm2: newFraction * wholeKm2,
    peopleByArea: people.byArea,
    known: {
      localities: reached.filter(({ isKnown }) => isKnown).length,
      people: people.known,
      households: households.known,
    },
  };
}
