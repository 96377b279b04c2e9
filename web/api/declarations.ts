// Declaration windows: the list, one with its places and answers, finding places, opening, answering,
// agreeing. Every key begins with `commitments`: the live event renews them together.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  AgreeInput,
  AnswersInput,
  DeclarationWindow,
  FoundPlaces,
  PlaceSearch,
  WindowChange,
  WindowInput,
  WindowSummary,
} from '#contract/declarations';
import { request } from './client.ts';

const windowsKey = ['commitments', 'windows'];

/** Those that one may see; open ones first. */
export const windowsQuery = queryOptions({
  queryKey: [...windowsKey, 'list'],
  queryFn: ({ signal }) => request<WindowSummary[]>('/api/declarations', { signal }),
  staleTime: 60_000,
});

export function windowQuery(id: string) {
  return queryOptions({
    queryKey: [...windowsKey, 'one', id],
    queryFn: ({ signal }) => request<DeclarationWindow>(`/api/declarations/${id}`, { signal }),
    staleTime: 60_000,
  });
}

export const matrixFormats = ['xlsx', 'csv', 'pdf'] as const;

/** The address of the matrix as a file. */
export function matrixFile(id: string, format: (typeof matrixFormats)[number]): string {
  return `/api/declarations/${id}/matrix.${format}`;
}

export function useSearchPlaces() {
  return useMutation({
    networkMode: 'always',
    mutationFn: (search: PlaceSearch) =>
      request<FoundPlaces>('/api/declarations/search', { method: 'POST', body: search }),
  });
}

/** Sends to a window; the answer is the window as it is now, and the list is asked anew. */
function useWindowMutation<T>(send: (wanted: T) => Promise<DeclarationWindow>) {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: send,
    onSuccess: (window) => {
      client.setQueryData(windowQuery(window.id).queryKey, window);
      return client.invalidateQueries({ queryKey: windowsQuery.queryKey });
    },
    // A refusal may mean that somebody else was quicker: what is there now is shown.
    onError: () => client.invalidateQueries({ queryKey: windowsKey }),
  });
}

/** `id` is made once for each form, so that a retry never opens a second one. */
export const useOpenWindow = () =>
  useWindowMutation(({ id, input }: { id: string; input: WindowInput }) =>
    request<DeclarationWindow>(`/api/declarations/${id}`, { method: 'PUT', body: input }),
  );

export const useChangeWindow = () =>
  useWindowMutation(
    ({ id, version, change }: { id: string; version: number; change: WindowChange }) =>
      request<DeclarationWindow>(`/api/declarations/${id}`, {
        method: 'PATCH',
        body: change,
        headers: { 'if-match': `"${version}"` },
      }),
  );

export const useCloseWindow = () =>
  useWindowMutation((id: string) =>
    request<DeclarationWindow>(`/api/declarations/${id}/close`, { method: 'POST' }),
  );

export const useAgree = () =>
  useWindowMutation(({ id, input }: { id: string; input: AgreeInput }) =>
    request<DeclarationWindow>(`/api/declarations/${id}/agree`, { method: 'POST', body: input }),
  );

/** Saves answers of one operator, all or none; the answers themselves are then asked anew. */
export function useSaveAnswers(id: string) {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (input: AnswersInput) =>
      request<WindowSummary>(`/api/declarations/${id}/answers`, { method: 'PUT', body: input }),
    // Waits until the grid shows what is stored: until then the row says that it is being saved.
    onSettled: () => client.invalidateQueries({ queryKey: windowsKey }),
  });
}
