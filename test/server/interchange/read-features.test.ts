// Files of points and areas, as other programs write them: what becomes of their features. The files in
// files/ were made with GDAL 3.6 (ogr2ogr) from made-up places: menara.kml, area.kmz (LIBKML),
// utm.geojson (-t_srs EPSG:32747, RFC7946=NO), dgn95.zip (two Shapefiles, -t_srs EPSG:23877).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readTable } from '../../../server/interchange/read-table.ts';
import type { RowGeometry, Table } from '../../../server/interchange/table.ts';
import {
  dbfFile,
  geoPackageFile,
  kmlFile,
  pointRecord,
  polygonRecord,
  shpFile,
  zipBytes,
} from '../../helpers/features.ts';

const utf8 = (text: string) => Buffer.from(text);
const readFile = (name: string) =>
  readTable(readFileSync(join(import.meta.dirname, 'files', name)), name);
const columnsOf = ({ header, rows }: Table) => [header, ...rows.map(({ cells }) => cells)];

async function readOne(bytes: Uint8Array): Promise<Table> {
  const [table] = await readTable(bytes, 'file');
  if (!table) throw new Error('no table');
  return table;
}

/** The word for the geometry of the first feature, and the geometry. */
async function geometryOf(bytes: Uint8Array) {
  const [row] = (await readOne(bytes)).rows;
  return { word: row?.cells.at(-1), geometry: row?.geometry };
}

