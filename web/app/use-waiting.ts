// How many places wait for an answer of one's own operator: told on the rail, to liaisons only.
import { useQuery } from '@tanstack/react-query';
import type { Account } from '#contract/auth';
import { windowsQuery } from '../api/declarations.ts';

/** Places that are not answered, over all open declarations; 0 for everybody else. */
export function useWaitingAnswers(account: Pick<Account, 'role'> | null | undefined): number {
  const isLiaison = account?.role === 'liaison';
  const { data } = useQuery({ ...windowsQuery, enabled: isLiaison });
  if (!isLiaison || data === undefined) return 0;
  return data
    .filter(({ isOpen }) => isOpen)
    .flatMap(({ places, operators }) => operators.map(({ answered }) => places - answered))
    .reduce((sum, missing) => sum + missing, 0);
}
