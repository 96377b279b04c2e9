// The status list as it goes over the wire, gzipped once per version and day.
import { gzipSync } from 'node:zlib';
import { databaseId, type Db } from '../platform/database.ts';
import { readStatusList, statusVersion } from './store.ts';

type Body = { etag: string; gzipped: Uint8Array };

const bodies = new WeakMap<Db, Body>();

/** The list with its ETag; `today` decides which evidence is stale. */
export function readStatusListBody(db: Db, today: string): Body {
  const etag = `"${databaseId(db)}-${statusVersion(db)}-${today}"`;
  const known = bodies.get(db);
  if (known?.etag === etag) return known;
  const gzipped = gzipSync(JSON.stringify(readStatusList(db, today)), { level: 4 });
  const made = { etag, gzipped };
  bodies.set(db, made);
  return made;
}
