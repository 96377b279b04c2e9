// What became of a report that was just put into the outbox, for a form that waits a little for it.
import type { OutboxHandle } from './handle.ts';
import type { OutboxEntry, OutboxItem } from './types.ts';

/** The server has answered: it took the report, refused it, or somebody else changed it meanwhile. */
function isAnswered({ state, isReportSent }: OutboxEntry): boolean {
  return isReportSent || state === 'received' || state === 'refused' || state === 'conflict';
}

/** A first try has come to nothing; the next one is the outbox's own business. */
function isPutOff({ state, attempts }: OutboxEntry): boolean {
  return state === 'waiting' && attempts > 0;
}

/**
 * The entry once the server has answered; null when the report waits on the device instead, at the
 * latest after `patienceMs`. Never rejects.
 */
export function outcomeOf(
  outbox: Pick<OutboxHandle, 'subscribe' | 'getView'>,
  { accountId, id }: Pick<OutboxItem, 'accountId' | 'id'>,
  patienceMs: number,
): Promise<OutboxEntry | null> {
  return new Promise((resolve) => {
    const end = (entry: OutboxEntry | null) => {
      clearTimeout(timer);
      unsubscribe();
      resolve(entry);
    };
    const look = () => {
      const entry = outbox
        .getView()
        .entries.find((other) => other.id === id && other.accountId === accountId);
      if (entry && isAnswered(entry)) end(entry);
      else if (entry && isPutOff(entry)) end(null);
    };
    const timer = setTimeout(() => end(null), patienceMs);
    const unsubscribe = outbox.subscribe(look);
    look();
  });
}
