// What stands inside an area today: what layers cover of it, and what is left over. Reads the blocks
// that the engine made; makes none.
import type { Db } from '../platform/database.ts';
import { difference, merge, prepareArea } from '../regions/geos.ts';
import { boxOf } from './area-codec.ts';
import { allOperators, type CellTechnology } from './contract.ts';
import { listBlocks, listLayers, type Area, type StoredLayer } from './layer-store.ts';
import { isAtLeast, type Today } from './planning-rules.ts';

/** What is wanted of the layers that stand: `technology` or better. */
export function listStanding(db: Db, technology: CellTechnology): StoredLayer[] {
  return listLayers(db).filter((layer) => isAtLeast(layer.technology, technology));
}

/** The layers of all operators together that are on air. */
export function ofEverybody(layers: readonly StoredLayer[]): StoredLayer[] {
  return layers.filter(
    ({ phase, operatorId }) => phase === 'on_air' && operatorId === allOperators,
  );
}

/** What the parts cover of `area` together. */
export function cutTo(area: Area, parts: readonly Area[]): Area {
  if (area.length === 0 || parts.length === 0) return [];
  const prepared = prepareArea(area);
  try {
    const pieces = parts.map((part) =>
      prepared.intersects(part) ? prepared.intersection(part) : [],
    );
    const [only, ...others] = pieces.filter((piece) => piece.length > 0);
    return only && others.length > 0 ? merge([only, ...others]) : (only ?? []);
  } finally {
    prepared.free();
  }
}

/** What the layers cover of `area`. */
export function coveredBy(db: Db, layers: readonly StoredLayer[], area: Area): Area {
  const box = boxOf(area);
  return cutTo(
    area,
    layers.flatMap(({ id }) => listBlocks(db, id, box)),
  );
}

/** Of `area`, what has no signal today, by what counts in a place. */
export type LeftOver = Record<Today, Area>;

export function readLeftOver(db: Db, technology: CellTechnology, area: Area): LeftOver {
  const layers = ofEverybody(listStanding(db, technology));
  const isFiled = ({ basis }: StoredLayer) => basis === 'filed';
  const without = (covered: Area, from: Area) =>
    covered.length === 0 ? from : difference(from, covered);
  const filed = without(coveredBy(db, layers.filter(isFiled), area), area);
  const computed = coveredBy(
    db,
    layers.filter((layer) => !isFiled(layer)),
    area,
  );
  return { everywhere: [], nowhere: area, filed, modelled: without(computed, filed) };
}
