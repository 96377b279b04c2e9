// Who is signed in: the session query, signing in and out, the own password.
import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Account, PasswordChange, Session, SignIn } from '#contract/auth';
import { request } from './client.ts';
import { findKnownAccount, rememberAccount } from './known-account.ts';
import { orKept } from './offline.ts';

/** `isKept`: the server was not reached, and this is who was last signed in on this device. */
export type KnownSession = Session & { isKept: boolean };

/** How often the server is asked anew while it is away, milliseconds. */
const askAgainMs = 15_000;

async function askSession(signal: AbortSignal): Promise<KnownSession> {
  const session = await request<Session>('/api/session', { signal });
  rememberAccount(session.account);
  return { ...session, isKept: false };
}

async function findKeptSession(): Promise<KnownSession | null> {
  const account = findKnownAccount();
  return account && { account, isKept: true };
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => orKept(askSession(signal), findKeptSession),
  staleTime: 5 * 60_000,
  refetchInterval: ({ state }) => (state.data?.isKept ? askAgainMs : false),
  refetchOnReconnect: ({ state }) => (state.data?.isKept ? 'always' : false),
});

/** Forgets what was answered to anybody else; with null, to everybody. Reports that wait stay. */
function forgetOthers(accountId: string | null): void {
  import('./kept-answers.ts')
    .then(({ dropAnswersOfOthers }) => dropAnswersOfOthers(accountId))
    .catch(() => undefined);
}

/** Puts the account in and lets go of everything that was fetched for another one. */
function setAccount(client: QueryClient, account: Account | null): void {
  rememberAccount(account);
  forgetOthers(account?.id ?? null);
  client.setQueryData(sessionQuery.queryKey, { account, isKept: false });
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
    onSuccess: (account) => {
      rememberAccount(account);
      client.setQueryData(sessionQuery.queryKey, { account, isKept: false });
    },
  });
}
