// Sends the reminders of declarations that are due, one by one. A mail that fails is tried again the next
// time; nothing else waits for it.
import { recordAudit } from '../audit/store.ts';
import { isoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { SendMail } from '../platform/mail.ts';
import { listReminders, reminderMail, type Reminder } from './reminder-rules.ts';
import { listLiaisons, noteSent, prepareWasSent } from './reminder-store.ts';
import { heirOf } from './rules.ts';
import { readHeirs } from './store.ts';
import { listOpenWindowsFor } from './window-store.ts';

export type ReminderDeps = {
  db: Db;
  clock: Clock;
  /** Where people reach the app; a link in a mail leads there. */
  publicUrl: URL;
  /** Null: no mail server is set, and nothing is sent. */
  sendMail: SendMail | null;
  log: (error: Error) => void;
};

/** To the liaisons of every operator, those of offices whose operator was taken over included. */
function listDue(db: Db, today: string): Reminder[] {
  const heirs = readHeirs(db);
  const liaisons = listLiaisons(db);
  const operatorIds = new Set(liaisons.map(({ operatorId }) => heirOf(heirs, operatorId)));
  const wasSent = prepareWasSent(db);
  return [...operatorIds].flatMap((id) => {
    const recipients = liaisons.filter(({ operatorId }) => heirOf(heirs, operatorId) === id);
    return listReminders(listOpenWindowsFor(db, id, today), recipients, wasSent, today);
  });
}

/** Sends what is due now and gives back how many mails went out. Never rejects for a mail that fails. */
export async function sendReminders({
  db,
  clock,
  publicUrl,
  sendMail,
  log,
}: ReminderDeps): Promise<number> {
  if (sendMail === null) return 0;
  let sent = 0;
  for (const reminder of listDue(db, isoDay(clock()))) {
    const { recipient, window, occasions } = reminder;
    try {
      await sendMail(reminderMail(reminder, publicUrl));
    } catch (error) {
      log(new Error(`reminder to ${recipient.email} failed`, { cause: error }));
      continue;
    }
    const at = clock();
    db.transaction(() => {
      noteSent(db, reminder, at);
      recordAudit(db, {
        ...{ at, accountId: null, action: 'window.remind', subject: `window:${window.id}` },
        after: { accountId: recipient.accountId, occasions },
      });
    }).immediate();
    sent += 1;
  }
  return sent;
}
