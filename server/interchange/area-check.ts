// Is this an area that can be filed, and if not quite, can it be mended? Pure, but hostile shapes cost it
// seconds: meant for a worker thread (area-checker.ts). Whose coverage an area is, is not its business.
import { multiPolygon, simplify } from '@turf/turf';
import Flatbush from 'flatbush';
import { isInIndonesia } from '../regions/coordinates.ts';
import { GeometryError, findInvalidReason, makeValid, union } from '../regions/geos.ts';
import type { Multi, Point, Ring } from '../regions/geos.ts';

/** Why an area is refused, or how it was mended; `web/i18n/<language>` has a text for each. */
export const areaProblems = [
  'geometry_mended',
  'geometry_empty',
  'ring_open',
  'ring_too_short',
  'geometry_too_detailed',
  'geometry_tangled',
  'geometry_broken',
  'geometry_too_slow',
  'position_outside_indonesia',
] as const;
export type AreaProblem = (typeof areaProblems)[number];

export type AreaFinding = { code: AreaProblem; value: string; isRefused: boolean };

export type CheckedArea = {
  type: 'MultiPolygon';
  /** Valid, closed, 6 decimals; [] when it is refused. */
  coordinates: Multi;
  /** A few hundred corners of it, to be drawn. */
  outline: Multi;
  finding: AreaFinding | null;
};

/** What becomes of a row's geometry before the row is read. */
export type CheckedGeometry = { type: 'Point'; coordinates: Point } | CheckedArea;

/** Far above an honest polygon of a province's coast, far below what stops the engine. */
const maxPoints = 200_000;
/** An honest drawing crosses itself a few times; mending costs memory for each. */
const maxCrossings = 2_000;
const outlinePoints = 300;

const round = (degrees: number, perDegree: number) => Math.round(degrees * perDegree) / perDegree;
const roundMulti = (multi: Multi, perDegree: number): Multi =>
  multi.map((rings) =>
    rings.map((ring) => ring.map(([x, y]): Point => [round(x, perDegree), round(y, perDegree)])),
  );

const isSame = (a: Point | undefined, b: Point | undefined) =>
  a?.[0] === b?.[0] && a?.[1] === b?.[1];
const shown = (point: Point | undefined) => (point ? `${point[1]}, ${point[0]}` : '');

function refuse(code: AreaProblem, value: string): AreaFinding {
  return { code, value: value.slice(0, 200), isRefused: true };
}

/** What can be told without the geometry engine. */
function findPlainProblem(multi: Multi): AreaFinding | null {
  const rings = multi.flat();
  const points = rings.reduce((sum, ring) => sum + ring.length, 0);
  if (points === 0) return refuse('geometry_empty', '');
  if (points > maxPoints) return refuse('geometry_too_detailed', String(points));
  for (const ring of rings) {
    if (ring.length < 4) return refuse('ring_too_short', String(ring.length));
    if (!isSame(ring[0], ring.at(-1))) return refuse('ring_open', shown(ring[0]));
    const outside = ring.find((point) => !isInIndonesia(point));
    if (outside) return refuse('position_outside_indonesia', shown(outside));
  }
  return null;
}

type Segment = readonly [Point, Point];

/** Whether two segments cross, shared ends left out. */
function isCrossing([a, b]: Segment, [c, d]: Segment): boolean {
  const side = ([px, py]: Point, [qx, qy]: Point, [rx, ry]: Point) =>
    Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Whether the rings cross more often than an honest drawing: counted only as far as that. */
function isTangled(multi: Multi): boolean {
  const segments = multi
    .flat()
    .flatMap((ring) => ring.slice(1).map((to, index): Segment => [ring[index] ?? to, to]));
  const index = new Flatbush(segments.length);
  for (const [[ax, ay], [bx, by]] of segments)
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  index.finish();
  let crossings = 0;
  for (const [at, segment] of segments.entries()) {
    const [[ax, ay], [bx, by]] = segment;
    index.search(
      Math.min(ax, bx),
      Math.min(ay, by),
      Math.max(ax, bx),
      Math.max(ay, by),
      (other) => {
        const found = segments[other];
        if (other > at && found && isCrossing(segment, found)) crossings += 1;
        return false;
      },
    );
    if (crossings > maxCrossings) return true;
  }
  return false;
}

/** One polygon after the other, and then together: where two of a feature overlap, both cover. */
function mend(multi: Multi): Multi {
  return union(
    multi.flatMap((polygon) => {
      const valid = makeValid([polygon]);
      return valid.length > 0 ? [valid] : [];
    }),
  );
}

/** Evenly thinned, for shapes that cannot be simplified. */
function thin(multi: Multi): Multi {
  const step = Math.max(1, Math.ceil(multi.flat(2).length / outlinePoints));
  const rings = multi.flat().slice(0, outlinePoints);
  return rings.map((ring) => {
    const kept = ring.filter((_, index) => index % step === 0);
    const [first] = kept;
    return [first ? [...kept, first] : kept];
  });
}

function extentOf(ring: Ring): number {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return Math.max(east - west, north - south, 0);
}

/** A few hundred corners; what is too small to be seen beside the rest is left out. */
function outlineOf(multi: Multi): Multi {
  const extents = multi.map(([shell = []]) => extentOf(shell));
  const largest = Math.max(...extents, 0);
  let tolerance = largest / outlinePoints;
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const least = tolerance * 3;
    const seen = multi
      .filter((_, index) => (extents[index] ?? 0) >= Math.min(least, largest))
      .map(([shell = [], ...holes]) => [shell, ...holes.filter((hole) => extentOf(hole) >= least)]);
    const { geometry } = simplify(multiPolygon(seen), { tolerance });
    const outline = geometry.coordinates as Multi;
    if (outline.flat(2).length <= outlinePoints) return roundMulti(outline, 1e5);
    tolerance *= 2;
  }
  return roundMulti(thin(multi), 1e5);
}

function refused(multi: Multi, finding: AreaFinding): CheckedArea {
  const seen = multi.map((rings) => rings.filter((ring) => ring.length > 2));
  const outline = roundMulti(thin(seen), 1e5).filter(([ring = []]) => ring.length > 3);
  return { type: 'MultiPolygon', coordinates: [], outline, finding };
}

/** The area of a row without what the engine may cost: for one whose check took too long. */
export function tooSlow(multi: Multi): CheckedArea {
  return refused(multi, refuse('geometry_too_slow', String(multi.flat(2).length)));
}

/**
 * Checks one MultiPolygon ([lng, lat], WGS 84) as a file has it. Mended: rings that cross themselves,
 * parts that overlap. Refused: open rings, rings of fewer than four points, nothing, outside Indonesia,
 * more than 200,000 points, a tangle. Never throws.
 */
export function checkArea(given: Multi): CheckedArea {
  const plain = findPlainProblem(given);
  if (plain) return refused(given, plain);
  const rounded = roundMulti(given, 1e6);
  try {
    const reason = findInvalidReason(rounded);
    if (reason === null)
      return {
        type: 'MultiPolygon',
        coordinates: rounded,
        outline: outlineOf(rounded),
        finding: null,
      };
    if (isTangled(rounded)) return refused(given, refuse('geometry_tangled', reason));
    const coordinates = mend(rounded);
    if (coordinates.length === 0) return refused(given, refuse('geometry_empty', reason));
    const finding: AreaFinding = { code: 'geometry_mended', value: reason, isRefused: false };
    return { type: 'MultiPolygon', coordinates, outline: outlineOf(coordinates), finding };
  } catch (error) {
    if (error instanceof GeometryError)
      return refused(given, refuse('geometry_broken', error.message));
    throw error;
  }
}
