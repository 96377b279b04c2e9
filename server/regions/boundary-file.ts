// Files of boundaries: finding them under paths, reading GeoJSON, and what a row of any kind is.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { z } from 'zod';

/** A file that cannot be used at all: missing, not JSON, broken SQL. The message names it. */
export class BoundaryFileError extends Error {}

/** One boundary as it stands in a file, unchecked. */
export type BoundaryRow = {
  /** Place in the file, from 1. */
  row: number;
  code: string;
  /** The level that the file claims for the row; null when it says nothing. */
  level: string | null;
  /** Polygon or MultiPolygon coordinates, or whatever stands there. */
  coordinates: unknown;
  /** The order in which the file's format has its axes. */
  axes: 'lnglat' | 'latlng';
};

const extensions = new Set(['.sql', '.geojson', '.json']);

/**
 * The boundary files at `paths`, folders walked, each once, in the order of their names.
 * Throws BoundaryFileError when a path does not exist or no file with boundaries is under it.
 */
export function listBoundaryFiles(paths: readonly string[]): string[] {
  const files = paths.flatMap((path) => {
    if (!existsSync(path)) throw new BoundaryFileError(`${path}: no such file or folder`);
    if (!statSync(path).isDirectory()) return [path];
    const inside = readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && extensions.has(extname(entry.name).toLowerCase()))
      .map((entry) => join(entry.parentPath, entry.name));
    if (inside.length === 0) throw new BoundaryFileError(`${path}: no .sql or .geojson file in it`);
    return inside.toSorted();
  });
  return [...new Set(files)];
}

/** Under which property names files keep the code; compared in lower case, the first wins. */
const codeProperties = [
  'code',
  'kode',
  'kode_desa',
  'kode_kelurahan',
  'kode_kecamatan',
  'kode_kabupaten',
  'kode_wilayah',
  'kdepum',
  'kdcpum',
  'kdpkab',
];

const Feature = z.object({
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z.object({ type: z.string(), coordinates: z.unknown() }).nullish(),
});
const Collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(Feature) });

function textOf(properties: Record<string, unknown>, names: readonly string[]): string | null {
  const lower = new Map(
    Object.entries(properties).map(([key, value]) => [key.toLowerCase(), value]),
  );
  const value = names.map((name) => lower.get(name)).find((found) => found !== undefined);
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : null;
}

/**
 * The features of a GeoJSON FeatureCollection, numbered from 1. A missing code is '', a missing
 * geometry `[]`. Throws BoundaryFileError naming `file` when it is no JSON or no such collection.
 */
export function* readBoundaryGeojson(text: string, file: string): Generator<BoundaryRow> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BoundaryFileError(`${file}: broken JSON: ${reason}`);
  }
  const parsed = Collection.safeParse(content);
  if (!parsed.success) throw new BoundaryFileError(`${file}: no GeoJSON FeatureCollection`);
  for (const [index, { properties, geometry }] of parsed.data.features.entries()) {
    const isArea = geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';
    yield {
      row: index + 1,
      code: textOf(properties ?? {}, codeProperties) ?? '',
      level: textOf(properties ?? {}, ['level']),
      coordinates: geometry && !isArea ? geometry.type : (geometry?.coordinates ?? []),
      axes: 'lnglat',
    };
  }
}
