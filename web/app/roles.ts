// What the screens offer to whom; the server decides. Pure.
import type { Account } from '#contract/auth';

type Someone = Pick<Account, 'role'> | null | undefined;

/** Who marks, and has reports of their own. */
export function isReporter(account: Someone): boolean {
  return account?.role === 'regency' || isVerifier(account);
}

/** Who brings in files; each role its own kinds. */
export function isImporter(account: Someone): boolean {
  return account?.role === 'liaison' || isReporter(account);
}

/** Where one begins: a liaison with what waits for its operator, everyone else on the map. */
export function homeOf(account: Someone): '/' | '/komitmen/tugas' {
  return account?.role === 'liaison' ? '/komitmen/tugas' : '/';
}

/** Who decides about reports. */
export function isVerifier(account: Someone): boolean {
  return account?.role === 'admin' || account?.role === 'staff';
}
