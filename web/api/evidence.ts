// Field reports: operators, reports of a village or near a point, saving, undoing, SAMPEL data.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { NearbyReport, Operator, Report, SampleInfo } from '#contract/evidence';
import type { Position } from '#contract/regions';
import { request } from './client.ts';
import { askOrKept } from './offline.ts';

export { villageAtQuery } from './regions.ts';

/** Everything that a changed report may have touched. */
export const reportsKey = ['reports'];
export const sampleKey = ['sample'];

export const operatorsQuery = queryOptions({
  queryKey: ['operators'],
  queryFn: ({ signal }) =>
    askOrKept('operators', () => request<Operator[]>('/api/operators', { signal })),
  staleTime: Infinity,
});

export function reportsQuery(villageCode: string) {
  return queryOptions({
    queryKey: [...reportsKey, 'village', villageCode],
    queryFn: ({ signal }) => request<Report[]>(`/api/reports?village=${villageCode}`, { signal }),
  });
}

export function reportQuery(id: string) {
  return queryOptions({
    queryKey: [...reportsKey, 'one', id],
    queryFn: ({ signal }) => request<Report>(`/api/reports/${id}`, { signal }),
  });
}

/** Reports within `radiusM` of [lng, lat], nearest first. */
export function nearbyQuery([lng, lat]: Position, radiusM: number) {
  return queryOptions({
    queryKey: [...reportsKey, 'nearby', lng, lat, radiusM],
    queryFn: ({ signal }) =>
      request<NearbyReport[]>(`/api/reports/nearby?lng=${lng}&lat=${lat}&radiusM=${radiusM}`, {
        signal,
      }),
  });
}

export const sampleQuery = queryOptions({
  queryKey: sampleKey,
  queryFn: ({ signal }) => request<SampleInfo>('/api/sample', { signal }),
  staleTime: 60_000,
});

/** After a report was saved or taken back. */
export function useRefreshReports() {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: reportsKey });
    void client.invalidateQueries({ queryKey: sampleKey });
  };
}

export function useRemovePhoto() {
  const refresh = useRefreshReports();
  return useMutation({
    networkMode: 'always',
    mutationFn: (id: string) => request<undefined>(`/api/photos/${id}`, { method: 'DELETE' }),
    onSettled: refresh,
  });
}

export function useUndoReport() {
  const refresh = useRefreshReports();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      request<{ report: Report | null }>(`/api/reports/${id}/undo`, {
        method: 'POST',
        headers: { 'if-match': `"${version}"` },
      }),
    onSettled: refresh,
  });
}

/** Fills the empty map with SAMPEL reports, or takes them all away. */
export function useSample() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (wanted: 'fill' | 'remove') =>
      request<SampleInfo>('/api/sample', { method: wanted === 'fill' ? 'POST' : 'DELETE' }),
    onSuccess: (info) => {
      client.setQueryData(sampleKey, info);
      void client.invalidateQueries({ queryKey: reportsKey });
      void client.invalidateQueries({ queryKey: ['statuses'] });
    },
  });
}
