// The first account of a new database, so that somebody can sign in and make the others.
import { recordAudit } from '../audit/store.ts';
import type { Db } from '../platform/database.ts';
import { hashPassword, makePassword } from './sign-in.ts';
import { countAccounts, insertAccount, insertOffice } from './store.ts';

type Wanted = { adminEmail: string; adminPassword: string | null };

/**
 * Creates the admin when there is no account yet. Gives back the password made for it, to be shown
 * once and changed at the first sign-in; null when one was given, or when there are accounts.
 */
export async function ensureAdmin(db: Db, wanted: Wanted, at: Date): Promise<string | null> {
  if (countAccounts(db) > 0) return null;
  const made = wanted.adminPassword === null ? makePassword() : null;
  const passwordHash = await hashPassword(wanted.adminPassword ?? made ?? '');
  db.transaction(() => {
    const officeId = insertOffice(db, {
      id: 0,
      name: 'Dinas Komunikasi dan Informatika Provinsi',
      regencyCode: null,
      operatorId: null,
    });
    const id = insertAccount(db, {
      name: 'Admin',
      email: wanted.adminEmail,
      role: 'admin',
      officeId,
      passwordHash,
      mustChangePassword: made !== null,
      at,
    });
    recordAudit(db, { at, accountId: null, action: 'account.create', subject: `account:${id}` });
  })();
  return made;
}
