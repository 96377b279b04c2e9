// The shapes of an .shp file, one by one. What the header says of lengths is not believed: a record
// that does not fit refuses the file. Knows no attributes and no coordinate system.
import type { FoundGeometry } from './feature-geometry.ts';
import { nestRings } from '../regions/nest-rings.ts';
import { tableLimits, TableProblem } from './table.ts';

export const shpMark = 9994;
const headerBytes = 100;
const recordHeaderBytes = 8;
/** Where the parts begin in a polygon's record: type, box, number of parts, number of points. */
const partsAt = 44;
const boxEnd = 36;

/** Kinds of shapes (technical description, page 4); the further ones add heights and measures. */
const kinds: Record<number, 'null' | 'point' | 'line' | 'polygon' | 'points'> = {
  0: 'null',
  1: 'point',
  11: 'point',
  21: 'point',
  3: 'line',
  13: 'line',
  23: 'line',
  5: 'polygon',
  15: 'polygon',
  25: 'polygon',
  8: 'points',
  18: 'points',
  28: 'points',
};

function readPoints(view: DataView, at: number, count: number): [number, number][] {
  return Array.from({ length: count }, (_, index) => [
    view.getFloat64(at + 16 * index, true),
    view.getFloat64(at + 16 * index + 8, true),
  ]);
}

function readPolygon(view: DataView): FoundGeometry {
  const partCount = view.getInt32(boxEnd, true);
  const pointCount = view.getInt32(boxEnd + 4, true);
  const pointsAt = partsAt + 4 * partCount;
  if (partCount < 0 || pointCount < 0 || pointsAt + 16 * pointCount > view.byteLength)
    throw new RangeError(`${partCount} parts, ${pointCount} points`);
  if (pointCount > tableLimits.points) throw new TableProblem('table_too_many_points');
  const starts = Array.from({ length: partCount }, (_, part) =>
    view.getInt32(partsAt + 4 * part, true),
  );
  const rings = starts.map((start, part) => {
    const end = starts[part + 1] ?? pointCount;
    if (start < 0 || end < start || end > pointCount)
      throw new RangeError(`part from ${start} to ${end} of ${pointCount}`);
    return readPoints(view, pointsAt + 16 * start, end - start);
  });
  return { type: 'MultiPolygon', coordinates: nestRings(rings) };
}

function readShape(view: DataView): FoundGeometry | null {
  const type = view.getInt32(0, true);
  switch (kinds[type]) {
    case 'null':
      return null;
    case 'point':
      return { type: 'Point', coordinates: readPoints(view, 4, 1)[0] };
    case 'line':
      return { type: 'LineString' };
    case 'polygon':
      return readPolygon(view);
    case 'points': {
      const count = Math.min(view.getInt32(boxEnd, true), 2);
      return { type: 'MultiPoint', coordinates: readPoints(view, boxEnd + 4, count) };
    }
    default:
      return { type: `shape ${type}` };
  }
}

/**
 * The shapes in the file's order; null where a record has none. In the file's own coordinate system,
 * heights dropped. Of many points in one shape two are given. Throws TableProblem with the record.
 */
export function* listShapes(bytes: Uint8Array): Generator<FoundGeometry | null> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < headerBytes || view.getInt32(0) !== shpMark)
    throw new TableProblem('table_damaged', { value: '.shp' });
  let row = 0;
  for (let at = headerBytes; at < view.byteLength;) {
    row += 1;
    try {
      // In words of two bytes.
      const length = 2 * view.getInt32(at + 4);
      // A record needs its type: a length below that would never move on.
      if (length < 4) throw new RangeError(`${length} bytes`);
      const start = bytes.byteOffset + at + recordHeaderBytes;
      if (at + recordHeaderBytes + length > view.byteLength)
        throw new RangeError(`${length} bytes`);
      yield readShape(new DataView(bytes.buffer, start, length));
      at += recordHeaderBytes + length;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new TableProblem('table_damaged', {
        row,
        value: `.shp: ${error.message}`.slice(0, 200),
      });
    }
  }
}
