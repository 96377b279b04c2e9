// The places and the map settings of kept regencies, read from the device. Loaded when the server is away.
import type { KeptLocality, MapInfo, Region } from '#contract/regions';
import { withDeviceDatabase } from './device-store.ts';

/** All kept places, each once, by code. Empty when no regency is kept. */
export async function listKeptPlaces(): Promise<Region[]> {
  const packs = await withDeviceDatabase((database) => database.getAll('places'));
  const byCode = new Map(packs.flatMap(({ places }) => places).map((place) => [place.code, place]));
  return [...byCode.values()].sort((a, b) => a.code.localeCompare(b.code));
}

/** The localities of a village; null when its regency is not kept. */
export async function listKeptLocalities(villageCode: string): Promise<KeptLocality[] | null> {
  const pack = await withDeviceDatabase((database) =>
    database.get('places', villageCode.slice(0, 5)),
  );
  return pack?.localities.filter((locality) => locality.villageCode === villageCode) ?? null;
}

/**
 * The map settings fit for what lies on this device: drawn from the tiles that were kept, over the
 * built-in ground, for no archive and no online tiles are here.
 */
export async function fitToDevice(info: MapInfo): Promise<MapInfo> {
  const packs = await withDeviceDatabase((database) => database.getAll('packs'));
  const isKept = packs.some((pack) => pack.boundaryVersion === info.boundaryVersion);
  const latest = packs
    .filter((pack) => pack.completedAt !== null)
    .sort((a, b) => String(b.completedAt).localeCompare(String(a.completedAt)))[0];
  const version = isKept ? info.boundaryVersion : (latest?.boundaryVersion ?? info.boundaryVersion);
  return {
    ...info,
    boundaryVersion: version,
    tileUrl: `/tiles/${version}/{z}/{x}/{y}.mvt`,
    firstTiles: [],
    basemap: { kind: 'builtin' },
  };
}
