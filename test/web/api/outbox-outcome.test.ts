// What a form hears of the report it has just put away, and when it stops listening.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { outcomeOf } from '../../../web/api/outbox/outcome.ts';
import type { OutboxEntry } from '../../../web/api/outbox/types.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const key = { accountId: 'sari', id: 'a' };
const entryOf = (over: Partial<OutboxEntry>) =>
  ({ ...key, state: 'waiting', attempts: 0, isReportSent: false, ...over }) as OutboxEntry;

/** An outbox whose view the test sets. */
function viewed(first: Partial<OutboxEntry>) {
  const listeners = new Set<() => void>();
  let entries = [entryOf(first)];
  return {
    outbox: {
      getView: () => ({ entries, end: null }),
      subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    listeners,
    show: (over: Partial<OutboxEntry>) => {
      entries = [entryOf(over)];
      for (const listener of listeners) listener();
    },
  };
}

test.each<[string, Partial<OutboxEntry>, boolean]>([
  ['the report has arrived, its photos follow', { state: 'sending', isReportSent: true }, true],
  ['all has arrived', { state: 'received', isReportSent: true }, true],
  ['it was refused', { state: 'refused', attempts: 1 }, true],
  ['somebody changed it', { state: 'conflict', attempts: 1 }, true],
  ['no server was met', { state: 'waiting', attempts: 1, waitsForLine: true }, false],
])('%s: the form hears it at once', async (_name, next, isAnswered) => {
  const { outbox, show, listeners } = viewed({});
  const outcome = outcomeOf(outbox, key, 4000);
  show({ state: 'sending', attempts: 1 });
  show(next);
  expect(await outcome).toEqual(isAnswered ? entryOf(next) : null);
  expect(listeners.size).toBe(0);
});

test('a silent line is waited for, but not for ever', async () => {
  const { outbox, listeners } = viewed({ state: 'sending', attempts: 1 });
  const outcome = outcomeOf(outbox, key, 4000);
  await vi.advanceTimersByTimeAsync(4000);
  expect(await outcome).toBeNull();
  expect(listeners.size).toBe(0);
});

test('another account’s report of that id is none of it', async () => {
  const { outbox } = viewed({ accountId: 'budi', state: 'received' });
  const outcome = outcomeOf(outbox, key, 10);
  await vi.advanceTimersByTimeAsync(10);
  expect(await outcome).toBeNull();
});
