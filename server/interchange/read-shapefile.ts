// Reads zipped Shapefiles: every .shp of the archive with the .dbf, .prj and .cpg of the same name is
// a table. The archive is checked first.
import { type ArchiveLimits, checkArchive, listEntries } from './archive.ts';
import { openDbf } from './dbf-records.ts';
import { createFeatureBudget, createFeatureTable, type FeatureBudget } from './feature-table.ts';
import { asLikelyDegrees, projectionOfWkt } from './projection.ts';
import { listShapes } from './shp-shapes.ts';
import { type Table, tableLimits, TableProblem } from './table.ts';

export const shapefileLimits: ArchiveLimits = {
  entries: 500,
  totalBytes: 100_000_000,
  entryBytes: 60_000_000,
  // A .dbf is mostly spaces.
  ratio: 500,
  ratioFromBytes: 10_000_000,
};
/** Of what is kept in memory at once. */
const keptBytes = 60_000_000;
const keptParts = /\.(shp|dbf|prj|cpg)$/i;
const strayParts = /(^|\/)(\._|__MACOSX\/)/;

export const isShpName = (name: string) => /\.shp$/i.test(name) && !strayParts.test(name);
const isKept = (name: string) => keptParts.test(name) && !strayParts.test(name);

type Layer = { name: string; find: (extension: string) => Uint8Array | undefined };

function listLayers(parts: ReadonlyMap<string, Uint8Array>): Layer[] {
  const byName = new Map([...parts].map(([name, bytes]) => [name.toLowerCase(), bytes]));
  return [...parts.keys()].filter(isShpName).map((name) => {
    const base = name.slice(0, -'.shp'.length);
    return {
      name: base.slice(base.lastIndexOf('/') + 1),
      find: (extension) => byName.get(`${base}${extension}`.toLowerCase()),
    };
  });
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function readLayer({ name, find }: Layer, budget: FeatureBudget): Table | null {
  const [shp, dbf, prj, cpg] = ['.shp', '.dbf', '.prj', '.cpg'].map(find);
  if (!shp) return null;
  const project = prj ? projectionOfWkt(textOf(prj)) : asLikelyDegrees;
  const builder = createFeatureTable(name, budget, project);
  const attributes = dbf ? openDbf(dbf, cpg ? textOf(cpg) : '') : null;
  let index = 0;
  for (const shape of listShapes(shp)) {
    if (attributes && index >= attributes.recordCount)
      throw new TableProblem('table_damaged', { row: index + 1, value: `${name}.dbf` });
    const values = attributes ? attributes.read(index) : [];
    index += 1;
    if (values === null) continue;
    const names = attributes?.fields ?? [];
    const cells = values.map((value, field) => [names[field]?.name ?? '', value] as const);
    builder.add(index, cells, shape);
  }
  return builder.finish();
}

/**
 * A table for each layer, named by its file. Columns are the .dbf's fields (names of at most ten
 * letters). Without a .prj the coordinates have to be degrees in Indonesia's surroundings. Throws
 * TableProblem, and ArchiveProblem of the archive.
 */
export async function readShapefile(bytes: Uint8Array): Promise<Table[]> {
  const entries = listEntries(bytes, shapefileLimits).filter(({ name }) => isKept(name));
  const total = entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  if (total > keptBytes) throw new TableProblem('table_unpacks_too_large');
  const parts = await checkArchive(bytes, shapefileLimits, ({ name }) => isKept(name));
  const layers = listLayers(parts);
  if (layers.length > tableLimits.sheets)
    throw new TableProblem('table_too_many_sheets', { value: String(layers.length) });
  const budget = createFeatureBudget();
  return layers.flatMap((layer) => readLayer(layer, budget) ?? []);
}
