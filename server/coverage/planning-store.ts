// What planning reads, in SQL: villages and localities with their points, boundaries and people, and
// the coverage of all operators but for one site. Writes nothing.
import type { Db } from '../platform/database.ts';
import { unpackArea, type Area } from './area-codec.ts';
import type { SitePosition } from './contract.ts';
import type { Box } from './layer-store.ts';

/** Village codes from the first to the last, both included. */
export type CodeRange = readonly [first: string, last: string];

export type PlannedVillage = {
  code: string;
  kind: string;
  name: string;
  districtName: string;
  position: SitePosition;
  elevationM: number | null;
};

type VillageRow = Omit<PlannedVillage, 'position'> & { lng: number; lat: number };

const villageColumns = `v.code, v.kind, v.name, d.name AS districtName, v.lng, v.lat,
  v.elevation_m AS elevationM`;

function toVillage({ lng, lat, ...village }: VillageRow): PlannedVillage {
  return { ...village, position: [lng, lat] };
}

/**
 * The villages whose box touches `box`, with their boundary, by code. CROSS keeps SQLite from reading
 * every village of the country first.
 */
export function listVillagesTouching(
  db: Db,
  { west, south, east, north }: Box,
): (PlannedVillage & { boundary: Area })[] {
  const rows = db
    .prepare(
      `SELECT ${villageColumns}, b.coordinates
       FROM boundary_box x CROSS JOIN region v ON v.id = x.id CROSS JOIN boundary b ON b.code = v.code
         JOIN region d ON d.code = v.parent_code
       WHERE x.east >= ? AND x.west <= ? AND x.north >= ? AND x.south <= ? AND v.level = 'village'
       ORDER BY v.code`,
    )
    .all(west, east, south, north) as (VillageRow & { coordinates: string })[];
  return rows.map(({ coordinates, ...row }) => ({
    ...toVillage(row),
    boundary: JSON.parse(coordinates) as Area,
  }));
}

/** The villages of a regency, by code. */
export function listVillagesOf(db: Db, regencyCode: string): PlannedVillage[] {
  const rows = db
    .prepare(
      `SELECT ${villageColumns} FROM region v JOIN region d ON d.code = v.parent_code
       WHERE v.code BETWEEN ? AND ? AND v.level = 'village' ORDER BY v.code`,
    )
    .all(regencyCode, `${regencyCode}.~`) as VillageRow[];
  return rows.map(toVillage);
}

/** Where the localities stand whose position is known, by their id. */
export function readLocalityPositions(
  db: Db,
  [first, last]: CodeRange,
): ReadonlyMap<string, SitePosition> {
  const rows = db
    .prepare(
      'SELECT id, lng, lat FROM locality WHERE village_code BETWEEN ? AND ? AND lat IS NOT NULL',
    )
    .all(first, last) as { id: string; lng: number; lat: number }[];
  return new Map(rows.map(({ id, lng, lat }) => [id, [lng, lat]]));
}

/** As listFootprints of today, without those of the cells of one site. */
export function listFootprintsExcept(db: Db, layer: number, box: Box, siteId: string): Area[] {
  const rows = db
    .prepare(
      `SELECT f.shape FROM footprint_box b JOIN footprint f ON f.id = b.id
       WHERE b.east >= @west AND b.west <= @east AND b.north >= @south AND b.south <= @north
         AND b.first_layer <= @layer AND b.last_layer >= @layer AND f.until_on IS NULL
         AND NOT EXISTS (SELECT 1 FROM cell c WHERE c.id = f.cell_id AND c.site_id = @siteId)`,
    )
    .pluck()
    .all({ ...box, layer, siteId });
  return (rows as Buffer[]).map(unpackArea);
}
