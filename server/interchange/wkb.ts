// Geometry as GeoPackage keeps it: a header, then well-known binary (OGC 06-103r4; also the flags of
// EWKB for heights). Bytes in, GeoJSON's types out; believes no count.
import type { FoundGeometry } from './feature-geometry.ts';

const flag = { height: 0x80_00_00_00, measure: 0x40_00_00_00, reference: 0x20_00_00_00 };
const types = [
  '',
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
  'GeometryCollection',
];
const deepest = 20;

/** What the row is taken for when its bytes are no geometry. */
const broken: FoundGeometry = { type: 'broken' };

function createReader(view: DataView, start: number) {
  let at = start;

  /** A count of things of at least so many bytes each, which therefore have to fit. */
  function readCount(isLittle: boolean, bytesEach: number): number {
    const count = view.getUint32(at, isLittle);
    at += 4;
    if (count * bytesEach > view.byteLength - at) throw new RangeError('count');
    return count;
  }

  function readPoint(isLittle: boolean, numbers: number): [number, number] {
    const point: [number, number] = [
      view.getFloat64(at, isLittle),
      view.getFloat64(at + 8, isLittle),
    ];
    at += 8 * numbers;
    return point;
  }

  function readPoints(isLittle: boolean, numbers: number): [number, number][] {
    const count = readCount(isLittle, 8 * numbers);
    return Array.from({ length: count }, () => readPoint(isLittle, numbers));
  }

  function read(depth: number): FoundGeometry {
    if (depth > deepest) throw new RangeError('depth');
    const isLittle = view.getUint8(at) === 1;
    const written = view.getUint32(at + 1, isLittle);
    at += (written & flag.reference) === 0 ? 5 : 9;
    const code = written & 0xff_ff;
    const dimension = Math.floor(code / 1000);
    const hasHeight = (written & flag.height) !== 0 || dimension === 1 || dimension === 3;
    const hasMeasure = (written & flag.measure) !== 0 || dimension === 2 || dimension === 3;
    const numbers = 2 + Number(hasHeight) + Number(hasMeasure);
    const type = types[code % 1000] ?? '';
    if (type === 'Point') {
      const point = readPoint(isLittle, numbers);
      // Well-known binary has no empty point: not-a-number stands for it.
      return { type, coordinates: point.every(Number.isNaN) ? [] : point };
    }
    if (type === 'LineString') return { type, coordinates: readPoints(isLittle, numbers) };
    if (type === 'Polygon') {
      const count = readCount(isLittle, 4);
      const rings = Array.from({ length: count }, () => readPoints(isLittle, numbers));
      return { type, coordinates: rings };
    }
    if (type === '') throw new RangeError('type');
    const count = readCount(isLittle, 5);
    const geometries = Array.from({ length: count }, () => read(depth + 1));
    return { type: 'GeometryCollection', geometries };
  }

  return read;
}

/** The header's length by what it says of its box (GeoPackage 1.3, 2.1.3.1.1). */
const boxBytes = [0, 32, 48, 48, 64];

/**
 * The geometry of one GeoPackage cell, in the layer's own system; null where it is empty. Collections
 * stand for all its multiple kinds. Bytes that are none give a geometry of no known type.
 */
export function readGeoPackageGeometry(cell: Uint8Array): FoundGeometry | null {
  const view = new DataView(cell.buffer, cell.byteOffset, cell.byteLength);
  try {
    const isMarked = view.getUint8(0) === 0x47 && view.getUint8(1) === 0x50;
    const flags = view.getUint8(3);
    const box = boxBytes[(flags >> 1) & 7];
    if (!isMarked || box === undefined) return broken;
    if ((flags & 16) !== 0) return null;
    return createReader(view, 8 + box)(0);
  } catch (error) {
    if (error instanceof RangeError) return broken;
    throw error;
  }
}
