// Areas as WKB (well-known binary, OGC 06-103r4): how coverage is stored, because reading it back as
// JSON takes as long as merging it. Little-endian, [lng, lat], Polygon and MultiPolygon only. Pure.
import type { Multi, Point, Ring, Wkb } from './geos-engine.ts';

const littleEndian = 1;
const typePolygon = 3;
const typeMultiPolygon = 6;
const head = 5;
const pointBytes = 16;

function polygonBytes(rings: readonly Ring[]): number {
  return rings.reduce((sum, ring) => sum + 4 + ring.length * pointBytes, head + 4);
}

/** MultiPolygon coordinates, which must be closed rings, as WKB. */
export function toWkb(area: Multi): Wkb {
  const bytes = new Uint8Array(area.reduce((sum, rings) => sum + polygonBytes(rings), head + 4));
  const view = new DataView(bytes.buffer);
  let at = 0;
  const putCount = (count: number) => {
    view.setUint32(at, count, true);
    at += 4;
  };
  const putHead = (type: number) => {
    view.setUint8(at, littleEndian);
    at += 1;
    putCount(type);
  };
  putHead(typeMultiPolygon);
  putCount(area.length);
  for (const rings of area) {
    putHead(typePolygon);
    putCount(rings.length);
    for (const ring of rings) {
      putCount(ring.length);
      for (const [lng, lat] of ring) {
        view.setFloat64(at, lng, true);
        view.setFloat64(at + 8, lat, true);
        at += pointBytes;
      }
    }
  }
  return bytes;
}

/** The coordinates of a Polygon or MultiPolygon; throws RangeError on anything else. */
export function fromWkb(wkb: Wkb): Multi {
  const view = new DataView(wkb.buffer, wkb.byteOffset, wkb.byteLength);
  let at = 0;
  const takeCount = () => {
    const count = view.getUint32(at, true);
    at += 4;
    return count;
  };
  const takeType = () => {
    if (view.getUint8(at) !== littleEndian) throw new RangeError('WKB is not little-endian');
    at += 1;
    return takeCount();
  };
  const takePoint = (): Point => {
    const point: Point = [view.getFloat64(at, true), view.getFloat64(at + 8, true)];
    at += pointBytes;
    return point;
  };
  const takePolygon = (): Ring[] =>
    Array.from({ length: takeCount() }, () => Array.from({ length: takeCount() }, takePoint));
  const type = takeType();
  if (type === typePolygon) return [takePolygon()].filter((rings) => rings.length > 0);
  if (type !== typeMultiPolygon) throw new RangeError(`WKB type ${type} is no area`);
  return Array.from({ length: takeCount() }, () => {
    takeType();
    return takePolygon();
  });
}
