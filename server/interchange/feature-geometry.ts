// What of a feature's geometry is used: one point, or the areas. Believes nothing that a file says of
// itself; mends nothing either (crossed rings are the business of who stores them).
import type { Project } from './projection.ts';
import { type GeometryWord, type RowGeometry, tableLimits, TableProblem } from './table.ts';

/** As GeoJSON names and nests it, in the file's own coordinate system; not believed yet. */
export type FoundGeometry = { type: string; coordinates?: unknown; geometries?: unknown };

type Corner = [number, number];

/** Counts the points of all features of one file together. */
export type PointBudget = { pointsLeft: number };

/** Thrown and caught in here: the numbers are no degrees, or no numbers. */
class BrokenGeometry extends Error {}

type Parts = { points: Corner[]; areas: Corner[][][]; hasLines: boolean };

/** A ring with fewer corners has no area, closed or open. */
const fewestCorners = 3;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new BrokenGeometry();
  return value;
}

function createPartReader(project: Project, budget: PointBudget) {
  function readCorner(value: unknown): Corner {
    const numbers = listOf(value);
    const [east, north] = numbers;
    if (typeof east !== 'number' || typeof north !== 'number') throw new BrokenGeometry();
    budget.pointsLeft -= 1;
    if (budget.pointsLeft < 0) throw new TableProblem('table_too_many_points');
    // A million pairs weigh 70 MB: the file's own are kept where they need no change.
    const corner = project(numbers.length === 2 ? (numbers as Corner) : [east, north]);
    const [lng, lat] = corner;
    // Also false where one is not a number.
    if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) throw new BrokenGeometry();
    return corner;
  }

  function addPoint(parts: Parts, value: unknown): void {
    if (listOf(value).length > 0) parts.points.push(readCorner(value));
  }

  function addArea(parts: Parts, value: unknown): void {
    const [shell, ...holes] = listOf(value).map((ring) => listOf(ring).map(readCorner));
    if (!shell || shell.length < fewestCorners) return;
    parts.areas.push([shell, ...holes.filter(({ length }) => length >= fewestCorners)]);
  }

  function gather(parts: Parts, geometry: unknown, depth: number): void {
    if (depth > tableLimits.depth) throw new TableProblem('table_too_deep');
    if (!isRecord(geometry)) throw new BrokenGeometry();
    const { type, coordinates, geometries } = geometry;
    if (type === 'Point') addPoint(parts, coordinates);
    else if (type === 'MultiPoint') for (const one of listOf(coordinates)) addPoint(parts, one);
    else if (type === 'Polygon') addArea(parts, coordinates);
    else if (type === 'MultiPolygon') for (const one of listOf(coordinates)) addArea(parts, one);
    else if (type === 'LineString' || type === 'MultiLineString') parts.hasLines = true;
    else if (type === 'GeometryCollection')
      for (const one of listOf(geometries)) gather(parts, one, depth + 1);
    else throw new BrokenGeometry();
  }

  return gather;
}

function choose({ points, areas, hasLines }: Parts): [GeometryWord, RowGeometry | null] {
  const [first] = points;
  if (areas.length > 0) return ['area', { type: 'MultiPolygon', coordinates: areas }];
  if (first && points.length === 1) return ['point', { type: 'Point', coordinates: first }];
  if (points.length > 1) return ['points', null];
  return [hasLines ? 'line' : 'none', null];
}

/**
 * The word for a feature's geometry and what of it is used: all its areas, else its only point, else
 * null. Flat ([lng, lat]) and in degrees on WGS 84. Throws TableProblem past a bound, and what
 * `project` throws.
 */
export function toRowGeometry(
  geometry: FoundGeometry | null,
  project: Project,
  budget: PointBudget,
): [GeometryWord, RowGeometry | null] {
  if (geometry === null) return ['none', null];
  const parts: Parts = { points: [], areas: [], hasLines: false };
  try {
    createPartReader(project, budget)(parts, geometry, 0);
  } catch (error) {
    if (error instanceof BrokenGeometry) return ['broken', null];
    throw error;
  }
  return choose(parts);
}
