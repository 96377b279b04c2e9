// The one query client: what is retried, and what every refusal of "not signed in" sets off.
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api/client.ts';
import { reachedEvent, tellReached } from '../api/offline.ts';
import { sessionQuery, type KnownSession } from '../api/session.ts';

/** Refusals by which the session itself has changed: nobody is signed in, or a new password is due. */
const sessionCodes = new Set(['not_signed_in', 'password_change_required']);

const retries = 2;

/** `onSessionGone` is called once the session query says what the server says. */
export function createQueryClient(onSessionGone: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (!(error instanceof ApiProblem) || !sessionCodes.has(error.code)) return;
    void askAgain();
  };
  const askAgain = async () => {
    const session = await client.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => null);
    if (session) onSessionGone();
  };
  let wasKept = false;
  /** The server is back: its word counts, for the account and for all that came from the device. */
  const onSession = ({ account, isKept }: KnownSession) => {
    const isBack = wasKept && !isKept;
    wasKept = isKept;
    if (!isBack) return;
    tellReached();
    if (account === null || account.mustChangePassword) onSessionGone();
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError,
      onSuccess: (data, { queryKey }) => {
        if (queryKey[0] === sessionQuery.queryKey[0]) onSession(data as KnownSession);
      },
    }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        // The server is often in the house: the browser's idea of "online" says nothing about it.
        networkMode: 'always',
        staleTime: 30_000,
        retry: (count, error) =>
          count < retries &&
          (!(error instanceof ApiProblem) || error.status === 0 || error.status >= 500),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  // Anything may have changed meanwhile, or have been answered from this device.
  globalThis.addEventListener?.(reachedEvent, () => void client.invalidateQueries());
  return client;
}