/** Coordinates to 6 decimals: 0.1 m. */
function rounded(geometry: RowGeometry | null | undefined): unknown {
  return JSON.parse(JSON.stringify(geometry ?? null), (_key, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value,
  );
}

const first = { type: 'Point', coordinates: [100.123456, -0.654321] };
const second = { type: 'Point', coordinates: [101.5, -1.25] };
const square = [[100, -1], [100.2, -1], [100.2, -0.8], [100, -0.8], [100, -1]]; // prettier-ignore
const hole = [[100.05, -0.95], [100.05, -0.9], [100.1, -0.9], [100.1, -0.95], [100.05, -0.95]]; // prettier-ignore
const triangle = [[100.4, -1], [100.5, -1], [100.5, -0.9], [100.4, -1]]; // prettier-ignore

describe('files that GDAL wrote', () => {
  test('KML: folder, name and data are columns, in the places’ order', async () => {
    const [table] = await readFile('menara.kml');
    expect(table && columnsOf(table)).toEqual([
      ['Folder', 'name', 'kode', 'tinggi', 'Geometri'],
      ['menara', 'Menara Satu & Dua', '0013.10', '42.5', 'titik'],
      ['menara', 'Menara Müara', '0013.20', '', 'titik'],
    ]);
    expect(table?.rows.map(({ number }) => number)).toEqual([1, 2]);
    expect(table?.rows.map(({ geometry }) => geometry)).toEqual([first, second]);
  });

  test('KMZ: areas keep their parts and holes, a line says that it is one', async () => {
    const [table] = await readFile('area.kmz');
    expect(table && columnsOf(table)).toEqual([
      ['tek', 'Geometri'],
      ['4G', 'area'],
      ['jalur', 'garis'],
    ]);
    expect(table?.rows[0]?.geometry).toEqual({
      type: 'MultiPolygon',
      coordinates: [[square, hole], [triangle]],
    });
    expect(table?.rows[1]?.geometry).toBeNull();
  });

  test('GeoJSON in UTM 47S, with its crs member', async () => {
    const [table] = await readFile('utm.geojson');
    expect(table?.rows.map(({ geometry }) => rounded(geometry))).toEqual([first, second]);
  });

  test('two Shapefiles in DGN95 / UTM 47S: a table each, codes as they are written', async () => {
    const [area, menara] = await readFile('dgn95.zip').then((tables) =>
      tables.toSorted((a, b) => (a.sheet ?? '').localeCompare(b.sheet ?? '')),
    );
    expect([area?.sheet, menara?.sheet]).toEqual(['area', 'menara']);
    expect(menara && columnsOf(menara)).toEqual([
      ['kode', 'nama', 'tinggi', 'Geometri'],
      ['0013.10', 'Menara Satu & Dua', '42.5', 'titik'],
      ['0013.20', 'Menara Müara', '', 'titik'],
    ]);
    expect(menara?.rows.map(({ geometry }) => rounded(geometry))).toEqual([first, second]);
    const corners = rounded(area?.rows[0]?.geometry) as { coordinates: number[][][][] };
    const sizes = corners.coordinates.map((rings) => rings.map(({ length }) => length));
    expect(sizes).toEqual([[4], [5, 5]]);
    expect(new Set(corners.coordinates[1]?.[0]?.map(String))).toEqual(new Set(square.map(String)));
  });
});

describe('KML', () => {
  const point = '<Point><coordinates>100.5,-0.5,12</coordinates></Point>';
  const table = async (body: string) => columnsOf(await readOne(kmlFile(body)));

  it('takes the path of folders, and HTML as text', async () => {
    const html = '<![CDATA[<b>Menara</b> &amp; rumah<br>genset &#233;<script>x()</script>]]>';
    const body = `<Folder><name>4G</name><Folder><name>Padang</name><Placemark><name>A</name>
      <description>${html}</description>${point}</Placemark></Folder></Folder>
      <Placemark><description>a<i>b</i>c</description>${point}</Placemark>`;
    expect(await table(body)).toEqual([
      ['Folder', 'name', 'description', 'Geometri'],
      ['4G / Padang', 'A', 'Menara & rumah\ngenset é', 'titik'],
      ['', '', 'abc', 'titik'],
    ]);
  });

  it('takes a table in the description for the columns that it means', async () => {
    const rows = '<tr><td>SITE_ID</td><td>PDG01</td></tr><tr><th>Tinggi</th><td> 42 m</td></tr>';
    const body = `<Placemark><description><![CDATA[<table>${rows}</table>]]></description>${point}</Placemark>`;
    expect(await table(body)).toEqual([
      ['SITE_ID', 'Tinggi', 'Geometri'],
      ['PDG01', '42 m', 'titik'],
    ]);
  });

  it('takes extended data of each spelling, times, and a name that comes twice', async () => {
    const body = `<Placemark><name>A</name><TimeStamp><when>2026-03-04</when></TimeStamp><ExtendedData>
      <Data name="name"><displayName>x</displayName><value>B</value></Data>
      <SchemaData><SimpleData name="kode">0013</SimpleData></SchemaData><op:mnc>10</op:mnc>
      </ExtendedData>${point}</Placemark>`;
    expect(await table(body)).toEqual([
      ['name', 'when', 'name 2', 'kode', 'mnc', 'Geometri'],
      ['A', '2026-03-04', 'B', '0013', '10', 'titik'],
    ]);
  });

  const ring = (text: string) => `<LinearRing><coordinates>${text}</coordinates></LinearRing>`;
  const outer = `<outerBoundaryIs>${ring('100,-1 101,-1,5\n101,0 100,-1')}</outerBoundaryIs>`;
  const inner = `<innerBoundaryIs>${ring('100.6,-0.9 100.8,-0.9 100.8,-0.8')}</innerBoundaryIs>`;
  const area = [
    [[100, -1], [101, -1], [101, 0], [100, -1]], // prettier-ignore
    [
      [100.6, -0.9],
      [100.8, -0.9],
      [100.8, -0.8],
    ],
  ];

  it.each<[string, string, string, unknown]>([
    ['a point', point, 'titik', { type: 'Point', coordinates: [100.5, -0.5] }],
    ['blanks in it', '<Point><coordinates>\n 100.5 , -0.5\n</coordinates></Point>', 'titik', { type: 'Point', coordinates: [100.5, -0.5] }], // prettier-ignore
    ['a polygon', `<Polygon>${outer}${inner}</Polygon>`, 'area', { type: 'MultiPolygon', coordinates: [area] }], // prettier-ignore
    ['the hole first', `<Polygon>${inner}${outer}</Polygon>`, 'area', { type: 'MultiPolygon', coordinates: [area] }], // prettier-ignore
    ['a polygon with the point of its label', `<MultiGeometry>${point}<MultiGeometry><Polygon>${outer}${inner}</Polygon></MultiGeometry></MultiGeometry>`, 'area', { type: 'MultiPolygon', coordinates: [area] }], // prettier-ignore
    ['a point with its line', `<MultiGeometry>${point}<LineString><coordinates>1,1 2,2</coordinates></LineString></MultiGeometry>`, 'titik', { type: 'Point', coordinates: [100.5, -0.5] }], // prettier-ignore
    ['a line', '<LineString><coordinates>1,1 2,2</coordinates></LineString>', 'garis', null],
    ['a track', '<gx:Track><gx:coord>1 1 1</gx:coord></gx:Track>', 'garis', null],
    ['two points', `<MultiGeometry>${point}${point}</MultiGeometry>`, 'banyak titik', null],
    ['nothing', '', 'kosong', null],
    ['no coordinates', '<Point/>', 'kosong', null],
    ['words', '<Point><coordinates>timur,selatan</coordinates></Point>', 'rusak', null],
    ['metres', '<Point><coordinates>612345,9876543</coordinates></Point>', 'rusak', null],
  ])('%s', async (_name, body, word, geometry) => {
    expect(await geometryOf(kmlFile(`<Placemark>${body}</Placemark>`))).toEqual({ word, geometry });
  });

  it.each([
    ['another version', `<kml xmlns="http://earth.google.com/kml/2.0"><Placemark>${point}</Placemark></kml>`], // prettier-ignore
    ['a prefix', `<k:kml xmlns:k="x"><k:Placemark><k:Point><k:coordinates>100.5,-0.5</k:coordinates></k:Point></k:Placemark></k:kml>`], // prettier-ignore
    ['a mark before it', `\ufeff<?xml version="1.0"?>\n<!-- Google Earth --><kml><Placemark>${point}</Placemark></kml>`], // prettier-ignore
  ])('%s', async (_name, text) => {
    const want = { type: 'Point', coordinates: [100.5, -0.5] };
    expect((await geometryOf(utf8(text))).geometry).toEqual(want);
    expect((await geometryOf(Buffer.from(`\ufeff${text}`, 'utf16le'))).geometry).toEqual(want);
  });

  it('reads Latin-1 that says so, and every document of a KMZ', async () => {
    const text = `<?xml version="1.0" encoding="ISO-8859-1"?><kml><Placemark><name>Müara</name>${point}</Placemark></kml>`;
    const latin = await readOne(Buffer.from(text, 'latin1'));
    expect(latin.rows[0]?.cells[0]).toBe('Müara');
    const link = kmlFile('<NetworkLink><Link><href>a.kml</href></Link></NetworkLink>');
    const kmz = { 'doc.kml': link, 'a.kml': utf8(text), 'i/b.kml': kmlFile(`<Placemark>${point}</Placemark>`), 'i/c.png': 'x' }; // prettier-ignore
    const tables = await readTable(zipBytes(kmz), 'x.zip');
    expect(tables.map(({ sheet }) => sheet)).toEqual(['a.kml', 'i/b.kml']);
  });
});

describe('GeoJSON', () => {
  const point = { type: 'Point', coordinates: [100.5, -0.5, 12] };
  const feature = { type: 'Feature', id: 7, properties: { kode: '0013.10', jumlah: 1e21, ya: true, lain: { a: [1] }, kosong: null }, geometry: point }; // prettier-ignore
  const want = [
    ['id', 'kode', 'jumlah', 'ya', 'lain', 'Geometri'],
    ['7', '0013.10', '1000000000000000000000', 'TRUE', '{"a":[1]}', 'titik'],
  ];
  const text = JSON.stringify(feature);

  it.each([
    ['a collection', `{"type":"FeatureCollection","features":[${text}]}`],
    ['a feature', text],
    ['a feature, spread over lines', JSON.stringify(feature, null, 2)],
    ['a feature a line', `${text}\n\n${text}\n`],
    ['a sequence', `\u001e${text}\n\u001e${text}\n`],
    ['a mark before it', `\ufeff ${text}`],
  ])('%s', async (_name, json) => {
    const table = await readOne(utf8(json));
    expect(columnsOf(table).slice(0, 2)).toEqual(want);
    expect(table.rows[0]?.geometry).toEqual({ type: 'Point', coordinates: [100.5, -0.5] });
  });

  it.each<[string, unknown, string]>([
    ['a point', point, 'titik'],
    ['many of which there is one', { type: 'MultiPoint', coordinates: [[100, 0]] }, 'titik'],
    ['a collection', { type: 'GeometryCollection', geometries: [point] }, 'titik'],
    ['a polygon', { type: 'Polygon', coordinates: [square] }, 'area'],
    ['many polygons, one empty', { type: 'MultiPolygon', coordinates: [[square], []] }, 'area'],
    ['a polygon of two points', { type: 'Polygon', coordinates: [[[1, 1], [2, 2]]] }, 'kosong'], // prettier-ignore
    ['an empty point', { type: 'Point', coordinates: [] }, 'kosong'],
    ['many lines', { type: 'MultiLineString', coordinates: [] }, 'garis'],
    ['a kind that there is not', { type: 'Circle', coordinates: [1, 1] }, 'rusak'],
    ['text', { type: 'Point', coordinates: ['100', '0'] }, 'rusak'],
    ['no list', { type: 'Polygon', coordinates: 5 }, 'rusak'],
    ['latitude first', { type: 'Point', coordinates: [-0.5, 100.5] }, 'rusak'],
  ])('a geometry by itself: %s', async (_name, geometry, word) => {
    const read = await geometryOf(utf8(JSON.stringify(geometry)));
    expect(read.word).toBe(word);
    expect(read.geometry === null).toBe(!['titik', 'area'].includes(word));
  });
});

describe('Shapefile', () => {
  const columns = [
    { name: 'KODE', type: 'N', length: 10 },
    { name: 'NAMA', type: 'C', length: 20 },
    { name: 'ONAIR', type: 'D', length: 8 },
    { name: 'AKTIF', type: 'L', length: 1 },
    { name: 'TINGGI', type: 'N', length: 20 },
  ];
  const rows = [
    ['   0013.10', 'Ma\x92u', '20260304', 'T', '42.500000000000000'],
    ['**********', 'hapus', '00000000', '?', ''],
    ['', 'Dua', '        ', 'n', '7'],
  ];
  const points = shpFile([pointRecord([100, -1]), pointRecord([101, -1]), pointRecord([102, -1])]);

  it('keeps what is written, dates as ISO; leaves out deleted records and counts them', async () => {
    const dbf = dbfFile(columns, rows, (row) => row === 1);
    const table = await readOne(zipBytes({ 'X/Menara.SHP': points, 'X/menara.dbf': dbf }));
    expect(table.sheet).toBe('Menara');
    expect(columnsOf(table)).toEqual([
      ['KODE', 'NAMA', 'ONAIR', 'AKTIF', 'TINGGI', 'Geometri'],
      ['0013.10', 'Ma’u', '2026-03-04', 'TRUE', '42.5', 'titik'],
      ['', 'Dua', '', 'FALSE', '7', 'titik'],
    ]);
    expect(table.rows.map(({ number }) => number)).toEqual([1, 3]);
  });

  it.each([
    ['UTF-8', 'Ma’u', 'UTF-8'],
    ['1250', 'Ma\x92\xe6', ''],
  ])('reads texts as .cpg says: %s', async (cpg, text) => {
    const cell = Buffer.from(text, cpg === 'UTF-8' ? 'utf8' : 'latin1').toString('latin1');
    const dbf = dbfFile([{ name: 'NAMA', type: 'C', length: 20 }], [[cell], [''], ['']]);
    const table = await readOne(zipBytes({ 'a.shp': points, 'a.dbf': dbf, 'a.cpg': cpg }));
    expect(table.rows[0]?.cells[0]).toBe(cpg === 'UTF-8' ? 'Ma’u' : 'Ma’ć');
  });

  const box = (x: number, y: number, size: number): [number, number][] => [
    [x, y],
    [x, y + size],
    [x + size, y + size],
    [x + size, y],
    [x, y], // prettier-ignore
  ];
  const rings = async (list: [number, number][][]) => {
    const starts = list.map((_, index) => list.slice(0, index).flat().length);
    const shp = shpFile([polygonRecord(list.flat(), starts)]);
    const { geometry } = await geometryOf(zipBytes({ 'a.shp': shp }));
    if (geometry?.type !== 'MultiPolygon') throw new Error('no area');
    const west = geometry.coordinates.map((area) => area.map(([corner]) => corner?.[0] ?? NaN));
    return west.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0));
  };

  it('finds the area of each hole, also where the boxes of two areas overlap', async () => {
    const [lower, upper]: [number, number][][] = [
      [[100, 0], [110, 10], [110, 0], [100, 0]], // prettier-ignore
      [[100, 1], [100, 11], [110, 11], [100, 1]], // prettier-ignore
    ];
    const inLower = box(108, 2, 1).toReversed();
    const inUpper = box(101, 8, 1).toReversed();
    expect(await rings([lower ?? [], upper ?? [], inUpper, inLower])).toEqual([
      [100, 101],
      [100, 108],
    ]);
  });

  it('takes an island in a hole, areas that overlap, and rings that run the other way', async () => {
    const island = [box(100, 0, 9), box(101, 1, 6).toReversed(), box(102, 2, 2)];
    expect(await rings(island)).toEqual([[100, 101], [102]]);
    expect(await rings([box(100, 0, 9), box(104, 4, 2)])).toEqual([[100], [104]]);
    const reversed = [box(100, 0, 9).toReversed(), box(104, 4, 2)];
    expect(await rings(reversed)).toEqual([[100, 104]]);
  });

  it('without .prj takes degrees of Indonesia’s surroundings only', async () => {
    const metres = shpFile([pointRecord([100, -1]), pointRecord([612_345, 9_876_543])]);
    await expect(readTable(zipBytes({ 'a.shp': metres }), '')).rejects.toMatchObject({
      code: 'table_projection_missing',
      place: { row: 2, value: '612345, 9876543' },
    });
    expect((await readOne(zipBytes({ 'a.shp': points }))).rows).toHaveLength(3);
  });
});

