// The outbox: keeps reports and photos on the device until the server has them, each exactly once.
// Pure engine: database, transport, clock and lock are given; it knows no React and no timers.
import type { ReportInput } from '#contract/evidence';
import { again, newItem, newPhoto, resolved, reworded } from './item-rules.ts';
import {
  changeItem,
  listEntries,
  listItems,
  listPhotos,
  removePhoto,
  saveItem,
} from './queue-store.ts';
import { createSender, type SenderParts } from './sender.ts';
import type {
  NewOutboxItem,
  NewOutboxPhoto,
  OutboxEntry,
  OutboxItem,
  OutboxPhoto,
  RunEnd,
} from './types.ts';

export type OutboxParts = Pick<SenderParts, 'database' | 'transport' | 'now'> & {
  /** Runs `work` while no other tab of this device runs its own. */
  lock: <T>(work: () => Promise<T>) => Promise<T>;
  random?: SenderParts['random'];
};

type Key = Pick<OutboxItem, 'accountId' | 'id'>;

/** What was received stays listed so long. */
const listedAfterMs = 3 * 86_400_000;

export type Outbox = ReturnType<typeof createOutbox>;

export function createOutbox({ database, transport, now, lock, random }: OutboxParts) {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const sendAll = createSender({ database, transport, now, random: random ?? Math.random, tell });

  async function change(key: Key, to: (item: OutboxItem) => OutboxItem | null): Promise<void> {
    await changeItem(database, key, to);
    tell();
  }

  /** A refused photo is listed until somebody has seen it. */
  async function forgetReceived(accountId: string): Promise<void> {
    for (const { photos, receivedAt, ...item } of await listEntries(database, accountId)) {
      const isOld = receivedAt !== null && receivedAt + listedAfterMs < now();
      const hasRefused = photos.some(({ state }) => state === 'refused');
      if (item.state === 'received' && isOld && !hasRefused) await change(item, () => null);
    }
  }

  return {
    /**
     * Takes a report in, with photos; resolves when all of it is on the device for good. The words
     * of a report that waits already are replaced, its photos added to.
     */
    async put(given: NewOutboxItem, photos: readonly NewOutboxPhoto[] = []): Promise<void> {
      await saveItem(
        database,
        given,
        (item) =>
          item === null || item.state === 'received'
            ? newItem(given, now())
            : reworded(item, given),
        (item) => photos.map((photo) => newPhoto(photo, item)),
      );
      tell();
    },

    /** Other words for a report that waits, was refused, or is on its way. */
    replace(key: Key, input: ReportInput): Promise<void> {
      return change(key, (item) => reworded(item, { ...item, input }));
    },

    /** Takes one photo back, on this device only. */
    async dropPhoto(key: Key, photoId: string): Promise<void> {
      await removePhoto(database, key, photoId);
      tell();
    },

    /** Throws a report and its photos away, on this device only. */
    discard(key: Key): Promise<void> {
      return change(key, () => null);
    },

    resolveConflict(key: Key, choice: 'mine' | 'theirs'): Promise<void> {
      return change(key, (item) => resolved(item, choice));
    },

    /** Lets what was refused, or waits, be tried again at once. */
    retry(key: Key): Promise<void> {
      return change(key, (item) => (item.state === 'received' ? item : again(item)));
    },

    /** Calls `listener` after every change made here until the function it gives back is called. */
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** A report that is here, with the bytes of its photos; null when it is not. */
    async find(key: Key): Promise<{ item: OutboxItem; photos: OutboxPhoto[] } | null> {
      const item = await database.get('reports', [key.accountId, key.id]);
      return item ? { item, photos: await listPhotos(database, key) } : null;
    },

    /** What is on the device for an account, oldest first. */
    list(accountId: string): Promise<OutboxEntry[]> {
      return listEntries(database, accountId);
    },

    /**
     * Sends everything that is due, one after the other and in one tab at a time. `isLineBack`: what
     * met no server before is due now. Never rejects for what the server says.
     */
    run(accountId: string, { isLineBack = false } = {}): Promise<RunEnd> {
      return lock(async () => {
        await forgetReceived(accountId);
        return sendAll(accountId, isLineBack);
      });
    },

    /** When the next try is due, milliseconds since 1970; null when nothing waits. */
    async nextTryAt(accountId: string): Promise<number | null> {
      const waiting = (await listItems(database, accountId)).filter(
        ({ state }) => state === 'waiting' || state === 'sending',
      );
      return waiting.length === 0 ? null : Math.min(...waiting.map((item) => item.nextTryAt));
    },
  };
}
