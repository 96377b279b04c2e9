// Makes one vector tile from the stored boundaries: areas, names, and the land around.
// Runs in the tile worker; knows nothing of HTTP or of the cache.
import { geoJSONToTile, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature } from 'geojson';
import type { Db } from '../platform/database.ts';
import { readIndonesiaLand, readNeighbourLand } from './basemap-land.ts';
import { levels, type Bounds, type Level } from './contract.ts';
import type { Multi } from './geos.ts';
import { boundaryVersion } from './store.ts';
import { clipPolygons, type FlatPolygon, toFlatPolygons } from './tile-clip.ts';
import { areaZooms, labelZooms, maxZoom, tileBounds, type TileAddress } from './tile-grid.ts';

/** Tile units beyond the edge, so that lines and halos join; of 4,096. */
const bufferUnits = 64;
const extent = 4096;

/** Outlines are kept in memory up to so many numbers (32 MB), two a corner: more than the country's cells. */
const keptNumbers = 4_000_000;

type Place = { id: number; name: string; kind: string; level: Level; lng: number; lat: number };
type PlaceRow = Place & { approx: number; coordinates: string };
type Shape = Omit<PlaceRow, 'coordinates'> & { polygons: FlatPolygon[] };

/** Finds the shapes of regions, shallow levels first, in the order of their codes. */
type ShapeFinder = (shown: readonly Level[], bounds: Bounds) => Shape[];

/** All land, read once per worker. */
export type Land = FlatPolygon[];

/** Reads the land of Indonesia and of its neighbours from data/basemap. */
export function readLand(): Land {
  const neighbours = readNeighbourLand().flatMap(({ land }) => land);
  return toFlatPolygons([...neighbours, ...readIndonesiaLand()]);
}

/** Ids of the levels in the order of `levels` are smaller than these: codes of 2, 4, 6, 10 digits. */
const idLimits: Record<Level, number> = {
  province: 1e2,
  regency: 1e4,
  district: 1e6,
  village: 1e10,
};

function createShapeFinder(db: Db): ShapeFinder {
  // The box index alone says what lies in a tile; a join here makes SQLite walk all villages.
  const listIds = db
    .prepare(
      `SELECT id FROM boundary_box
       WHERE west <= ? AND east >= ? AND south <= ? AND north >= ? AND id < ? ORDER BY id`,
    )
    .pluck();
  const find = db.prepare(
    `SELECT r.id, r.name, r.kind, r.level, r.lng, r.lat, b.kind = 'approximate' AS approx,
       b.coordinates
     FROM region r JOIN boundary b ON b.code = r.code WHERE r.id = ?`,
  );
  const shapes = new Map<number, Shape>();
  let version = '';
  let numbers = 0;

  function forget(): void {
    shapes.clear();
    numbers = 0;
  }

  function read(id: number): Shape {
    const { coordinates, ...place } = find.get(id) as PlaceRow;
    const polygons = toFlatPolygons(JSON.parse(coordinates) as Multi);
    const size = polygons.reduce(
      (sum, { rings }) => rings.reduce((length, ring) => length + ring.length, sum),
      0,
    );
    if (numbers + size > keptNumbers) forget();
    numbers += size;
    const shape = { ...place, polygons };
    shapes.set(id, shape);
    return shape;
  }

  return (shown, [west, south, east, north]) => {
    const current = boundaryVersion(db);
    if (current !== version) forget();
    version = current;
    const limit = Math.max(...shown.map((level) => idLimits[level]));
    const ids = listIds.all(east, west, north, south, limit) as number[];
    return ids.map((id) => shapes.get(id) ?? read(id));
  };
}

const finders = new WeakMap<Db, ShapeFinder>();

function findShapes(db: Db, shown: readonly Level[], bounds: Bounds): Shape[] {
  const finder = finders.get(db) ?? createShapeFinder(db);
  finders.set(db, finder);
  return finder(shown, bounds);
}

function toArea({ id, name, kind, approx, polygons }: Shape, bounds: Bounds): Feature {
  const coordinates = clipPolygons(polygons, bounds);
  const properties = { name, kind, approx };
  return { type: 'Feature', id, properties, geometry: { type: 'MultiPolygon', coordinates } };
}

function toLabel({ id, name, kind, level, lng, lat }: Shape): Feature {
  const properties = { name, kind, level };
  return {
    type: 'Feature',
    id,
    properties,
    geometry: { type: 'Point', coordinates: [lng, lat] },
  };
}

function isIn([west, south, east, north]: Bounds, { lng, lat }: Shape): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

/**
 * The tile as uncompressed MVT; null when nothing lies in it. Layers: land, province, regency,
 * district, village (areas, `id` = region id, properties name, kind, approx) and label (points).
 */
export function makeTile(
  db: Db,
  land: Land,
  address: TileAddress,
  villageCount: number,
): Uint8Array | null {
  const { z, x, y } = address;
  const bounds = tileBounds(address, bufferUnits / extent);
  const layers: Record<string, GeoJSONVTTile> = {};
  const add = (name: string, features: Feature[]) => {
    if (features.length === 0) return;
    const collection = { type: 'FeatureCollection', features } as const;
    const tile = geoJSONToTile(collection, z, x, y, { extent, buffer: bufferUnits, maxZoom });
    if (tile.features.length > 0) layers[name] = tile;
  };
  add(
    'land',
    clipPolygons(land, bounds).map((coordinates) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates },
    })),
  );
  const zooms = areaZooms(villageCount);
  const shown = levels.filter((level) => z >= zooms[level]);
  const shapes = findShapes(db, shown, bounds);
  for (const level of shown) {
    const ofLevel = shapes.filter((shape) => shape.level === level);
    add(
      level,
      ofLevel.map((shape) => toArea(shape, bounds)),
    );
  }
  const named = shapes.filter((shape) => z >= labelZooms[shape.level] && isIn(bounds, shape));
  add('label', named.map(toLabel));
  if (Object.keys(layers).length === 0) return null;
  return fromGeojsonVt(layers, { version: 2, extent });
}
