// The status of every place, why a place has its own, and counts of an area.
import { queryOptions } from '@tanstack/react-query';
import {
  statusFlags,
  unpackStatusList,
  type PlaceStatus,
  type StatusChange,
  type StatusCounts,
  type StatusList,
  type StatusView,
  type StatusWhy,
} from '#contract/status';
import { regionId } from '#contract/regions';
import { request } from './client.ts';
import { findKept, keepAnswer, orKept } from './offline.ts';

/** What is promised to a village, what asks for most attention first; `none` while it was not asked for. */
export const promiseCategories = [
  'late',
  'no_promise',
  'this_year',
  'later',
  'on_air',
  'serving',
  'none',
] as const;
export type PromiseCategory = (typeof promiseCategories)[number];

/** What is known of one place: its status and the flags as words. */
export type StatusMark = {
  status: PlaceStatus;
  /** Only unverified reports say so: shown, never counted. */
  unconfirmed: boolean;
  stale: boolean;
  sample: boolean;
  /** Weaker evidence disagrees. */
  conflict: boolean;
  /** The newest verified evidence is not enough yet by the settings. */
  lacking: boolean;
  /** Rests on models alone: counted apart. */
  modelled: boolean;
  /** The status that most of a partial place has; null for every other one. */
  majority: PlaceStatus | null;
  /** How much of it is known, 0–10. */
  knownTenths: number;
  promise: PromiseCategory;
};

/** Places not in `marks` are unknown. Keys are region ids. */
export type StatusTable = {
  version: number;
  marks: ReadonlyMap<number, StatusMark>;
  /** ISO time of the list that was kept on this device; null while the server answers. */
  keptAt: string | null;
};

/** Equal marks are one object, so that comparing two tables compares references. */
const marks = new Map<string, StatusMark>();

export function statusMark(
  status: PlaceStatus,
  flags: number,
  knownTenths = 0,
  majority: PlaceStatus | null = null,
): StatusMark {
  const key = `${status} ${flags} ${knownTenths} ${majority}`;
  const known = marks.get(key);
  if (known) return known;
  const mark: StatusMark = {
    status,
    unconfirmed: (flags & statusFlags.unconfirmed) !== 0,
    stale: (flags & statusFlags.stale) !== 0,
    sample: (flags & statusFlags.sample) !== 0,
    conflict: (flags & statusFlags.conflict) !== 0,
    lacking: (flags & statusFlags.lacking) !== 0,
    modelled: (flags & statusFlags.modelled) !== 0,
    majority,
    knownTenths,
    promise: 'none',
  };
  marks.set(key, mark);
  return mark;
}

const promisedMarks = new WeakMap<StatusMark, Map<PromiseCategory, StatusMark>>();

/** The same mark with what is promised; equal ones are one object here too. */
export function withPromise(mark: StatusMark, promise: PromiseCategory): StatusMark {
  if (promise === mark.promise) return mark;
  const known = promisedMarks.get(mark) ?? new Map<PromiseCategory, StatusMark>();
  promisedMarks.set(mark, known);
  const made = known.get(promise) ?? { ...mark, promise };
  known.set(promise, made);
  return made;
}

export const unknownMark = statusMark('unknown', 0);

export function statusTable(list: StatusList, keptAt: string | null = null): StatusTable {
  const table = new Map<number, StatusMark>();
  for (const { id, status, flags, knownTenths, majority } of unpackStatusList(list))
    table.set(id, statusMark(status, flags, knownTenths, majority));
  return { version: list.version, marks: table, keptAt };
}

/** A new table with `changes` in it; a change to plain unknown takes the place out. */
export function withChanges(
  table: StatusTable,
  version: number,
  changes: readonly StatusChange[],
): StatusTable {
  const next = new Map(table.marks);
  for (const { id, status, flags, knownTenths, majority } of changes) {
    const mark = statusMark(status, flags, knownTenths, majority);
    if (mark === unknownMark) next.delete(id);
    else next.set(id, mark);
  }
  return { version, marks: next, keptAt: table.keptAt };
}

async function askStatuses(signal: AbortSignal): Promise<StatusTable> {
  const list = await request<StatusList>('/api/statuses', { signal });
  keepAnswer('statuses', list);
  return statusTable(list);
}

async function findKeptStatuses(): Promise<StatusTable | null> {
  const kept = await findKept<StatusList>('statuses');
  return kept && statusTable(kept.value, kept.keptAt);
}

/** All operators together and any signal: what the map shows unless it is asked for something else. */
export const wholeView: StatusView = { operator: 'all', technology: 'any' };

/** Every view of the list; the whole one is also changed by live events. */
export const statusesKey = ['statuses'];

/** Only the whole list is kept for offline. */
export function statusViewQuery({ operator, technology }: StatusView) {
  const isWhole = operator === wholeView.operator && technology === wholeView.technology;
  return queryOptions({
    queryKey: [...statusesKey, operator, technology],
    queryFn: async ({ signal }) => {
      if (isWhole) return orKept(askStatuses(signal), findKeptStatuses);
      const query = new URLSearchParams({ operator, technology }).toString();
      return statusTable(await request<StatusList>(`/api/statuses?${query}`, { signal }));
    },
    staleTime: Infinity,
    // A table is a Map: structural sharing would only walk it for nothing.
    structuralSharing: false,
  });
}

export const statusesQuery = statusViewQuery(wholeView);

/** The last status alone: what it rests on is not kept, so no operator is named. */
async function findKeptWhy(code: string): Promise<StatusWhy | null> {
  const table = await findKeptStatuses();
  if (!table) return null;
  const { status, unconfirmed, stale, sample, modelled } =
    table.marks.get(regionId(code)) ?? unknownMark;
  return {
    code,
    status,
    confirmed: !unconfirmed,
    stale,
    sample,
    conflict: false,
    modelled,
    operators: [],
    localities: [],
    shares: null,
    knownFraction: 0,
    settingsSince: null,
  };
}

export const whyQuery = (code: string) =>
  queryOptions({
    queryKey: ['status', 'why', code],
    queryFn: ({ signal }) =>
      orKept(request<StatusWhy>(`/api/statuses/${code}`, { signal }), () => findKeptWhy(code)),
    staleTime: 60_000,
  });

/** `code` is `ID` for everything loaded. */
export const countsQuery = (code: string) =>
  queryOptions({
    queryKey: ['status', 'counts', code],
    queryFn: ({ signal }) => request<StatusCounts>(`/api/statuses/${code}/counts`, { signal }),
    staleTime: 60_000,
  });
