// Is this a boundary one can draw, and if not quite, can it be mended without guessing? Pure
// rules over one geometry; codes, files and storage are boundary-import.ts's business.
import {
  GeometryError,
  findInvalidReason,
  makeValid,
  type Multi,
  type Point,
  type Ring,
} from './geos.ts';
import { multiArea, roundDegrees } from './planar.ts';

export type GeometryProblem =
  | 'unreadable_geometry'
  | 'empty_geometry'
  | 'non_finite_number'
  | 'swapped_axes'
  | 'outside_indonesia'
  | 'open_ring'
  | 'too_few_points'
  | 'self_crossing'
  | 'far_from_point';
export type Finding = {
  problem: GeometryProblem;
  /** The offending value as text: a position, a count, GEOS' reason with its place. */
  value: string;
  action: 'repaired' | 'refused' | 'warned';
};
/** `area` is null exactly when a finding says refused. */
export type CheckedGeometry = { area: Multi | null; findings: Finding[] };

/** Indonesia with its seas in degrees. As longitudes and latitudes never meet, axes cannot be mistaken. */
const [west, south, east, north] = [94.5, -11.5, 141.5, 6.5];
/** Mending a self-crossing may change the area by this share at most; more is another shape. */
const maxAreaChange = 0.01;
/** How far outside its boundary a village's point may lie before someone should look. */
const farKm = 25;
const kmPerDegree = 111.32;

class Refusal extends Error {
  readonly problem: GeometryProblem;
  readonly value: string;

  constructor(problem: GeometryProblem, value: string) {
    super(problem);
    this.problem = problem;
    this.value = value;
  }
}

const isInside = (lng: number, lat: number) =>
  lng >= west && lng <= east && lat >= south && lat <= north;

function readPosition(value: unknown): Point {
  if (!Array.isArray(value) || value.length < 2) {
    throw new Refusal('unreadable_geometry', JSON.stringify(value).slice(0, 60));
  }
  const [a, b] = value as unknown[];
  if (
    typeof a !== 'number' ||
    typeof b !== 'number' ||
    !Number.isFinite(a) ||
    !Number.isFinite(b)
  ) {
    throw new Refusal('non_finite_number', JSON.stringify(value).slice(0, 60));
  }
  return [a, b];
}

function arrayDepth(value: unknown): number {
  return Array.isArray(value) ? 1 + arrayDepth(value[0]) : 0;
}

/** Polygon or MultiPolygon coordinates as a MultiPolygon's. */
function readMulti(coordinates: unknown): Multi {
  if (!Array.isArray(coordinates)) {
    throw new Refusal('unreadable_geometry', String(coordinates).slice(0, 60));
  }
  if (coordinates.flat(3).length === 0) throw new Refusal('empty_geometry', '0');
  const depth = arrayDepth(coordinates);
  if (depth !== 3 && depth !== 4) throw new Refusal('unreadable_geometry', `depth ${depth}`);
  const polygons: unknown[] = depth === 3 ? [coordinates] : coordinates;
  const listOf = (value: unknown): unknown[] => {
    if (Array.isArray(value)) return value;
    throw new Refusal('unreadable_geometry', String(value).slice(0, 60));
  };
  return polygons.map((rings) => listOf(rings).map((ring) => listOf(ring).map(readPosition)));
}

/** As [lng, lat] inside Indonesia, turned round where only that gives sense. */
function orient(multi: Multi, axes: 'lnglat' | 'latlng', findings: Finding[]): Multi {
  const turn = ([a, b]: Point): Point => [b, a];
  const given = axes === 'lnglat' ? multi : mapPoints(multi, turn);
  const outside = given.flat(2).find(([lng, lat]) => !isInside(lng, lat));
  if (outside === undefined) return given;
  if (!given.flat(2).every(([lng, lat]) => isInside(lat, lng))) {
    throw new Refusal('outside_indonesia', outside.join(', '));
  }
  findings.push({ problem: 'swapped_axes', value: outside.join(', '), action: 'repaired' });
  return mapPoints(given, turn);
}

function mapPoints(multi: Multi, map: (point: Point) => Point): Multi {
  return multi.map((rings) => rings.map((ring) => ring.map(map)));
}

const isSame = (a: Point | undefined, b: Point | undefined) =>
  a?.[0] === b?.[0] && a?.[1] === b?.[1];

