// Makes one vector tile of one coverage layer: what stands today from its blocks, what stood on a day from
// its footprints. Runs in the coverage tile worker; knows nothing of HTTP, rights or the cache.
import { geoJSONToTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature } from 'geojson';
import type { Db } from '../platform/database.ts';
import { merge } from '../regions/geos.ts';
import { maxZoom, tileBounds, type TileAddress } from '../regions/tile-grid.ts';
import { allOperators, type LayerKey } from './contract.ts';
import { findLayer, listBlocks, listFootprints, listLayers, type Area } from './layer-store.ts';

/** The one layer inside a tile. */
const tileLayer = 'coverage';

/** Tile units beyond the edge, so that outlines cut there lie outside the tile; of 4,096. */
const bufferUnits = 64;
const extent = 4096;
/** How far simplifying may move an outline, tile units: circles stay round, also when a tile is stretched. */
const tolerance = 1.5;

export type CoverageTile = {
  layer: LayerKey;
  /** ISO date; null: as it stands today. */
  onDay: string | null;
  address: TileAddress;
};

type Box = Parameters<typeof listBlocks>[2];

/** The layers whose footprints make up this one: all operators together have none of their own. */
function listSources(db: Db, key: LayerKey): number[] {
  if (key.operatorId !== allOperators) {
    const layer = findLayer(db, key);
    return layer ? [layer.id] : [];
  }
  return listLayers(db)
    .filter(
      ({ basis, phase, technology, operatorId }) =>
        basis === key.basis &&
        phase === key.phase &&
        technology === key.technology &&
        operatorId !== allOperators,
    )
    .map(({ id }) => id);
}

function listParts(db: Db, key: LayerKey, box: Box, onDay: string | null): Area[] {
  if (onDay !== null)
    return listSources(db, key).flatMap((id) => listFootprints(db, id, box, onDay));
  const layer = findLayer(db, key);
  return layer ? listBlocks(db, layer.id, box) : [];
}

/** What of the layer touches the tile, merged: edges that parts have in common would show as lines. */
export function findTileArea(db: Db, { layer, onDay, address }: CoverageTile): Area {
  const [west, south, east, north] = tileBounds(address, bufferUnits / extent);
  const parts = listParts(db, layer, { west, south, east, north }, onDay);
  return parts.length === 0 ? [] : merge(parts);
}

/** The tile as uncompressed MVT, one feature in its layer `coverage`; null when nothing lies in it. */
export function makeCoverageTile(db: Db, wanted: CoverageTile): Uint8Array | null {
  const coordinates = findTileArea(db, wanted);
  if (coordinates.length === 0) return null;
  const feature: Feature = {
    type: 'Feature',
    properties: {},
    geometry: { type: 'MultiPolygon', coordinates },
  };
  const { z, x, y } = wanted.address;
  const tile = geoJSONToTile({ type: 'FeatureCollection', features: [feature] }, z, x, y, {
    extent,
    buffer: bufferUnits,
    maxZoom,
    tolerance,
    clip: true,
  });
  if (tile.features.length === 0) return null;
  return fromGeojsonVt({ [tileLayer]: tile }, { version: 2, extent });
}
