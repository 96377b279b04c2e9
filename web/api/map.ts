// What the map needs before its first tile.
import { queryOptions } from '@tanstack/react-query';
import type { MapInfo } from '#contract/regions';
import { request } from './client.ts';

export const mapQuery = queryOptions({
  queryKey: ['map'],
  queryFn: ({ signal }) => request<MapInfo>('/api/map', { signal }),
  staleTime: Infinity,
});

/** Lets tiles come into the browser's cache while the map engine still starts. */
export function prefetchTiles(addresses: readonly string[]): void {
  // What fails here is asked for again, and told, by the map itself.
  for (const address of addresses) fetch(address).catch(() => undefined);
}
