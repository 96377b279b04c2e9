// The last answers of the server on this device, by account. Cleared when the account signs out.
import { withDeviceDatabase } from './device-store.ts';

export function putAnswer(accountId: string, name: string, value: unknown): Promise<void> {
  const keptAt = new Date().toISOString();
  return withDeviceDatabase(async (database) => {
    await database.put('answers', { accountId, name, value, keptAt });
  });
}

/** What was kept is what this same app once got; null when there is nothing. */
export function findAnswer<T>(
  accountId: string,
  name: string,
): Promise<{ value: T; keptAt: string } | null> {
  return withDeviceDatabase(async (database) => {
    const kept = await database.get('answers', [accountId, name]);
    return kept ? { value: kept.value as T, keptAt: kept.keptAt } : null;
  });
}

/** Forgets what was answered to anybody but `accountId`; null: to everybody. */
export function dropAnswersOfOthers(accountId: string | null): Promise<void> {
  return withDeviceDatabase(async (database) => {
    const transaction = database.transaction('answers', 'readwrite');
    for await (const cursor of transaction.store)
      if (cursor.value.accountId !== accountId) await cursor.delete();
    await transaction.done;
  });
}
