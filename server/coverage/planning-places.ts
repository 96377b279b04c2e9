// The places that planning is about: villages and their placed localities, who lives there, and what
// people and statistics know of their signal today. What models say is left to the layers.
import { listNewest } from '../people/store.ts';
import type { Db } from '../platform/database.ts';
import {
  listEvidence,
  listLocalities,
  listServingOperators,
  type CodeRange,
  type NamedLocality,
} from '../status/evidence-store.ts';
import { readSettings } from '../status/settings-store.ts';
import { judgeVillage, type VillageVerdict } from '../status/village-rules.ts';
import type { CellTechnology, SitePosition } from './contract.ts';
import { knownSignal, todayOf, type Today, type Told } from './planning-rules.ts';
import { readLocalityPositions } from './planning-store.ts';

export type People = { population: number | null; households: number | null };

/** What of a place has a signal today. */
export type PlaceToday = {
  today: Today;
  /** Reports, measurements or statistics say it, not the model alone. */
  isKnown: boolean;
};

export type LocalityPlace = PlaceToday & {
  kind: string;
  name: string;
  position: SitePosition;
  people: People;
};

export type VillagePlace = PlaceToday & {
  people: People;
  /** Those whose position is known. */
  localities: LocalityPlace[];
};

/** The codes by their district: its villages are read together. */
function byDistrict(codes: readonly string[]): string[][] {
  const districts = new Map<string, string[]>();
  for (const code of codes.toSorted()) {
    const district = code.slice(0, 8);
    const list = districts.get(district);
    if (list) list.push(code);
    else districts.set(district, [code]);
  }
  return [...districts.values()];
}

function todayOfPlace(told: Told, technology: CellTechnology): PlaceToday {
  const known = knownSignal(told, technology);
  return { today: todayOf(known), isKnown: known !== null };
}

function placeLocalities(
  verdict: VillageVerdict,
  named: readonly NamedLocality[],
  positions: ReadonlyMap<string, SitePosition>,
  technology: CellTechnology,
): LocalityPlace[] {
  const names = new Map(named.map((locality) => [locality.id, locality]));
  return verdict.localities.flatMap(({ locality, verdict: unit }) => {
    const position = positions.get(locality.id);
    const called = names.get(locality.id);
    if (!position || !called) return [];
    const { kind, name, population, households } = called;
    const verdicts = [...unit.operators, unit.anyOperator];
    const told = { status: unit.status, confirmed: unit.confirmed, verdicts };
    const people = { population, households };
    return [{ kind, name, position, people, ...todayOfPlace(told, technology) }];
  });
}

/** The places of the villages for those who ask for `technology` or better, by village code. */
export function readPlaces(
  db: Db,
  codes: readonly string[],
  technology: CellTechnology,
): Map<string, VillagePlace> {
  const operatorIds = listServingOperators(db).map(({ id }) => id);
  const { settings } = readSettings(db);
  const places = new Map<string, VillagePlace>();
  for (const district of byDistrict(codes)) {
    const range: CodeRange = [district[0] ?? '', district.at(-1) ?? ''];
    const evidence = listEvidence(db, range);
    const named = listLocalities(db, range);
    const positions = readLocalityPositions(db, range);
    const people = listNewest(db, district);
    for (const [index, code] of district.entries()) {
      const ownLocalities = named.get(code) ?? [];
      const verdict = judgeVillage(evidence.get(code) ?? [], ownLocalities, operatorIds, settings);
      const { status, confirmed, operators, anyOperator } = verdict;
      const verdicts = [...operators.flatMap((operator) => operator.verdicts), ...anyOperator];
      places.set(code, {
        people: {
          population: people[index]?.population?.value ?? null,
          households: people[index]?.households?.value ?? null,
        },
        localities: placeLocalities(verdict, ownLocalities, positions, technology),
        ...todayOfPlace({ status, confirmed, verdicts }, technology),
      });
    }
  }
  return places;
}
