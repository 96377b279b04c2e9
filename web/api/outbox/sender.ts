// Sends what waits: one report after the other, then its photos, and writes down what became of each.
import type { DeviceDatabase } from '../device-store.ts';
import { again, arrived, begun, inConflict, refused } from './item-rules.ts';
import { changeItem, changePhoto, listItems, listPhotos } from './queue-store.ts';
import { sendPhoto } from './send-photo.ts';
import { sendReport } from './send-report.ts';
import type { OutboxItem, RunEnd, Transport } from './types.ts';
import { isDue, judge, waitMs } from './verdict.ts';

export type SenderParts = {
  database: DeviceDatabase;
  transport: Transport;
  /** Milliseconds since 1970. */
  now: () => number;
  /** 0–1, spreads the tries of many devices. */
  random: () => number;
  /** After every change that is written down. */
  tell: () => void;
};

/** An item is tried once a run in each wording and on each version. */
const stampOf = ({ revision, version }: OutboxItem) => `${revision} ${version}`;

/** Gives back how to send everything of an account that is due; never two runs at once. */
export function createSender({ database, transport, now, random, tell }: SenderParts) {
  async function change(item: OutboxItem, to: (stored: OutboxItem) => OutboxItem | null) {
    const changed = await changeItem(database, item, to);
    tell();
    return changed;
  }

  /** The photos of a report that has arrived; one that is refused does not hold back the others. */
  async function sendPhotos(item: OutboxItem): Promise<void> {
    for (const photo of await listPhotos(database, item)) {
      if (photo.state !== 'waiting') continue;
      const keep = async (heard: Parameters<typeof changePhoto>[2]) => {
        await changePhoto(database, photo, heard);
        tell();
      };
      try {
        await sendPhoto(transport, photo, keep);
        await keep({ state: 'stored', blob: null, sentBytes: photo.bytes });
      } catch (error) {
        const verdict = judge(error);
        if (verdict.kind !== 'refused') throw error;
        await keep({ state: 'refused', refusal: verdict.refusal });
      }
    }
  }

  /** One item as far as it goes; throws what judge() takes. */
  async function sendItem(item: OutboxItem): Promise<void> {
    const { revision } = item;
    if (!item.isReportSent) {
      const outcome = await sendReport(transport, item);
      const next = await change(item, (stored) => {
        if (outcome.kind === 'arrived') return arrived(stored, outcome, revision);
        if (stored.revision !== revision) return again(stored);
        if (outcome.kind === 'conflict') return inConflict(stored, outcome.current);
        return { ...stored, version: outcome.version, tried: [], state: 'waiting', nextTryAt: 0 };
      });
      if (!next?.isReportSent) return;
    }
    await sendPhotos(item);
    await change(item, (stored) =>
      stored.revision === revision
        ? { ...stored, state: 'received', receivedAt: now() }
        : again(stored),
    );
  }

  /** Writes down what a failure means for the item; gives back why the whole run ends, or null. */
  async function fail(item: OutboxItem, error: unknown): Promise<RunEnd | null> {
    const verdict = judge(error);
    if (verdict.kind === 'withdrawn') {
      await change(item, () => null);
      return null;
    }
    if (verdict.kind === 'refused') {
      await change(item, (stored) =>
        stored.revision === item.revision ? refused(stored, verdict.refusal) : again(stored),
      );
      return null;
    }
    const isLater = verdict.kind === 'later';
    const isWait = isLater || verdict.kind === 'line';
    const askedMs = isLater ? (verdict.afterS ?? 0) * 1000 : 0;
    const inMs = Math.max(waitMs(item.attempts, random()), askedMs);
    await change(item, (stored) => ({
      ...stored,
      state: 'waiting',
      waitsForLine: verdict.kind === 'line',
      nextTryAt: isWait ? now() + inMs : 0,
    }));
    if (isLater) return verdict.isForAll ? 'busy' : null;
    return verdict.kind;
  }

  /** The oldest item that is due and was not tried yet as it stands. */
  async function findNext(
    accountId: string,
    isLineBack: boolean,
    tried: ReadonlyMap<string, string>,
  ): Promise<OutboxItem | undefined> {
    const items = await listItems(database, accountId);
    return items
      .filter((item) => isDue(item, now(), isLineBack) && tried.get(item.id) !== stampOf(item))
      .sort((a, b) => a.createdAt - b.createdAt || a.id.localeCompare(b.id))[0];
  }

  return async function sendAll(accountId: string, isLineBack: boolean): Promise<RunEnd> {
    const tried = new Map<string, string>();
    for (;;) {
      const due = await findNext(accountId, isLineBack, tried);
      if (!due) return 'done';
      tried.set(due.id, stampOf(due));
      const item = await change(due, begun);
      if (!item) continue;
      const end = await sendItem(item).then(
        () => null,
        (error: unknown) => fail(item, error),
      );
      if (end) return end;
    }
  };
}
