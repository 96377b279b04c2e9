// Localities: those of a village, those in a view, saving and removing.
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { LocalityInput, LocalityList, LocalitySaved } from '#contract/locality';
import type { Bounds, KeptLocality } from '#contract/regions';
import { request } from './client.ts';
import { orKept } from './offline.ts';

export const localitiesKey = ['localities'];

export function localitiesQuery(villageCode: string) {
  return queryOptions({
    queryKey: [...localitiesKey, 'village', villageCode],
    queryFn: ({ signal }) =>
      request<LocalityList>(`/api/localities?area=${villageCode}`, { signal }),
    staleTime: 60_000,
  });
}

/** Just what is chosen from in a form; without a connection, that of a kept regency. */
export function localityNamesQuery(villageCode: string) {
  return queryOptions({
    queryKey: [...localitiesKey, 'names', villageCode],
    queryFn: ({ signal }): Promise<KeptLocality[]> =>
      orKept(
        request<LocalityList>(`/api/localities?area=${villageCode}`, { signal }).then(
          ({ localities }) =>
            localities.map(({ id, kind, name }) => ({ id, villageCode, kind, name })),
        ),
        async () => (await import('./kept-places.ts')).listKeptLocalities(villageCode),
      ),
    staleTime: 60_000,
  });
}

/** Those with a point in [west, south, east, north]; the ones before stay until the next are there. */
export function localitiesInViewQuery(bounds: Bounds) {
  return queryOptions({
    queryKey: [...localitiesKey, 'view', ...bounds],
    queryFn: ({ signal }) =>
      request<LocalityList>(`/api/localities?bounds=${bounds.join(',')}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** Everything that a changed locality, figure or facility may have touched. */
export function useRefreshPlaces() {
  const client = useQueryClient();
  return () => {
    for (const room of ['localities', 'people', 'facilities', 'status'])
      void client.invalidateQueries({ queryKey: [room] });
  };
}

/** `version` is the one that the form was filled from; null when it is new. */
export type SaveLocality = { id: string; version: number | null; input: LocalityInput };

export function useSaveLocality() {
  const refresh = useRefreshPlaces();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id, version, input }: SaveLocality) =>
      request<LocalitySaved>(`/api/localities/${id}`, {
        method: 'PUT',
        body: input,
        headers: version === null ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` },
      }),
    onSettled: refresh,
  });
}

export function useRemoveLocality() {
  const refresh = useRefreshPlaces();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      request<void>(`/api/localities/${id}`, {
        method: 'DELETE',
        headers: { 'if-match': `"${version}"` },
      }),
    onSettled: refresh,
  });
}
