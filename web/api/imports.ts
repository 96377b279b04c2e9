// Tables that are brought in: sending a file, how it is read, its rows, settling and storing them.
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type {
  ImportChange,
  ImportDetail,
  ImportFeatures,
  ImportKindName,
  ImportPart,
  ImportRowPage,
  ImportSummary,
  RowDecided,
  RowDecision,
} from '#contract/interchange';
import { request } from './client.ts';

const importsKey = ['imports'];
const oneKey = (id: string) => [...importsKey, 'one', id];
const rowsKey = (id: string) => [...importsKey, 'rows', id];

export const importsQuery = queryOptions({
  queryKey: [...importsKey, 'recent'],
  queryFn: ({ signal }) => request<ImportSummary[]>('/api/imports', { signal }),
});

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: oneKey(id),
    queryFn: ({ signal }) => request<ImportDetail>(`/api/imports/${id}`, { signal }),
  });

export const importRowsQuery = (id: string, part: ImportPart) =>
  infiniteQueryOptions({
    queryKey: [...rowsKey(id), part],
    queryFn: ({ signal, pageParam }) =>
      request<ImportRowPage>(`/api/imports/${id}/rows?part=${part}&after=${pageParam}`, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });

/** The rows as a map shows them. */
export const importFeaturesQuery = (id: string) =>
  queryOptions({
    queryKey: [...rowsKey(id), 'features'],
    queryFn: ({ signal }) => request<ImportFeatures>(`/api/imports/${id}/features`, { signal }),
    placeholderData: keepPreviousData,
  });

/** One row of a part; null when it has gone over to another one. */
export const importRowQuery = (id: string, part: ImportPart, number: number) =>
  queryOptions({
    queryKey: [...rowsKey(id), part, number],
    queryFn: async ({ signal }) => {
      const path = `/api/imports/${id}/rows?part=${part}&after=${number - 1}`;
      const { rows } = await request<ImportRowPage>(path, { signal });
      return rows.find((row) => row.number === number) ?? null;
    },
  });

/** The empty table of a kind, to be saved. */
export const templateFile = (kind: ImportKindName) => `/api/imports/${kind}/template.xlsx`;
/** The rows that are left out, with their reasons. */
export const leftOutFile = (id: string) => `/api/imports/${id}/errors.csv`;

/** `signal` ends the sending when the person changes their mind. */
export type SentFile = { kind: ImportKindName; file: File; signal: AbortSignal };

export function useSendFile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, file, signal }: SentFile) => {
      const query = new URLSearchParams({ kind, name: file.name.slice(0, 200) });
      return request<ImportDetail>(`/api/imports?${query.toString()}`, {
        method: 'POST',
        body: file,
        signal,
      });
    },
    onSuccess: (detail) => {
      client.setQueryData(oneKey(detail.id), detail);
      return client.invalidateQueries({ queryKey: importsQuery.queryKey });
    },
  });
}

const seen = ({ version }: ImportDetail) => ({ 'if-match': `"${version}"` });

/** Keeps what the server answered; on a refusal the newest state is fetched, for it may have moved on. */
function useKeepDetail(id: string) {
  const client = useQueryClient();
  return {
    keep: (detail: ImportDetail) => {
      client.setQueryData(oneKey(id), detail);
      return client.invalidateQueries({ queryKey: rowsKey(id) });
    },
    renew: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: oneKey(id) }),
        client.invalidateQueries({ queryKey: rowsKey(id) }),
      ]),
    client,
  };
}

/**
 * Changes how the file is read; its rows are read again. One change after the other: who fills in three
 * fields faster than the server answers has seen what the earlier ones came to.
 */
export function useChangeImport(detail: ImportDetail) {
  const { keep, renew, client } = useKeepDetail(detail.id);
  return useMutation({
    scope: { id: `import ${detail.id}` },
    mutationFn: (body: ImportChange) => {
      const latest = client.getQueryData<ImportDetail>(oneKey(detail.id)) ?? detail;
      return request<ImportDetail>(`/api/imports/${detail.id}`, {
        method: 'PATCH',
        body,
        headers: seen(latest),
      });
    },
    onSuccess: keep,
    onError: renew,
  });
}

export function useDecideRow(id: string) {
  const { keep, renew } = useKeepDetail(id);
  return useMutation({
    mutationFn: ({ number, decision }: { number: number; decision: RowDecision }) =>
      request<RowDecided>(`/api/imports/${id}/rows/${number}`, { method: 'PATCH', body: decision }),
    onSuccess: (decided) => keep(decided.import),
    onError: renew,
  });
}

export function useConfirmImport(detail: ImportDetail) {
  const { keep, renew, client } = useKeepDetail(detail.id);
  return useMutation({
    mutationFn: (skipDoubtful: boolean) =>
      request<ImportDetail>(`/api/imports/${detail.id}/confirm`, {
        method: 'POST',
        body: { skipDoubtful },
        headers: seen(detail),
      }),
    onSuccess: async (stored) => {
      await keep(stored);
      // What was stored shows up all over the app.
      await client.invalidateQueries({ refetchType: 'none' });
    },
    onError: renew,
  });
}

export function useDiscardImport(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<void>(`/api/imports/${id}`, { method: 'DELETE' }),
    onSuccess: () => {
      client.removeQueries({ queryKey: oneKey(id) });
      return client.invalidateQueries({ queryKey: importsQuery.queryKey });
    },
  });
}
