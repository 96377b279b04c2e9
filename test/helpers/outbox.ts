// An outbox on a device of its own, over a line that the test can break, to the real router.
import 'fake-indexeddb/auto';
import { afterEach } from 'vitest';
import { ReportInput } from '../../server/evidence/contract.ts';
import { openDeviceDatabase, type DeviceDatabase } from '../../web/api/device-store.ts';
import { createOutbox, type Outbox } from '../../web/api/outbox/outbox.ts';
import type { NewOutboxItem, RunEnd } from '../../web/api/outbox/types.ts';
import { createTestApp, type TestApp } from './app.ts';
import { createLine, type Luck } from './line.ts';
import { reportInput } from './report.ts';

export type Person = Awaited<ReturnType<TestApp['person']>>;

const open: DeviceDatabase[] = [];

afterEach(() => {
  for (const database of open.splice(0)) database.close();
});

/** The database of a device; the same name is the same device. */
export async function openDevice(name: string = crypto.randomUUID()) {
  const database = await openDeviceDatabase(name);
  open.push(database);
  return { name, database };
}

/** One sender at a time, as navigator.locks gives it. */
export function createLock() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

export const report = (note: string) => ReportInput.parse(reportInput({ note }));

export function itemOf(
  accountId: string,
  note: string,
  version: number | null = null,
): NewOutboxItem {
  const id = crypto.randomUUID();
  return { id, accountId, input: report(note), version, label: 'Nagari Inderapura' };
}

/** A server, a person signed in, and their outbox; `state.cookie` may become another one's. */
export async function setUp(luck: () => Luck = () => 'through') {
  const t = createTestApp();
  const person = await t.person('staff');
  const clock = { now: Date.parse('2026-11-22T05:00:00Z') };
  const state = { cookie: person.cookie };
  const line = createLine(t, () => state.cookie, luck);
  const device = await openDevice();
  const make = (database: DeviceDatabase, lock = createLock()): Outbox =>
    createOutbox({
      database,
      transport: line.transport,
      now: () => clock.now,
      lock,
      random: () => 0,
    });
  return { t, person, clock, state, line, device, make, outbox: make(device.database) };
}

/** Runs until nothing waits any more; the clock jumps to the next try. */
export async function runOut(
  outbox: Outbox,
  accountId: string,
  clock: { now: number },
): Promise<RunEnd[]> {
  const ends: RunEnd[] = [];
  for (let round = 0; round < 3000; round += 1) {
    ends.push(await outbox.run(accountId));
    const next = await outbox.nextTryAt(accountId);
    if (next === null) return ends;
    clock.now = Math.max(clock.now, next);
  }
  throw new Error('the outbox never came to rest');
}

export const statesOf = async (outbox: Outbox, person: Person) =>
  (await outbox.list(person.id)).map(({ state }) => state);
