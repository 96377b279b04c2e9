// Vector tiles of the whole country: made, from the cache, and the same ones from PostGIS, turn by turn.
import { gzipSync } from 'node:zlib';
import type { Db } from '../../server/platform/database.ts';
import { countVillages } from '../../server/regions/store.ts';
import { createTileCache } from '../../server/regions/tile-cache.ts';
import type { TileAddress } from '../../server/regions/tile-grid.ts';
import { makeTile, readLand, type Land } from '../../server/regions/tiles.ts';
import { kB, ms, quantile, type Result, type Row } from './measure.ts';
import { missingPostgis, startCluster, type Cluster } from './postgis-cluster.ts';
import { loadIntoPostgis, tileFromPostgis } from './postgis-tiles.ts';
import { sampleTiles } from './tile-sample.ts';

const sampleSeed = 1;
const warmUpSeed = 2;

type Times = { made: number[]; cached: number[]; postgis: number[] };

/** Made as the tile worker makes it, kept in memory as the server keeps it in its database. */
function prepareTiles(db: Db, land: Land) {
  const villageCount = countVillages(db, 'ID');
  const make = (address: TileAddress) => {
    const tile = makeTile(db, land, address, villageCount);
    return tile ? gzipSync(tile, { level: 9 }) : new Uint8Array();
  };
  return { make, cache: createTileCache(db, async (address) => make(address)) };
}

async function clocked(times: number[], work: () => unknown): Promise<void> {
  const startedAt = performance.now();
  await work();
  times.push(performance.now() - startedAt);
}

/** Every way takes its turn at every tile, so that whatever else the machine does slows all alike. */
async function timeTiles(
  tiles: readonly TileAddress[],
  { make, cache }: ReturnType<typeof prepareTiles>,
  cluster: Cluster | null,
) {
  const times: Times = { made: [], cached: [], postgis: [] };
  const bytes: number[] = [];
  for (const tile of tiles) {
    await clocked(times.made, () => bytes.push(make(tile).length));
    await cache.get('bench', tile);
    await clocked(times.cached, () => cache.get('bench', tile));
    if (cluster)
      await clocked(times.postgis, async () =>
        gzipSync(await tileFromPostgis(cluster, tile), { level: 9 }),
      );
  }
  return { times, bytes };
}

function describe(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const perSecond = (1000 * times.length) / times.reduce((sum, time) => sum + time, 0);
  const [p50, p99] = [quantile(sorted, 0.5), quantile(sorted, 0.99)];
  const rate = perSecond < 1000 ? perSecond.toFixed(0) : `${Math.round(perSecond / 1000)},000`;
  return { perSecond, text: `${ms(p50)} / ${ms(p99)}, ${rate} tiles/s` };
}

async function openPostgis(db: Db, land: Land): Promise<Cluster | string> {
  const missing = missingPostgis();
  if (missing) return missing;
  const cluster = await startCluster();
  try {
    await loadIntoPostgis(cluster, db, land);
    return cluster;
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

function toRows(count: number, { made, cached, postgis }: Times, bytes: number[], version: string) {
  const [byMade, byCached, byPostgis] = [made, cached, postgis].map(describe);
  if (!byMade || !byCached || !byPostgis) return [];
  const sorted = bytes.toSorted((a, b) => a - b);
  const times = (ratio: number) => `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio)} ×`;
  const rows: Row[] = [
    {
      what: `Tile of the country, compressed (p50 / largest of ${count}, zoom 6–12)`,
      measured: `${kB(quantile(sorted, 0.5))} / ${kB(sorted.at(-1) ?? 0)}`,
      aim: '',
    },
    { what: 'Tile from the cache (p50 / p99)', measured: byCached.text, aim: '' },
    { what: 'Tile made, compressed (p50 / p99)', measured: byMade.text, aim: '' },
  ];
  if (postgis.length === 0) return rows;
  return [
    ...rows,
    {
      what: `Same tile from PostGIS ${version}, compressed (p50 / p99)`,
      measured: byPostgis.text,
      aim: '',
    },
    {
      what: 'From the cache against PostGIS, tiles/s',
      measured: times(byCached.perSecond / byPostgis.perSecond),
      aim: '≥ 3 ×',
    },
    {
      what: 'Made against PostGIS, tiles/s',
      measured: times(byMade.perSecond / byPostgis.perSecond),
      aim: '≥ 1 ×',
    },
  ];
}

/** `db` is the country; the tiles kept in it are made anew. */
export async function benchTiles(db: Db): Promise<Result> {
  db.exec('DELETE FROM tile');
  const land = readLand();
  const postgis = await openPostgis(db, land);
  const cluster = typeof postgis === 'string' ? null : postgis;
  try {
    const tiles = sampleTiles(db, sampleSeed);
    const prepared = prepareTiles(db, land);
    await timeTiles(sampleTiles(db, warmUpSeed), prepared, cluster);
    db.exec('DELETE FROM tile');
    const { times, bytes } = await timeTiles(tiles, prepared, cluster);
    return {
      rows: toRows(tiles.length, times, bytes, cluster?.version ?? ''),
      skipped: typeof postgis === 'string' ? [`PostGIS: ${postgis}`] : [],
    };
  } finally {
    await cluster?.stop();
    db.exec('DELETE FROM tile');
  }
}
