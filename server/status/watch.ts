// Notices what another process wrote (npm run import, npm run sample) and tells the open browsers.
import type { Db } from '../platform/database.ts';
import type { Hub } from '../platform/live.ts';
import { boundaryVersion } from '../regions/store.ts';
import type { LiveEvent } from './contract.ts';
import { statusVersion } from './store.ts';

const everyMs = 2000;

/** A function that looks once and publishes what changed since it last looked. */
export function createWatch(db: Db, hub: Hub<LiveEvent>): () => void {
  // SQLite's data_version moves only with the writes of other connections, and costs nothing to read.
  const look = () => ({
    data: db.pragma('data_version', { simple: true }),
    boundaries: boundaryVersion(db),
    statuses: statusVersion(db),
  });
  let seen = look();
  return () => {
    if (db.pragma('data_version', { simple: true }) === seen.data) return;
    const before = seen;
    seen = look();
    if (seen.boundaries !== before.boundaries)
      hub.publish({ type: 'map', boundaryVersion: seen.boundaries });
    if (seen.statuses !== before.statuses) hub.publish({ type: 'reload', version: seen.statuses });
  };
}

/** Looks every two seconds; gives back the function that stops it. */
export function startWatching(db: Db, hub: Hub<LiveEvent>): () => void {
  const timer = setInterval(createWatch(db, hub), everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
