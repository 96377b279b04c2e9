// Approximate boundaries: every village gets the land that is nearer to its point than to any
// other's (its Thiessen, or Voronoi, cell). Pure: points and land in, cells out, always the same.
// Planar in degrees, which near the equator distorts by less than the points' own errors.
import { Delaunay } from 'd3-delaunay';
import {
  findInvalidReason,
  intersection,
  makeValid,
  type Multi,
  type Point,
  prepareArea,
  type PreparedArea,
  type Ring,
  union,
} from './geos.ts';
import { boundsOf, boundsTouch, disc, multiArea, roundDegrees } from './planar.ts';

/** Radius of the land given to a village whose point lies in the sea of a coarse coastline. */
const islandRadiusM = 1000;
/** First step of the spiral on which coincident points are spread, in degrees (about 220 m). */
const spiralStep = 0.002;
const goldenAngle = Math.PI * (3 - Math.sqrt(5));
/**
 * Points that agree to this many decimals (110 m) are taken to coincide: the source also has rows of
 * made-up points some metres apart, whose cells would be too thin to compute.
 */
const coincidenceDecimals = 3;

/**
 * The points moved apart where several coincide: the first keeps its place, the k-th stands
 * √k steps off on a spiral. Callers list own points before borrowed ones. Same length and order.
 */
export function spreadCoincident(points: readonly Point[]): Point[] {
  const counts = new Map<string, number>();
  return points.map(([lng, lat]) => {
    const key = `${lng.toFixed(coincidenceDecimals)} ${lat.toFixed(coincidenceDecimals)}`;
    const k = counts.get(key) ?? 0;
    counts.set(key, k + 1);
    if (k === 0) return [lng, lat];
    const radius = spiralStep * Math.sqrt(k);
    return [
      roundDegrees(lng + radius * Math.cos(k * goldenAngle)),
      roundDegrees(lat + radius * Math.sin(k * goldenAngle)),
    ];
  });
}

/** Sites so far off that they bound every real cell without coming near any land. */
function frame(points: readonly Point[]): Point[] {
  const [west, south, east, north] = boundsOf([[[...points]]]);
  const [lng, lat] = [(west + east) / 2, (south + north) / 2];
  const far = 5 * Math.max(east - west, north - south, 1);
  return Array.from({ length: 16 }, (_, index) => {
    const angle = (index / 16) * 2 * Math.PI;
    return [lng + far * Math.cos(angle), lat + far * Math.sin(angle)];
  });
}

/** The unclipped cells of `sites`; corners are rounded once, so neighbours have the same ones. */
function createDiagram(sites: readonly Point[], land: Multi): (site: number) => Multi {
  const around = [...sites, ...land.flatMap(([shell = []]) => shell)];
  const delaunay = Delaunay.from([...sites, ...frame(around)]);
  const { circumcenters } = delaunay.voronoi();
  const corners: Point[] = [];
  for (let i = 0; i < circumcenters.length; i += 2) {
    corners.push([roundDegrees(circumcenters[i] ?? 0), roundDegrees(circumcenters[i + 1] ?? 0)]);
  }
  const { halfedges, inedges, triangles } = delaunay;
  return (site) => {
    const ring: Ring = [];
    const start = inedges[site] ?? -1;
    let edge = start;
    do {
      const corner = corners[Math.floor(edge / 3)];
      const last = ring.at(-1);
      if (corner && (!last || last[0] !== corner[0] || last[1] !== corner[1])) ring.push(corner);
      const next = edge % 3 === 2 ? edge - 2 : edge + 1;
      if (triangles[next] !== site) break;
      edge = halfedges[next] ?? -1;
    } while (edge !== start && edge !== -1);
    const [first, last] = [ring[0], ring.at(-1)];
    if (first && last && (first[0] !== last[0] || first[1] !== last[1])) ring.push(first);
    return ring.length < 4 ? [] : [[ring]];
  };
}

type Island = { area: PreparedArea; bounds: ReturnType<typeof boundsOf> };

/** The part of `cell` on the islands. Most cells lie inland and come back as they are. */
function clip(cell: Multi, islands: Island[]): Multi {
  const bounds = boundsOf(cell);
  const near = islands.filter((island) => boundsTouch(island.bounds, bounds));
  if (near.some(({ area }) => area.contains(cell))) return cell;
  return near
    .filter(({ area }) => area.intersects(cell))
    .flatMap(({ area }) => area.intersection(cell));
}

/** Rounding can make a very thin cell cross itself; such a cell is mended. */
function validCell(cell: Multi): Multi {
  return cell.length === 0 || findInvalidReason(cell) === null ? cell : makeValid(cell);
}

/**
 * The cells of the sites whose indexes are `wanted`, in that order: MultiPolygon coordinates,
 * [lng, lat], 6 decimals, disjoint, neighbours sharing the same corners. All `sites` compete,
 * so give the neighbours' villages too. A site that is not on `land` also gets a disc of 1 km
 * round it, inside its cell; so no cell is empty. Sites must differ (see spreadCoincident).
 */
export function thiessenCells(
  sites: readonly Point[],
  wanted: readonly number[],
  land: Multi,
): Multi[] {
  const cellOf = createDiagram(sites, land);
  const islands = land.map((polygon) => ({
    area: prepareArea([polygon]),
    bounds: boundsOf([polygon]),
  }));
  try {
    return wanted.map((index) => {
      const site = sites[index];
      if (site === undefined) throw new RangeError(`no site ${index}`);
      const cell = validCell(cellOf(index));
      const inside = clip(cell, islands);
      if (multiArea(inside) > 0 && islands.some(({ area }) => area.containsPoint(site))) {
        return inside;
      }
      return union([inside, intersection(cell, disc(site, islandRadiusM))]);
    });
  } finally {
    for (const { area } of islands) area.free();
  }
}
