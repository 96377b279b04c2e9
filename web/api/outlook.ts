// What cannot be done yet, the forecast, and the story of a place. Every key begins with `commitments`:
// the live event renews them together.
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type { Obstacle, ObstacleInput, ObstacleLook } from '#contract/obstacles';
import type { Forecast, ObstacleList, ObstacleState, Story } from '#contract/outlook';
import { request } from './client.ts';
import { commitmentsKey } from './commitments.ts';

const obstaclesKey = [...commitmentsKey, 'obstacles'];

/** What a list is narrowed to; an absent key does not narrow. */
export type ObstaclesWanted = {
  area?: string;
  operator?: string;
  reason?: string;
  state?: ObstacleState;
};

export function obstaclesQuery(wanted: ObstaclesWanted) {
  return infiniteQueryOptions({
    queryKey: [...obstaclesKey, 'list', wanted],
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams(wanted);
      if (pageParam !== null) query.set('after', String(pageParam));
      return request<ObstacleList>(`/api/obstacles?${query.toString()}`, { signal });
    },
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}

/** Those of a village that are not lifted. */
export function villageObstaclesQuery(villageCode: string) {
  return queryOptions({
    queryKey: [...obstaclesKey, 'village', villageCode],
    queryFn: ({ signal }) =>
      request<ObstacleList>(`/api/obstacles?area=${villageCode}&state=open`, { signal }),
    staleTime: 60_000,
  });
}

export function obstacleQuery(id: string) {
  return queryOptions({
    queryKey: [...obstaclesKey, 'one', id],
    queryFn: ({ signal }) => request<Obstacle>(`/api/obstacles/${id}`, { signal }),
  });
}

/** The same list, all of it, as a file to be saved. */
export function obstaclesFile(wanted: ObstaclesWanted, format: 'csv' | 'xlsx'): string {
  return `/api/obstacles.${format}?${new URLSearchParams(wanted).toString()}`;
}

/** `id` is made once for each form, so that a retry never makes a second one. */
export function useRaiseObstacle() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id, input }: { id: string; input: ObstacleInput }) =>
      request<Obstacle>(`/api/obstacles/${id}`, { method: 'PUT', body: input }),
    onSuccess: (saved) => {
      client.setQueryData(obstacleQuery(saved.id).queryKey, saved);
      return client.invalidateQueries({ queryKey: commitmentsKey });
    },
  });
}

/** `version` is the one that was looked at. */
export type TakeLook = { id: string; version: number; look: ObstacleLook };

export function useLookAtObstacle() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id, version, look }: TakeLook) =>
      request<Obstacle>(`/api/obstacles/${id}/looks`, {
        method: 'POST',
        body: look,
        headers: { 'if-match': `"${version}"` },
      }),
    onSuccess: (saved) => client.setQueryData(obstacleQuery(saved.id).queryKey, saved),
    // After a refusal too: somebody else may have been quicker.
    onSettled: () => client.invalidateQueries({ queryKey: commitmentsKey }),
  });
}

/** `area`: province, regency or district, '' all that is loaded. */
export function forecastQuery(area: string) {
  return queryOptions({
    queryKey: [...commitmentsKey, 'forecast', area],
    queryFn: ({ signal }) =>
      request<Forecast>(`/api/forecast${area === '' ? '' : `?area=${area}`}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

export function storyQuery(villageCode: string) {
  return queryOptions({
    queryKey: [...commitmentsKey, 'story', villageCode],
    queryFn: ({ signal }) => request<Story>(`/api/places/${villageCode}/story`, { signal }),
    staleTime: 60_000,
  });
}
