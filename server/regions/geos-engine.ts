// GEOS compiled to WebAssembly and its memory: loads the engine, carries geometries in and out. What
// they are asked there stands in geos.ts; nobody else holds a handle. Synchronous; loading (40 ms)
// happens once, when this module is first imported.
import initGeosJs from 'geos-wasm';

export type Point = [number, number];
/** Closed: the first point again at the end. */
export type Ring = Point[];
/** MultiPolygon coordinates, [lng, lat]: polygons of rings, the outer ring first. */
export type Multi = Ring[][];
/** An area as little-endian WKB (Polygon or MultiPolygon), [lng, lat]; see wkb.ts. */
export type Wkb = Uint8Array;

/** The grid's step in degrees; boundaries are stored with as many decimals. */
export const gridDegrees = 1e-6;
const gridPerDegree = 1e6;

/** An operation that GEOS refused, with its message. */
export class GeometryError extends Error {}

let lastMessage = '';
export const geos = await initGeosJs({
  errorHandler: (message) => {
    lastMessage = message;
  },
  noticeHandler: () => undefined,
});
const { Module } = geos;
export const typePolygon = 3;
export const typeMultiPolygon = 6;
export const typeCollection = 7;
const scratch = Module._malloc(16);

/** A geometry in WASM memory. */
export type Handle = number;

export function checked(handle: Handle): Handle {
  if (handle === 0) throw new GeometryError(lastMessage || 'the geometry engine failed');
  return handle;
}

/** A collection that takes the parts over: they are freed with it. */
export function collect(type: number, parts: Handle[]): Handle {
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
export function write(multi: Multi): Handle {
  checkRings(multi);
  const [only] = multi;
  if (multi.length === 1 && only) return writePolygon(only);
  return collect(typeMultiPolygon, multi.map(writePolygon));
}

/** Throws GeometryError on what is no WKB. */
export function writeWkb(wkb: Wkb): Handle {
  const buffer = Module._malloc(Math.max(wkb.length, 1));
  Module.HEAPU8.set(wkb, buffer);
  const handle = geos.GEOSGeomFromWKB_buf(buffer, wkb.length);
  Module._free(buffer);
  return checked(handle);
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

/** The polygons of any geometry; they belong to it. Lines and points that overlays leave are dropped. */
export function listPolygons(handle: Handle): Handle[] {
  const type = geos.GEOSGeomTypeId(handle);
  if (type === typePolygon) return geos.GEOSisEmpty(handle) === 1 ? [] : [handle];
  if (type !== typeMultiPolygon && type !== typeCollection) return [];
  const count = geos.GEOSGetNumGeometries(handle);
  return Array.from({ length: count }, (_, i) =>
    listPolygons(geos.GEOSGetGeometryN(handle, i)),
  ).flat();
}

/** The rings of a polygon, the outer one first; they belong to it. */
function listRings(polygon: Handle): Handle[] {
  const holes = geos.GEOSGetNumInteriorRings(polygon);
  return [
    geos.GEOSGetExteriorRing(polygon),
    ...Array.from({ length: holes }, (_, i) => geos.GEOSGetInteriorRingN(polygon, i)),
  ];
}

/** The polygons of any geometry, on the grid. */
export function read(handle: Handle): Multi {
  return listPolygons(handle).map((polygon) => listRings(polygon).map(readRing));
}

const littleEndian = 1;
/** Of WKB: byte order, type and count; a count of points; a point. */
const [headBytes, countBytes, pointBytes] = [9, 4, 16];

/** The polygons of any geometry as a WKB MultiPolygon, not rounded; GEOS' own writer is slower by far. */
export function readWkb(handle: Handle): Wkb {
  const polygons = listPolygons(handle).map(listRings);
  const sizeOf = (ring: Handle) => geos.GEOSGetNumCoordinates(ring) * pointBytes;
  const sizes = polygons.flat().map(sizeOf);
  const total = sizes.reduce((sum, size) => sum + countBytes + size, 0);
  const longest = sizes.reduce((most, size) => Math.max(most, size), 1);
  const bytes = new Uint8Array(total + headBytes * (1 + polygons.length));
  const view = new DataView(bytes.buffer);
  const buffer = Module._malloc(longest);
  let at = 0;
  const putHead = (type: number, count: number) => {
    view.setUint8(at, littleEndian);
    view.setUint32(at + 1, type, true);
    view.setUint32(at + 5, count, true);
    at += headBytes;
  };
  putHead(typeMultiPolygon, polygons.length);
  for (const rings of polygons) {
    putHead(typePolygon, rings.length);
    for (const ring of rings) {
      const size = sizeOf(ring);
      view.setUint32(at, size / pointBytes, true);
      geos.GEOSCoordSeq_copyToBuffer(geos.GEOSGeom_getCoordSeq(ring), buffer, 0, 0);
      bytes.set(Module.HEAPU8.subarray(buffer, buffer + size), at + countBytes);
      at += countBytes + size;
    }
  }
  Module._free(buffer);
  return bytes;
}

/** Square degrees; lines and points have none. */
export function areaOf(handle: Handle): number {
  geos.GEOSArea(handle, scratch);
  return Module.HEAPF64[scratch / 8] ?? 0;
}

/** The result of `operation`; the geometries that it was given are freed, also when it fails. */
export function replace(handles: Handle[], operation: (...handles: Handle[]) => Handle): Handle {
  lastMessage = '';
  try {
    return checked(operation(...handles));
  } finally {
    for (const handle of handles) geos.GEOSGeom_destroy(handle);
  }
}

/** What `take` reads of a geometry, which is freed after. */
export function takeFrom<T>(handle: Handle, take: (handle: Handle) => T): T {
  try {
    return take(handle);
  } finally {
    geos.GEOSGeom_destroy(handle);
  }
}

/** Writes many geometries: all of them or, when one fails, none. */
export function writeAll<T>(inputs: readonly T[], writeOne: (input: T) => Handle): Handle[] {
  const handles: Handle[] = [];
  try {
    for (const input of inputs) handles.push(writeOne(input));
    return handles;
  } catch (error) {
    for (const handle of handles) geos.GEOSGeom_destroy(handle);
    throw error;
  }
}

/** Runs `operation` on the geometries in WASM memory and frees them, and its result, after. */
export function run(inputs: Multi[], operation: (...handles: Handle[]) => Handle): Multi {
  return takeFrom(replace(writeAll(inputs, write), operation), read);
}
