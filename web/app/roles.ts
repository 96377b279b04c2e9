// What the screens offer to whom; the server decides. Pure.
import type { Account } from '#contract/auth';

type Someone = Pick<Account, 'role'> | null | undefined;

/** Who marks, and has reports of their own. */
export function isReporter(account: Someone): boolean {
  return account?.role === 'regency' || isVerifier(account);
}

/** Who decides about reports. */
export function isVerifier(account: Someone): boolean {
  return account?.role === 'admin' || account?.role === 'staff';
}
