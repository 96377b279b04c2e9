// Reads GeoPackage (OGC 12-128): a table for each layer of features. Asks nothing of the file but what
// geopackage-store.ts allows.
import { SqliteError } from 'better-sqlite3';
import { valueText } from './cell-text.ts';
import { createFeatureBudget, createFeatureTable, type FeatureBudget } from './feature-table.ts';
import {
  type FeatureLayer,
  findSpatialReference,
  type GeoPackage,
  iterateRows,
  listColumns,
  listFeatureLayers,
  openGeoPackage,
} from './geopackage-store.ts';
import {
  asDegrees,
  asLikelyDegrees,
  findProjection,
  type Project,
  projectionOfWkt,
} from './projection.ts';
import { type Table, tableLimits, TableProblem } from './table.ts';
import { readGeoPackageGeometry } from './wkb.ts';

const wgs84 = 4326;

function projectionOf(file: GeoPackage, srsId: number): Project {
  if (srsId === wgs84) return asDegrees;
  // −1 and 0 are the standard's own: undefined, in metres and in degrees.
  if (srsId === -1 || srsId === 0) return asLikelyDegrees;
  const reference = findSpatialReference(file, srsId);
  if (!reference) throw new TableProblem('table_projection_unknown', { value: `srs_id ${srsId}` });
  const { organization, organizationId, definition } = reference;
  const isEpsg = typeof organization === 'string' && organization.toUpperCase() === 'EPSG';
  const known = isEpsg ? findProjection(Number(organizationId)) : null;
  return known ?? projectionOfWkt(String(definition));
}

function readLayer(
  file: GeoPackage,
  { table, geometryColumn, srsId }: FeatureLayer,
  budget: FeatureBudget,
): Table | null {
  const columns = listColumns(file, table);
  const geometryAt = columns.indexOf(geometryColumn);
  if (geometryAt < 0) throw new TableProblem('table_damaged', { value: table.slice(0, 200) });
  if (columns.length > tableLimits.columns)
    throw new TableProblem('table_too_many_columns', { column: columns.length });
  const builder = createFeatureTable(table.slice(0, 200), budget, projectionOf(file, srsId));
  let number = 0;
  for (const values of iterateRows(file, table, columns)) {
    number += 1;
    const cell = values[geometryAt];
    const geometry = cell instanceof Uint8Array ? readGeoPackageGeometry(cell) : null;
    const properties = values.flatMap((value, column) =>
      column === geometryAt ? [] : [[columns[column] ?? '', valueText(value)] as const],
    );
    builder.add(number, properties, geometry);
  }
  return builder.finish();
}

/**
 * A table for each layer, named by it. Columns are the layer's own, its number (`fid` as a rule)
 * among them. Rows count from 1 in the file's order. Throws TableProblem.
 */
export function readGeoPackage(bytes: Uint8Array): Table[] {
  let file: GeoPackage | null = null;
  try {
    file = openGeoPackage(bytes);
    const opened = file;
    const layers = listFeatureLayers(file, tableLimits.sheets);
    if (layers === null) throw new TableProblem('table_unknown_format');
    if (layers.length > tableLimits.sheets)
      throw new TableProblem('table_too_many_sheets', { value: String(layers.length) });
    const budget = createFeatureBudget();
    return layers.flatMap((layer) => readLayer(opened, layer, budget) ?? []);
  } catch (error) {
    if (error instanceof SqliteError)
      throw new TableProblem('table_damaged', { value: error.message.slice(0, 200) });
    throw error;
  } finally {
    file?.close();
  }
}
