// The status of every place, why a place has its own, and counts of an area.
import { queryOptions } from '@tanstack/react-query';
import {
  statusFlags,
  unpackStatusList,
  type PlaceStatus,
  type StatusChange,
  type StatusCounts,
  type StatusList,
  type StatusWhy,
} from '#contract/status';
import { request } from './client.ts';

/** What is known of one place: its status and the flags as words. */
export type StatusMark = {
  status: PlaceStatus;
  /** Only unverified reports say so: shown, never counted. */
  unconfirmed: boolean;
  stale: boolean;
  sample: boolean;
};

/** Places not in `marks` are unknown. Keys are region ids. */
export type StatusTable = { version: number; marks: ReadonlyMap<number, StatusMark> };

/** Equal marks are one object, so that comparing two tables compares references. */
const marks = new Map<string, StatusMark>();

export function statusMark(status: PlaceStatus, flags: number): StatusMark {
  const key = `${status} ${flags}`;
  const known = marks.get(key);
  if (known) return known;
  const mark: StatusMark = {
    status,
    unconfirmed: (flags & statusFlags.unconfirmed) !== 0,
    stale: (flags & statusFlags.stale) !== 0,
    sample: (flags & statusFlags.sample) !== 0,
  };
  marks.set(key, mark);
  return mark;
}

export const unknownMark = statusMark('unknown', 0);

export function statusTable(list: StatusList): StatusTable {
  const table = new Map<number, StatusMark>();
  for (const { id, status, flags } of unpackStatusList(list))
    table.set(id, statusMark(status, flags));
  return { version: list.version, marks: table };
}

/** A new table with `changes` in it; a change to plain unknown takes the place out. */
export function withChanges(
  table: StatusTable,
  version: number,
  changes: readonly StatusChange[],
): StatusTable {
  const next = new Map(table.marks);
  for (const { id, status, flags } of changes) {
    const mark = statusMark(status, flags);
    if (mark === unknownMark) next.delete(id);
    else next.set(id, mark);
  }
  return { version, marks: next };
}

export const statusesQuery = queryOptions({
  queryKey: ['statuses'],
  queryFn: async ({ signal }) =>
    statusTable(await request<StatusList>('/api/statuses', { signal })),
  staleTime: Infinity,
  // A table is a Map: structural sharing would only walk it for nothing.
  structuralSharing: false,
});

export const whyQuery = (code: string) =>
  queryOptions({
    queryKey: ['status', 'why', code],
    queryFn: ({ signal }) => request<StatusWhy>(`/api/statuses/${code}`, { signal }),
    staleTime: 60_000,
  });

/** `code` is `ID` for everything loaded. */
export const countsQuery = (code: string) =>
  queryOptions({
    queryKey: ['status', 'counts', code],
    queryFn: ({ signal }) => request<StatusCounts>(`/api/statuses/${code}/counts`, { signal }),
    staleTime: 60_000,
  });
