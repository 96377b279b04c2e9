// The places that commitments, windows and obstacles are about, with their names. SQL only.
import type { Db } from '../platform/database.ts';
import { regionId } from '../regions/contract.ts';
import type { NamedPlace, PlaceRef } from './contract.ts';

/** The columns of a NamedPlace from a row with `village_id` and `locality_id` under the alias `p`. */
export const namedPlaceColumns = `
  v.code AS villageCode, p.locality_id AS localityId,
  coalesce(l.kind, v.kind) AS kind, coalesce(l.name, v.name) AS name,
  v.kind AS villageKind, v.name AS villageName, d.name AS districtName,
  r.code AS regencyCode, r.name AS regencyName`;

/** The joins that namedPlaceColumns needs. */
export const namedPlaceJoins = `
  JOIN region v ON v.id = p.village_id
  JOIN region d ON d.code = v.parent_code JOIN region r ON r.code = d.parent_code
  LEFT JOIN locality l ON l.id = p.locality_id`;

/**
 * The places by name, in the order asked for; null for one that there is not: no such village, or a
 * locality of another one.
 */
export function namePlaces(db: Db, places: readonly PlaceRef[]): (NamedPlace | null)[] {
  const find = db.prepare(
    `SELECT ${namedPlaceColumns}
     FROM (SELECT @villageId AS village_id, @localityId AS locality_id) p ${namedPlaceJoins}
     WHERE v.level = 'village' AND (p.locality_id IS NULL OR l.village_code = v.code)`,
  );
  return places.map(({ villageCode, localityId }) => {
    const row = find.get({ villageId: regionId(villageCode), localityId });
    return (row as NamedPlace | undefined) ?? null;
  });
}
