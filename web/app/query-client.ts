// The one query client: what is retried, and what every refusal of "not signed in" sets off.
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api/client.ts';
import { sessionQuery } from '../api/session.ts';

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
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
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
  return client;
}
