// The outbox in the device's database: items and photos, each change in one transaction.
import type { DeviceDatabase } from '../device-store.ts';
import { weighed } from './item-rules.ts';
import type { OutboxEntry, OutboxItem, OutboxPhoto } from './types.ts';

type Key = Pick<OutboxItem, 'accountId' | 'id'>;

/** Null takes the item out. */
type ItemChange = (item: OutboxItem) => OutboxItem | null;

export function listItems(database: DeviceDatabase, accountId: string): Promise<OutboxItem[]> {
  return database.getAllFromIndex('reports', 'by-account', accountId);
}

export function listPhotos(
  database: DeviceDatabase,
  { accountId, id }: Key,
): Promise<OutboxPhoto[]> {
  return database.getAllFromIndex('photos', 'by-report', [accountId, id]);
}

/** Everything of an account, oldest first, without the photos' bytes. */
export async function listEntries(
  database: DeviceDatabase,
  accountId: string,
): Promise<OutboxEntry[]> {
  const transaction = database.transaction(['reports', 'photos']);
  const [items, photos] = await Promise.all([
    transaction.objectStore('reports').index('by-account').getAll(accountId),
    transaction.objectStore('photos').index('by-account').getAll(accountId),
  ]);
  return items
    .sort((a, b) => a.createdAt - b.createdAt || a.id.localeCompare(b.id))
    .map((item) => ({
      ...item,
      photos: photos
        .filter(({ reportId }) => reportId === item.id)
        .map(({ blob: _blob, ...photo }) => photo),
    }));
}

/**
 * Stores what `change` makes of the item that is there (null: none is), and the photos that `photos`
 * adds to those known or puts in their place.
 */
export async function saveItem(
  database: DeviceDatabase,
  { accountId, id }: Key,
  change: (item: OutboxItem | null) => OutboxItem | null,
  photos: (item: OutboxItem, known: OutboxPhoto[]) => OutboxPhoto[] = () => [],
): Promise<OutboxItem | null> {
  const transaction = database.transaction(['reports', 'photos'], 'readwrite');
  const reports = transaction.objectStore('reports');
  const store = transaction.objectStore('photos');
  const before = (await reports.get([accountId, id])) ?? null;
  const changed = change(before);
  const known = await store.index('by-report').getAll([accountId, id]);
  let after: OutboxItem | null = null;
  if (changed) {
    const added = photos(changed, known);
    for (const photo of added) await store.put(photo);
    const others = known.filter((photo) => !added.some((other) => other.id === photo.id));
    after = weighed(changed, [...others, ...added]);
    await reports.put(after);
  } else {
    await reports.delete([accountId, id]);
    for (const photo of known) await store.delete(photo.id);
  }
  await transaction.done;
  return after;
}

/** Changes an item that is still there; null when it was thrown away meanwhile. */
export function changeItem(
  database: DeviceDatabase,
  key: Key,
  change: ItemChange,
): Promise<OutboxItem | null> {
  return saveItem(database, key, (item) => item && change(item));
}

/** Takes a photo out, and what its report counts of it. */
export async function removePhoto(
  database: DeviceDatabase,
  { accountId, id }: Key,
  photoId: string,
): Promise<void> {
  const transaction = database.transaction(['reports', 'photos'], 'readwrite');
  const reports = transaction.objectStore('reports');
  const photos = transaction.objectStore('photos');
  await photos.delete(photoId);
  const item = await reports.get([accountId, id]);
  if (item)
    await reports.put(weighed(item, await photos.index('by-report').getAll([accountId, id])));
  await transaction.done;
}

/** Changes a photo that is still there, and what its report counts of it. */
export function changePhoto(
  database: DeviceDatabase,
  photo: OutboxPhoto,
  change: Partial<OutboxPhoto>,
): Promise<OutboxItem | null> {
  return saveItem(
    database,
    { accountId: photo.accountId, id: photo.reportId },
    (item) => item,
    (_item, known) =>
      known.filter(({ id }) => id === photo.id).map((stored) => ({ ...stored, ...change })),
  );
}
