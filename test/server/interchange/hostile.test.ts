// Files of features made to harm: each gets a clear refusal, soon, and the next file is read.
import * as fc from 'fast-check';
import { afterAll, describe, expect, it, test } from 'vitest';
import { readTable } from '../../../server/interchange/read-table.ts';
import { createTableReader } from '../../../server/interchange/table-reader.ts';
import { tableLimits, TableProblem } from '../../../server/interchange/table.ts';
import {
  dbfFile,
  geoPackageFile,
  kmlFile,
  pointRecord,
  polygonRecord,
  shpFile,
  zipBytes,
} from '../../helpers/features.ts';
import { deflatedBomb, rawEntry, rawZip } from '../../helpers/workbook.ts';

const utf8 = (text: string) => Buffer.from(text);
const corner = (index: number): [number, number] => [100 + (index % 1000) / 1e3, index / 1e6];
const corners = (count: number) => Array.from({ length: count }, (_, index) => corner(index));
const place = '<Placemark><Point><coordinates>100,0</coordinates></Point></Placemark>';
const link = '<NetworkLink><Link><href>http://contoh.id/a.kml</href></Link></NetworkLink>';
const image = '<GroundOverlay><Icon><href>http://contoh.id/a.png</href></Icon></GroundOverlay>';
const areaOf = (coordinates: string) =>
  `<Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>${coordinates}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`;
const shp = shpFile([polygonRecord(corners(10))]);
const edited = (bytes: Buffer, edit: (copy: Buffer) => void) => {
  const copy = Buffer.from(bytes);
  edit(copy);
  return copy;
};
const dbf = dbfFile([{ name: 'A', type: 'C', length: 4 }], [['x']]);
const wide = Array.from({ length: 200 }, (_, index) => `"k${index}":1`).join(',');
const pointFeature = '{"type":"Feature","geometry":{"type":"Point","coordinates":[100,0]}';
const layerOf = (sql: string, table = 'menara') =>
  geoPackageFile((file) => {
    file.exec(sql);
    file.prepare('UPDATE gpkg_geometry_columns SET table_name = ?').run(table);
  });
const tooMany = tableLimits.points + 1;

