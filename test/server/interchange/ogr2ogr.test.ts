// Every format as GDAL writes it here and now: the same places must come out of each, to a metre.
// Skipped where ogr2ogr is not installed (Debian: gdal-bin).
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTable } from '../../../server/interchange/read-table.ts';
import { zipBytes } from '../../helpers/features.ts';

/** A program of Debian's, not of a package. */
const program = 'ogr2ogr';
const hasOgr = spawnSync(program, ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'jangkau-ogr-'));
afterAll(() => rmSync(folder, { recursive: true }));

const places = Array.from({ length: 20 }, (_, index) => ({
  kode: `00${index}.10`,
  nama: `Menara Müara ${index} & 'A'`,
  at: [99.2 + index * 0.21, -3.1 + index * 0.17] as const,
}));
const ring = ([lng, lat]: readonly [number, number], size: number) =>
  [[0, 0], [0, size], [size, size], [size, 0], [0, 0]].map(([x = 0, y = 0]) => [lng + x, lat + y]); // prettier-ignore
const collection = (geometry: (at: readonly [number, number]) => object) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: places.map(({ kode, nama, at }) => ({
      type: 'Feature',
      properties: { kode, nama },
      geometry: geometry(at),
    })),
  });
const sources = {
  titik: collection((coordinates) => ({ type: 'Point', coordinates })),
  area: collection((at) => ({
    type: 'Polygon',
    coordinates: [ring(at, 0.1), ring([at[0] + 0.02, at[1] + 0.02], 0.03).toReversed()],
  })),
};
for (const [name, text] of Object.entries(sources))
  writeFileSync(join(folder, `${name}.geojson`), text);

let count = 0;

/** What ogr2ogr writes of a source: one file, or an archive of several. */
function convert(source: string, extension: string, options: string[]): Uint8Array {
  count += 1;
  const out = join(folder, String(count));
  mkdirSync(out);
  const from = join(folder, `${source}.geojson`);
  execFileSync(program, [...options, join(out, `${source}.${extension}`), from], {
    stdio: 'pipe',
  });
  if (extension !== 'shp') return readFileSync(join(out, `${source}.${extension}`));
  return zipBytes(
    Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name))])),
  );
}

const utm = ['EPSG:32647', 'EPSG:32747', 'EPSG:23867', 'EPSG:23877', 'EPSG:9477', 'EPSG:9487'];
const systems = ['EPSG:4326', 'EPSG:4755', 'EPSG:9470', 'EPSG:3857', ...utm];
const inSystems = (format: string, extension: string, more: string[] = []) =>
  systems.map((system): [string, string, string[]] => [
    `${format} ${system}`,
    extension,
    ['-f', format, '-t_srs', system, ...more],
  ]);
const formats: [string, string, string[]][] = [
  ['KML', 'kml', ['-f', 'KML', '-dsco', 'NameField=nama']],
  ['LIBKML', 'kml', ['-f', 'LIBKML']],
  ['KMZ', 'kmz', ['-f', 'LIBKML']],
  ['GeoJSON', 'geojson', ['-f', 'GeoJSON', '-lco', 'RFC7946=YES']],
  ['GeoJSON, one a line', 'geojsonl', ['-f', 'GeoJSONSeq']],
  ['GeoJSON sequence', 'geojsons', ['-f', 'GeoJSONSeq', '-lco', 'RS=YES']],
  ['GeoPackage with heights', 'gpkg', ['-f', 'GPKG', '-dim', 'XYZ']],
  ['GeoPackage with heights and measures', 'gpkg', ['-f', 'GPKG', '-dim', 'XYZM']],
  ['Shapefile with heights', 'shp', ['-f', 'ESRI Shapefile', '-dim', 'XYZ']],
  ['Shapefile in Latin-1', 'shp', ['-f', 'ESRI Shapefile', '-lco', 'ENCODING=ISO-8859-1']],
  ...inSystems('GeoJSON', 'geojson', ['-lco', 'RFC7946=NO']),
  ...inSystems('ESRI Shapefile', 'shp'),
  ...inSystems('GPKG', 'gpkg'),
];

/** A metre, in degrees. */
const metre = 1 / 111_320;
type Numbers = number | Numbers[];

function isNear(read: Numbers, want: Numbers): boolean {
  if (typeof read === 'number') return typeof want === 'number' && Math.abs(read - want) < metre;
  if (!Array.isArray(want) || read.length !== want.length) return false;
  return read.every((part, at) => isNear(part, want[at] ?? []));
}

/** The corner of a ring that lies furthest south-west: rings may begin and turn as they like. */
const cornerOf = (corners: number[][]) =>
  corners.toSorted((a, b) => (a[0] ?? 0) + (a[1] ?? 0) - (b[0] ?? 0) - (b[1] ?? 0))[0] ?? [];

describe.skipIf(!hasOgr)('as ogr2ogr writes it', () => {
  it.each(formats)('%s', async (_name, extension, options) => {
    const [points] = await readTable(convert('titik', extension, options), '');
    const name = points?.header.find((header) => header === 'nama' || header === 'name') ?? '';
    const column = (header: string) =>
      points?.rows.map(({ cells }) => cells[points.header.indexOf(header)]);
    expect(column('kode')).toEqual(places.map(({ kode }) => kode));
    expect(column(name)).toEqual(places.map(({ nama }) => nama));
    const read = points?.rows.map(({ geometry }) => geometry?.coordinates ?? []) ?? [];
    expect(
      isNear(
        read as Numbers,
        places.map(({ at }) => [...at]),
      ),
    ).toBe(true);

    const [areas] = await readTable(convert('area', extension, options), '');
    expect(areas?.rows).toHaveLength(places.length);
    for (const [index, { geometry }] of (areas?.rows ?? []).entries()) {
      if (geometry?.type !== 'MultiPolygon') throw new Error('no area');
      const [lng = 0, lat = 0] = places[index]?.at ?? [];
      const corners = geometry.coordinates.map((rings) => rings.map(cornerOf));
      expect(isNear(corners, [[[lng, lat], [lng + 0.02, lat + 0.02]]]), String(index)).toBe(true); // prettier-ignore
    }
  });
});
