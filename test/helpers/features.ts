// Makes files of features by hand, also such as no honest program writes: Shapefiles, GeoPackages, KML.
import { crc32, deflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { rawZip } from './workbook.ts';

type Corner = [number, number];

/** An archive of these files. */
export function zipBytes(files: Record<string, Uint8Array | string>): Uint8Array {
  return rawZip(
    Object.entries(files).map(([name, content]) => {
      const bytes = Buffer.from(content);
      const packed = deflateRawSync(bytes);
      return { name, packed, saysUnpacked: bytes.length, crc: crc32(bytes) };
    }),
  );
}

/** The record of a polygon; `starts` says where its rings begin, true or not. */
export function polygonRecord(points: Corner[], starts: number[] = [0]): Buffer {
  const record = Buffer.alloc(44 + 4 * starts.length + 16 * points.length);
  record.writeInt32LE(5, 0);
  record.writeInt32LE(starts.length, 36);
  record.writeInt32LE(points.length, 40);
  for (const [part, start] of starts.entries()) record.writeInt32LE(start, 44 + 4 * part);
  for (const [index, [x, y]] of points.entries()) {
    record.writeDoubleLE(x, 44 + 4 * starts.length + 16 * index);
    record.writeDoubleLE(y, 52 + 4 * starts.length + 16 * index);
  }
  return record;
}

export function pointRecord([x, y]: Corner): Buffer {
  const record = Buffer.alloc(20);
  record.writeInt32LE(1, 0);
  record.writeDoubleLE(x, 4);
  record.writeDoubleLE(y, 12);
  return record;
}

/** An .shp file of these records. */
export function shpFile(records: Buffer[]): Buffer {
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32LE(1000, 28);
  const framed = records.flatMap((record, index) => {
    const frame = Buffer.alloc(8);
    frame.writeInt32BE(index + 1, 0);
    frame.writeInt32BE(record.length / 2, 4);
    return [frame, record];
  });
  return Buffer.concat([header, ...framed]);
}

export type DbfColumn = { name: string; type: string; length: number };

/** A .dbf file; texts are padded to their columns' length. `isDeleted` marks records. */
export function dbfFile(
  columns: DbfColumn[],
  rows: string[][],
  isDeleted: (row: number) => boolean = () => false,
): Buffer {
  const header = Buffer.alloc(32 + 32 * columns.length + 1);
  const recordBytes = columns.reduce((sum, { length }) => sum + length, 1);
  header.writeUInt32LE(rows.length, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(recordBytes, 10);
  for (const [index, { name, type, length }] of columns.entries()) {
    const at = 32 + 32 * index;
    header.write(name, at, 'latin1');
    header.write(type, at + 11, 'latin1');
    header[at + 16] = length;
  }
  header[header.length - 1] = 0x0d;
  const records = rows.flatMap((row, index) => [
    Buffer.from(isDeleted(index) ? '*' : ' '),
    ...row.map((cell, column) => {
      const field = Buffer.alloc(columns[column]?.length ?? 0, ' ');
      field.write(cell, 'latin1');
      return field;
    }),
  ]);
  return Buffer.concat([header, ...records]);
}

export function kmlFile(body: string): Buffer {
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${body}</Document></kml>`,
  );
}

/** A point as a GeoPackage keeps it. */
export function geoPackagePoint([x, y]: Corner): Buffer {
  const cell = Buffer.alloc(29);
  cell.write('GP', 0, 'latin1');
  cell[3] = 1;
  cell[8] = 1;
  cell.writeUInt32LE(1, 9);
  cell.writeDoubleLE(x, 13);
  cell.writeDoubleLE(y, 21);
  return cell;
}

/** A GeoPackage with a layer `menara` in `srsId`; `prepare` may do to it what an honest program would not. */
export function geoPackageFile(
  prepare: (file: InstanceType<typeof Database>) => void = () => undefined,
  srsId = 4326,
): Buffer {
  const file = new Database(':memory:');
  file.exec(`
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,
      organization_coordsys_id INTEGER, definition TEXT);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT,
      srs_id INTEGER, z INTEGER, m INTEGER);
    CREATE TABLE menara (fid INTEGER PRIMARY KEY, geom BLOB, "nama ""baru""" TEXT, kode TEXT,
      tinggi REAL, nomor INTEGER)`);
  file
    .prepare("INSERT INTO gpkg_geometry_columns VALUES ('menara', 'geom', 'POINT', ?, 0, 0)")
    .run(srsId);
  file
    .prepare("INSERT INTO menara VALUES (7, ?, 'Satu', '0013.10', 42.5, 9007199254740993)")
    .run(geoPackagePoint([100.5, -0.5]));
  prepare(file);
  const bytes = file.serialize();
  file.close();
  return bytes;
}
