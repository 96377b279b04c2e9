// Coverage in the made-up villages: layers that cover what a test says, as the engine would store them.
import type { Account } from '../../server/auth/contract.ts';
import { packArea } from '../../server/coverage/area-codec.ts';
import type { LayerKey } from '../../server/coverage/contract.ts';
import { readGain } from '../../server/coverage/gain.ts';
import { blocksPerDegree, layerId, type Area } from '../../server/coverage/layer-store.ts';
import type { BestRequest, Candidate } from '../../server/coverage/planning-contract.ts';
import { defaultSettings } from '../../server/coverage/rules.ts';
import type { Db } from '../../server/platform/database.ts';
import { intersection } from '../../server/regions/geos.ts';
import { boundsOf } from '../../server/regions/planar.ts';
import { square } from './place.ts';

/** A 4G layer of Telkomsel's sites that are on air. */
export function layer(over: Partial<LayerKey> = {}): LayerKey {
  const plain = { basis: 'computed', phase: 'on_air', operatorId: 'telkomsel' } as const;
  return { ...plain, technology: '4g', ...over };
}

/** Stores that the layer covers the area, and with it the layer of all operators. */
export function cover(db: Db, key: LayerKey, area: Area): void {
  const insert = db.prepare(
    'INSERT OR REPLACE INTO coverage_block (layer_id, x, y, area_km2, shape) VALUES (?, ?, ?, 0, ?)',
  );
  const [west, south, east, north] = boundsOf(area);
  const step = (degrees: number) => Math.floor(degrees * blocksPerDegree);
  for (const operatorId of [key.operatorId, '*'])
    for (let x = step(west); x <= step(east); x += 1)
      for (let y = step(south); y <= step(north); y += 1) {
        const block = square(x / blocksPerDegree, y / blocksPerDegree, 1 / blocksPerDegree);
        const part = intersection(area, block);
        if (part.length > 0) insert.run(layerId(db, { ...key, operatorId }), x, y, packArea(part));
      }
}

/** A 4G tower of nobody in the middle of Inderapura, reaching 3 km all round. */
export function candidate(over: Partial<Candidate> = {}): Candidate {
  return {
    technology: '4g',
    bandMhz: null,
    radiusM: 3000,
    heightM: null,
    azimuthDeg: null,
    beamwidthDeg: null,
    position: [100.05, -1.95],
    operatorId: null,
    cutsByTerrain: false,
    exceptSiteId: null,
    ...over,
  };
}

export const settings = defaultSettings;

/** Someone who reads everything that the house has. */
export const leader: Account = {
  id: 'a',
  name: 'Sari',
  email: 'sari@contoh.go.id',
  role: 'leader',
  office: { id: 1, name: 'Sekda', regencyCode: null, operatorId: null },
  mustChangePassword: false,
  disabledAt: null,
  lastSignInAt: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  version: 1,
};

/** What that tower gains, without terrain. */
export const gainOf = (db: Db, over: Partial<Candidate> = {}, viewer = leader) =>
  readGain(db, candidate(over), viewer, settings, null);

/** What is asked for Pesisir Selatan, by the radius of the settings. */
export function bestRequest(over: Partial<BestRequest> = {}): BestRequest {
  return {
    regencyCode: '13.01',
    count: 3,
    technology: '4g',
    bandMhz: null,
    radiusM: null,
    heightM: null,
    cutsByTerrain: false,
    ...over,
  };
}
