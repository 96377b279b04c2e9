// Reads the land that comes with the project (Natural Earth 1:10m, see data/SOURCES.md).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Multi } from './geos.ts';

export const basemapDir = join(import.meta.dirname, '../../data/basemap');

/** One country's land: MultiPolygon coordinates, [lng, lat], WGS 84, 5 decimals. */
export type CountryLand = { name: string; land: Multi };

type LandFile = {
  features: { properties: { name: string }; geometry: { coordinates: Multi } }[];
};

function readLand(file: string): CountryLand[] {
  const text = gunzipSync(readFileSync(join(basemapDir, file))).toString('utf8');
  const { features } = JSON.parse(text) as LandFile;
  return features.map(({ properties, geometry }) => ({
    name: properties.name,
    land: geometry.coordinates,
  }));
}

/** Indonesia's land; islands smaller than about a kilometre are missing. */
export function readIndonesiaLand(): Multi {
  return readLand('indonesia.geojson.gz').flatMap(({ land }) => land);
}

/** The land of the other countries within 88–148°E, 16°S–13°N. */
export function readNeighbourLand(): CountryLand[] {
  return readLand('neighbours.geojson.gz');
}
