// Where towers would help most in a regency: reads its places and what stands, and chooses greedily.
import type { Db } from '../platform/database.ts';
import { prepareArea } from '../regions/geos.ts';
import { boundsOf } from '../regions/planar.ts';
import { indexPositions, listCandidates, weighUnits, type Spot, type Unit } from './best-rules.ts';
import type { CoverageSettings, SitePosition } from './contract.ts';
import { chooseGreedily } from './greedy.ts';
import { listBlocks, type Box, type StoredLayer } from './layer-store.ts';
import type { Best, BestRequest } from './planning-contract.ts';
import { readPlaces, type PlaceToday } from './planning-places.ts';
import { listVillagesOf } from './planning-store.ts';
import { reachOf } from './rules.ts';
import { listStanding, ofEverybody } from './standing.ts';

/** Whether an antenna at `from` sees a place. */
export type CanSee = (from: SitePosition, to: SitePosition) => boolean;

type Place = Spot & Unit & PlaceToday;

/** The villages of the regency and their placed localities. */
function listPlaces(db: Db, { regencyCode, technology }: BestRequest): Place[] {
  const villages = listVillagesOf(db, regencyCode);
  const places = readPlaces(
    db,
    villages.map(({ code }) => code),
    technology,
  );
  return villages.flatMap(({ code: villageCode, kind, name, position, elevationM }): Place[] => {
    const village = places.get(villageCode);
    if (!village) return [];
    const { localities, ...own } = village;
    const inside = { villageCode, elevationM: null, isLocality: true };
    return [
      { villageCode, kind, name, position, elevationM, isLocality: false, ...own },
      ...localities.map((locality) => ({ ...locality, ...inside })),
    ];
  });
}

/** Localities, and villages that have none with a position: these stand at their own point. */
function listUnits(places: readonly Place[]): Place[] {
  const localities = places.filter(({ isLocality }) => isLocality);
  const divided = new Set(localities.map(({ villageCode }) => villageCode));
  return places.filter(({ isLocality, villageCode }) => isLocality || !divided.has(villageCode));
}

/** Which of the places the layers cover, each at its point. */
function findCovered(
  db: Db,
  layers: readonly StoredLayer[],
  places: readonly Place[],
  around: Box,
): Set<Place> {
  const covered = new Set<Place>();
  for (const { id } of layers)
    for (const block of listBlocks(db, id, around)) {
      const [west, south, east, north] = boundsOf(block);
      const area = prepareArea(block);
      for (const place of places) {
        const [lng, lat] = place.position;
        const isNear = lng >= west && lng <= east && lat >= south && lat <= north;
        if (isNear && area.containsPoint(place.position)) covered.add(place);
      }
      area.free();
    }
  return covered;
}

/** The units without a signal today: by what is known of them, else by what layers cover. */
function listWithout(db: Db, units: readonly Place[], layers: readonly StoredLayer[]): Place[] {
  const [west, south, east, north] = boundsOf([[units.map(({ position }) => position)]]);
  const box = { west, south, east, north };
  const undecided = units.filter(({ today }) => today === 'filed' || today === 'modelled');
  const isFiled = ({ basis }: StoredLayer) => basis === 'filed';
  const filed = findCovered(db, layers.filter(isFiled), undecided, box);
  const computed = findCovered(
    db,
    layers.filter((layer) => !isFiled(layer)),
    undecided.filter(({ today }) => today === 'modelled'),
    box,
  );
  return units.filter(
    (unit) => unit.today !== 'everywhere' && !filed.has(unit) && !computed.has(unit),
  );
}

/**
 * The best positions of a regency for those without a signal of the technology or better. With
 * `canSee` a place is reached only where an antenna sees it; null: terrain is not considered.
 */
export function readBest(
  db: Db,
  request: BestRequest,
  settings: CoverageSettings,
  canSee: CanSee | null,
): Best {
  const { radiusM, isEstimate } = reachOf(request, settings);
  const places = listPlaces(db, request);
  const layers = ofEverybody(listStanding(db, request.technology));
  const units = listWithout(db, listUnits(places), layers);
  const { weight, weights } = weighUnits(units);
  const near = indexPositions(units.map(({ position }) => position));
  const candidates = listCandidates(places, radiusM);
  const reachings = candidates.map(({ position }) => {
    const inRadius = near(position, radiusM);
    return {
      bound: inRadius.reduce((total, unit) => total + (weights[unit] ?? 0), 0),
      // To look along every line takes long: only for candidates that come into question.
      reach: () =>
        canSee
          ? inRadius.filter((unit) => canSee(position, units[unit]?.position ?? position))
          : inRadius,
    };
  });
  const weightWithout = weights.reduce((total, one) => total + one, 0);
  let reached = 0;
  const steps = chooseGreedily(reachings, weights, request.count).flatMap((step) => {
    const candidate = candidates[step.candidate];
    if (!candidate) return [];
    reached += step.weight;
    const { position, source, kind, name, villageCode, elevationM } = candidate;
    return [
      {
        ...{ position, source, kind, name, villageCode, elevationM },
        placesNew: step.units.length,
        weightNew: step.weight,
        reachedFraction: reached / weightWithout,
      },
    ];
  });
  return {
    ...{ weight, radiusM, isEstimate, weightWithout, steps },
    isCutByTerrain: canSee !== null,
    placesWithout: units.length,
  };
}
