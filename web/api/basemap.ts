// The basemap for the admin: which files lie on the server, setting another one.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Basemap, MapInfo } from '#contract/regions';
import { request } from './client.ts';
import { mapQuery } from './map.ts';

/** PMTiles files lying in the server's basemap folder. */
export const basemapFilesQuery = queryOptions({
  queryKey: ['basemap', 'files'],
  queryFn: async ({ signal }): Promise<string[]> =>
    (await request<{ files: string[] }>('/api/map/basemaps', { signal })).files,
});

export function useSetBasemap() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (basemap: Basemap) =>
      request<MapInfo>('/api/map/basemap', { method: 'PUT', body: basemap }),
    onSuccess: (map) => client.setQueryData(mapQuery.queryKey, map),
  });
}
