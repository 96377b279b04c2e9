// Makes data/basemap/*.geojson.gz from npm world-atlas (Natural Earth 1:10 million):
//   node --import tsx scripts/build-basemap.ts
// indonesia.geojson.gz clips the approximate boundaries, neighbours.geojson.gz is drawn around.
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { basemapDir } from '../server/regions/basemap-land.ts';
import { intersection, makeValid, type Multi } from '../server/regions/geos.ts';
import { noteSource } from './gazetteer/sources-note.ts';
import { withPackages } from './gazetteer/sources.ts';

const indonesiaId = '360';
/** What the neighbours are cut to, [west, south, east, north] in degrees. */
const [west, south, east, north] = [88, -16, 148, 13];
const decimals = 5;

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

function toMulti(geometry: Polygon | MultiPolygon): Multi {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const pair = ([lng = 0, lat = 0]: Position): [number, number] => [
    Number(lng.toFixed(decimals)),
    Number(lat.toFixed(decimals)),
  ];
  return polygons.map((rings) => rings.map((ring) => ring.map(pair)));
}

/** Rings keep their first and last point alike; makeValid mends what rounding has crossed. */
function readCountries(modules: string): { id: string; name: string; land: Multi }[] {
  const text = readFileSync(join(modules, 'world-atlas/countries-10m.json'), 'utf8');
  const atlas = JSON.parse(text) as Atlas;
  return feature(atlas, atlas.objects.countries).features.flatMap(({ id, properties, geometry }) =>
    geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
      ? [{ id: String(id), name: properties.name, land: toMulti(geometry) }]
      : [],
  );
}

function write(file: string, countries: { name: string; land: Multi }[]): void {
  const features = countries.map(({ name, land }) => ({
    type: 'Feature',
    properties: { name },
    geometry: { type: 'MultiPolygon', coordinates: land },
  }));
  const bytes = gzipSync(JSON.stringify({ type: 'FeatureCollection', features }), { level: 9 });
  bytes[9] = 255;
  writeFileSync(join(basemapDir, file), bytes);
  noteSource({
    file: `basemap/${file}`,
    source: 'npm world-atlas, countries-10m.json (Natural Earth 1:10m)',
    version: '2.0.2',
    licence: 'public domain (Natural Earth)',
    date: '2021 (Natural Earth 4.1)',
  });
  console.log(`${file}: ${features.length} countries, ${bytes.length} bytes`);
}

const countries = withPackages(['world-atlas@2.0.2'], readCountries);
const frame: Multi = [
  [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
];
const [own, others] = [true, false].map((isOwn) =>
  countries
    .filter(({ id }) => (id === indonesiaId) === isOwn)
    .map(({ name, land }) => ({ name, land: intersection(makeValid(land), frame) }))
    .filter(({ land }) => land.length > 0),
);
if (own?.length !== 1) throw new Error(`no country ${indonesiaId} in the atlas`);
write('indonesia.geojson.gz', own);
write('neighbours.geojson.gz', others ?? []);
