// Accounts and offices for the admin, and the names their scopes are shown with.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  Account,
  AccountChange,
  HandOver,
  HandedOut,
  NewAccount,
  Office,
} from '#contract/auth';
import type { RegionName } from '#contract/regions';
import { request } from './client.ts';

const key = 'accounts';

export const accountsQuery = queryOptions({
  queryKey: [key, 'list'],
  queryFn: ({ signal }) => request<Account[]>('/api/accounts', { signal }),
});

export const officesQuery = queryOptions({
  queryKey: [key, 'offices'],
  queryFn: ({ signal }) => request<Office[]>('/api/offices', { signal }),
});

/** Names of the regencies with these codes, by code. */
export function regencyNamesQuery(codes: string[]) {
  return queryOptions({
    queryKey: [key, 'regency-names', ...codes],
    queryFn: async ({ signal }): Promise<Record<string, RegionName>> => {
      const provinces = [...new Set(codes.map((code) => code.slice(0, 2)))];
      const lists = await Promise.all(
        provinces.map((code) =>
          request<RegionName[]>(`/api/regions/${code}/children`, { signal }).catch(() => []),
        ),
      );
      return Object.fromEntries(lists.flat().map((region) => [region.code, region]));
    },
    staleTime: Infinity,
  });
}

/** Every change ends with a fresh list; a refusal does too, for somebody else may have been quicker. */
function useAccountMutation<TInput, TAnswer>(send: (input: TInput) => Promise<TAnswer>) {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey: [key] }),
  });
}

export function useCreateAccount() {
  return useAccountMutation((input: NewAccount) =>
    request<HandedOut>('/api/accounts', { method: 'POST', body: input }),
  );
}

export function useChangeAccount() {
  return useAccountMutation((input: { id: string; version: number; change: AccountChange }) =>
    request<Account>(`/api/accounts/${input.id}`, {
      method: 'PATCH',
      body: input.change,
      headers: { 'if-match': `"${input.version}"` },
    }),
  );
}

export function useRenewPassword() {
  return useAccountMutation((id: string) =>
    request<HandedOut>(`/api/accounts/${id}/password`, { method: 'POST' }),
  );
}

export function useHandOver() {
  return useAccountMutation((input: { id: string; successor: HandOver }) =>
    request<HandedOut>(`/api/accounts/${input.id}/hand-over`, {
      method: 'POST',
      body: input.successor,
    }),
  );
}
