// Where a vector tile lies, and what it shows at which zoom. Pure.
import type { Bounds, Level } from './contract.ts';

/** Tiles are made down to this zoom (2.4 m per unit); beyond it the map stretches them. */
export const maxZoom = 12;

/** Above this many villages they appear only from zoom 8, so that no tile holds too many. */
const manyVillages = 10_000;

export type LevelZooms = Record<Level, number>;

/** The zoom from which the areas of each level are in the tiles. */
export function areaZooms(villageCount: number): LevelZooms {
  const isCountry = villageCount > manyVillages;
  return { province: 0, regency: isCountry ? 4 : 3, district: 8, village: isCountry ? 8 : 6 };
}

/** The zoom from which the names of each level are in the tiles. */
export const labelZooms: LevelZooms = { province: 3, regency: 6, district: 8, village: 10 };

export type TileAddress = { z: number; x: number; y: number };

export function isTileAddress({ z, x, y }: TileAddress): boolean {
  const across = 2 ** z;
  return z >= 0 && z <= maxZoom && x >= 0 && x < across && y >= 0 && y < across;
}

function latitudeOf(y: number, across: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / across))) * 180) / Math.PI;
}

/** [west, south, east, north] of a tile in degrees, widened by `buffer` of its width. */
export function tileBounds({ z, x, y }: TileAddress, buffer = 0): Bounds {
  const across = 2 ** z;
  const longitudeOf = (column: number) => (column / across) * 360 - 180;
  return [
    longitudeOf(x - buffer),
    latitudeOf(y + 1 + buffer, across),
    longitudeOf(x + 1 + buffer),
    latitudeOf(y - buffer, across),
  ];
}

/** A laptop's screen without the margins of the map, CSS pixels. */
const screenPx = { width: 1000, height: 720 };
const tileWidthPx = 512;

/** The tiles with which a map of this screen shows all of `bounds`. */
export function listFirstTiles(bounds: Bounds): TileAddress[] {
  const [west, south, east, north] = bounds;
  const height = mercatorY(south) - mercatorY(north);
  const across =
    Math.min((screenPx.width * 360) / (east - west), screenPx.height / height) / tileWidthPx;
  const z = Math.max(0, Math.min(maxZoom, Math.floor(Math.log2(across))));
  return listTiles(bounds, z);
}

/** Where a latitude lies in the square world of the tiles, 0 at its top, 1 at its bottom. */
function mercatorY(lat: number): number {
  return (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2;
}

/** The tiles of zoom `z` that touch `bounds`. */
export function listTiles([west, south, east, north]: Bounds, z: number): TileAddress[] {
  const across = 2 ** z;
  const column = (lng: number) => Math.floor(((lng + 180) / 360) * across);
  const row = (lat: number) => Math.floor(mercatorY(lat) * across);
  const tiles: TileAddress[] = [];
  for (let x = column(west); x <= column(east); x += 1)
    for (let y = row(north); y <= row(south); y += 1) tiles.push({ z, x, y });
  return tiles.filter(isTileAddress);
}