/** Without repeated points; closed. Null when fewer than three different points are left. */
function closeRing(ring: Ring, findings: Finding[]): Ring | null {
  const points = ring.filter((point, index) => index === 0 || !isSame(point, ring[index - 1]));
  const [first] = points;
  if (!first || points.length < 3) return null;
  if (isSame(first, points.at(-1))) return points.length < 4 ? null : points;
  findings.push({ problem: 'open_ring', value: first.join(', '), action: 'repaired' });
  return [...points, first];
}

/** Polygons whose outer ring collapses vanish, and so do such holes; of nothing left, a refusal. */
function closeRings(multi: Multi, findings: Finding[]): Multi {
  const closed = multi.flatMap(([shell = [], ...holes]) => {
    const outer = closeRing(shell, findings);
    if (outer === null) return [];
    const inner = holes.map((hole) => closeRing(hole, findings));
    return [[outer, ...inner.filter((hole) => hole !== null)]];
  });
  const collapsed = multi.length - closed.length;
  if (closed.length === 0) throw new Refusal('too_few_points', String(multi.flat(2).length));
  if (collapsed > 0) {
    findings.push({ problem: 'too_few_points', value: `${collapsed} parts`, action: 'repaired' });
  }
  return closed;
}

function mendCrossings(multi: Multi, findings: Finding[]): Multi {
  const reason = findInvalidReason(multi);
  if (reason === null) return multi;
  const valid = makeValid(multi);
  const change = Math.abs(multiArea(valid) - multiArea(multi)) / Math.max(multiArea(multi), 1e-12);
  const value = `${reason}; area ±${(change * 100).toFixed(2)} %`;
  if (valid.length === 0 || change > maxAreaChange) throw new Refusal('self_crossing', value);
  findings.push({ problem: 'self_crossing', value, action: 'repaired' });
  return valid;
}

/** Distance in kilometres from `point` to the area, 0 inside; planar, good to a percent. */
export function distanceToAreaKm([lng, lat]: Point, area: Multi): number {
  const scale = Math.cos((lat * Math.PI) / 180);
  let nearest = Infinity;
  let isWithin = false;
  for (const ring of area.flat()) {
    for (let i = 1; i < ring.length; i += 1) {
      const [x1 = 0, y1 = 0] = ring[i - 1] ?? [];
      const [x2 = 0, y2 = 0] = ring[i] ?? [];
      if (y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) {
        isWithin = !isWithin;
      }
      const [ax, ay] = [(x1 - lng) * scale, y1 - lat];
      const [dx, dy] = [(x2 - x1) * scale, y2 - y1];
      const along = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
      nearest = Math.min(nearest, Math.hypot(ax + along * dx, ay + along * dy));
    }
  }
  return isWithin ? 0 : nearest * kmPerDegree;
}

/**
 * Checks and mends one geometry. `coordinates` is what a file holds, in the order `axes` tells;
 * `point` is the gazetteer's own [lng, lat] of the place, null when it has none. The area comes
 * back as MultiPolygon coordinates, [lng, lat], 6 decimals, closed and valid. Repaired: swapped
 * axes, open rings, collapsed parts, self-crossings that change the area by at most 1 %. Never
 * throws; `area` is null when refused.
 */
export function checkGeometry(
  coordinates: unknown,
  axes: 'lnglat' | 'latlng',
  point: Point | null,
): CheckedGeometry {
  const findings: Finding[] = [];
  try {
    const oriented = orient(readMulti(coordinates), axes, findings);
    const rounded = mapPoints(oriented, ([lng, lat]) => [roundDegrees(lng), roundDegrees(lat)]);
    const area = mendCrossings(closeRings(rounded, findings), findings);
    const km = point === null ? 0 : distanceToAreaKm(point, area);
    if (km > farKm) {
      findings.push({ problem: 'far_from_point', value: `${km.toFixed(0)} km`, action: 'warned' });
    }
    return { area, findings };
  } catch (error) {
    if (error instanceof Refusal) {
      const { problem, value } = error;
      return { area: null, findings: [...findings, { problem, value, action: 'refused' }] };
    }
    if (error instanceof GeometryError) {
      const value = error.message;
      return {
        area: null,
        findings: [...findings, { problem: 'self_crossing', value, action: 'refused' }],
      };
    }
    throw error;
  }
}
