// Gathers what reading rows rests on: the villages with their other names, localities, boundaries, what
// is stored, and what the person says of the whole file. Decides nothing.
import type { Account } from '../auth/contract.ts';
import { mayReportIn } from '../auth/rules.ts';
import type { CellTechnology, SiteState } from '../coverage/contract.ts';
import { mayEditSites } from '../coverage/rules.ts';
import { listOperators } from '../evidence/store.ts';
import { latestIsoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { listAliases } from '../regions/alias-store.ts';
import { listLocalities } from '../regions/locality-store.ts';
import type { Position } from '../regions/contract.ts';
import { createPlaceIndex, type PlaceIndex } from '../regions/place-index.ts';
import { isInsideBoundary, listVillages } from '../regions/store.ts';
import type { ImportMapping, ImportSetting } from './contract.ts';
import { type ImportKind, type LocalityName, noFacts, type ReadContext } from './import-kind.ts';
import { prepareKnown } from './known.ts';
import { listNamedOperators, placesVersion } from './lookup-store.ts';
import { createOperatorWords } from './operator-words.ts';

/** More localities than a village has. */
const localitiesOfVillage = 1000;

/** The index of all villages; made anew only when villages or their other names have changed. */
export function createIndexKeeper(db: Db): () => PlaceIndex {
  let kept: { version: string; index: PlaceIndex } | null = null;
  return () => {
    const version = placesVersion(db);
    if (kept?.version !== version)
      kept = { version, index: createPlaceIndex(listVillages(db, 'ID'), listAliases(db, 'ID')) };
    return kept.index;
  };
}

/** What the person says of a whole file; null and '' where they have not yet. */
export type SaidOfFile = {
  source: string;
  datedOn: string | null;
  year: number | null;
  regencyCode: string | null;
  operatorId: string | null;
  technology: CellTechnology | null;
  siteState: SiteState | null;
};

/** Stands for a source that is not named yet, so that the rows can be read already. */
const unnamedSource = '?';

/** The settings that must be said of the file and are not. */
export function listMissing(
  kind: ImportKind,
  mapping: ImportMapping,
  said: SaidOfFile,
): ImportSetting[] {
  const isSaid = {
    source: said.source !== '',
    datedOn: said.datedOn !== null,
    year: said.year !== null,
    operator: said.operatorId !== null,
    technology: said.technology !== null,
    siteState: said.siteState !== null,
    // Nothing said of these is something said: all that is loaded, and not complete.
    regency: true,
    complete: true,
  };
  return kind.required(mapping).filter((setting) => !isSaid[setting]);
}

export type ContextDeps = {
  db: Db;
  clock: Clock;
  index: () => PlaceIndex;
  /** Gives what tells whether a position lies in the provinces that are loaded. */
  loadedArea: () => (position: Position) => boolean;
};

export function createReadContext(
  { db, clock, index, loadedArea }: ContextDeps,
  caller: Account,
  kind: ImportKind,
  mapping: ImportMapping,
  said: SaidOfFile,
): ReadContext {
  const today = latestIsoDay(clock());
  const localities = new Map<string, LocalityName[]>();
  const isDayMissing = listMissing(kind, mapping, said).includes('datedOn');
  return {
    today,
    source: said.source === '' ? unnamedSource : said.source,
    datedOn: said.datedOn ?? (isDayMissing ? today : null),
    year: said.year ?? Number(today.slice(0, 4)),
    regency: said.regencyCode ?? '',
    operatorId: said.operatorId,
    technology: said.technology,
    siteState: said.siteState,
    operators: listOperators(db),
    operatorWords: createOperatorWords(listNamedOperators(db)),
    index: index(),
    mayWrite: (villageCode) => mayReportIn(caller, villageCode),
    mayWriteFor: (operatorId) => mayEditSites(caller, operatorId),
    isInArea: loadedArea(),
    listLocalities(villageCode) {
      const known =
        localities.get(villageCode) ?? listLocalities(db, villageCode, localitiesOfVillage);
      localities.set(villageCode, known);
      return known;
    },
    isInside: (villageCode, position) => isInsideBoundary(db, villageCode, position),
    known: prepareKnown(db),
    table: noFacts,
  };
}
