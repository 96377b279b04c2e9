// Which tiles are measured: a seeded sample of those that hold villages, dense Java and lone isles alike.
import type { Db } from '../../server/platform/database.ts';
import { listTiles, type TileAddress } from '../../server/regions/tile-grid.ts';
import { seededRandom } from './measure.ts';

const zooms = [6, 7, 8, 9, 10, 11, 12];
const tilesPerZoom = 45;

/**
 * Tiles round villages drawn at random, mixed zooms, none twice. A place with many villages is drawn
 * more often, as it is looked at more often. Low zooms have fewer tiles than are asked for.
 */
export function sampleTiles(db: Db, seed: number): TileAddress[] {
  const random = seededRandom(seed);
  const points = db
    .prepare("SELECT lng, lat FROM region WHERE level = 'village' ORDER BY id")
    .raw()
    .all() as [number, number][];
  const tiles = new Map<string, TileAddress>();
  for (let draw = 0; draw < tilesPerZoom; draw += 1)
    for (const zoom of zooms) {
      const [lng, lat] = points[Math.floor(random() * points.length)] ?? [100, -1];
      const [tile] = listTiles([lng, lat, lng, lat], zoom);
      if (tile) tiles.set(`${tile.z}/${tile.x}/${tile.y}`, tile);
    }
  return [...tiles.values()];
}
