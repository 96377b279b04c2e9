// Operators as the admin keeps them: all of them, a new one, another name, a takeover.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  KeptOperator,
  OperatorChange,
  OperatorInput,
  Succession,
  SuccessionInput,
} from '#contract/operators';
import { request } from './client.ts';

/** The short list of the forms has the first part of this key: both are renewed together. */
const key = ['operators'];

export const keptOperatorsQuery = queryOptions({
  queryKey: [...key, 'all'],
  queryFn: ({ signal }) => request<KeptOperator[]>('/api/operators/all', { signal }),
});

/** Every change ends with a fresh list; a refusal does too, for somebody else may have been quicker. */
function useOperatorMutation<TInput, TAnswer>(send: (input: TInput) => Promise<TAnswer>) {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

export function useAddOperator() {
  return useOperatorMutation((input: OperatorInput) =>
    request<KeptOperator[]>('/api/operators', { method: 'POST', body: input }),
  );
}

export function useChangeOperator() {
  return useOperatorMutation(({ id, change }: { id: string; change: OperatorChange }) =>
    request<KeptOperator[]>(`/api/operators/${id}`, { method: 'PATCH', body: change }),
  );
}

export function useRecordSuccession() {
  return useOperatorMutation(({ id, input }: { id: string; input: SuccessionInput }) =>
    request<Succession>(`/api/operators/${id}/succession`, { method: 'POST', body: input }),
  );
}
