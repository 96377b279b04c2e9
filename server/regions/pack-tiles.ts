// Which tiles a device needs to show one regency at every zoom without a connection. Pure.
import type { Bounds } from './contract.ts';
import { listFirstTiles, listTiles, maxZoom, type TileAddress } from './tile-grid.ts';

/** The map zooms out no further (minZoom of the map). */
const farthestZoom = 3;

/** Sixteen times the tiles of a usual regency; a larger area is no pack. */
export const packTilesMaximum = 4000;

/** How many tiles of zoom `z` touch `bounds`, without listing them. */
function countTiles([west, south, east, north]: Bounds, z: number): number {
  const degrees = 360 / 2 ** z;
  return (Math.ceil((east - west) / degrees) + 1) * (Math.ceil((north - south) / degrees) + 1);
}

/**
 * The tiles of a pack, coarse ones first: those of the whole province up to the zoom of its view,
 * and below that those of the regency down to the deepest zoom. Null when they would be more than
 * `packTilesMaximum`.
 */
export function listPackTiles(province: Bounds, regency: Bounds): TileAddress[] | null {
  const viewZoom = Math.max(farthestZoom, listFirstTiles(province)[0]?.z ?? farthestZoom);
  if (countTiles(regency, maxZoom) > packTilesMaximum) return null;
  const zooms = Array.from({ length: maxZoom - farthestZoom + 1 }, (_, i) => farthestZoom + i);
  const tiles = zooms.flatMap((z) => listTiles(z <= viewZoom ? province : regency, z));
  return tiles.length > packTilesMaximum ? null : tiles;
}
