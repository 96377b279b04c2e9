// Filed plans: the list, one with its comparison, what of it is taken, accepting and withdrawing it.
// Every key begins with `commitments`: the live event renews them together.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  Filing,
  FilingAccept,
  FilingAccepted,
  FilingLine,
  FilingLines,
  FilingSummary,
  LineDecision,
} from '#contract/filings';
import { request } from './client.ts';

const filingsKey = ['commitments', 'filings'];
const oneKey = (id: string) => [...filingsKey, 'one', id];
const linesKey = (id: string) => [...filingsKey, 'lines', id];

/** The newest filings, of one operator or of all that one may see. */
export const filingsQuery = (operatorId?: string) =>
  queryOptions({
    queryKey: [...filingsKey, 'list', operatorId ?? null],
    queryFn: ({ signal }) => {
      const query = operatorId === undefined ? '' : `?operator=${encodeURIComponent(operatorId)}`;
      return request<FilingSummary[]>(`/api/filings${query}`, { signal });
    },
  });

export const filingQuery = (id: string) =>
  queryOptions({
    queryKey: oneKey(id),
    queryFn: ({ signal }) => request<Filing>(`/api/filings/${id}`, { signal }),
  });

export const filingLinesQuery = (id: string) =>
  queryOptions({
    queryKey: linesKey(id),
    queryFn: ({ signal }) => request<FilingLines>(`/api/filings/${id}/lines`, { signal }),
    // Thousands of lines: compared with the old ones they would cost more than drawn anew.
    structuralSharing: false,
  });

/** The file as it was sent, and its comparison as a table. */
export const filedFile = (id: string) => `/api/filings/${id}/file`;
export const filingTable = (id: string) => `/api/filings/${id}/lines.csv`;

const seen = ({ version }: Filing) => ({ 'if-match': `"${version}"` });

function useRenew(id: string) {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: oneKey(id) }),
      client.invalidateQueries({ queryKey: linesKey(id) }),
    ]);
}

/**
 * Takes or leaves lines. They show it at once; one decision after the other goes to the server, each
 * with the version that the one before came to. `apply` is how lines look once it holds.
 */
export function useDecideLines(
  filing: Filing,
  apply: (lines: readonly FilingLine[], decision: LineDecision) => FilingLine[],
) {
  const client = useQueryClient();
  const renew = useRenew(filing.id);
  const path = `/api/filings/${filing.id}/lines`;
  return useMutation({
    scope: { id: `filing ${filing.id}` },
    onMutate: async (decision: LineDecision) => {
      await client.cancelQueries({ queryKey: linesKey(filing.id) });
      client.setQueryData<FilingLines>(
        linesKey(filing.id),
        (known) => known && { lines: apply(known.lines, decision) },
      );
    },
    mutationFn: (body) => {
      const latest = client.getQueryData<Filing>(oneKey(filing.id)) ?? filing;
      return request<Filing>(path, { method: 'PATCH', body, headers: seen(latest) });
    },
    onSuccess: (decided) => client.setQueryData(oneKey(filing.id), decided),
    onError: renew,
  });
}

export function useCompareAgain(filing: Filing) {
  const renew = useRenew(filing.id);
  return useMutation({
    mutationFn: () =>
      request<Filing>(`/api/filings/${filing.id}/compare`, {
        method: 'POST',
        headers: seen(filing),
      }),
    onSettled: renew,
  });
}

export function useAcceptFiling(filing: Filing) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: FilingAccept) =>
      request<FilingAccepted>(`/api/filings/${filing.id}/accept`, {
        method: 'POST',
        body,
        headers: seen(filing),
      }),
    onSuccess: ({ filing: accepted }) => {
      client.setQueryData(oneKey(filing.id), accepted);
      // Sites, coverage and commitments are others now.
      return client.invalidateQueries({ refetchType: 'none' });
    },
    onError: () => client.invalidateQueries({ queryKey: oneKey(filing.id) }),
  });
}

export function useWithdrawFiling(filing: Filing) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      request<Filing>(`/api/filings/${filing.id}/withdraw`, {
        method: 'POST',
        headers: seen(filing),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: filingsKey }),
    onError: () => client.invalidateQueries({ queryKey: oneKey(filing.id) }),
  });
}
