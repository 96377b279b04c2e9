// Who is signed in: the session query, signing in and out, the own password.
import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Account, PasswordChange, Session, SignIn } from '#contract/auth';
import { request } from './client.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => request<Session>('/api/session', { signal }),
  staleTime: 5 * 60_000,
});

/** Puts the account in and lets go of everything that was fetched for another one. */
function setAccount(client: QueryClient, account: Account | null): void {
  client.setQueryData(sessionQuery.queryKey, { account });
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionQuery.queryKey[0] });
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    // Without a connection the answer is "offline" at once, not a wait.
    networkMode: 'always',
    mutationFn: (input: SignIn) =>
      request<Account>('/api/session', { method: 'POST', body: input }),
    onSuccess: (account) => setAccount(client, account),
  });
}

/** Signs out here, or on every device. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (where: 'here' | 'everywhere') =>
      request<undefined>(where === 'here' ? '/api/session' : '/api/sessions', { method: 'DELETE' }),
    onSuccess: () => setAccount(client, null),
  });
}

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (input: PasswordChange) =>
      request<Account>('/api/session/password', { method: 'PUT', body: input }),
    onSuccess: (account) => client.setQueryData(sessionQuery.queryKey, { account }),
  });
}
