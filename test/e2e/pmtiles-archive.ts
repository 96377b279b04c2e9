// A basemap archive small enough for a test: PMTiles version 3 with a Protomaps-like sea and land.
// https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
import { geoJSONToTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature } from 'geojson';
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';

const headerLength = 127;
const maxZoom = 2;
const extent = 4096;
const gzip = 2;
const vectorTiles = 1;

type Box = { west: number; south: number; east: number; north: number };

const world: Box = { west: -180, south: -85, east: 180, north: 85 };

/** West of this meridian everything is water, east of it land: the coast of this made-up world. */
export const coastLng = 98.4;

function rectangle(kind: string, { west, south, east, north }: Box): Feature {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return {
    type: 'Feature',
    properties: { kind },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}

const contents: Record<string, Feature> = {
  earth: rectangle('earth', world),
  water: rectangle('ocean', { ...world, east: coastLng }),
};

function makeTile(z: number, x: number, y: number): Uint8Array {
  const tiles = Object.entries(contents).map(([layer, feature]) => {
    const collection = { type: 'FeatureCollection' as const, features: [feature] };
    return [layer, geoJSONToTile(collection, z, x, y, { extent, buffer: 64, maxZoom })] as const;
  });
  const layers = Object.fromEntries(tiles.filter(([, tile]) => tile.features.length > 0));
  return gzipSync(fromGeojsonVt(layers, { version: 2, extent }));
}

function listTiles(): { id: number; body: Uint8Array }[] {
  const tiles = [];
  for (let z = 0; z <= maxZoom; z++)
    for (let x = 0; x < 2 ** z; x++)
      for (let y = 0; y < 2 ** z; y++)
        tiles.push({ id: zxyToTileId(z, x, y), body: makeTile(z, x, y) });
  return tiles.toSorted((a, b) => a.id - b.id);
}

function varints(numbers: number[]): Buffer {
  const bytes = numbers.flatMap((number) => {
    const groups = [];
    let rest = number;
    for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) groups.push((rest % 0x80) | 0x80);
    return [...groups, rest];
  });
  return Buffer.from(bytes);
}

/** Number of entries, then by column: ids as differences, run lengths, lengths, offsets. */
function makeDirectory(tiles: { id: number; body: Uint8Array }[]): Buffer {
  const differences = tiles.map(({ id }, index) => id - (tiles[index - 1]?.id ?? 0));
  const runLengths = tiles.map(() => 1);
  const lengths = tiles.map(({ body }) => body.length);
  // 0 stands for "right after the entry before"; anything else is the offset plus one.
  const offsets = tiles.map((_, index) => (index === 0 ? 1 : 0));
  return gzipSync(varints([tiles.length, ...differences, ...runLengths, ...lengths, ...offsets]));
}

/** Writes the archive; it covers the world at zooms 0 to 2 and is overzoomed from there. */
export function writeArchive(path: string): void {
  const tiles = listTiles();
  const data = Buffer.concat(tiles.map(({ body }) => body));
  const directory = makeDirectory(tiles);
  const vectorLayers = Object.keys(contents).map((id) => ({ id, fields: { kind: 'String' } }));
  const metadata = gzipSync(JSON.stringify({ name: 'Uji', vector_layers: vectorLayers }));
  const metadataOffset = headerLength + directory.length;
  const dataOffset = metadataOffset + metadata.length;

  const header = Buffer.alloc(headerLength);
  header.write('PMTiles', 'latin1');
  header.writeUInt8(3, 7);
  const places = [
    [headerLength, directory.length],
    [metadataOffset, metadata.length],
    [dataOffset, 0], // leaf directories
    [dataOffset, data.length],
    [tiles.length, tiles.length], // addressed tiles, entries
    [tiles.length], // contents
  ];
  places.flat().forEach((value, index) => header.writeBigUInt64LE(BigInt(value), 8 + index * 8));
  const isClustered = 1;
  const codes = [isClustered, gzip, gzip, vectorTiles, 0, maxZoom];
  codes.forEach((value, index) => header.writeUInt8(value, 96 + index));
  const { west, south, east, north } = world;
  [west, south, east, north].forEach((degrees, index) =>
    header.writeInt32LE(degrees * 1e7, 102 + index * 4),
  );
  header.writeUInt8(maxZoom, 118);
  header.writeInt32LE(118 * 1e7, 119);
  header.writeInt32LE(-2 * 1e7, 123);
  writeFileSync(path, Buffer.concat([header, directory, metadata, data]));
}
