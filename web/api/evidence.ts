// Field reports: operators, reports of a village or near a point, saving, undoing, SAMPEL data.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  NearbyReport,
  Operator,
  Report,
  ReportInput,
  ReportSaved,
  SampleInfo,
} from '#contract/evidence';
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

/** `version` is the one that the form was filled from; null when the report is new. */
export type SaveReport = { id: string; version: number | null; input: ReportInput };

export function useSaveReport() {
  const client = useQueryClient();
  return useMutation({
    // Without a connection the answer is "offline" at once, and the form says so.
    networkMode: 'always',
    mutationFn: ({ id, version, input }: SaveReport) =>
      request<ReportSaved>(`/api/reports/${id}`, {
        method: 'PUT',
        body: input,
        headers: version === null ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` },
      }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: reportsKey });
      void client.invalidateQueries({ queryKey: sampleKey });
    },
  });
}

export function useUndoReport() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      request<{ report: Report | null }>(`/api/reports/${id}/undo`, {
        method: 'POST',
        headers: { 'if-match': `"${version}"` },
      }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: reportsKey });
      void client.invalidateQueries({ queryKey: sampleKey });
    },
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
