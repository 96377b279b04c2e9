// What waits for somebody: for an operator's liaison, in an office, after a hand-over; and the workbook that
// is taken along and brought back. Every key begins with `commitments`: the live event renews them together.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { OpenWork, TakenOver, Work, WorkTable } from '#contract/work';
import { request } from './client.ts';
import { commitmentsKey } from './commitments.ts';

export const workQuery = queryOptions({
  queryKey: [...commitmentsKey, 'work'],
  queryFn: ({ signal }) => request<Work>('/api/work', { signal }),
});

/** What is open in an office. */
export function openWorkQuery(officeId: number) {
  return queryOptions({
    queryKey: [...commitmentsKey, 'open-work', officeId],
    queryFn: ({ signal }) => request<OpenWork>(`/api/offices/${officeId}/open`, { signal }),
  });
}

/** Whose work one took over a short while ago. */
export const takenOverQuery = queryOptions({
  queryKey: [...commitmentsKey, 'handover'],
  queryFn: ({ signal }) => request<TakenOver>('/api/handover', { signal }),
  staleTime: 5 * 60_000,
});

/** The workbook with its rows in it. */
export const workTableFile = '/api/work/table.xlsx';

export type SentTable = { file: File; stores: boolean };

/** Brings the workbook back: what it would change, or with `stores` what it has changed. */
export function useWorkTable() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ file, stores }: SentTable) => {
      const name = encodeURIComponent(file.name.slice(0, 200));
      return request<WorkTable>(`/api/work/table?store=${stores}&name=${name}`, {
        method: 'POST',
        body: file,
      });
    },
    onSuccess: ({ isStored }) =>
      isStored ? client.invalidateQueries({ queryKey: commitmentsKey }) : undefined,
  });
}
