// The places that a declaration can ask about, in SQL: those with a status, in an area or within bounds,
// and what is told of each: its status, its people, what is promised there.
import type { Db } from '../platform/database.ts';
import { regionId, type Bounds } from '../regions/contract.ts';
import type { PlaceStatus } from '../status/contract.ts';
import { owedStates, type PlaceRef } from './contract.ts';
import type { FoundPlace } from './declaration-contract.ts';
import { namedPlaceColumns, namedPlaceJoins } from './place-store.ts';
import type { PlaceHit } from './window-rules.ts';

const quoted = (texts: readonly string[]) => texts.map((text) => `'${text}'`).join();

/** Only what counts is a status; the rest is not known. */
const counted = (alias: string) =>
  `CASE WHEN ${alias}.confirmed = 1 THEN ${alias}.status ELSE 'unknown' END`;

/**
 * The commitments about the place in the row `p`: they name it, or its village as a whole. Of those that
 * are proposed or confidential an operator (@viewer) is told its own.
 */
const promisesThere = (states: readonly string[]) => `
  FROM commitment_place q JOIN commitment c ON c.id = q.commitment_id
  WHERE q.village_id = p.village_id AND (q.locality_id IS NULL OR q.locality_id = p.locality_id)
    AND c.state IN (${quoted(states)})
    AND (@viewer IS NULL OR c.owner_id = @viewer OR (c.agreed_on IS NOT NULL
      AND (c.confidential_until IS NULL OR c.confidential_until <= @today)))`;

const keptStates = [...owedStates, 'on_air', 'serving'];

const foundColumns = `${namedPlaceColumns},
  CASE WHEN p.locality_id IS NULL THEN ${counted('s')} ELSE ${counted('m')} END AS status,
  coalesce(l.lng, v.lng) AS lng, coalesce(l.lat, v.lat) AS lat,
  (SELECT f.population FROM people f
   WHERE f.unit = coalesce(p.locality_id, v.code) AND f.population IS NOT NULL
   ORDER BY f.dated_on DESC, f.recorded_at DESC LIMIT 1) AS population,
  (SELECT count(DISTINCT c.id) ${promisesThere(owedStates)}) AS promises`;

const foundJoins = `${namedPlaceJoins}
  LEFT JOIN place_status s ON s.id = p.village_id
  LEFT JOIN locality_status m ON m.locality_id = p.locality_id`;

type FoundRow = Omit<FoundPlace, 'position'> & { lng: number; lat: number };

function toFound<T extends FoundRow>({ lng, lat, ...row }: T) {
  return { ...row, position: [lng, lat] as [number, number] };
}

/** Who asks, on which day; `operatorId` null sees every promise. */
export type Viewer = { operatorId: string | null; today: string };

/** The places by code, at most `limit`; those that are not there are left out. */
export function describePlaces(
  db: Db,
  places: readonly PlaceRef[],
  viewer: Viewer,
  { limit, withoutPromise = false }: { limit: number; withoutPromise?: boolean },
): FoundPlace[] {
  const refs = places.map((place) => [regionId(place.villageCode), place.localityId]);
  // The plus keeps SQLite from walking all villages, and the list anew for each of them.
  const rows = db
    .prepare(
      `SELECT ${foundColumns}
       FROM (SELECT e.value ->> 0 AS village_id, e.value ->> 1 AS locality_id
             FROM json_each(@refs) e) p ${foundJoins}
       WHERE +v.level = 'village' AND (p.locality_id IS NULL OR l.village_code = v.code)
         ${withoutPromise ? `AND NOT EXISTS (SELECT 1 ${promisesThere(keptStates)})` : ''}
       ORDER BY p.village_id, l.name_key LIMIT @limit`,
    )
    .all({
      refs: JSON.stringify(refs),
      limit,
      viewer: viewer.operatorId,
      today: viewer.today,
    }) as FoundRow[];
  return rows.map(toFound);
}

/** The places of a window by their numbers, as they stand today. */
export function listWindowPlaces(
  db: Db,
  windowId: string,
  viewer: Viewer,
): (FoundPlace & { number: number })[] {
  const rows = db
    .prepare(
      `SELECT p.number, ${foundColumns} FROM declaration_place p ${foundJoins}
       WHERE p.window_id = @windowId ORDER BY p.number`,
    )
    .all({ windowId, viewer: viewer.operatorId, today: viewer.today }) as (FoundRow & {
    number: number;
  })[];
  return rows.map(toFound);
}

/** Where and what is looked for; empty `statuses`: any. */
export type Wanted = {
  /** Region ids of villages from the first to the last. */
  ids: readonly [number, number];
  bounds: Bounds | null;
  statuses: readonly PlaceStatus[];
};

/**
 * Villages of a wanted status, and localities of one. A village that is partial offers its localities
 * that are not served. Only localities with a point lie within bounds.
 */
export function listHits(db: Db, { ids, bounds, statuses }: Wanted): PlaceHit[] {
  const status = (alias: string) =>
    statuses.length === 0 ? '1' : `${counted(alias)} IN (${quoted(statuses)})`;
  const partial = statuses.includes('partial')
    ? `OR (${counted('s')} = 'partial' AND ${counted('m')} <> 'served')`
    : '';
  const inside = (alias: string) =>
    bounds === null
      ? ''
      : `AND ${alias}.lng BETWEEN @west AND @east AND ${alias}.lat BETWEEN @south AND @north`;
  const [west, south, east, north] = bounds ?? [];
  // The plus keeps SQLite from walking every village of the country for those of one area.
  return db
    .prepare(
      `SELECT v.code AS villageCode, l.id AS localityId, l.lng, l.lat
       FROM region v JOIN locality l ON l.village_code = v.code
         LEFT JOIN place_status s ON s.id = v.id
         LEFT JOIN locality_status m ON m.locality_id = l.id
       WHERE +v.level = 'village' AND v.id BETWEEN @first AND @last
         AND (${status('m')} ${partial}) ${inside('l')}
       UNION ALL
       SELECT v.code, NULL, v.lng, v.lat
       FROM region v LEFT JOIN place_status s ON s.id = v.id
       WHERE +v.level = 'village' AND v.id BETWEEN @first AND @last
         AND ${status('s')} ${inside('v')}`,
    )
    .all({ first: ids[0], last: ids[1], west, south, east, north }) as PlaceHit[];
}
