// Finds the places that a declaration is to ask about: by area and status, by what is drawn on the map, or
// from a list of codes and names. Changes nothing.
import type { Db } from '../platform/database.ts';
import { refuseField } from '../platform/problem.ts';
import type { PlaceIndex } from '../regions/place-index.ts';
import { regionExists, villageIdRange } from '../regions/store.ts';
import type { PlaceRef } from './contract.ts';
import { maxPlacesOfWindow, type FoundPlaces, type PlaceSearch } from './declaration-contract.ts';
import { describePlaces, listHits } from './window-place-store.ts';
import { boundsOf, isArea, listInside, matchLine, preferLocalities } from './window-rules.ts';

type Search<By extends PlaceSearch['by']> = Extract<PlaceSearch, { by: By }>;

function findByFilter(db: Db, { area, statuses }: Search<'filter'>): PlaceRef[] {
  if (!regionExists(db, area)) throw refuseField('area', 'region_unknown', area);
  return preferLocalities(listHits(db, { ids: villageIdRange(area), bounds: null, statuses }));
}

function findByDrawing(db: Db, { ring, statuses }: Search<'drawing'>): PlaceRef[] {
  if (!isArea(ring)) throw refuseField('ring', 'ring_too_small', ring);
  const hits = listHits(db, { ids: villageIdRange('ID'), bounds: boundsOf(ring), statuses });
  return preferLocalities(listInside(hits, ring));
}

function findByList(index: PlaceIndex, { lines }: Search<'list'>) {
  const codes = new Set<string>();
  const unknown: FoundPlaces['unknown'] = [];
  for (const [at, text] of lines.entries()) {
    if (text === '') continue;
    const match = matchLine(index, text);
    if ('villageCode' in match) codes.add(match.villageCode);
    else unknown.push({ line: at + 1, text, code: match.code });
  }
  const refs = [...codes].map((villageCode): PlaceRef => ({ villageCode, localityId: null }));
  return { refs, unknown };
}

/**
 * The places that are found, by code. Throws 422 for an area that there is not and a drawing without an
 * area; lines of a list that name no village, or several, come back with their number.
 */
export function findPlaces(
  db: Db,
  index: () => PlaceIndex,
  search: PlaceSearch,
  today: string,
): FoundPlaces {
  const found = (refs: readonly PlaceRef[], unknown: FoundPlaces['unknown']): FoundPlaces => {
    const withoutPromise = search.by !== 'list' && search.withoutPromise;
    const limit = maxPlacesOfWindow + 1;
    const viewer = { operatorId: null, today };
    const places = describePlaces(db, refs, viewer, { limit, withoutPromise });
    return {
      places: places.slice(0, maxPlacesOfWindow),
      isTruncated: places.length > maxPlacesOfWindow,
      unknown,
    };
  };
  if (search.by === 'filter') return found(findByFilter(db, search), []);
  if (search.by === 'drawing') return found(findByDrawing(db, search), []);
  const { refs, unknown } = findByList(index(), search);
  return found(refs, unknown);
}
