// Settlements that nothing reaches, in SQL: localities outside every on-air layer of 4G or better, and
// villages without known localities of which too little is covered.
import type { Db } from '../platform/database.ts';
import type { UncoveredPlace } from './map-contract.ts';
import type { Box } from './layer-store.ts';

type Row = Omit<UncoveredPlace, 'position'> & { lng: number; lat: number };

const reaching = `SELECT id FROM coverage_layer
  WHERE phase = 'on_air' AND technology IN ('4g', '5g')`;

/** Villages are found by the boxes of their boundaries: no index of the regions knows points. */
const selectUncovered = `
  WITH reaching AS (${reaching})
  SELECT l.id AS localityId, l.village_code AS villageCode, l.kind, l.name, l.lng, l.lat
  FROM locality l
  WHERE l.lat BETWEEN @south AND @north AND l.lng BETWEEN @west AND @east
    AND NOT EXISTS (SELECT 1 FROM locality_coverage c
      WHERE c.locality_id = l.id AND c.layer_id IN reaching)
  UNION ALL
  SELECT NULL, v.code, v.kind, v.name, v.lng, v.lat
  FROM boundary_box b CROSS JOIN region v ON v.id = b.id
  WHERE b.west <= @east AND b.east >= @west AND b.south <= @north AND b.north >= @south
    AND v.level = 'village' AND v.lat BETWEEN @south AND @north AND v.lng BETWEEN @west AND @east
    AND NOT EXISTS (SELECT 1 FROM locality l WHERE l.village_code = v.code AND l.lat IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM village_coverage c
      WHERE c.id = v.id AND c.layer_id IN reaching AND c.area_fraction >= @villageFraction)
  LIMIT @limit`;

/**
 * Localities and villages of the box. `villageFraction` (0–1, of its area) is what a village without
 * localities must have of one layer to count as reached.
 */
export function listUncovered(
  db: Db,
  box: Box,
  villageFraction: number,
  limit: number,
): UncoveredPlace[] {
  const rows = db.prepare(selectUncovered).all({ ...box, villageFraction, limit }) as Row[];
  return rows.map(({ lng, lat, ...row }) => ({ ...row, position: [lng, lat] }));
}
