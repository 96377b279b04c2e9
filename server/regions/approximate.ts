// The country's approximate boundaries: the gazetteer's points and the basemap's land put
// together for thiessen.ts. Cells depend on all points of the country, whatever is loaded.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { basemapDir, readIndonesiaLand } from './basemap-land.ts';
import type { BoundarySource } from './boundary-store.ts';
import { type GazetteerRow, gazetteerPath } from './gazetteer.ts';
import type { Multi } from './geos.ts';
import { spreadCoincident, thiessenCells } from './thiessen.ts';

/** Under which source approximate boundaries are kept: made from two files of the project. */
export function approximateSource(): BoundarySource {
  const hash = createHash('sha256');
  hash.update(readFileSync(gazetteerPath));
  hash.update(readFileSync(join(basemapDir, 'indonesia.geojson.gz')));
  return {
    kind: 'approximate',
    name: 'Sel Thiessen dari titik desa (idn-area-data, geografis) dan daratan Natural Earth',
    licence: 'ODbL 1.0',
    datedOn: null,
    sha256: hash.digest('hex'),
  };
}

/**
 * The cells of the villages `codes`, competing with all villages of `gazetteer`: [lng, lat],
 * 6 decimals, clipped to land. Throws RangeError on a code that is no village of the gazetteer.
 */
export function computeCells(
  gazetteer: readonly GazetteerRow[],
  codes: readonly string[],
): Map<string, Multi> {
  // Own points first: where points coincide, the village that owns the point stays there.
  const villages = gazetteer.filter((row) => row.level === 'village');
  const ordered = [
    ...villages.filter((row) => row.pointSource !== 'parent'),
    ...villages.filter((row) => row.pointSource === 'parent'),
  ];
  const sites = spreadCoincident(ordered.map((row) => [row.lng, row.lat]));
  const indexes = new Map(ordered.map((row, index) => [row.code, index]));
  const wanted = codes.map((code) => {
    const index = indexes.get(code);
    if (index === undefined) throw new RangeError(`no village ${code} in the gazetteer`);
    return index;
  });
  const cells = thiessenCells(sites, wanted, readIndonesiaLand());
  return new Map(codes.map((code, index) => [code, cells[index] ?? []]));
}
