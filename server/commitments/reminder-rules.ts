// Who is reminded of a declaration, of what and on which day, and what the mail says. Pure; days are ISO
// dates. Its words are Indonesian: it is read outside the app.
import type { Mail } from '../platform/mail.ts';
import { daysBetween } from './days.ts';
import type { OpenWindow } from './window-store.ts';
import { shortDay } from './window-matrix.ts';

/** So many days before the closing date, and on it, those who have not answered are reminded. */
const reminderDays = [7, 3, 1, 0] as const;

/**
 * What is due by `today`, each to go out once: the opening, then each number of days that is reached. A
 * person for whom several are due (the server was off, the window is short) gets one mail for all.
 */
export function listOccasions(closesOn: string, today: string): string[] {
  const left = daysBetween(today, closesOn);
  if (left < 0) return [];
  return ['opened', ...reminderDays.filter((days) => left <= days).map(String)];
}

export type Recipient = { accountId: string; name: string; email: string };

/** One mail to one person about one window, and the occasions that it settles. */
export type Reminder = {
  recipient: Recipient;
  window: OpenWindow;
  occasions: string[];
};

/**
 * The reminders that are due: of windows with unanswered places, to people who were not yet told.
 * `wasSent` says so of one occasion.
 */
export function listReminders(
  windows: readonly OpenWindow[],
  recipients: readonly Recipient[],
  wasSent: (windowId: string, accountId: string, occasion: string) => boolean,
  today: string,
): Reminder[] {
  return windows
    .filter(({ unanswered }) => unanswered > 0)
    .flatMap((window) =>
      recipients.flatMap((recipient) => {
        const occasions = listOccasions(window.closesOn, today).filter(
          (occasion) => !wasSent(window.id, recipient.accountId, occasion),
        );
        return occasions.length === 0 ? [] : [{ recipient, window, occasions }];
      }),
    );
}

function deadline(daysLeft: number): string {
  if (daysLeft === 0) return 'hari ini hari terakhir';
  return daysLeft === 1 ? 'tinggal 1 hari' : `tinggal ${daysLeft} hari`;
}

/** The mail of a reminder; `publicUrl` is where people reach the app. */
export function reminderMail({ recipient, window }: Reminder, publicUrl: URL): Mail {
  const { id, title, closesOn, daysLeft, unanswered, officeName } = window;
  const count = unanswered.toLocaleString('id-ID');
  return {
    to: recipient.email,
    subject: `Deklarasi “${title}”: ${count} tempat belum dijawab, ${deadline(daysLeft)}`,
    text: [
      `${recipient.name},`,
      '',
      `${officeName} meminta jawaban operator Anda dalam deklarasi “${title}”.`,
      `Belum dijawab: ${count} tempat. Terakhir ${shortDay(closesOn)} (WIB); sesudah itu tercatat “tidak menjawab”.`,
      '',
      'Jawab di sini:',
      new URL(`/komitmen/deklarasi/${id}`, publicUrl).href,
      '',
      'Surat ini dikirim otomatis oleh Jangkau. Tidak perlu dibalas.',
    ].join('\n'),
  };
}