describe('GeoPackage', () => {
  it('reads every kind of value; whole numbers to the last figure', async () => {
    const table = await readOne(geoPackageFile());
    expect(table.sheet).toBe('menara');
    expect(columnsOf(table)).toEqual([
      ['fid', 'nama "baru"', 'kode', 'tinggi', 'nomor', 'Geometri'],
      ['7', 'Satu', '0013.10', '42.5', '9007199254740993', 'titik'],
    ]);
    expect(table.rows[0]?.geometry).toEqual({ type: 'Point', coordinates: [100.5, -0.5] });
  });

  it('opens one that was saved with a log beside it', async () => {
    const bytes = geoPackageFile();
    bytes[18] = 2;
    bytes[19] = 2;
    expect((await readOne(bytes)).rows).toHaveLength(1);
  });

  it.each<[string, string]>([
    ['0', 'kosong'],
    ["X'4750000101'", 'rusak'],
    ["X'47500001000000000102000000FFFFFFFF'", 'rusak'],
    ["X'00'", 'rusak'],
  ])('a geometry that is %s', async (sql, word) => {
    const bytes = geoPackageFile((file) => file.exec(`UPDATE menara SET geom = ${sql}`));
    expect(await geometryOf(bytes)).toEqual({ word, geometry: null });
  });
});
