// The outbox of this page: opens it when it is needed, runs it when there is hope, and holds what
// screens show of it. One for the whole app; React meets it in use-outbox.ts.
import { reachedEvent } from '../offline.ts';
import type { Outbox } from './outbox.ts';
import type { OutboxEntry, RunEnd } from './types.ts';

export type OutboxView = {
  /** Of the account at hand, oldest first. */
  entries: readonly OutboxEntry[];
  /** Why the last run ended; null before the first. */
  end: RunEnd | null;
};

export type OutboxHandle = ReturnType<typeof createOutboxHandle>;

const nothing: OutboxView = { entries: [], end: null };

/** The longest that a browser's timer takes, and long enough. */
const longestTimerMs = 3_600_000;

export function createOutboxHandle() {
  const listeners = new Set<() => void>();
  let view = nothing;
  let accountId: string | null = null;
  let opened: Promise<Outbox> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Other tabs of this device show the same queue. */
  let tabs: BroadcastChannel | null = null;
  let running: Promise<void> | null = null;
  let isWanted: { isLineBack: boolean } | null = null;

  function setView(next: OutboxView): void {
    view = next;
    for (const listener of listeners) listener();
  }

  async function refresh(): Promise<void> {
    const asked = accountId;
    const entries = asked === null ? [] : await (await open()).list(asked);
    if (asked === accountId) setView({ ...view, entries });
  }

  function open(): Promise<Outbox> {
    opened ??= import('./browser-outbox.ts').then(async ({ openBrowserOutbox }) => {
      const outbox = await openBrowserOutbox();
      tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('jangkau-outbox') : null;
      tabs?.addEventListener('message', () => void refresh());
      outbox.subscribe(() => {
        tabs?.postMessage('changed');
        void refresh();
      });
      return outbox;
    });
    // A database that could not be opened is tried again by the next question.
    opened.catch(() => {
      opened = null;
    });
    return opened;
  }

  async function runOnce(isLineBack: boolean): Promise<void> {
    const asked = accountId;
    if (asked === null) return;
    const outbox = await open();
    const end = await outbox.run(asked, { isLineBack });
    if (asked !== accountId) return;
    setView({ ...view, end });
    const nextTryAt = await outbox.nextTryAt(asked);
    clearTimeout(timer);
    // Signing in again, or as the right one, starts it anew.
    if (nextTryAt === null || end === 'signed_out' || end === 'other_account') return;
    const inMs = Math.min(Math.max(nextTryAt - Date.now(), 1000), longestTimerMs);
    timer = setTimeout(() => wake(false), inMs);
  }

  /** Sends what is due, now; asked again while it runs, it runs once more. */
  function wake(isLineBack: boolean): void {
    if (running) {
      isWanted = { isLineBack: isLineBack || (isWanted?.isLineBack ?? false) };
      return;
    }
    running = runOnce(isLineBack)
      .catch((error: unknown) => console.error(error))
      .finally(() => {
        running = null;
        const wanted = isWanted;
        isWanted = null;
        if (wanted) wake(wanted.isLineBack);
      });
  }

  async function change(work: (outbox: Outbox) => Promise<void>): Promise<void> {
    await work(await open());
    await refresh();
    wake(true);
  }

  return {
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getView: (): OutboxView => view,

    /** Whose queue is shown and sent; null: nobody's. */
    setAccount(next: string | null): void {
      if (next === accountId) return;
      accountId = next;
      clearTimeout(timer);
      setView(nothing);
      if (next === null) return;
      refresh().catch((error: unknown) => console.error(error));
      wake(true);
    },

    /** Runs whenever the line may be back, until the function it gives back is called. */
    listen(): () => void {
      const onReached = () => wake(true);
      const onVisible = () => {
        if (document.visibilityState === 'visible') wake(true);
      };
      addEventListener('online', onReached);
      addEventListener(reachedEvent, onReached);
      document.addEventListener('visibilitychange', onVisible);
      return () => {
        removeEventListener('online', onReached);
        removeEventListener(reachedEvent, onReached);
        document.removeEventListener('visibilitychange', onVisible);
      };
    },

    /** Sends what is due, now; `isLineBack`: also what met no server before. */
    wake,

    find: async (...given: Parameters<Outbox['find']>) => (await open()).find(...given),
    put: (...given: Parameters<Outbox['put']>) => change((outbox) => outbox.put(...given)),
    replace: (...given: Parameters<Outbox['replace']>) =>
      change((outbox) => outbox.replace(...given)),
    dropPhoto: (...given: Parameters<Outbox['dropPhoto']>) =>
      change((outbox) => outbox.dropPhoto(...given)),
    discard: (...given: Parameters<Outbox['discard']>) =>
      change((outbox) => outbox.discard(...given)),
    resolveConflict: (...given: Parameters<Outbox['resolveConflict']>) =>
      change((outbox) => outbox.resolveConflict(...given)),
    retry: (...given: Parameters<Outbox['retry']>) => change((outbox) => outbox.retry(...given)),
  };
}
