// Offices, accounts, credentials and failed sign-ins in SQL.
import { randomUUID } from 'node:crypto';
import type { Db } from '../platform/database.ts';
import { ProblemError } from '../platform/problem.ts';
import type { Account, Office, OfficeChoice, Role } from './contract.ts';
import type { Failures } from './rules.ts';

type AccountRow = {
  id: string;
  name: string;
  email: string;
  role: Role;
  must_change_password: number;
  disabled_at: string | null;
  last_sign_in_at: string | null;
  created_at: string;
  version: number;
  office_id: number;
  office_name: string;
  regency_code: string | null;
  operator_id: string | null;
};

/** An office of an operator that was taken over acts for the one that has its promises now. */
const selectAccount = `
  SELECT a.id, a.name, a.email, a.role, a.must_change_password, a.disabled_at, a.last_sign_in_at,
    a.created_at, a.version, o.id AS office_id, o.name AS office_name, o.regency_code,
    h.heir_id AS operator_id
  FROM account a JOIN office o ON o.id = a.office_id
    LEFT JOIN operator_heir h ON h.id = o.operator_id`;

function toAccount(row: AccountRow): Account {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    office: {
      id: row.office_id,
      name: row.office_name,
      regencyCode: row.regency_code,
      operatorId: row.operator_id,
    },
    mustChangePassword: row.must_change_password === 1,
    disabledAt: row.disabled_at,
    lastSignInAt: row.last_sign_in_at,
    createdAt: row.created_at,
    version: row.version,
  };
}

export function listAccounts(db: Db): Account[] {
  const rows = db.prepare(`${selectAccount} ORDER BY a.disabled_at IS NOT NULL, o.name, a.name`);
  return (rows.all() as AccountRow[]).map(toAccount);
}

export function findAccount(db: Db, id: string): Account | null {
  const row = db.prepare(`${selectAccount} WHERE a.id = ?`).get(id) as AccountRow | undefined;
  return row ? toAccount(row) : null;
}

export function findAccountByEmail(db: Db, email: string): Account | null {
  const row = db.prepare(`${selectAccount} WHERE a.email = ?`).get(email);
  return row ? toAccount(row as AccountRow) : null;
}

/** Throws 404 `not_found`. */
export function getAccount(db: Db, id: string): Account {
  const account = findAccount(db, id);
  if (!account) throw new ProblemError(404, 'not_found');
  return account;
}

export function countAccounts(db: Db): number {
  return db.prepare('SELECT count(*) FROM account').pluck().get() as number;
}

export function countOtherActiveAdmins(db: Db, id: string): number {
  return db
    .prepare(
      "SELECT count(*) FROM account WHERE role = 'admin' AND disabled_at IS NULL AND id <> ?",
    )
    .pluck()
    .get(id) as number;
}

export function listOffices(db: Db): Office[] {
  return db
    .prepare(
      'SELECT id, name, regency_code AS regencyCode, operator_id AS operatorId FROM office ORDER BY name',
    )
    .all() as Office[];
}

/** The office chosen; null when its id is unknown. A new one is not stored yet (id 0). */
export function resolveOffice(db: Db, choice: OfficeChoice): Office | null {
  if (!('id' in choice)) return { id: 0, ...choice };
  return listOffices(db).find((office) => office.id === choice.id) ?? null;
}

/** Stores a new office and gives back its id; throws 409 `office_name_taken`. */
export function insertOffice(db: Db, office: Office): number {
  const taken = db.prepare('SELECT 1 FROM office WHERE name = ?').get(office.name);
  if (taken)
    throw new ProblemError(409, 'office_name_taken', {
      errors: [{ field: 'office.name', code: 'office_name_taken', value: office.name }],
    });
  const { lastInsertRowid } = db
    .prepare('INSERT INTO office (name, regency_code, operator_id) VALUES (?, ?, ?)')
    .run(office.name, office.regencyCode, office.operatorId);
  return Number(lastInsertRowid);
}

export type AccountSeed = {
  name: string;
  email: string;
  role: Role;
  officeId: number;
  passwordHash: string;
  mustChangePassword: boolean;
  /** Whose work it takes over. */
  tookOverFrom?: string;
  at: Date;
};

