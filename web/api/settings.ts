// By which settings statuses are derived, and changing them.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { DatedStatusSettings, StatusSettings } from '#contract/status';
import { request } from './client.ts';

export const statusSettingsQuery = queryOptions({
  queryKey: ['settings', 'status'],
  queryFn: ({ signal }) => request<DatedStatusSettings>('/api/settings/status', { signal }),
});

export function useSetStatusSettings() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (settings: StatusSettings) =>
      request<DatedStatusSettings>('/api/settings/status', { method: 'PUT', body: settings }),
    onSuccess: (saved) => client.setQueryData(statusSettingsQuery.queryKey, saved),
  });
}
