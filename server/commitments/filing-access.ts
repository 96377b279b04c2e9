// Whose filings one sees, and which of them one decides about. What is refused is thrown.
import type { Account } from '../auth/contract.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError } from '../platform/problem.ts';
import { planOwnerOf } from './filing-intake.ts';
import { findFiling, type StoredFiling } from './filing-store.ts';
import { presentFiling } from './filing-view.ts';
import { actorOf, operatorOf } from './rules.ts';
import { readHeirs } from './store.ts';

/** The operators whose filings the account sees; null: everybody's. A liaison of no operator sees none. */
export function listSeenOperators(db: Db, caller: Account): string[] | null {
  if (caller.role !== 'liaison') return null;
  const heirs = readHeirs(db);
  const own = operatorOf(caller, heirs);
  return own === null ? [] : planOwnerOf(heirs, own).operatorIds;
}

/** Throws 404 also where the filing is another operator's. */
export function getFiling(db: Db, caller: Account, id: string): StoredFiling {
  const filing = findFiling(db, id);
  const isSeen = filing && (listSeenOperators(db, caller)?.includes(filing.operatorId) ?? true);
  if (!isSeen) throw new ProblemError(404, 'not_found');
  return filing;
}

/**
 * The filing as the caller has seen it, still to be decided, and theirs to decide. Throws 403
 * `foreign_operator`, 409 `filing_decided`, 412 `changed_meanwhile` with `current`.
 */
export function getOpenFiling(
  db: Db,
  caller: Account,
  id: string,
  seen: { version: number; today: string },
): StoredFiling {
  const filing = getFiling(db, caller, id);
  const heirs = readHeirs(db);
  const { ownerId } = planOwnerOf(heirs, filing.operatorId);
  if (actorOf(caller, ownerId, heirs) === null) throw new ProblemError(403, 'foreign_operator');
  if (filing.state !== 'comparing') throw new ProblemError(409, 'filing_decided');
  if (filing.version !== seen.version) {
    const current = presentFiling(db, caller, filing, seen.today);
    throw new ProblemError(412, 'changed_meanwhile', { more: { current } });
  }
  return filing;
}
