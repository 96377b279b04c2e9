// Where towers are thought of, whom they are for, and by what they are weighed. Pure.
import { distance } from '@turf/turf';
import KDBush from 'kdbush';
import type { SitePosition } from './contract.ts';
import type { Best, candidateSources } from './planning-contract.ts';
import type { People } from './planning-places.ts';

/** A place of the regency: a village's own point, or a locality whose position is known. */
export type Spot = {
  /** The village's code; of a locality, that of its village. */
  villageCode: string;
  isLocality: boolean;
  kind: string;
  name: string;
  position: SitePosition;
  /** By the gazetteer, which knows it of villages only. */
  elevationM: number | null;
};

/** A place without a signal today. */
export type Unit = { position: SitePosition; people: People };

const metresPerDegree = 111_195;
const metres = { units: 'meters' } as const;

/** Finds which of the positions lie within a radius; the index is made once. */
export function indexPositions(positions: readonly SitePosition[]) {
  const index = new KDBush(positions.length);
  for (const [lng, lat] of positions) index.add(lng, lat);
  index.finish();
  /** Ascending indices of the positions at most `radiusM` away. */
  return (centre: SitePosition, radiusM: number): number[] => {
    const [lng, lat] = centre;
    const dLat = radiusM / metresPerDegree + 1e-9;
    const dLng = dLat / Math.max(0.01, Math.cos(((Math.abs(lat) + dLat) * Math.PI) / 180));
    return index
      .range(lng - dLng, lat - dLat, lng + dLng, lat + dLat)
      .filter((at) => distance(centre, positions[at] ?? centre, metres) <= radiusM)
      .toSorted((a, b) => a - b);
  };
}

/**
 * Whether each spot is high ground: as high as every other village within the radius, and higher than
 * one of them at least. Known of villages only; without an elevation a spot is none.
 */
export function findHighGround(spots: readonly Spot[], radiusM: number): boolean[] {
  const near = indexPositions(spots.map(({ position }) => position));
  return spots.map(({ position, elevationM }) => {
    if (elevationM === null) return false;
    const others = near(position, radiusM).flatMap((at) => spots[at]?.elevationM ?? []);
    return (
      others.every((other) => other <= elevationM) && others.some((other) => other < elevationM)
    );
  });
}

export type Candidate = Spot & { source: (typeof candidateSources)[number] };

const sourceRank: Record<Candidate['source'], number> = { high_ground: 0, village: 1, locality: 2 };

/**
 * Where towers are thought of: at every village's point and every placed locality. In the order in
 * which equal ones are preferred: high ground, then villages, which have a road and power more often
 * than localities; the higher before the lower; then by code and name, whatever order they came in.
 */
export function listCandidates(spots: readonly Spot[], radiusM: number): Candidate[] {
  const isHigh = findHighGround(spots, radiusM);
  const candidates = spots.map((spot, index): Candidate => {
    const source = spot.isLocality ? 'locality' : isHigh[index] ? 'high_ground' : 'village';
    return { ...spot, source };
  });
  return candidates.toSorted(
    (a, b) =>
      sourceRank[a.source] - sourceRank[b.source] ||
      (b.elevationM ?? -Infinity) - (a.elevationM ?? -Infinity) ||
      (a.villageCode < b.villageCode ? -1 : Number(a.villageCode > b.villageCode)) ||
      (a.name < b.name ? -1 : Number(a.name > b.name)) ||
      a.position[0] - b.position[0] ||
      a.position[1] - b.position[1],
  );
}

/**
 * By what the positions are chosen: people where they are known of every place without a signal, else
 * households where these are, else each place counts one. A mixture would weigh what nobody knows as 0.
 */
export function weighUnits(units: readonly Unit[]): { weight: Best['weight']; weights: number[] } {
  const known = (figure: keyof People) => units.flatMap(({ people }) => people[figure] ?? []);
  for (const weight of ['population', 'households'] as const) {
    const weights = known(weight);
    if (units.length > 0 && weights.length === units.length) return { weight, weights };
  }
  return { weight: 'places', weights: units.map(() => 1) };
}
