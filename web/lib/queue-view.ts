// What stands in the address of the queue: filters and the open report. Pure; a link opens the same list.
import { reportKinds } from '#contract/evidence';
import { queueStates } from '#contract/verification';

/** The address of the queue as text, the way it is typed and copied. */
export type QueueSearch = {
  /** Absent: what waits. */
  state?: string;
  /** Kemendagri code of a province, regency or district. */
  area?: string;
  op?: string;
  kind?: string;
  conflict?: '1';
  stale?: '1';
  /** Days in the queue. */
  older?: string;
  /** The open report. */
  report?: string;
};

const areaPattern = /^\d{2}(\.\d{2}){0,2}$/;
const idPattern = /^[0-9a-f-]{36}$/;

/** Keeps what is well-formed of an address, drops the rest. */
export function parseQueueSearch(search: Record<string, unknown>): QueueSearch {
  const text = (key: string) => (typeof search[key] === 'string' ? search[key] : '');
  const [state, kind] = [text('state'), text('kind')];
  const days = Number(text('older'));
  return {
    ...(queueStates.some((name) => name === state && name !== 'waiting') && { state }),
    ...(areaPattern.test(text('area')) && { area: text('area') }),
    ...(/^[\w-]{1,40}$/.test(text('op')) && { op: text('op') }),
    ...(reportKinds.some((name) => name === kind) && { kind }),
    ...(text('conflict') === '1' && { conflict: '1' as const }),
    ...(text('stale') === '1' && { stale: '1' as const }),
    ...(Number.isInteger(days) && days >= 1 && days <= 3650 && { older: String(days) }),
    ...(idPattern.test(text('report')) && { report: text('report') }),
  };
}

/** What an address asks the queue for. */
export function filterOf(search: QueueSearch) {
  const { area, op, conflict, stale, older } = search;
  const kind = reportKinds.find((name) => name === search.kind);
  return {
    state: queueStates.find((name) => name === search.state) ?? queueStates[0],
    ...(area !== undefined && { area }),
    ...(op !== undefined && { operator: op }),
    ...(kind !== undefined && { kind }),
    ...(conflict && { conflicts: conflict }),
    ...(stale && { stale }),
    ...(older !== undefined && { olderThanDays: older }),
  };
}

/** How many filters narrow the list, the state left out. */
export function countFilters(search: QueueSearch): number {
  const { area, op, kind, conflict, stale, older } = search;
  return [area, op, kind, conflict, stale, older].filter((value) => value !== undefined).length;
}