/** Stores an account with its credential and gives back its id; throws 409 `email_taken`. */
export function insertAccount(db: Db, seed: AccountSeed): string {
  if (findAccountByEmail(db, seed.email))
    throw new ProblemError(409, 'email_taken', {
      errors: [{ field: 'email', code: 'email_taken', value: seed.email }],
    });
  const id = randomUUID();
  const at = seed.at.toISOString();
  db.prepare(
    `INSERT INTO account (id, name, email, role, office_id, must_change_password, took_over_from,
       created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    id,
    seed.name,
    seed.email,
    seed.role,
    seed.officeId,
    Number(seed.mustChangePassword),
    seed.tookOverFrom ?? null,
    at,
    at,
  );
  db.prepare(
    `INSERT INTO credential (id, account_id, provider_id, user_id, password, created_at, updated_at)
     VALUES (?, ?, 'credential', ?, ?, ?, ?)`,
  ).run(randomUUID(), id, id, seed.passwordHash, at, at);
  return id;
}

/** Whose work the account took over, and when; null: it began on its own. */
export function findTakeover(
  db: Db,
  accountId: string,
): { formerName: string; since: string } | null {
  const row = db
    .prepare(
      `SELECT f.name AS formerName, a.created_at AS since
       FROM account a JOIN account f ON f.id = a.took_over_from WHERE a.id = ?`,
    )
    .get(accountId) as { formerName: string; since: string } | undefined;
  return row ?? null;
}

/** Writes what may change of an account and counts its version up. */
export function updateAccount(db: Db, account: Account, at: Date): void {
  db.prepare(
    `UPDATE account SET name = ?, role = ?, disabled_at = ?, updated_at = ?, version = version + 1
     WHERE id = ?`,
  ).run(account.name, account.role, account.disabledAt, at.toISOString(), account.id);
}

/**
 * Replaces the password; `mustChange` when it is one that was handed out. The version stays: what
 * an admin edits is not touched.
 */
export function setPassword(
  db: Db,
  accountId: string,
  passwordHash: string,
  mustChange: boolean,
  at: Date,
): void {
  const now = at.toISOString();
  db.prepare('UPDATE credential SET password = ?, updated_at = ? WHERE user_id = ?').run(
    passwordHash,
    now,
    accountId,
  );
  db.prepare('UPDATE account SET must_change_password = ?, updated_at = ? WHERE id = ?').run(
    Number(mustChange),
    now,
    accountId,
  );
}

/** The stored password hash; throws 404 when there is no such account. */
export function getPasswordHash(db: Db, accountId: string): string {
  const stored = db
    .prepare('SELECT password FROM credential WHERE user_id = ?')
    .pluck()
    .get(accountId);
  if (typeof stored !== 'string') throw new ProblemError(404, 'not_found');
  return stored;
}

/** Ends the account's sessions; all of them, or all but the one with `exceptToken`. */
export function endSessions(db: Db, accountId: string, exceptToken: string | null): void {
  db.prepare('DELETE FROM session WHERE user_id = ? AND token IS NOT ?').run(
    accountId,
    exceptToken,
  );
}

export function noteSignIn(db: Db, accountId: string, at: Date): void {
  db.prepare('UPDATE account SET last_sign_in_at = ? WHERE id = ?').run(
    at.toISOString(),
    accountId,
  );
}

export function findFailures(db: Db, key: string): Failures | null {
  const row = db
    .prepare('SELECT failures, last_failed_at FROM sign_in_failure WHERE key = ?')
    .get(key) as { failures: number; last_failed_at: string } | undefined;
  return row ? { failures: row.failures, lastFailedAt: new Date(row.last_failed_at) } : null;
}

/** Counts one more failure under each key, and drops what is older than a day. */
export function addFailures(db: Db, keys: string[], at: Date): void {
  const add = db.prepare(
    `INSERT INTO sign_in_failure VALUES (?, 1, ?)
     ON CONFLICT (key) DO UPDATE SET failures = failures + 1, last_failed_at = excluded.last_failed_at`,
  );
  const dayAgo = new Date(at.getTime() - 86_400_000).toISOString();
  db.transaction(() => {
    db.prepare('DELETE FROM sign_in_failure WHERE last_failed_at < ?').run(dayAgo);
    for (const key of keys) add.run(key, at.toISOString());
  })();
}

export function forgetFailures(db: Db, keys: string[]): void {
  const drop = db.prepare('DELETE FROM sign_in_failure WHERE key = ?');
  for (const key of keys) drop.run(key);
}

export function operatorExists(db: Db, id: string): boolean {
  return db.prepare('SELECT 1 FROM operator WHERE id = ?').get(id) !== undefined;
}

/** The admin account that was made first and is not disabled, or null. */
export function findFirstAdmin(db: Db): Account | null {
  const row = db
    .prepare(
      `${selectAccount} WHERE a.role = 'admin' AND a.disabled_at IS NULL ORDER BY a.created_at LIMIT 1`,
    )
    .get();
  return row ? toAccount(row as AccountRow) : null;
}
