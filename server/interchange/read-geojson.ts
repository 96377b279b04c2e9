// Reads GeoJSON (RFC 7946, the older `crs` member too): a collection, one feature, a bare geometry, or
// one feature a line. Its nesting is counted before the parser sees it.
import { decodeText } from './decode-text.ts';
import { valueText } from './cell-text.ts';
import { type FoundGeometry, isRecord } from './feature-geometry.ts';
import { createFeatureBudget, createFeatureTable, type Property } from './feature-table.ts';
import { asDegrees, findProjection, type Project } from './projection.ts';
import { type Table, tableLimits, TableProblem } from './table.ts';

const code = {
  quote: 34,
  comma: 44,
  list: 91,
  backslash: 92,
  listEnd: 93,
  object: 123,
  objectEnd: 125,
};
/** What stands before each record of a GeoJSON text sequence (RFC 8142). */
export const recordMark = '\u001e';

/** What V8 takes at least for a list or object, and for one more value in it. */
const weightBytes = { container: 64, value: 16 };
/** A million points weigh 110 MB. Beyond that the parser, which nothing can stop, would fill the memory. */
const mostBytes = 130_000_000;

/** Throws TableProblem where lists and objects are nested too deeply, or are too many to be parsed. */
function checkNesting(text: string): void {
  let depth = 0;
  let weight = 0;
  let isText = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (isText) {
      if (sign === code.backslash) at += 1;
      else if (sign === code.quote) isText = false;
    } else if (sign === code.quote) isText = true;
    else if (sign === code.comma) weight += weightBytes.value;
    else if (sign === code.list || sign === code.object) {
      depth += 1;
      weight += weightBytes.container;
      if (depth > tableLimits.depth) throw new TableProblem('table_too_deep');
    } else if (sign === code.listEnd || sign === code.objectEnd) depth -= 1;
  }
  if (weight > mostBytes) throw new TableProblem('table_too_heavy');
}

function parse(text: string, row?: number): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new TableProblem('table_damaged', {
      ...(row !== undefined && { row }),
      value: String(error).slice(0, 200),
    });
  }
}

/** A line by itself is whole: one feature a line. Pretty-printed JSON opens a bracket and stops. */
function hasFeaturePerLine(text: string): boolean {
  const end = text.indexOf('\n');
  if (text.startsWith(recordMark)) return true;
  if (end < 0 || text.slice(end).trim() === '') return false;
  try {
    const first: unknown = JSON.parse(text.slice(0, end));
    return isRecord(first) && first.type === 'Feature';
  } catch {
    return false;
  }
}

function listLines(text: string): unknown[] {
  return text.split('\n').flatMap((line, index) => {
    const plain = line.replaceAll(recordMark, '').trim();
    return plain === '' ? [] : [parse(plain, index + 1)];
  });
}

/** The features of a whole document; throws where it is JSON, but not GeoJSON. */
function listFeatures(root: unknown): unknown[] {
  if (isRecord(root) && root.type === 'FeatureCollection' && Array.isArray(root.features))
    return root.features;
  if (isRecord(root) && root.type === 'Feature') return [root];
  const isGeometry = isRecord(root) && ('coordinates' in root || 'geometries' in root);
  if (!isGeometry) throw new TableProblem('table_unknown_format');
  return [{ type: 'Feature', geometry: root }];
}

/** By the `crs` member, which RFC 7946 took away and older programs still write. */
function projectionOf(root: unknown): Project {
  const crs = isRecord(root) ? root.crs : undefined;
  if (crs === undefined || crs === null) return asDegrees;
  const properties = isRecord(crs) && isRecord(crs.properties) ? crs.properties : {};
  const name = valueText(properties.name);
  if (/CRS:?:?84$/i.test(name)) return asDegrees;
  const number = /EPSG:[\d.]*:?(\d+)$/i.exec(name)?.[1];
  const project = findProjection(Number(number));
  if (project) return project;
  throw new TableProblem('table_projection_unknown', { value: (name || '?').slice(0, 100) });
}

function listProperties({ id, properties }: Record<string, unknown>): Property[] {
  const own = isRecord(properties) ? Object.entries(properties) : [];
  const hasId = own.some(([name]) => name === 'id');
  const named: [string, unknown][] = id === undefined || hasId ? own : [['id', id], ...own];
  return named.map(([name, value]) => [name, valueText(value)]);
}

/**
 * Columns: `id` where features have one, then their properties; nested ones as JSON. Numbers with at
 * most 15 figures. Throws TableProblem.
 */
export function readGeoJson(bytes: Uint8Array): Table[] {
  const text = decodeText(bytes);
  if (text === null) throw new TableProblem('table_unknown_format');
  checkNesting(text);
  const root = hasFeaturePerLine(text) ? null : parse(text);
  const features = root === null ? listLines(text) : listFeatures(root);
  const builder = createFeatureTable(null, createFeatureBudget(), projectionOf(root));
  for (const [index, feature] of features.entries()) {
    if (!isRecord(feature)) throw new TableProblem('table_damaged', { row: index + 1 });
    const { geometry } = feature;
    const found = isRecord(geometry) ? (geometry as FoundGeometry) : null;
    builder.add(index + 1, listProperties(feature), found);
  }
  const table = builder.finish();
  return table ? [table] : [];
}
