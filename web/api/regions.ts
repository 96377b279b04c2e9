// Places: search, one place, what lies inside it, its villages.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Region, RegionName, SearchHit, VillageRow } from '#contract/regions';
import { request } from './client.ts';

/** Names and boundaries change only with a new boundary version. */
const lasting = { staleTime: 30 * 60_000, gcTime: 60 * 60_000 };

export const searchQuery = (text: string) =>
  queryOptions({
    queryKey: ['regions', 'search', text],
    queryFn: ({ signal }) =>
      request<SearchHit[]>(`/api/search?q=${encodeURIComponent(text)}&limit=10`, { signal }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
    retry: false,
    ...lasting,
  });

export const regionQuery = (code: string) =>
  queryOptions({
    queryKey: ['regions', 'one', code],
    queryFn: ({ signal }) => request<Region>(`/api/regions/${code}`, { signal }),
    ...lasting,
  });

/** `code` is `ID` for the provinces. */
export const childrenQuery = (code: string) =>
  queryOptions({
    queryKey: ['regions', 'children', code],
    queryFn: ({ signal }) => request<RegionName[]>(`/api/regions/${code}/children`, { signal }),
    ...lasting,
  });

export const villagesQuery = (code: string) =>
  queryOptions({
    queryKey: ['regions', 'villages', code],
    queryFn: ({ signal }) => request<VillageRow[]>(`/api/regions/${code}/villages`, { signal }),
    ...lasting,
  });
