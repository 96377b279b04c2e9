// How much of a village a layer covers, from what was measured of it on the plane. Pure.
import type { VillageShare } from './contract.ts';

/** A locality of a village; `isCovered` is null where its position is not known. */
export type ShareLocality = { isCovered: boolean | null; population: number | null };

export type ShareGround = {
  /** Square degrees, of the village and of what is covered of it. */
  area: number;
  coveredArea: number;
  localities: readonly ShareLocality[];
  /** Of the whole village; null where nobody knows. */
  population: number | null;
};

export type Share = Pick<
  VillageShare,
  'areaFraction' | 'localities' | 'localitiesCovered' | 'populationFraction' | 'populationBasis'
> & {
  /** Whom the fraction is of; null where nobody knows. */
  population: number | null;
};

const sixDecimals = (fraction: number) => Math.round(fraction * 1e6) / 1e6;

/**
 * The share of a village. The area's fraction is taken on the plane: a degree of longitude shrinks by
 * cos(latitude) for the village and for what is covered of it alike, which leaves the ratio within
 * 0.5 % of the one on the ellipsoid. The people's is by the localities where all that have people have
 * a position, else by the area where the village's people are known, else nobody knows it.
 */
export function judgeShare({ area, coveredArea, localities, population }: ShareGround): Share {
  const areaFraction = area > 0 ? sixDecimals(Math.min(1, coveredArea / area)) : 0;
  const placed = localities.filter(({ isCovered }) => isCovered !== null);
  const covered = placed.filter(({ isCovered }) => isCovered === true);
  const peopleOf = (some: readonly ShareLocality[]) =>
    some.reduce((sum, locality) => sum + (locality.population ?? 0), 0);
  const inLocalities = peopleOf(localities);
  const counts = { localities: placed.length, localitiesCovered: covered.length };
  if (inLocalities > 0 && peopleOf(placed) === inLocalities)
    return {
      areaFraction,
      ...counts,
      population: population ?? inLocalities,
      populationFraction: sixDecimals(peopleOf(covered) / inLocalities),
      populationBasis: 'localities',
    };
  return {
    areaFraction,
    ...counts,
    population,
    populationFraction: population === null ? null : areaFraction,
    populationBasis: population === null ? null : 'area',
  };
}

/** Half axes of WGS 84, km. */
const [equatorKm, poleKm] = [6378.137, 6356.752314245];
const eccentricity2 = 1 - poleKm ** 2 / equatorKm ** 2;

/** Square kilometres of a square degree round the latitude, on the ellipsoid. */
export function km2PerSquareDegree(lat: number): number {
  const radians = Math.PI / 180;
  const bend = 1 - eccentricity2 * Math.sin(lat * radians) ** 2;
  const alongMeridianKm = (equatorKm * (1 - eccentricity2)) / bend ** 1.5;
  const alongParallelKm = (equatorKm / Math.sqrt(bend)) * Math.cos(lat * radians);
  return alongMeridianKm * alongParallelKm * radians ** 2;
}
