// What the map needs before its first tile, put together from what is loaded.
import type { Db } from '../platform/database.ts';
import type { Bounds, MapInfo, RegionName } from './contract.ts';
import { readBasemap } from './map-settings.ts';
import { boundaryVersion, countVillages } from './store.ts';
import { areaZooms, listFirstTiles, maxZoom } from './tile-grid.ts';

/** Indonesia, when nothing smaller is loaded. */
const country: Bounds = [95, -11, 141.1, 6.1];

type Box = { west: number | null; south: number; east: number; north: number };

function readBounds(db: Db, code: string | null): Bounds {
  const where = code === null ? "WHERE r.level = 'province'" : 'WHERE r.code = ?';
  const box = db
    .prepare(
      `SELECT min(west) AS west, min(south) AS south, max(east) AS east, max(north) AS north
       FROM region r JOIN boundary b ON b.code = r.code ${where}`,
    )
    .get(...(code === null ? [] : [code])) as Box;
  return box.west === null ? country : [box.west, box.south, box.east, box.north];
}

/** `province` as in the environment: a code, or 'all'. */
export function readMapInfo(db: Db, province: string): MapInfo {
  const found = db
    .prepare("SELECT code, level, kind, name FROM region WHERE code = ? AND level = 'province'")
    .get(province) as RegionName | undefined;
  const villageCount = countVillages(db, 'ID');
  const zooms = areaZooms(villageCount);
  const version = boundaryVersion(db);
  const bounds = readBounds(db, found?.code ?? null);
  const basemap = readBasemap(db);
  const ofBasemap = basemap.kind === 'builtin' ? '' : basemap.attribution.trim();
  const official = db
    .prepare(
      `SELECT DISTINCT name FROM boundary_source
       WHERE kind = 'official' AND sha256 <> 'dissolved' ORDER BY id`,
    )
    .pluck()
    .all() as string[];
  return {
    province: found ?? null,
    bounds,
    villageCount: countVillages(db, found?.code ?? 'ID'),
    officialCount: db
      .prepare(
        `SELECT count(*) FROM boundary b JOIN region r ON r.code = b.code
         WHERE b.kind = 'official' AND r.level = 'village'`,
      )
      .pluck()
      .get() as number,
    boundaryVersion: version,
    tileUrl: `/tiles/${version}/{z}/{x}/{y}.mvt`,
    firstTiles: listFirstTiles(bounds).map(({ z, x, y }) => `/tiles/${version}/${z}/${x}/${y}.mvt`),
    zooms: { maxZoom, regency: zooms.regency, district: zooms.district, village: zooms.village },
    basemap,
    attribution: [
      ofBasemap,
      'idn-area-data (ODbL)',
      'geografis',
      ...official,
      'Natural Earth',
    ].filter((name) => name !== ''),
  };
}
