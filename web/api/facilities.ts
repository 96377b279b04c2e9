// Facilities: those of a village, those in a view, one with its history, counts of areas.
import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query';
import type {
  FacilityDetail,
  FacilityInput,
  FacilityList,
  FacilitySaved,
  FacilitySummary,
} from '#contract/facilities';
import type { Bounds } from '#contract/regions';
import { request } from './client.ts';
import { useRefreshPlaces } from './localities.ts';

const facilitiesKey = ['facilities'];

export function facilitiesQuery(villageCode: string) {
  return queryOptions({
    queryKey: [...facilitiesKey, 'village', villageCode],
    queryFn: ({ signal }) =>
      request<FacilityList>(`/api/facilities?area=${villageCode}`, { signal }),
    staleTime: 60_000,
  });
}

/** Those with a point in [west, south, east, north]; the ones before stay until the next are there. */
export function facilitiesInViewQuery(bounds: Bounds) {
  return queryOptions({
    queryKey: [...facilitiesKey, 'view', ...bounds],
    queryFn: ({ signal }) =>
      request<FacilityList>(`/api/facilities?bounds=${bounds.join(',')}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

export function facilityQuery(id: string) {
  return queryOptions({
    queryKey: [...facilitiesKey, 'one', id],
    queryFn: ({ signal }) => request<FacilityDetail>(`/api/facilities/${id}`, { signal }),
    staleTime: 60_000,
  });
}

export function facilitySummaryQuery(code: string) {
  return queryOptions({
    queryKey: [...facilitiesKey, 'summary', code],
    queryFn: ({ signal }) =>
      request<FacilitySummary>(`/api/facilities/summary/${code}`, { signal }),
    staleTime: 60_000,
  });
}

/** `version` is the one that the form was filled from; null when it is new. */
export type SaveFacility = { id: string; version: number | null; input: FacilityInput };

export function useSaveFacility() {
  const refresh = useRefreshPlaces();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id, version, input }: SaveFacility) =>
      request<FacilitySaved>(`/api/facilities/${id}`, {
        method: 'PUT',
        body: input,
        headers: version === null ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` },
      }),
    onSettled: refresh,
  });
}

export function useRemoveFacility() {
  const refresh = useRefreshPlaces();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      request<void>(`/api/facilities/${id}`, {
        method: 'DELETE',
        headers: { 'if-match': `"${version}"` },
      }),
    onSettled: refresh,
  });
}
