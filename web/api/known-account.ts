// Who was last signed in on this device: known without a connection, until signing out.
import { Account } from '#contract/auth';

const key = 'jangkau.account';

/** Null when nobody is known, or where the browser keeps nothing. */
export function findKnownAccount(): Account | null {
  try {
    return Account.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

/** Null forgets. Without a storage the app still works, only not offline. */
export function rememberAccount(account: Account | null): void {
  try {
    if (account === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(account));
  } catch {
    // Private windows and full storages forbid it.
  }
}