describe('a file of features that is refused', () => {
  it.each<[string, () => Uint8Array, string]>([
    ['KML with entities', () => utf8('<!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><kml><name>&b;</name></kml>'), 'table_has_entities'], // prettier-ignore
    ['KML with a file as an entity', () => utf8('<?xml version="1.0"?><!DOCTYPE kml SYSTEM "file:///etc/passwd"><kml/>'), 'table_has_entities'], // prettier-ignore
    ['a KML that only links', () => kmlFile(`<Folder>${link}</Folder>`), 'table_only_links'],
    ['a KMZ that only links', () => zipBytes({ 'doc.kml': kmlFile(link) }), 'table_only_links'],
    ['a KMZ of a picture', () => zipBytes({ 'doc.kml': kmlFile(image) }), 'table_only_images'],
    ['KML without places', () => kmlFile('<name>x</name>'), 'table_has_no_features'],
    ['KML cut off', () => kmlFile(place).subarray(0, -30), 'table_damaged'],
    ['folders in folders', () => kmlFile('<Folder>'.repeat(100)), 'table_too_deep'],
    ['a text without end', () => kmlFile(`<Placemark><name>${'x'.repeat(5001)}</name></Placemark>`), 'table_cell_too_long'], // prettier-ignore
    ['too many points in KML', () => zipBytes({ 'a.kml': kmlFile(areaOf('100,0 '.repeat(tooMany))) }), 'table_too_many_points'], // prettier-ignore
    ['a document of gigabytes', () => rawZip([{ name: 'doc.kml', packed: deflatedBomb(4000), saysUnpacked: 4_000_000_000 }]), 'table_unpacks_too_large'], // prettier-ignore
    ['one that says it is small', () => rawZip([{ name: 'doc.kml', packed: deflatedBomb(4000), saysUnpacked: 1000 }]), 'table_damaged'], // prettier-ignore
    ['a picture of gigabytes beside it', () => rawZip([rawEntry('doc.kml', `<kml>${place}</kml>`), { name: 'a.png', packed: deflatedBomb(4000), saysUnpacked: 4_000_000_000 }]), 'table_unpacks_too_large'], // prettier-ignore
    ['lists in lists', () => utf8(`{"type":"Point","coordinates":${'['.repeat(10_000_000)}`), 'table_too_deep'], // prettier-ignore
    ['collections in collections', () => utf8(`${'{"type":"GeometryCollection","geometries":['.repeat(30)}${']}'.repeat(30)}`), 'table_too_deep'], // prettier-ignore
    ['six million objects', () => utf8(`{"type":"FeatureCollection","features":[${'{},'.repeat(6_000_000)}{}]}`), 'table_too_heavy'], // prettier-ignore
    ['JSON of another kind', () => utf8('{"type":"Topology","objects":{}}'), 'table_unknown_format'], // prettier-ignore
    ['JSON cut off', () => utf8('{"type":"FeatureCollection","features":['), 'table_damaged'],
    ['a feature that is none', () => utf8('{"type":"FeatureCollection","features":[5]}'), 'table_damaged'], // prettier-ignore
    ['a line that is cut off', () => utf8(`${pointFeature}}\n${pointFeature}`), 'table_damaged'],
    ['too many columns', () => utf8(`${pointFeature},"properties":{${wide}}}`), 'table_too_many_columns'], // prettier-ignore
    ['an unknown crs', () => utf8('{"type":"FeatureCollection","features":[],"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4211"}}}'), 'table_projection_unknown'], // prettier-ignore
    ['a crs elsewhere', () => utf8('{"type":"FeatureCollection","features":[],"crs":{"type":"link","properties":{"href":"http://contoh.id"}}}'), 'table_projection_unknown'], // prettier-ignore
    ['an .shp by itself', () => shp, 'table_is_bare_shp'],
    ['a record longer than the file', () => zipBytes({ 'a.shp': edited(shp, (copy) => copy.writeInt32BE(0x3f_ff_ff_ff, 104)) }), 'table_damaged'], // prettier-ignore
    ['a record of no length', () => zipBytes({ 'a.shp': edited(shp, (copy) => copy.writeInt32BE(0, 104)) }), 'table_damaged'], // prettier-ignore
    ['a record of negative length', () => zipBytes({ 'a.shp': edited(shp, (copy) => copy.writeInt32BE(-54, 104)) }), 'table_damaged'], // prettier-ignore
    ['more points than there are', () => zipBytes({ 'a.shp': edited(shp, (copy) => copy.writeInt32LE(0x7f_ff_ff_ff, 148)) }), 'table_damaged'], // prettier-ignore
    ['more parts than there are', () => zipBytes({ 'a.shp': edited(shp, (copy) => copy.writeInt32LE(0x7f_ff_ff_ff, 144)) }), 'table_damaged'], // prettier-ignore
    ['parts that run back', () => zipBytes({ 'a.shp': shpFile([polygonRecord(corners(10), [0, 8, 0, 8, 0, 8])]) }), 'table_damaged'], // prettier-ignore
    ['too many corners', () => zipBytes({ 'a.shp': shpFile([polygonRecord(corners(tooMany))]) }), 'table_too_many_points'], // prettier-ignore
    ['an unknown .prj', () => zipBytes({ 'a.shp': shp, 'a.prj': 'LOCAL_CS["Kantor"]' }), 'table_projection_unknown'], // prettier-ignore
    ['fewer attributes than shapes', () => zipBytes({ 'a.shp': shpFile([pointRecord([100, 0]), pointRecord([100, 0])]), 'a.dbf': dbf }), 'table_damaged'], // prettier-ignore
    ['four billion attributes', () => zipBytes({ 'a.shp': shp, 'a.dbf': edited(dbf, (copy) => copy.writeUInt32LE(0xff_ff_ff_ff, 4)) }), 'table_damaged'], // prettier-ignore
    ['a header of attributes too long', () => zipBytes({ 'a.shp': shp, 'a.dbf': edited(dbf, (copy) => copy.writeUInt16LE(65_535, 8)) }), 'table_damaged'], // prettier-ignore
    ['fields longer than a record', () => zipBytes({ 'a.shp': shp, 'a.dbf': edited(dbf, (copy) => copy.writeUInt16LE(1, 10)) }), 'table_damaged'], // prettier-ignore
    ['an empty .dbf', () => zipBytes({ 'a.shp': shp, 'a.dbf': '' }), 'table_damaged'],
    ['half a database', () => geoPackageFile().subarray(0, 6000), 'table_damaged'],
    ['a database with a broken page', () => edited(geoPackageFile(), (copy) => copy.fill(0xff, 4096 * 3, 4096 * 4)), 'table_damaged'], // prettier-ignore
    ['a database of another kind', () => geoPackageFile((file) => file.exec('DROP TABLE gpkg_geometry_columns')), 'table_unknown_format'], // prettier-ignore
    ['a list of layers that is computed', () => geoPackageFile((file) => file.exec('ALTER TABLE gpkg_geometry_columns RENAME TO x; CREATE VIEW gpkg_geometry_columns AS SELECT * FROM x')), 'table_unknown_format'], // prettier-ignore
    ['a layer that never ends', () => layerOf('CREATE VIEW v AS WITH RECURSIVE n(geom) AS (SELECT 1 UNION ALL SELECT geom + 1 FROM n) SELECT geom FROM n', 'v'), 'table_damaged'], // prettier-ignore
    ['a layer that is no table', () => layerOf('CREATE VIRTUAL TABLE v USING fts5(geom)', 'v'), 'table_damaged'], // prettier-ignore
    ['the database’s own list as a layer', () => layerOf('SELECT 1', 'sqlite_schema'), 'table_damaged'], // prettier-ignore
    ['a name that is SQL', () => layerOf('SELECT 1', 'menara"; DROP TABLE menara; --'), 'table_damaged'], // prettier-ignore
    ['a geometry that is computed', () => layerOf('CREATE TABLE v (a, geom AS (zeroblob(900000000)))', 'v'), 'table_damaged'], // prettier-ignore
    ['a system that is nowhere defined', () => geoPackageFile(() => undefined, 999), 'table_projection_unknown'], // prettier-ignore
    ['too many layers', () => geoPackageFile((file) => file.exec(`INSERT INTO gpkg_geometry_columns SELECT 'menara', 'geom', '', 4326, 0, 0 FROM pragma_function_list LIMIT 61`)), 'table_too_many_sheets'], // prettier-ignore
  ])('%s', async (_name, make, code) => {
    await expect(readTable(make(), 'berkas')).rejects.toMatchObject({ code });
  });

  it('names the feature and the value', async () => {
    const text = kmlFile(`${place}<Placemark><name>${'x'.repeat(5001)}</name></Placemark>`);
    await expect(readTable(text, '')).rejects.toMatchObject({
      place: { row: 2, column: 1, value: `${'x'.repeat(60)}…` },
    });
  });
});

