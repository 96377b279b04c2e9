// The polygons that operators filed, in SQL: what stands, and how a filing takes the place of the one
// before. What they cover together is made later, off the request (coverage_change).
import type { Db } from '../platform/database.ts';
import { boxOf, packArea, type Area, type Box } from './area-codec.ts';
import type { LayerKey } from './contract.ts';
import { prepareInsertFootprint } from './footprint-store.ts';
import { layerId, noteChange } from './layer-store.ts';

/** A layer of filed polygons; of one operator, never of all together. */
export type FiledLayer = Omit<LayerKey, 'basis'>;

/** One polygon that an operator filed. */
export type FiledArea = {
  layer: FiledLayer;
  /** MultiPolygon coordinates, valid, WGS 84, 6 decimals. */
  coordinates: Area;
};

/** Prepares asking whether just this polygon stands in its layer, filed on `filedOn` (ISO date). */
export function prepareIsFiled(db: Db): (area: FiledArea, filedOn: string) => boolean {
  const find = db
    .prepare(
      `SELECT EXISTS (
         SELECT 1 FROM footprint_box b JOIN footprint f ON f.id = b.id
           JOIN coverage_layer l ON l.id = f.layer_id
         WHERE b.west <= @west AND b.east >= @east AND b.south <= @south AND b.north >= @north
           AND l.basis = 'filed' AND l.phase = @phase AND l.operator_id = @operatorId
           AND l.technology = @technology
           AND f.until_on IS NULL AND f.since_on = @filedOn AND f.shape = @shape)`,
    )
    .pluck();
  return ({ layer, coordinates }, filedOn) =>
    find.get({
      ...boxOf(coordinates),
      ...layer,
      filedOn,
      shape: packArea(coordinates),
    }) === 1;
}

/** Prepares asking for the day of a layer's standing filing (ISO date), and how many polygons it has. */
export function prepareFindFiling(
  db: Db,
): (layer: FiledLayer) => { filedOn: string | null; areas: number } {
  const find = db.prepare(
    `SELECT max(f.since_on) AS filedOn, count(*) AS areas
     FROM coverage_layer l JOIN footprint f ON f.layer_id = l.id
     WHERE l.basis = 'filed' AND l.phase = @phase AND l.operator_id = @operatorId
       AND l.technology = @technology AND f.until_on IS NULL AND f.import_id IS NOT NULL`,
  );
  return (layer) => find.get(layer) as { filedOn: string | null; areas: number };
}

/** Ends what an earlier import filed for the layer, from `filedOn` on. */
function endEarlier(db: Db, layer: number, filedOn: string, importId: string): void {
  const { west, south, east, north } = db
    .prepare(
      `SELECT min(b.west) AS west, min(b.south) AS south, max(b.east) AS east, max(b.north) AS north
       FROM footprint f JOIN footprint_box b ON b.id = f.id
       WHERE f.layer_id = ? AND f.until_on IS NULL AND f.import_id IS NOT NULL AND f.import_id <> ?`,
    )
    .get(layer, importId) as Record<keyof Box, number | null>;
  if (west === null || south === null || east === null || north === null) return;
  db.prepare(
    `UPDATE footprint SET until_on = ?, ended_by = ?
     WHERE layer_id = ? AND until_on IS NULL AND import_id IS NOT NULL AND import_id <> ?`,
  ).run(filedOn, importId, layer, importId);
  noteChange(db, layer, { west, south, east, north });
}

/**
 * Files an operator's polygons, in the caller's transaction. What the operator filed earlier for the
 * same layers stands until `filedOn` from now on. `filedOn` is an ISO date.
 */
export function saveFiledAreas(
  db: Db,
  areas: readonly FiledArea[],
  filedOn: string,
  importId: string,
): void {
  const insert = prepareInsertFootprint(db);
  const ids = new Map<string, number>();
  const idOf = (layer: FiledLayer): number => {
    const key = `${layer.phase}/${layer.operatorId}/${layer.technology}`;
    const id = ids.get(key) ?? layerId(db, { ...layer, basis: 'filed' });
    if (!ids.has(key)) endEarlier(db, id, filedOn, importId);
    ids.set(key, id);
    return id;
  };
  for (const { layer, coordinates } of areas) {
    const id = idOf(layer);
    const box = insert({ layerId: id, importId, sinceOn: filedOn, shape: packArea(coordinates) });
    noteChange(db, id, box);
  }
}
