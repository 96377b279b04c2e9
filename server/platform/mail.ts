// Sends e-mail, where a mail server is set. Knows no blankspot: what is written to whom is the caller's
// part.
import { createTransport } from 'nodemailer';

export type Mail = { to: string; subject: string; text: string };

/** Rejects when the mail server does not take it. */
export type SendMail = (mail: Mail) => Promise<void>;

/** How long a mail server may take to answer, milliseconds. */
const patienceMs = 15_000;

/** One line without control characters: nobody slips a further header in by a title. */
export function headerText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 200);
}

/** Sends by the server at `smtpUrl` (smtp://user:pass@host:port or smtps://…), as plain text. */
export function createMailer(smtpUrl: URL, from: string): SendMail {
  const transport = createTransport({
    url: smtpUrl.href,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ to, subject, text }) => {
    await transport.sendMail({
      from,
      // As an address, not as text in which commas and line breaks would mean something.
      to: { name: '', address: headerText(to) },
      subject: headerText(subject),
      text,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  };
}
