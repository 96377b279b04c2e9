// Planning: what a tower would gain, where towers help most, what lies between two places. All of it
// rests on coverage: its keys begin like those, so that a finished run asks anew.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  Best,
  BestRequest,
  Candidate,
  Gain,
  Profile,
  ProfileRequest,
} from '#contract/planning';
import { request } from './client.ts';
import { coverageKey } from './coverage.ts';

/** The figures before stay until the new ones are there: a tower that is dragged does not flicker. */
export function gainQuery(candidate: Candidate) {
  return queryOptions({
    queryKey: [...coverageKey, 'gain', candidate],
    queryFn: ({ signal }) =>
      request<Gain>('/api/planning/gain', { method: 'POST', body: candidate, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

export function bestQuery(wanted: BestRequest) {
  return queryOptions({
    queryKey: [...coverageKey, 'best', wanted],
    queryFn: ({ signal }) =>
      request<Best>('/api/planning/best', { method: 'POST', body: wanted, signal }),
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
  });
}

export function profileQuery(wanted: ProfileRequest) {
  return queryOptions({
    queryKey: [...coverageKey, 'profile', wanted],
    queryFn: ({ signal }) =>
      request<Profile>('/api/planning/profile', { method: 'POST', body: wanted, signal }),
    staleTime: 10 * 60_000,
    retry: false,
  });
}
