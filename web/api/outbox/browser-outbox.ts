// The outbox as this browser runs it: its database, its locks, its clock. Loaded after the first view.
import { request } from '../client.ts';
import { openDeviceDatabase } from '../device-store.ts';
import { createOutbox, type Outbox } from './outbox.ts';

/** Without locks (an old browser) two tabs may send the same report; the server takes it once. */
function lock<T>(work: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator)) return work();
  return navigator.locks.request('jangkau-outbox', work);
}

export async function openBrowserOutbox(): Promise<Outbox> {
  const database = await openDeviceDatabase();
  return createOutbox({ database, transport: request, now: Date.now, lock });
}
