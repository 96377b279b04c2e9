// Reminders of declarations, sent to a real mail server of our own: to whom, when, never twice, and tried
// again when it does not take them.
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SMTPServer } from 'smtp-server';
import { sendReminders } from '../../../server/commitments/reminder.ts';
import { createMailer, headerText } from '../../../server/platform/mail.ts';
import { createTestApp, type TestApp } from '../../helpers/app.ts';
import { answer, build, openWindow } from '../../helpers/declaration.ts';
import type { Person } from '../../helpers/verify.ts';

type Taken = { to: string[]; text: string };

let it: TestApp;
let staff: Person;
let telkomsel: Person;
let taken: Taken[];
let isRefusing: boolean;
let errors: Error[];
let server: SMTPServer;
let smtpUrl: URL;

beforeEach(async () => {
  it = createTestApp();
  staff = await it.person('staff');
  telkomsel = await it.person('liaison', { operatorId: 'telkomsel' });
  taken = [];
  errors = [];
  isRefusing = false;
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom: (_address, _session, done) => (isRefusing ? done(new Error('full')) : done()),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        taken.push({ to, text: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  smtpUrl = new URL(`smtp://127.0.0.1:${port}`);
});

afterEach(() => new Promise<void>((resolve) => server.close(resolve)));

/** What is due at `day`, nine in the morning in WIB. */
function remindOn(day: string) {
  it.state.now = new Date(`${day}T02:00:00Z`);
  return sendReminders({
    db: it.db,
    clock: () => it.state.now,
    publicUrl: new URL('https://jangkau.contoh.go.id'),
    sendMail: createMailer(smtpUrl, 'jangkau@contoh.go.id'),
    log: (error) => errors.push(error),
  });
}

/** The words of a mail: quoted-printable unfolded. */
const wordsOf = ({ text }: Taken) =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString();

describe('a window that closes in nine days', () => {
  test('reminds when it opens, 7, 3, 1 days before and on the day, each time once', async () => {
    const id = await openWindow(staff, { closesOn: '2026-12-01', operatorIds: ['telkomsel'] });
    const sent: [string, number][] = [];
    for (let day = 22; day <= 32; day += 1) {
      const on = new Date(Date.UTC(2026, 10, day)).toISOString().slice(0, 10);
      const count = (await remindOn(on)) + (await remindOn(on));
      if (count > 0) sent.push([on, count]);
    }
    expect(sent).toEqual([
      ['2026-11-22', 1],
      ['2026-11-24', 1],
      ['2026-11-28', 1],
      ['2026-11-30', 1],
      ['2026-12-01', 1],
    ]);
    expect(taken.every(({ to }) => to.join() === telkomsel.email)).toBe(true);
    const [first] = taken;
    const words = first ? wordsOf(first) : '';
    expect(words).toContain(`https://jangkau.contoh.go.id/komitmen/deklarasi/${id}`);
    expect(words).toContain('2 tempat');
    expect(words).toContain('1 Des 2026');
  });

  test('after days without a server one mail makes up for all', async () => {
    await openWindow(staff, { closesOn: '2026-12-01', operatorIds: ['telkomsel'] });
    expect(await remindOn('2026-11-29')).toBe(1);
    expect(await remindOn('2026-11-30')).toBe(1);
  });
});

test('who answered everything, is disabled or was not asked hears nothing', async () => {
  const id = await openWindow(staff);
  await it.person('liaison', { operatorId: 'xlsmart' });
  const gone = await it.person('liaison', { operatorId: 'indosat' });
  it.db.prepare('UPDATE account SET disabled_at = ? WHERE id = ?').run('2026-01-01', gone.id);
  await answer(telkomsel, id, 'telkomsel', { 1: build(), 2: build() });
  expect(await remindOn('2026-11-22')).toBe(0);
});

test('liaisons of an operator that was taken over are reminded for its successor', async () => {
  const xl = await it.person('liaison', { operatorId: 'xl' });
  await openWindow(staff, { operatorIds: ['xlsmart'] });
  await remindOn('2026-11-22');
  expect(taken.map(({ to }) => to)).toEqual([[xl.email]]);
});

test('a mail that is not taken is logged and tried again', async () => {
  await openWindow(staff, { operatorIds: ['telkomsel'] });
  isRefusing = true;
  expect(await remindOn('2026-11-22')).toBe(0);
  expect(errors[0]?.message).toBe(`reminder to ${telkomsel.email} failed`);
  isRefusing = false;
  expect(await remindOn('2026-11-22')).toBe(1);
  expect(
    it.db.prepare("SELECT count(*) FROM audit WHERE action = 'window.remind'").pluck().get(),
  ).toBe(1);
});

test('a title cannot add a header or a recipient', async () => {
  await openWindow(staff, {
    title: 'Rakor\r\nBcc: maling@contoh.id',
    operatorIds: ['telkomsel'],
  });
  await remindOn('2026-11-22');
  const [mail] = taken;
  expect(mail?.to).toEqual([telkomsel.email]);
  const headers = mail?.text.split('\r\n\r\n')[0] ?? '';
  expect(headers).not.toMatch(/^bcc:/im);
  expect(headerText('a\r\n\tb c')).toBe('a b c');
});

test('without a mail server nothing is sent', async () => {
  await openWindow(staff);
  const deps = {
    db: it.db,
    clock: () => it.state.now,
    publicUrl: new URL('http://x'),
    log: () => {},
  };
  expect(await sendReminders({ ...deps, sendMail: null })).toBe(0);
});
