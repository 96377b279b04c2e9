// The geometry engine: GEOS compiled to WebAssembly, behind functions on plain coordinates.
// All memory it takes in WASM is freed here, also when an operation fails. Synchronous; loading
// the engine (40 ms) happens once, when this module is first imported.
//
// Every overlay works on a grid of 1e-6 degrees (0.1 m): results come out rounded and valid, and
// two operations that cut the same edge with the same line get the same point, so that shared
// edges stay shared.
import initGeosJs from 'geos-wasm';

export type Point = [number, number];
/** Closed: the first point again at the end. */
export type Ring = Point[];
/** MultiPolygon coordinates, [lng, lat]: polygons of rings, the outer ring first. */
export type Multi = Ring[][];

/** The grid's step in degrees; boundaries are stored with as many decimals. */
export const gridDegrees = 1e-6;
const gridPerDegree = 1e6;

/** An operation that GEOS refused, with its message. */
export class GeometryError extends Error {}

let lastMessage = '';
const geos = await initGeosJs({
  errorHandler: (message) => {
    lastMessage = message;
  },
  noticeHandler: () => undefined,
});
const { Module } = geos;
const typePolygon = 3;
const typeMultiPolygon = 6;
const typeCollection = 7;
const scratch = Module._malloc(16);

/** A geometry in WASM memory. */
type Handle = number;

function checked(handle: Handle): Handle {
  if (handle === 0) throw new GeometryError(lastMessage || 'the geometry engine failed');
  return handle;
}

function collect(type: number, parts: Handle[]): Handle {
  const array = Module._malloc(Math.max(parts.length, 1) * 4);
  Module.HEAPU32.set(parts, array / 4);
  const handle = geos.GEOSGeom_createCollection(type, array, parts.length);
  Module._free(array);
  return checked(handle);
}

function writeRing(ring: Ring): Handle {
  const buffer = Module._malloc(Math.max(ring.length, 1) * 16);
  const view = Module.HEAPF64;
  let at = buffer / 8;
  for (const [x, y] of ring) {
    view[at] = x;
    view[at + 1] = y;
    at += 2;
  }
  const sequence = geos.GEOSCoordSeq_copyFromBuffer(buffer, ring.length, 0, 0);
  Module._free(buffer);
  return checked(geos.GEOSGeom_createLinearRing(checked(sequence)));
}

function writePolygon(rings: Ring[]): Handle {
  const [shell = [], ...holes] = rings;
  const outer = writeRing(shell);
  const inner = holes.map(writeRing);
  const array = Module._malloc(Math.max(inner.length, 1) * 4);
  Module.HEAPU32.set(inner, array / 4);
  const handle = geos.GEOSGeom_createPolygon(outer, array, inner.length);
  Module._free(array);
  return checked(handle);
}

/** Checked before anything is written, so that nothing is left in WASM memory. */
function checkRings(multi: Multi): void {
  for (const ring of multi.flat()) {
    const [first, last] = [ring[0], ring.at(-1)];
    const closed = first && last && first[0] === last[0] && first[1] === last[1];
    if (ring.length < 4 || !closed) throw new GeometryError('a ring is open or too short');
  }
}

/** Throws GeometryError on rings that are open or have fewer than four points. */
function write(multi: Multi): Handle {
  checkRings(multi);
  const [only] = multi;
  if (multi.length === 1 && only) return writePolygon(only);
  return collect(typeMultiPolygon, multi.map(writePolygon));
}

const onGrid = (degrees: number) => Math.round(degrees * gridPerDegree) / gridPerDegree;

function readRing(handle: Handle): Ring {
  const sequence = geos.GEOSGeom_getCoordSeq(handle);
  geos.GEOSCoordSeq_getSize(sequence, scratch);
  const size = Module.HEAPU32[scratch / 4] ?? 0;
  const buffer = Module._malloc(Math.max(size, 1) * 16);
  geos.GEOSCoordSeq_copyToBuffer(sequence, buffer, 0, 0);
  const view = Module.HEAPF64.subarray(buffer / 8, buffer / 8 + size * 2);
  const ring: Ring = [];
  for (let i = 0; i < view.length; i += 2)
    ring.push([onGrid(view[i] ?? 0), onGrid(view[i + 1] ?? 0)]);
  Module._free(buffer);
  return ring;
}

/** The polygons of any geometry; lines and points that an overlay leaves behind are dropped. */
function read(handle: Handle): Multi {
  const type = geos.GEOSGeomTypeId(handle);
  if (type === typePolygon) {
    if (geos.GEOSisEmpty(handle) === 1) return [];
    const rings = [readRing(geos.GEOSGetExteriorRing(handle))];
    const holes = geos.GEOSGetNumInteriorRings(handle);
    for (let i = 0; i < holes; i += 1) rings.push(readRing(geos.GEOSGetInteriorRingN(handle, i)));
    return [rings];
  }
  if (type !== typeMultiPolygon && type !== typeCollection) return [];
  const count = geos.GEOSGetNumGeometries(handle);
  return Array.from({ length: count }, (_, i) => read(geos.GEOSGetGeometryN(handle, i))).flat();
}

/** Runs `operation` on the geometries in WASM memory and frees them, and its result, after. */
function run(inputs: Multi[], operation: (...handles: Handle[]) => Handle): Multi {
  lastMessage = '';
  const handles: Handle[] = [];
  let result: Handle = 0;
  try {
    for (const input of inputs) handles.push(write(input));
    result = checked(operation(...handles));
    return read(result);
  } finally {
    if (result !== 0) geos.GEOSGeom_destroy(result);
    for (const handle of handles) geos.GEOSGeom_destroy(handle);
  }
}

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
    const reason = Module.UTF8ToString(text);
    geos.GEOSFree(text);
    return reason;
  } finally {
    geos.GEOSGeom_destroy(handle);
  }
}

/** An area kept in WASM memory to be asked often; call `free` when done. */
export type PreparedArea = {
  contains(area: Multi): boolean;
  containsPoint(point: Point): boolean;
  intersects(area: Multi): boolean;
  /** As `intersection`, without writing this area again. */
  intersection(area: Multi): Multi;
  free(): void;
};

/** Prepares a valid area for many questions. The caller frees it. */
export function prepareArea(area: Multi): PreparedArea {
  const handle = write(area);
  const prepared = checked(geos.GEOSPrepare(handle));
  const ask = (other: Multi, question: (otherHandle: Handle) => number) => {
    const otherHandle = write(other);
    const answer = question(otherHandle);
    geos.GEOSGeom_destroy(otherHandle);
    return answer === 1;
  };
  return {
    contains: (other) => ask(other, (x) => geos.GEOSPreparedContains(prepared, x)),
    containsPoint: ([x, y]) => geos.GEOSPreparedContainsXY(prepared, x, y) === 1,
    intersects: (other) => ask(other, (x) => geos.GEOSPreparedIntersects(prepared, x)),
    intersection: (other) =>
      run([other], (x = 0) => geos.GEOSIntersectionPrec(x, handle, gridDegrees)),
    free: () => {
      geos.GEOSPreparedGeom_destroy(prepared);
      geos.GEOSGeom_destroy(handle);
    },
  };
}
