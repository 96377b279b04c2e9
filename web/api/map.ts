// What the map needs before its first tile.
import { queryOptions } from '@tanstack/react-query';
import type { MapInfo } from '#contract/regions';
import { request } from './client.ts';
import { findKept, keepAnswer, orKept } from './offline.ts';

async function askMap(signal: AbortSignal): Promise<MapInfo> {
  const info = await request<MapInfo>('/api/map', { signal });
  keepAnswer('map', info);
  return info;
}

async function findKeptMap(): Promise<MapInfo | null> {
  const kept = await findKept<MapInfo>('map');
  if (!kept) return null;
  const { fitToDevice } = await import('./kept-places.ts');
  return fitToDevice(kept.value);
}

export const mapQuery = queryOptions({
  queryKey: ['map'],
  queryFn: ({ signal }) => orKept(askMap(signal), findKeptMap),
  staleTime: Infinity,
});

/** Lets tiles come into the browser's cache while the map engine still starts. */
export function prefetchTiles(addresses: readonly string[]): void {
  // What fails here is asked for again, and told, by the map itself.
  for (const address of addresses) fetch(address).catch(() => undefined);
}
