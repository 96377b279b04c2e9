// The status list as it goes over the wire, gzipped once per view, version and day.
import { gzipSync } from 'node:zlib';
import { databaseId, type Db } from '../platform/database.ts';
import type { StatusView } from './contract.ts';
import { readStatusList } from './list-store.ts';
import { statusVersion } from './store.ts';

type Body = { etag: string; gzipped: Uint8Array };

const bodies = new WeakMap<Db, Map<string, Body>>();

/** The list of a view with its ETag; `today` decides which evidence is stale. */
export function readStatusListBody(db: Db, view: StatusView, today: string): Body {
  const name = `${view.operator} ${view.technology}`;
  const version = `${databaseId(db)}-${statusVersion(db)}-${today}`;
  const etag = `"${version}-${view.operator}-${view.technology}"`;
  const made = bodies.get(db) ?? new Map<string, Body>();
  bodies.set(db, made);
  const known = made.get(name);
  if (known?.etag === etag) return known;
  const gzipped = gzipSync(JSON.stringify(readStatusList(db, view, today)), { level: 4 });
  made.set(name, { etag, gzipped });
  return { etag, gzipped };
}