describe('what the reader takes no harm from', () => {
  it('computed columns and triggers of a GeoPackage are left alone', async () => {
    const bytes = geoPackageFile((file) =>
      file.exec(`ALTER TABLE menara ADD COLUMN besar AS (zeroblob(900000000));
        CREATE TRIGGER t AFTER UPDATE ON menara BEGIN DELETE FROM menara; END;
        CREATE INDEX i ON menara (kode) WHERE kode > 1`),
    );
    const [table] = await readTable(bytes, '');
    expect(table?.header).not.toContain('besar');
    expect(table?.rows).toHaveLength(1);
  });

  it('a description of open brackets, and rows of a table that never end', async () => {
    const html = (text: string) =>
      kmlFile(`<Placemark><description><![CDATA[${text}]]></description></Placemark>`.repeat(20));
    for (const text of ['<'.repeat(99_000), '<tr<td'.repeat(16_000), '<script>'.repeat(12_000)])
      expect((await readTable(html(text), ''))[0]?.rows).toHaveLength(20);
  });

  it('links beside places are not followed, and nothing of them is kept', async () => {
    const [table] = await readTable(kmlFile(link + image + place), '');
    expect(JSON.stringify(table)).not.toContain('contoh.id');
  });
});

const records = shpFile([polygonRecord(corners(10), [0, 4]), pointRecord([100, 0])]);
const json = utf8(
  `{"type":"FeatureCollection","features":[${pointFeature},"properties":{"a":1}}]}`,
);

test.each<[string, Buffer, (bytes: Buffer) => Uint8Array]>([
  [
    'KML',
    kmlFile(`<Folder><name>x</name>${place}${areaOf('100,0 101,0 101,1')}</Folder>`),
    (bytes) => bytes,
  ],
  ['GeoJSON', json, (bytes) => bytes],
  ['an .shp', records, (bytes) => zipBytes({ 'a.shp': bytes })],
  ['a .dbf', dbf, (bytes) => zipBytes({ 'a.shp': shp, 'a.dbf': bytes })],
  ['a GeoPackage', geoPackageFile(), (bytes) => bytes],
  ['an archive', Buffer.from(zipBytes({ 'a.shp': shp, 'a.dbf': dbf })), (bytes) => bytes],
])(
  '%s with any bytes changed or cut off is read or refused, and nothing else',
  async (_name, whole, wrap) => {
    const change = fc.tuple(
      fc.integer({ min: 0, max: whole.length - 1 }),
      fc.integer({ min: 0, max: 255 }),
    );
    const changes = fc.array(change, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        changes,
        fc.integer({ min: 0, max: 3 * whole.length }),
        async (list, length) => {
          const bytes = Buffer.from(whole);
          for (const [at, value] of list) bytes[at] = value;
          const refusal = await readTable(wrap(bytes.subarray(0, length)), '').then(
            () => null,
            (error: unknown) => error,
          );
          expect(refusal === null || refusal instanceof TableProblem, String(refusal)).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  },
);

describe('in its thread', () => {
  const reader = createTableReader();
  afterAll(() => reader.close());

  it('what would fill the memory is refused, and the next file is read', async () => {
    const many = corners(2_500_000).map(([lng, lat]) => `${lng},${lat}`);
    const heavy = zipBytes({ 'doc.kml': kmlFile(areaOf(many.join(' '))) });
    await expect(reader.read(heavy, 'h.kmz')).rejects.toMatchObject({
      code: expect.stringMatching(/^table_too_(heavy|many_points)$/) as string,
    });
    expect(await reader.read(kmlFile(place), 'a.kml')).toHaveLength(1);
  });
});
