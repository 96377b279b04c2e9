// Shares of villages in SQL: what they are counted from, and writing them.
import type { Db } from '../platform/database.ts';
import type { Area, Box } from './area-codec.ts';
import type { SitePosition } from './contract.ts';
import type { Share } from './share-rules.ts';

export type VillageGround = {
  id: number;
  code: string;
  /** Null without a boundary. */
  boundary: (Box & { area: Area }) | null;
  population: number | null;
  localities: { id: string; position: SitePosition | null; population: number | null }[];
};

/** One layer's share of a village; `localityIds` are those it covers. */
export type LayerShare = Share & { layerId: number; localityIds: string[] };

/** The newest figure that says something; of two of the same day, the one recorded last. */
const newestPopulation = (unit: string) => `
  (SELECT p.population FROM people p WHERE p.unit = ${unit} AND p.population IS NOT NULL
   ORDER BY p.dated_on DESC, p.recorded_at DESC LIMIT 1) AS population`;

type VillageRow = Box & { code: string; coordinates: string | null; population: number | null };
type LocalityRow = {
  id: string;
  lng: number | null;
  lat: number | null;
  population: number | null;
};

/** Prepares reading what a village's shares are counted from; null: there is no such village. */
export function prepareFindGround(db: Db): (villageId: number) => VillageGround | null {
  const village = db.prepare(
    `SELECT r.code, b.coordinates, b.west, b.south, b.east, b.north, ${newestPopulation('r.code')}
     FROM region r LEFT JOIN boundary b ON b.code = r.code WHERE r.id = ?`,
  );
  const localities = db.prepare(
    `SELECT l.id, l.lng, l.lat, ${newestPopulation('l.id')}
     FROM locality l WHERE l.village_code = ? ORDER BY l.id`,
  );
  return (id) => {
    const row = village.get(id) as VillageRow | undefined;
    if (!row) return null;
    const { code, coordinates, population, ...box } = row;
    return {
      id,
      code,
      boundary: coordinates === null ? null : { ...box, area: JSON.parse(coordinates) as Area },
      population,
      localities: (localities.all(code) as LocalityRow[]).map(({ lng, lat, ...locality }) => ({
        ...locality,
        position: lng === null || lat === null ? null : [lng, lat],
      })),
    };
  };
}

type ShareColumns = Omit<LayerShare, 'localityIds'> & { villageId: number };

/**
 * Prepares writing the shares of a village for the layers counted; a layer without a share covers
 * nothing of it. Gives back whether anything is another one now.
 */
export function prepareSaveShares(
  db: Db,
): (villageId: number, counted: readonly number[], shares: readonly LayerShare[]) => boolean {
  const find = db.prepare(
    `SELECT area_fraction AS areaFraction, localities, localities_covered AS localitiesCovered,
       population, population_fraction AS populationFraction, population_basis AS populationBasis
     FROM village_coverage WHERE id = ? AND layer_id = ?`,
  );
  const save = db.prepare(
    `INSERT OR REPLACE INTO village_coverage (id, layer_id, area_fraction, localities,
       localities_covered, population, population_fraction, population_basis)
     VALUES (@villageId, @layerId, @areaFraction, @localities, @localitiesCovered, @population,
       @populationFraction, @populationBasis)`,
  );
  const remove = db.prepare('DELETE FROM village_coverage WHERE id = ? AND layer_id = ?');
  const findPoints = db
    .prepare(
      `SELECT c.locality_id FROM region r JOIN locality l ON l.village_code = r.code
         JOIN locality_coverage c ON c.locality_id = l.id AND c.layer_id = ?
       WHERE r.id = ?`,
    )
    .pluck();
  const savePoint = db.prepare('INSERT INTO locality_coverage VALUES (?, ?)');
  const removePoint = db.prepare(
    'DELETE FROM locality_coverage WHERE locality_id = ? AND layer_id = ?',
  );

  function savePoints(villageId: number, layerId: number, wanted: readonly string[]): boolean {
    const before = new Set(findPoints.all(layerId, villageId) as string[]);
    const added = wanted.filter((id) => !before.has(id));
    const removed = [...before].filter((id) => !wanted.includes(id));
    for (const id of added) savePoint.run(id, layerId);
    for (const id of removed) removePoint.run(id, layerId);
    return added.length + removed.length > 0;
  }

  function saveRow(row: ShareColumns): boolean {
    const before = find.get(row.villageId, row.layerId) as Share | undefined;
    const isSame =
      before !== undefined &&
      Object.entries(before).every(([key, value]) => row[key as keyof Share] === value);
    if (!isSame) save.run(row);
    return !isSame;
  }

  return (villageId, counted, shares) => {
    const byLayer = new Map(shares.map((share) => [share.layerId, share]));
    let hasChanged = false;
    for (const layerId of counted) {
      const found = byLayer.get(layerId);
      if (!found) {
        if (remove.run(villageId, layerId).changes > 0) hasChanged = true;
        if (savePoints(villageId, layerId, [])) hasChanged = true;
        continue;
      }
      const { localityIds, ...share } = found;
      if (saveRow({ ...share, villageId })) hasChanged = true;
      if (savePoints(villageId, layerId, localityIds)) hasChanged = true;
    }
    return hasChanged;
  };
}
