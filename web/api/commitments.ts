// Commitments: the whole list, those of a village, one with its history; writing one down, its steps, the
// table to take along. Every key begins with `commitments`: the live event renews them together.
import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import {
  unpackCommitments,
  type Commitment,
  type CommitmentInput,
  type CommitmentStep,
  type PackedCommitments,
} from '#contract/commitments';
import { request, requestFile } from './client.ts';

export const commitmentsKey = ['commitments'];

/** Everything that one may see; late ones first. */
export const commitmentsQuery = queryOptions({
  queryKey: [...commitmentsKey, 'board'],
  queryFn: ({ signal }) =>
    request<PackedCommitments>('/api/commitments', { signal }).then(unpackCommitments),
  staleTime: 60_000,
});

export function villageCommitmentsQuery(code: string) {
  return queryOptions({
    queryKey: [...commitmentsKey, 'village', code],
    queryFn: ({ signal }) =>
      request<PackedCommitments>(`/api/commitments?village=${code}`, { signal }).then(
        unpackCommitments,
      ),
    staleTime: 60_000,
  });
}

export function commitmentQuery(id: string) {
  return queryOptions({
    queryKey: [...commitmentsKey, 'one', id],
    queryFn: ({ signal }) => request<Commitment>(`/api/commitments/${id}`, { signal }),
  });
}

/** The answer is the newest there is: it stands at once, and what is counted from it is asked anew. */
function keep(client: QueryClient, saved: Commitment): Promise<void> {
  client.setQueryData(commitmentQuery(saved.id).queryKey, saved);
  return client.invalidateQueries({ queryKey: commitmentsKey });
}

/** `id` is made once for each form, so that a retry never makes a second one. */
export function useProposeCommitment() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id, input }: { id: string; input: CommitmentInput }) =>
      request<Commitment>(`/api/commitments/${id}`, { method: 'PUT', body: input }),
    onSuccess: (saved) => keep(client, saved),
  });
}

/** `version` is the one that was looked at. */
export type TakeStep = { id: string; version: number; step: CommitmentStep };

export function useCommitmentStep() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id, version, step }: TakeStep) =>
      request<Commitment>(`/api/commitments/${id}/steps`, {
        method: 'POST',
        body: step,
        headers: { 'if-match': `"${version}"` },
      }),
    onSuccess: (saved) => keep(client, saved),
    // A refusal may mean that somebody else was quicker: what is there now is shown.
    onError: (_error, { id }) =>
      client.invalidateQueries({ queryKey: commitmentQuery(id).queryKey }),
  });
}

/** Exactly these, in this order, as XLSX. */
export function useCommitmentTable() {
  return useMutation({
    networkMode: 'always',
    mutationFn: (ids: readonly string[]) =>
      requestFile('/api/commitments/table', { method: 'POST', body: { ids } }),
  });
}
