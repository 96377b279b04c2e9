// Verifying reports: the queue, one report with all that a decision rests on, the verdict, one's own reports.
// Keys begin as those of reports do: every live event about a report renews them.
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type { Report, ReportEvent } from '#contract/evidence';
import type {
  OwnReportPage,
  QueuedReport,
  QueuePage,
  QueueState,
  Verdict,
} from '#contract/verification';
import type { ReportKind } from '#contract/evidence';
import { request } from './client.ts';
import { reportsKey } from './evidence.ts';

/** What the queue is narrowed to; an absent key does not narrow. */
export type QueueFilter = {
  state: QueueState;
  area?: string;
  operator?: string;
  kind?: ReportKind;
  conflicts?: '1';
  stale?: '1';
  olderThanDays?: string;
};

const queueKey = [...reportsKey, 'queue'];

export function queueQuery(filter: QueueFilter) {
  return infiniteQueryOptions({
    queryKey: [...queueKey, 'list', filter],
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams(filter);
      if (pageParam !== null) query.set('after', pageParam);
      return request<QueuePage>(`/api/queue?${query.toString()}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}

export function queuedReportQuery(id: string) {
  return queryOptions({
    queryKey: [...queueKey, 'one', id],
    queryFn: ({ signal }) => request<QueuedReport>(`/api/queue/${id}`, { signal }),
  });
}

export const ownReportsQuery = infiniteQueryOptions({
  queryKey: [...reportsKey, 'mine'],
  queryFn: ({ signal, pageParam }) =>
    request<OwnReportPage>(
      `/api/reports/mine${pageParam === null ? '' : `?before=${encodeURIComponent(pageParam)}`}`,
      { signal },
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next,
});

/** What became of a report, oldest first. */
export function eventsQuery(reportId: string) {
  return queryOptions({
    queryKey: [...reportsKey, 'events', reportId],
    queryFn: ({ signal }) => request<ReportEvent[]>(`/api/reports/${reportId}/events`, { signal }),
  });
}

/** Names of known offices, offered where the offices of a joint measurement are named. */
export const officeNamesQuery = queryOptions({
  queryKey: ['office-names'],
  queryFn: ({ signal }) => request<string[]>('/api/offices/names', { signal }),
  staleTime: 10 * 60_000,
});

/** `version` is the one that was looked at. */
export type GiveVerdict = { id: string; version: number; verdict: Verdict };

export function useVerdict() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, verdict }: GiveVerdict) =>
      request<Report>(`/api/reports/${id}/verdict`, {
        method: 'POST',
        body: verdict,
        headers: { 'if-match': `"${version}"` },
      }),
    // After a refusal too: somebody else may have been quicker. The report itself is forgotten, so that
    // nobody decides on an old version of it.
    onSettled: async (_report, _error, { id }) => {
      await client.resetQueries({ queryKey: queuedReportQuery(id).queryKey });
      await client.invalidateQueries({ queryKey: reportsKey });
    },
  });
}
