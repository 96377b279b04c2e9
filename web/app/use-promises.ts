// The statuses with what is promised to each village, while the map is coloured by promises; the list of
// commitments, and the code that reads it, come only then.
import { useMemo } from 'react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { StatusTable } from '../api/status.ts';
import type { Lens } from '../lib/lens.ts';
import { joinPromises } from '../lib/promise-marks.ts';

const promisesQuery = (operator: string) =>
  queryOptions({
    queryKey: ['commitments', 'promises', operator],
    queryFn: async ({ client }) =>
      (await import('./load-promises.ts')).loadPromises(client, operator),
    staleTime: 60_000,
    // A Map: structural sharing would only walk it for nothing.
    structuralSharing: false,
  });

/** `operator` is that of the map's view. The table is null until all of it is there. */
export function usePromises(lens: Lens, operator: string, table: StatusTable | null) {
  const isOn = lens === 'promises';
  const {
    data: promises,
    isError,
    refetch,
  } = useQuery({
    ...promisesQuery(operator),
    enabled: isOn,
  });
  const joined = useMemo((): StatusTable | null => {
    if (!isOn || table === null) return table;
    return promises === undefined ? null : { ...table, marks: joinPromises(table.marks, promises) };
  }, [isOn, table, promises]);
  return { table: joined, isError: isOn && isError, retry: () => void refetch() };
}
