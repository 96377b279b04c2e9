// The geometry engine: GEOS compiled to WebAssembly, behind functions on plain coordinates or on WKB.
// All memory it takes in WASM is freed here, also when an operation fails. Synchronous.
//
// Overlays of coordinates work on a grid of 1e-6 degrees (0.1 m): results come out rounded and valid,
// and two operations that cut the same edge with the same line get the same point, so that shared
// edges stay shared. Merging does without the grid, because that takes five times as long.
import {
  areaOf,
  checked,
  collect,
  geos,
  gridDegrees,
  type Handle,
  listPolygons,
  type Multi,
  type Point,
  readWkb,
  run,
  replace,
  takeFrom,
  typeCollection,
  typeMultiPolygon,
  typePolygon,
  type Wkb,
  write,
  writeAll,
  writeWkb,
} from './geos-engine.ts';
import { fromWkb, toWkb } from './wkb.ts';

export { GeometryError, type Multi, type Point, type Ring, type Wkb } from './geos-engine.ts';

/** What both cover; `[]` when they only touch. Inputs must be valid, else throws GeometryError. */
export function intersection(a: Multi, b: Multi): Multi {
  return run([a, b], (x = 0, y = 0) => geos.GEOSIntersectionPrec(x, y, gridDegrees));
}

/** What `a` covers and `b` does not; `[]` when nothing is left. Throws GeometryError as above. */
export function difference(a: Multi, b: Multi): Multi {
  return run([a, b], (x = 0, y = 0) => geos.GEOSDifferencePrec(x, y, gridDegrees));
}

/** What any of the parts covers; `[]` of no parts. Parts may overlap, each must be valid. */
export function union(parts: Multi[]): Multi {
  const polygons = parts.flat();
  return polygons.length === 0
    ? []
    : run([polygons], (x = 0) => geos.GEOSUnaryUnionPrec(x, gridDegrees));
}

/**
 * A valid area on the grid: self-crossing rings become polygons beside each other, collapsed
 * parts vanish. `[]` when nothing has an area. Throws GeometryError on open or tiny rings.
 */
export function makeValid(area: Multi): Multi {
  return run([area], (x = 0) => {
    const valid = checked(geos.GEOSMakeValid(x));
    const snapped = geos.GEOSGeom_setPrecision(valid, gridDegrees, 0);
    geos.GEOSGeom_destroy(valid);
    return snapped;
  });
}

/** Why the area is not valid, in GEOS' words with the place; null when it is. */
export function findInvalidReason(area: Multi): string | null {
  const handle = write(area);
  try {
    if (geos.GEOSisValid(handle) === 1) return null;
    const text = geos.GEOSisValidReason(handle);
    const reason = geos.Module.UTF8ToString(text);
    geos.GEOSFree(text);
    return reason;
  } finally {
    geos.GEOSGeom_destroy(handle);
  }
}

/** Degrees, WGS 84. */
type Box = { west: number; south: number; east: number; north: number };

/** The polygons of a geometry as one that holds nothing else; takes the geometry over. */
function areasOnly(handle: Handle): Handle {
  const type = geos.GEOSGeomTypeId(handle);
  if (type === typePolygon || type === typeMultiPolygon) return handle;
  const polygons = listPolygons(handle).map((polygon) => checked(geos.GEOSGeom_clone(polygon)));
  geos.GEOSGeom_destroy(handle);
  return collect(typeMultiPolygon, polygons);
}

/** What of a geometry lies in the box; takes the geometry over. */
function clip(handle: Handle, box: Handle): Handle {
  if (geos.GEOSContains(box, handle) === 1) return handle;
  return areasOnly(replace([handle], (x = 0) => geos.GEOSIntersection(x, box)));
}

/** Parts that lie this many times over each other, on average, mostly touch all together. */
const denseFrom = 2;

/**
 * The union of a collection, which is taken over. Groups of parts that touch nothing else are merged one
 * by one, which is faster; but where there is only one group, looking for groups costs half as much again.
 */
