// Unsaved forms on this device, by account and report. They outlive the tab; what they hold is the form's.
import { withDeviceDatabase, type KeptDraft } from './device-store.ts';

/** Keeps the form of report `id`, in place of what was kept of it before. */
export function keepDraft(draft: KeptDraft): Promise<void> {
  return withDeviceDatabase(async (database) => {
    await database.put('drafts', draft);
  });
}

export function findDraft(accountId: string, id: string): Promise<KeptDraft | null> {
  return withDeviceDatabase(
    async (database) => (await database.get('drafts', [accountId, id])) ?? null,
  );
}

/** All drafts of an account, the latest first. */
export function listDrafts(accountId: string): Promise<KeptDraft[]> {
  return withDeviceDatabase(async (database) =>
    (await database.getAllFromIndex('drafts', 'by-account', accountId)).sort(
      (a, b) => b.savedAt - a.savedAt,
    ),
  );
}

export function dropDraft(accountId: string, id: string): Promise<void> {
  return withDeviceDatabase((database) => database.delete('drafts', [accountId, id]));
}
