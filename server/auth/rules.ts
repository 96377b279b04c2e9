// Who may do what, and how long guessing has to wait. Pure.
import type { Account, Role } from './contract.ts';

/** Who may call a route: anyone, anyone signed in, or the roles named. */
export type Caller = 'anyone' | 'signed-in' | readonly Role[];

export type Verdict = 'ok' | 'not_signed_in' | 'password_change_required' | 'not_allowed';

/**
 * Whether `account` (null: nobody) may call a route that states `may`.
 * `whilePasswordIsHandedOut`: true for the few routes that lead out of a handed-out password.
 */
export function judgeCaller(
  may: Caller,
  account: Account | null,
  whilePasswordIsHandedOut: boolean,
): Verdict {
  if (may === 'anyone') return 'ok';
  if (!account) return 'not_signed_in';
  if (account.mustChangePassword && !whilePasswordIsHandedOut) return 'password_change_required';
  if (may === 'signed-in' || may.includes(account.role)) return 'ok';
  return 'not_allowed';
}

/** Whether `account` may report on a village: staff everywhere, a regency inside its own. */
export function mayReportIn(account: Account, villageCode: string): boolean {
  if (account.role === 'admin' || account.role === 'staff') return true;
  const { regencyCode } = account.office;
  return (
    account.role === 'regency' && regencyCode !== null && villageCode.startsWith(`${regencyCode}.`)
  );
}

/** What a role needs of its office, or null when any office will do. */
export function missingScope(
  role: Role,
  office: { regencyCode: string | null; operatorId: string | null },
): 'regencyCode' | 'operatorId' | null {
  if (role === 'regency' && !office.regencyCode) return 'regencyCode';
  if (role === 'liaison' && !office.operatorId) return 'operatorId';
  return null;
}

export type Failures = { failures: number; lastFailedAt: Date };

/** Failures that cost nothing, and how fast the wait grows after them. */
const slowDown = { firstWaitS: 15, longestWaitS: 900, forgottenAfterS: 3600 };

/** How many failed sign-ins are free: from one address for one account, one account, one address. */
export const freeFailures = { pair: 5, email: 20, address: 50 } as const;

/**
 * Seconds until the next attempt is heard (0: now). After `free` failures the wait starts at
 * 15 s and doubles up to 15 min; an hour without a failure forgets them.
 */
export function signInWaitS(record: Failures | null, free: number, now: Date): number {
  if (!record || record.failures < free) return 0;
  const sinceS = (now.getTime() - record.lastFailedAt.getTime()) / 1000;
  if (sinceS >= slowDown.forgottenAfterS) return 0;
  const doublings = Math.min(record.failures - free, 10);
  const waitS = Math.min(slowDown.firstWaitS * 2 ** doublings, slowDown.longestWaitS);
  return Math.max(0, Math.ceil(waitS - sinceS));
}
