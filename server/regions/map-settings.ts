// Which basemap lies under the boundaries, as the admin has set it; the builtin one by default.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findMeta, setMeta, type Db } from '../platform/database.ts';
import { Basemap } from './contract.ts';

const key = 'basemap';

export function readBasemap(db: Db): Basemap {
  const stored = findMeta(db, key);
  // A setting that a newer contract refuses must not keep the map from opening.
  const basemap = Basemap.safeParse(stored && JSON.parse(stored));
  return basemap.success ? basemap.data : { kind: 'builtin' };
}

export function storeBasemap(db: Db, basemap: Basemap): void {
  setMeta(db, key, JSON.stringify(basemap));
}

/** The PMTiles archives lying in DATA_DIR/basemap, by name. */
export function listBasemapFiles(dataDir: string): string[] {
  const dir = join(dataDir, 'basemap');
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => Basemap.safeParse({ kind: 'pmtiles', file: name, attribution: '' }).success)
    .toSorted();
}
