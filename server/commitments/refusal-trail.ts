// Keeps in the audit trail what was refused about commitments, declarations and filings: an operator that
// backdates, answers late or reaches for a rival's plan is told why, and it is written down.
import { recordAudit } from '../audit/store.ts';
import type { Account } from '../auth/contract.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError } from '../platform/problem.ts';

type Attempt = { caller: Account; at: Date; action: string; subject: string; sent?: unknown };

/** What was sent, short enough to be kept. */
function shorten(sent: unknown): unknown {
  const text = JSON.stringify(sent) ?? '';
  return text.length <= 2000 ? sent : `${text.slice(0, 2000)}…`;
}

/** Runs `act`, which has a transaction of its own; what it refuses is written down, and thrown on. */
export function keepRefusal<T>(
  db: Db,
  { caller, at, action, subject, sent }: Attempt,
  act: () => T,
): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof ProblemError)
      recordAudit(db, {
        at,
        accountId: caller.id,
        action: `${action}.refused`,
        subject,
        after: { code: error.code, errors: error.extra.errors, sent: shorten(sent) },
      });
    throw error;
  }
}

/**
 * Runs `act` in one transaction. What it refuses changes nothing, is written down with what was tried,
 * and is thrown on.
 */
export function attempt<T>(db: Db, tried: Attempt, act: () => T): T {
  return keepRefusal(db, tried, () => db.transaction(act).immediate());
}