function unite(collection: Handle): Handle {
  const boxArea = takeFrom(checked(geos.GEOSEnvelope(collection)), areaOf);
  const isDense = areaOf(collection) > denseFrom * boxArea;
  return replace([collection], (x = 0) =>
    isDense ? geos.GEOSUnaryUnion(x) : geos.GEOSDisjointSubsetUnion(x),
  );
}

/** From so many bytes on (2,000 corners) a part is cut before it is merged: it may lie over a hundred boxes. */
const cutFirstBytes = 32_000;

/**
 * What any of the parts covers, of it only what lies in `box` where one is given, with its area in
 * square degrees; null when that is nothing. Parts must be valid. The same whatever their order. In
 * floating point: rounding the result could cross its rings.
 */
export function mergeWkb(parts: readonly Wkb[], box?: Box): { wkb: Wkb; area: number } | null {
  const sorted = parts.toSorted((a, b) => Buffer.compare(a, b));
  const different = sorted.filter(
    (part, i) => i === 0 || Buffer.compare(part, sorted[i - 1] ?? part) !== 0,
  );
  if (different.length === 0) return null;
  const square = box && geos.GEOSGeom_createRectangle(box.west, box.south, box.east, box.north);
  const cut = (handle: Handle) => (square === undefined ? handle : clip(handle, square));
  try {
    const handles = writeAll(different, (part) =>
      part.length > cutFirstBytes ? cut(writeWkb(part)) : writeWkb(part),
    );
    const [only = 0] = handles;
    const all = handles.length === 1 ? only : unite(collect(typeCollection, handles));
    return takeFrom(cut(all), (merged) => {
      const area = areaOf(merged);
      return area === 0 ? null : { wkb: readWkb(merged), area };
    });
  } finally {
    if (square !== undefined) geos.GEOSGeom_destroy(square);
  }
}

/** As `union`, five times as fast and without the grid: `[]` of no parts. */
export function merge(parts: readonly Multi[]): Multi {
  const merged = mergeWkb(parts.filter((part) => part.length > 0).map(toWkb));
  return merged ? fromWkb(merged.wkb) : [];
}

/** A valid area kept in WASM memory to be asked often; call `free` when done. */
export class PreparedArea {
  readonly #handle: Handle;
  readonly #prepared: number;
  /** Square degrees. */
  readonly area: number;

  /** Throws GeometryError on rings that are open or have fewer than four points. */
  constructor(area: Multi | Wkb) {
    this.#handle = Array.isArray(area) ? write(area) : writeWkb(area);
    this.#prepared = checked(geos.GEOSPrepare(this.#handle));
    this.area = areaOf(this.#handle);
  }

  #ask(other: Multi, question: (handle: Handle) => number): boolean {
    const handle = write(other);
    const answer = question(handle);
    geos.GEOSGeom_destroy(handle);
    return answer === 1;
  }

  contains(area: Multi): boolean {
    return this.#ask(area, (x) => geos.GEOSPreparedContains(this.#prepared, x));
  }

  containsPoint([lng, lat]: Point): boolean {
    return geos.GEOSPreparedContainsXY(this.#prepared, lng, lat) === 1;
  }

  intersects(area: Multi): boolean {
    return this.#ask(area, (x) => geos.GEOSPreparedIntersects(this.#prepared, x));
  }

  /** As the function `intersection`, without writing this area again. */
  intersection(area: Multi): Multi {
    return run([area], (x = 0) => geos.GEOSIntersectionPrec(x, this.#handle, gridDegrees));
  }

  /** Square degrees that both cover. */
  sharedArea(other: PreparedArea): number {
    if (geos.GEOSPreparedIntersects(this.#prepared, other.#handle) !== 1) return 0;
    if (geos.GEOSPreparedContains(this.#prepared, other.#handle) === 1) return other.area;
    return takeFrom(
      replace([], () => geos.GEOSIntersection(this.#handle, other.#handle)),
      areaOf,
    );
  }

  free(): void {
    geos.GEOSPreparedGeom_destroy(this.#prepared);
    geos.GEOSGeom_destroy(this.#handle);
  }
}

/** Prepares a valid area for many questions. The caller frees it. */
export function prepareArea(area: Multi | Wkb): PreparedArea {
  return new PreparedArea(area);
}
