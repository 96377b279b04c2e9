// Looks after declaration windows while the server runs: closes what is due and sends reminders, at the
// start and every hour.
import type { Hub } from '../platform/live.ts';
import type { LiveEvent } from '../status/contract.ts';
import { sendReminders, type ReminderDeps } from './reminder.ts';
import { commitmentVersion } from './store.ts';
import { closeDueWindows } from './window-actions.ts';

const hourMs = 3_600_000;

/** Goes on until the function it gives back is called. */
export function startWindowTimer({ hub, ...deps }: ReminderDeps & { hub: Hub<LiveEvent> }) {
  const { db, clock, log } = deps;
  let isSending = false;
  const look = async () => {
    if (closeDueWindows(db, clock()) > 0)
      hub.publish({ type: 'commitments', version: commitmentVersion(db) });
    // A slow mail server must not make the same reminder go out twice.
    if (isSending) return;
    isSending = true;
    try {
      await sendReminders(deps);
    } finally {
      isSending = false;
    }
  };
  const lookNow = () => void look().catch((error: unknown) => log(error as Error));
  lookNow();
  const timer = setInterval(lookNow, hourMs);
  timer.unref();
  return () => clearInterval(timer);
}
