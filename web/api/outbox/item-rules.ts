// How one item of the outbox goes from state to state. Pure: item in, item out.
import type { Report, ReportInput } from '#contract/evidence';
import { saysTheSame } from './same-report.ts';
import type {
  NewOutboxItem,
  NewOutboxPhoto,
  OutboxItem,
  OutboxPhoto,
  OutboxRefusal,
} from './types.ts';

/** What the report itself weighs on the line. */
export function inputBytes(input: ReportInput): number {
  return new TextEncoder().encode(JSON.stringify(input)).length;
}

const untried = {
  state: 'waiting',
  refusal: null,
  current: null,
  attempts: 0,
  nextTryAt: 0,
  waitsForLine: false,
} as const;

export function newItem(given: NewOutboxItem, now: number): OutboxItem {
  return {
    ...given,
    ...untried,
    createdAt: now,
    receivedAt: null,
    isReportSent: false,
    warnings: [],
    sentBytes: 0,
    totalBytes: 0,
    tried: [],
    revision: 0,
  };
}

export function newPhoto(given: NewOutboxPhoto, item: OutboxItem): OutboxPhoto {
  return {
    ...given,
    reportId: item.id,
    accountId: item.accountId,
    bytes: given.blob.size,
    sentParts: 0,
    sentBytes: 0,
    state: 'waiting',
    refusal: null,
  };
}

/**
 * The item with another wording. An earlier one that may have arrived is remembered, so that the
 * person's own words are not taken for somebody else's change.
 */
export function reworded(
  item: OutboxItem,
  { input, label, version }: Pick<NewOutboxItem, 'input' | 'label' | 'version'>,
): OutboxItem {
  const mayHaveArrived = item.attempts > 0 && !item.isReportSent;
  return {
    ...item,
    ...untried,
    input,
    label,
    // The form may have been filled from a later version than the one that waited here.
    version: version === null ? item.version : Math.max(version, item.version ?? 0),
    isReportSent: false,
    tried: mayHaveArrived ? [...item.tried, item.input] : item.tried,
    revision: item.revision + 1,
  };
}

/** Begun: written down before anything is sent, for the answer may never be heard. */
export function begun(item: OutboxItem): OutboxItem {
  return { ...item, state: 'sending', attempts: item.attempts + 1 };
}

/** The wording of `revision` has arrived as `version`; a later one is now a change of it. */
export function arrived(
  item: OutboxItem,
  { version, warnings }: Pick<OutboxItem, 'warnings'> & { version: number },
  revision: number,
): OutboxItem {
  if (item.revision !== revision)
    return { ...item, ...untried, version, isReportSent: false, tried: [] };
  return { ...item, version, warnings, isReportSent: true, attempts: 0, tried: [] };
}

/** What the stored report means for an item that met it: nothing to do, a new base, or a conflict. */
export function meet(item: OutboxItem, stored: Report): 'arrived' | 'rebased' | 'conflict' {
  if (saysTheSame(stored, item.input)) return 'arrived';
  return item.tried.some((input) => saysTheSame(stored, input)) ? 'rebased' : 'conflict';
}

export function refused(item: OutboxItem, refusal: OutboxRefusal): OutboxItem {
  return { ...item, state: 'refused', refusal };
}

export function inConflict(item: OutboxItem, current: Report): OutboxItem {
  return { ...item, state: 'conflict', current };
}

/** `mine`: sent as a change of the stored version. `theirs`: the stored report stays as it is. */
export function resolved(item: OutboxItem, choice: 'mine' | 'theirs'): OutboxItem {
  if (item.state !== 'conflict' || !item.current) return item;
  const { current } = item;
  return {
    ...item,
    ...untried,
    version: current.version,
    isReportSent: choice === 'theirs',
    tried: [],
    revision: item.revision + 1,
  };
}

/** To be tried again, because somebody asked or a wait is over. */
export function again(item: OutboxItem): OutboxItem {
  return { ...item, ...untried, attempts: item.attempts };
}

/** Bytes sent and to send, counted anew from the report and its photos. */
export function weighed(item: OutboxItem, photos: readonly OutboxPhoto[]): OutboxItem {
  const own = inputBytes(item.input);
  const counted = photos.filter(({ state }) => state !== 'refused');
  return {
    ...item,
    sentBytes:
      (item.isReportSent ? own : 0) + counted.reduce((sum, { sentBytes }) => sum + sentBytes, 0),
    totalBytes: own + counted.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
