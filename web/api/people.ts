// Who lives where: figures of a village or locality with their history, sums of areas.
import { queryOptions, useMutation } from '@tanstack/react-query';
import type { People, PeopleInput, PeopleSummary } from '#contract/people';
import { request } from './client.ts';
import { useRefreshPlaces } from './localities.ts';

const peopleKey = ['people'];

/** `unit` is a village's code or a locality's id. */
export function peopleQuery(unit: string) {
  return queryOptions({
    queryKey: [...peopleKey, 'unit', unit],
    queryFn: ({ signal }) => request<People>(`/api/people/${unit}`, { signal }),
    staleTime: 60_000,
  });
}

export function peopleSummaryQuery(code: string) {
  return queryOptions({
    queryKey: [...peopleKey, 'summary', code],
    queryFn: ({ signal }) => request<PeopleSummary>(`/api/people/summary/${code}`, { signal }),
    staleTime: 60_000,
  });
}

export function useSavePeople(unit: string) {
  const refresh = useRefreshPlaces();
  return useMutation({
    networkMode: 'always',
    mutationFn: (input: PeopleInput) =>
      request<People>(`/api/people/${unit}`, { method: 'PUT', body: input }),
    onSettled: refresh,
  });
}

export function useRemovePeople(unit: string) {
  const refresh = useRefreshPlaces();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ datedOn, source }: Pick<PeopleInput, 'datedOn' | 'source'>) => {
      const row = new URLSearchParams({ datedOn, source }).toString();
      return request<People>(`/api/people/${unit}?${row}`, { method: 'DELETE' });
    },
    onSettled: refresh,
  });
}
