// Places: search, one place, what lies inside it, its villages.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Position, Region, RegionName, SearchHit, VillageRow } from '#contract/regions';
import { request } from './client.ts';
import { orKept } from './offline.ts';

/** Names and boundaries change only with a new boundary version. */
const lasting = { staleTime: 30 * 60_000, gcTime: 60 * 60_000 };

/** What `find` sees in the places of kept regencies; null where it finds nothing. */
async function lookUp<T>(
  find: (places: readonly Region[], lookup: typeof import('./place-lookup.ts')) => T | null,
): Promise<T | null> {
  const [{ listKeptPlaces }, lookup] = await Promise.all([
    import('./kept-places.ts'),
    import('./place-lookup.ts'),
  ]);
  const places = await listKeptPlaces();
  return places.length === 0 ? null : find(places, lookup);
}

export const searchQuery = (text: string) =>
  queryOptions({
    queryKey: ['regions', 'search', text],
    queryFn: ({ signal }) =>
      orKept(
        request<SearchHit[]>(`/api/search?q=${encodeURIComponent(text)}&limit=10`, { signal }),
        () => lookUp((places, { searchPlaces }) => searchPlaces(places, text, 10)),
      ),
    enabled: text !== '',
    placeholderData: keepPreviousData,
    retry: false,
    ...lasting,
  });

export const regionQuery = (code: string) =>
  queryOptions({
    queryKey: ['regions', 'one', code],
    queryFn: ({ signal }) =>
      orKept(request<Region>(`/api/regions/${code}`, { signal }), () =>
        lookUp((places) => places.find((place) => place.code === code) ?? null),
      ),
    ...lasting,
  });

/** `code` is `ID` for the provinces. */
export const childrenQuery = (code: string) =>
  queryOptions({
    queryKey: ['regions', 'children', code],
    queryFn: ({ signal }) =>
      orKept(request<RegionName[]>(`/api/regions/${code}/children`, { signal }), () =>
        lookUp((places, { listChildrenOf }) => listChildrenOf(places, code)),
      ),
    ...lasting,
  });

export const villagesQuery = (code: string) =>
  queryOptions({
    queryKey: ['regions', 'villages', code],
    queryFn: ({ signal }) =>
      orKept(request<VillageRow[]>(`/api/regions/${code}/villages`, { signal }), () =>
        lookUp((places, { listVillagesOf }) => listVillagesOf(places, code)),
      ),
    ...lasting,
  });

/**
 * The village in which [lng, lat] lies; the error `no_village_here` where there is none. Without a
 * connection it is guessed among the kept regencies, for their exact boundaries are not here.
 */
export function villageAtQuery([lng, lat]: Position) {
  return queryOptions({
    queryKey: ['village-at', lng, lat],
    queryFn: ({ signal }): Promise<Region & { isGuess?: boolean }> =>
      orKept(request<Region>(`/api/regions/at?lng=${lng}&lat=${lat}`, { signal }), () =>
        lookUp((places, { guessVillageAt }) => {
          const village = guessVillageAt(places, [lng, lat]);
          return village && { ...village, isGuess: true };
        }),
      ),
    staleTime: Infinity,
    retry: false,
  });
}
