// The one database of this device: what waits to be sent, drafts, kept regencies, last answers.
// Everything that belongs to a person lies under the account's id, and is read under it only.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptLocality, Region } from '#contract/regions';
import type { OutboxItem, OutboxPhoto } from './outbox/types.ts';

/** An unsaved form; `content` is the form's own, checked by it when it is read. */
export type KeptDraft = { accountId: string; id: string; savedAt: number; content: unknown };

/** The last answer of the server to one question of one account. */
export type KeptAnswer = { accountId: string; name: string; value: unknown; keptAt: string };

/** A regency that was kept, or is being kept. Its places lie in `places`, its tiles in a cache. */
export type KeptPack = {
  code: string;
  kind: string;
  name: string;
  boundaryVersion: string;
  tileUrls: string[];
  /** Of all tiles as they travel, gzipped. */
  bytes: number;
  /** ISO time at which everything was there; null while something is missing. */
  completedAt: string | null;
  /** Tiles of an earlier boundary version, dropped once the new ones are all there. */
  formerTileUrls: string[];
};

interface DeviceSchema extends DBSchema {
  reports: {
    key: [accountId: string, id: string];
    value: OutboxItem;
    indexes: { 'by-account': string };
  };
  photos: {
    key: string;
    value: OutboxPhoto;
    indexes: { 'by-report': [accountId: string, reportId: string]; 'by-account': string };
  };
  drafts: {
    key: [accountId: string, id: string];
    value: KeptDraft;
    indexes: { 'by-account': string };
  };
  answers: {
    key: [accountId: string, name: string];
    value: KeptAnswer;
    indexes: { 'by-account': string };
  };
  packs: { key: string; value: KeptPack };
  places: {
    key: string;
    value: { code: string; places: Region[]; localities: KeptLocality[] };
  };
}

export type DeviceDatabase = IDBPDatabase<DeviceSchema>;

/** Opens the database and brings it up to date; `name` is another one in tests. */
export function openDeviceDatabase(name = 'jangkau'): Promise<DeviceDatabase> {
  return openDB<DeviceSchema>(name, 1, {
    upgrade(database, oldVersion) {
      if (oldVersion >= 1) return;
      const ofAccount = { keyPath: ['accountId', 'id'] };
      database.createObjectStore('reports', ofAccount).createIndex('by-account', 'accountId');
      const photos = database.createObjectStore('photos', { keyPath: 'id' });
      photos.createIndex('by-report', ['accountId', 'reportId']);
      photos.createIndex('by-account', 'accountId');
      database.createObjectStore('drafts', ofAccount).createIndex('by-account', 'accountId');
      database
        .createObjectStore('answers', { keyPath: ['accountId', 'name'] })
        .createIndex('by-account', 'accountId');
      database.createObjectStore('packs', { keyPath: 'code' });
      database.createObjectStore('places', { keyPath: 'code' });
    },
    // Another tab wants a newer version: it must not wait for this one.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}

/** Does `work` with a connection of its own, closed afterwards. */
export async function withDeviceDatabase<T>(
  work: (database: DeviceDatabase) => Promise<T>,
): Promise<T> {
  const database = await openDeviceDatabase();
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
