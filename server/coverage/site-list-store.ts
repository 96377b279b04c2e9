// Sites read from SQL: one with its cells, and those in a view, as far as the one who asks may see them.
// Writing them is site-store.ts's part.
import type { Db } from '../platform/database.ts';
import type { Box } from './area-codec.ts';
import {
  cellTechnologies,
  type CellInput,
  type CellTechnology,
  type Site,
  type SitePoint,
  type SiteSource,
  type SiteState,
} from './contract.ts';

/** Whose plans are seen: everybody's (null), or those of one operator only. */
export type PlansOf = string | null;

export type StoredCell = CellInput & { id: number };
/** A site without what the one who asks may do, and without the reach that the settings give. */
export type StoredSite = Omit<Site, 'cells' | 'mayEdit'> & { cells: StoredCell[] };

/** Cells that are not on air yet are their operator's own business. */
const isVisible = `(@plansOf IS NULL OR s.operator_id = @plansOf
  OR c.state NOT IN ('planned', 'built'))`;

type SiteRow = Omit<StoredSite, 'cells' | 'position'> & { lng: number; lat: number };

/** The site with the cells that may be seen; null: there is none, or none of its cells may be. */
export function findSite(db: Db, id: string, plansOf: PlansOf): StoredSite | null {
  const row = db
    .prepare(
      `SELECT s.id, s.operator_id AS operatorId, o.name AS operatorName, s.ref, s.name, s.lng, s.lat,
         s.source, i.file_name AS fileName, s.updated_at AS updatedAt, a.name AS updatedByName,
         s.version
       FROM site s JOIN operator o ON o.id = s.operator_id JOIN account a ON a.id = s.updated_by
         LEFT JOIN import i ON i.id = s.import_id
       WHERE s.id = ?`,
    )
    .get(id) as SiteRow | undefined;
  if (!row) return null;
  const cells = db
    .prepare(
      `SELECT c.id, c.ref, c.technology, c.band_mhz AS bandMhz, c.height_m AS heightM,
         c.azimuth_deg AS azimuthDeg, c.beamwidth_deg AS beamwidthDeg, c.radius_m AS radiusM,
         c.state, c.on_air_on AS onAirOn
       FROM cell c JOIN site s ON s.id = c.site_id
       WHERE c.site_id = @id AND ${isVisible} ORDER BY c.technology, c.ref`,
    )
    .all({ id, plansOf }) as StoredCell[];
  if (cells.length === 0 && plansOf !== null && plansOf !== row.operatorId) return null;
  const { lng, lat, ...site } = row;
  return { ...site, position: [lng, lat], cells };
}

export type SiteFilter = Box & {
  operatorId: string | null;
  /** Only sites with a cell of this technology. */
  technology: CellTechnology | null;
};

type PointRow = {
  id: string;
  operatorId: string;
  name: string;
  lng: number;
  lat: number;
  source: SiteSource;
  technology: number;
  state: number;
};

/** The furthest state comes last: the greatest of a site's cells is shown. */
const statesByReach = ['off', 'planned', 'built', 'on_air'] as const satisfies SiteState[];

const rankOf = (column: string, values: readonly string[]) =>
  `CASE ${column} ${values.map((value, rank) => `WHEN '${value}' THEN ${rank}`).join(' ')} END`;

/** The sites in a box, at most `limit`. Left to itself SQLite walks all cells first. */
export function listSitesWithin(
  db: Db,
  filter: SiteFilter,
  plansOf: PlansOf,
  limit: number,
): SitePoint[] {
  const rows = db
    .prepare(
      `SELECT s.id, s.operator_id AS operatorId, s.name, s.lng, s.lat, s.source,
         max(${rankOf('c.technology', cellTechnologies)}) AS technology,
         max(${rankOf('c.state', statesByReach)}) AS state
       FROM site s INDEXED BY site_by_position CROSS JOIN cell c ON c.site_id = s.id
       WHERE s.lat BETWEEN @south AND @north AND s.lng BETWEEN @west AND @east
         AND (@operatorId IS NULL OR s.operator_id = @operatorId) AND ${isVisible}
       GROUP BY s.id
       HAVING @technology IS NULL OR max(c.technology = @technology) = 1
       LIMIT @limit`,
    )
    .all({ ...filter, plansOf, limit }) as PointRow[];
  return rows.map(({ lng, lat, technology, state, ...site }) => ({
    ...site,
    position: [lng, lat],
    technology: cellTechnologies[technology] ?? '2g',
    state: statesByReach[state] ?? 'off',
  }));
}

/** How many sites there are that may be seen. */
export function countSites(db: Db, plansOf: PlansOf): number {
  const sql =
    plansOf === null
      ? 'SELECT count(*) FROM site WHERE @plansOf IS NULL'
      : `SELECT count(*) FROM site s WHERE EXISTS (
           SELECT 1 FROM cell c WHERE c.site_id = s.id AND ${isVisible})`;
  return db.prepare(sql).pluck().get({ plansOf }) as number;
}

/** The id of the operator's site with this ref; null: it has none. */
export function findSiteId(db: Db, operatorId: string, ref: string): string | null {
  const id = db
    .prepare('SELECT id FROM site WHERE operator_id = ? AND ref = ?')
    .pluck()
    .get(operatorId, ref);
  return typeof id === 'string' ? id : null;
}

/** Whether there is a mobile operator of this id. */
export function isMobileOperator(db: Db, operatorId: string): boolean {
  return (
    db.prepare('SELECT 1 FROM operator WHERE id = ? AND is_mobile = 1').get(operatorId) !==
    undefined
  );
}
