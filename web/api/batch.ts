// The paper form (blangko) of a district, and saving what was typed in from it.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { BatchSaved, Blangko, ReportBatch } from '#contract/batch';
import { request } from './client.ts';
import { reportsKey, sampleKey } from './evidence.ts';

/** Not asked again while somebody types: rows must not move under the cursor. */
export const blangkoQuery = (district: string) =>
  queryOptions({
    queryKey: ['blangko', district],
    queryFn: ({ signal }) => request<Blangko>(`/api/blangko/${district}/rows`, { signal }),
    staleTime: Infinity,
    gcTime: 0,
  });

/** Where the form lies as a file. */
export function blangkoFile(district: string, format: 'pdf' | 'xlsx'): string {
  return `/api/blangko/${district}.${format}`;
}

/** Stores all reports or none; sent again with the same ids it stores nothing twice. */
export function useSaveBatch() {
  const client = useQueryClient();
  return useMutation({
    // Without a connection the answer is "offline" at once, and the screen says so.
    networkMode: 'always',
    mutationFn: (batch: ReportBatch) =>
      request<BatchSaved>('/api/reports/batch', { method: 'POST', body: batch }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: reportsKey });
      void client.invalidateQueries({ queryKey: sampleKey });
      void client.invalidateQueries({ queryKey: ['statuses'] });
      void client.invalidateQueries({ queryKey: ['status'] });
    },
  });
}
