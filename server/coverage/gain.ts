// What one tower more would change: which places it would newly reach, and what it overlaps with.
// Reads the database; draws the footprint by the rules that every cell is drawn by.
import { area as areaM2, multiPolygon } from '@turf/turf';
import type { Account } from '../auth/contract.ts';
import type { Db } from '../platform/database.ts';
import { prepareArea, type PreparedArea } from '../regions/geos.ts';
import { multiArea } from '../regions/planar.ts';
import { listServingOperators } from '../status/evidence-store.ts';
import { boxOf } from './area-codec.ts';
import type { CoverageSettings } from './contract.ts';
import { listBlocks, type Area, type StoredLayer } from './layer-store.ts';
import { gainVillagesMax, type Candidate, type Gain, type Overlap } from './planning-contract.ts';
import { readPlaces } from './planning-places.ts';
import { fractionOf, todays, type Today } from './planning-rules.ts';
import { listFootprintsExcept, listVillagesTouching } from './planning-store.ts';
import { footprintOf, maySeeLayer, reachOf } from './rules.ts';
import { cutTo, listStanding, readLeftOver } from './standing.ts';
import { gainOfVillage, type VillageGain } from './village-gain.ts';

/** Cuts a footprint by what the antenna cannot see; null: there is no elevation, or none is wanted. */
export type TerrainCut = (footprint: Area, radiusM: number) => Area;

const areaKm2 = (area: Area) => (area.length === 0 ? 0 : areaM2(multiPolygon(area)) / 1e6);

function overlapsOf(db: Db, candidate: Candidate, footprint: Area, account: Account): Overlap[] {
  const box = boxOf(footprint);
  const whole = multiArea(footprint);
  const layers = listStanding(db, candidate.technology);
  const { exceptSiteId } = candidate;
  const partsOf = (layer: StoredLayer) =>
    layer.phase === 'planned' && layer.basis === 'computed' && exceptSiteId !== null
      ? listFootprintsExcept(db, layer.id, box, exceptSiteId)
      : listBlocks(db, layer.id, box);
  const covered = (own: readonly StoredLayer[]) =>
    fractionOf(multiArea(cutTo(footprint, own.flatMap(partsOf))), whole);
  return listServingOperators(db).map(({ id, name }) => {
    const inPhase = (phase: StoredLayer['phase']) =>
      layers.filter((layer) => layer.operatorId === id && layer.phase === phase);
    const maySeePlans = maySeeLayer(account, { phase: 'planned', operatorId: id });
    return {
      operatorId: id,
      operatorName: name,
      onAirFraction: covered(inPhase('on_air')),
      plannedFraction: maySeePlans ? covered(inPhase('planned')) : null,
    };
  });
}

/** Most people first; those of whom nobody knows how many live there after them, by their area. */
function mostFirst(a: VillageGain, b: VillageGain): number {
  return (
    (b.peopleNew ?? -1) - (a.peopleNew ?? -1) ||
    b.localitiesNew - a.localitiesNew ||
    b.newFraction - a.newFraction ||
    (a.code < b.code ? -1 : 1)
  );
}

const sum = <T>(list: readonly T[], of: (item: T) => number) =>
  list.reduce((total, item) => total + of(item), 0);

/** What the candidate would newly reach, for the eyes of `account`. */
export function readGain(
  db: Db,
  candidate: Candidate,
  account: Account,
  settings: CoverageSettings,
  cutByTerrain: TerrainCut | null,
): Gain {
  const { radiusM, isEstimate } = reachOf(candidate, settings);
  const whole = footprintOf(candidate.position, candidate, radiusM);
  const footprint = cutByTerrain ? cutByTerrain(whole, radiusM) : whole;
  const villages = readVillageGains(db, candidate, footprint);
  return {
    technology: candidate.technology,
    footprint,
    radiusM,
    isEstimate,
    isCutByTerrain: cutByTerrain !== null,
    areaKm2: areaKm2(footprint),
    newAreaKm2: sum(villages, (village) => village.newAreaKm2),
    villagesNew: villages.length,
    localitiesNew: sum(villages, (village) => village.localitiesNew),
    peopleNew: sum(villages, (village) => village.peopleNew ?? 0),
    householdsNew: sum(villages, (village) => village.householdsNew ?? 0),
    villagesWithoutPeople: villages.filter(({ peopleNew }) => peopleNew === null).length,
    peopleByArea: sum(villages, (village) => village.peopleByArea),
    known: {
      villages: villages.filter(({ isKnown }) => isKnown).length,
      localities: sum(villages, (village) => village.known.localities),
      people: sum(villages, (village) => village.known.people),
      households: sum(villages, (village) => village.known.households),
    },
    villages: villages
      .toSorted(mostFirst)
      .slice(0, gainVillagesMax)
      .map(({ newAreaKm2: _, peopleByArea: __, known: ___, ...village }) => village),
    overlaps: overlapsOf(db, candidate, footprint, account),
  };
}

/** The villages that the footprint newly reaches, by code. */
function readVillageGains(db: Db, { technology }: Candidate, footprint: Area): VillageGain[] {
  if (footprint.length === 0) return [];
  const villages = listVillagesTouching(db, boxOf(footprint));
  const places = readPlaces(
    db,
    villages.map(({ code }) => code),
    technology,
  );
  const leftOver = readLeftOver(db, technology, footprint);
  const reached = prepareArea(footprint);
  const prepared = new Map<Today, PreparedArea>();
  for (const today of todays)
    if (leftOver[today].length > 0) prepared.set(today, prepareArea(leftOver[today]));
  try {
    return villages.flatMap((village) => {
      const place = places.get(village.code);
      return place ? (gainOfVillage(village, place, reached, prepared) ?? []) : [];
    });
  } finally {
    reached.free();
    for (const area of prepared.values()) area.free();
  }
}
