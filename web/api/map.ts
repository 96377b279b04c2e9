// What the map needs before its first tile.
import { queryOptions } from '@tanstack/react-query';
import type { MapInfo } from '#contract/regions';
import { request } from './client.ts';

export const mapQuery = queryOptions({
  queryKey: ['map'],
  queryFn: ({ signal }) => request<MapInfo>('/api/map', { signal }),
  staleTime: Infinity,
});
