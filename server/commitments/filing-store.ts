// Filings of plans in SQL: each with the lines of its comparison, and the plans as they were last
// accepted. In the caller's transaction; what is one site and what became of it is filing-rules.ts's part.
import type { Db } from '../platform/database.ts';
import type { Reason } from './contract.ts';
import type { FilingCounts, FilingState, LineKind } from './filing-contract.ts';
import { lineKinds } from './filing-contract.ts';
import type { ComparedLine, Unread } from './filing-rules.ts';
import type { PlanSite } from './filing-site.ts';

export type StoredFiling = {
  id: string;
  operatorId: string;
  operatorName: string;
  state: FilingState;
  fileName: string;
  bytes: number;
  sha256: string;
  source: string;
  createdAt: string;
  createdByName: string;
  decidedAt: string | null;
  decidedByName: string | null;
  baseId: string | null;
  unread: Unread;
  version: number;
};

type FilingRecord = Omit<StoredFiling, 'unread'> & { unreadRows: number; unreadRefs: string };

const selectFiling = `
  SELECT f.id, f.operator_id AS operatorId, o.name AS operatorName, f.state,
    i.file_name AS fileName, i.bytes, i.sha256, i.source, f.created_at AS createdAt,
    c.name AS createdByName, f.decided_at AS decidedAt, d.name AS decidedByName,
    f.base_id AS baseId, f.unread_rows AS unreadRows, f.unread_refs AS unreadRefs, f.version
  FROM filing f JOIN import i ON i.id = f.id JOIN operator o ON o.id = f.operator_id
    JOIN account c ON c.id = f.created_by LEFT JOIN account d ON d.id = f.decided_by`;

function toFiling({ unreadRows, unreadRefs, ...filing }: FilingRecord): StoredFiling {
  const refs = JSON.parse(unreadRefs) as string[];
  return { ...filing, unread: { rows: unreadRows, refs } };
}

export function findFiling(db: Db, id: string): StoredFiling | null {
  const row = db.prepare(`${selectFiling} WHERE f.id = ?`).get(id) as FilingRecord | undefined;
  return row ? toFiling(row) : null;
}

/** The newest filings, of these operators or of all (null). */
export function listFilings(
  db: Db,
  operatorIds: readonly string[] | null,
  limit: number,
): StoredFiling[] {
  const rows = db
    .prepare(
      `${selectFiling} WHERE @ids IS NULL OR f.operator_id IN (SELECT value FROM json_each(@ids))
       ORDER BY f.created_at DESC, f.rowid DESC LIMIT @limit`,
    )
    .all({ ids: operatorIds && JSON.stringify(operatorIds), limit }) as FilingRecord[];
  return rows.map(toFiling);
}

const acceptedOf = `${selectFiling} WHERE f.state = 'accepted'
  AND f.operator_id IN (SELECT value FROM json_each(?))`;

/** The filing that the plans of these operators rest on today; null: none was accepted yet. */
export function findLastAccepted(db: Db, operatorIds: readonly string[]): StoredFiling | null {
  const row = db
    .prepare(`${acceptedOf} ORDER BY f.decided_at DESC, f.rowid DESC LIMIT 1`)
    .get(JSON.stringify(operatorIds)) as FilingRecord | undefined;
  return row ? toFiling(row) : null;
}

/** An accepted filing of these operators with the very content of an import; null: there is none. */
export function findAcceptedTwin(
  db: Db,
  operatorIds: readonly string[],
  importId: string,
): StoredFiling | null {
  const row = db
    .prepare(
      `${acceptedOf} AND i.sha256 = (SELECT sha256 FROM import WHERE id = ?)
       ORDER BY f.decided_at DESC LIMIT 1`,
    )
    .get(JSON.stringify(operatorIds), importId) as FilingRecord | undefined;
  return row ? toFiling(row) : null;
}

/** How many lines there are of each kind, and how many of them are taken. */
export function countLines(db: Db, id: string): FilingCounts {
  const rows = db
    .prepare(
      `SELECT kind, count(*) AS lines, sum(is_taken) AS taken FROM filing_line
       WHERE filing_id = ? GROUP BY kind`,
    )
    .all(id) as { kind: LineKind; lines: number; taken: number }[];
  const found = new Map(rows.map(({ kind, lines, taken }) => [kind, { lines, taken }]));
  return Object.fromEntries(
    lineKinds.map((kind) => [kind, found.get(kind) ?? { lines: 0, taken: 0 }]),
  ) as FilingCounts;
}

export type NewFiling = {
  id: string;
  operatorId: string;
  baseId: string | null;
  unread: Unread;
};

export function insertFiling(
  db: Db,
  { id, operatorId, baseId, unread }: NewFiling,
  by: { accountId: string; at: Date },
): void {
  db.prepare(
    `INSERT INTO filing (id, operator_id, state, base_id, unread_rows, unread_refs, created_at,
       created_by)
     VALUES (?, ?, 'comparing', ?, ?, ?, ?, ?)`,
  ).run(
    ...[id, operatorId, baseId, unread.rows, JSON.stringify(unread.refs)],
    ...[by.at.toISOString(), by.accountId],
  );
}

/** A line with what was decided about it. */
export type StoredLine = ComparedLine & { number: number; reason: Reason | null };

/** Writes the lines of a comparison in place of those that were there, numbered from 1. */
export function replaceLines(
  db: Db,
  id: string,
  lines: readonly (ComparedLine & { reason: Reason | null })[],
): void {
  db.prepare('DELETE FROM filing_line WHERE filing_id = ?').run(id);
  const insert = db.prepare(
    `INSERT INTO filing_line (filing_id, number, kind, site_ref, site_name, lng, lat, before, after,
       moved_m, shifted_days, is_taken, reason)
     VALUES (@id, @number, @kind, @siteRef, @siteName, @lng, @lat, @before, @after, @movedM,
       @shiftedDays, @isTaken, @reason)`,
  );
  for (const [index, { before, after, isTaken, ...line }] of lines.entries()) {
    const site = after ?? before;
    if (site === null) continue;
    const [lng, lat] = site.position;
    insert.run({
      ...line,
      ...{ id, number: index + 1, siteRef: site.siteRef, lng, lat, isTaken: Number(isTaken) },
      siteName: site.siteName || (before?.siteName ?? ''),
      before: before && JSON.stringify(before),
      after: after && JSON.stringify(after),
    });
  }
}

type LineRecord = Omit<StoredLine, 'before' | 'after' | 'isTaken'> & {
  before: string | null;
  after: string | null;
  isTaken: number;
};

const selectLines = `
  SELECT number, kind, before, after, moved_m AS movedM, shifted_days AS shiftedDays,
    is_taken AS isTaken, reason
  FROM filing_line WHERE filing_id = ?`;

const toSite = (text: string | null) => (text === null ? null : (JSON.parse(text) as PlanSite));

function toLine({ before, after, isTaken, ...line }: LineRecord): StoredLine {
  return { ...line, before: toSite(before), after: toSite(after), isTaken: isTaken === 1 };
}

/** All lines of a filing in their order. */
export function listLines(db: Db, id: string): StoredLine[] {
  const rows = db.prepare(`${selectLines} ORDER BY number`).all(id) as LineRecord[];
  return rows.map(toLine);
}

/** Lines that are taken and put a date off without saying why. */
export function listUnreasoned(db: Db, id: string): StoredLine[] {
  const rows = db
    .prepare(`${selectLines} AND is_taken = 1 AND shifted_days > 0 AND reason IS NULL`)
    .all(id) as LineRecord[];
  return rows.map(toLine);
}

/** Which of these numbers are lines of the filing, and whether their dates slipped. */
export function listLineNumbers(
  db: Db,
  id: string,
  numbers: readonly number[],
): { number: number; isSlipped: boolean }[] {
  const rows = db
    .prepare(
      `SELECT number, coalesce(shifted_days > 0, 0) AS isSlipped FROM filing_line
       WHERE filing_id = ? AND number IN (SELECT value FROM json_each(?))`,
    )
    .all(id, JSON.stringify(numbers)) as { number: number; isSlipped: number }[];
  return rows.map(({ number, isSlipped }) => ({ number, isSlipped: isSlipped === 1 }));
}

export type LineChange = { isTaken?: boolean | undefined; reason?: Reason | null | undefined };

/** Takes or leaves lines, or says why they slipped: of the numbers, or of all of a kind. */
export function changeLines(
  db: Db,
  id: string,
  lines: readonly number[] | LineKind,
  { isTaken, reason }: LineChange,
): void {
  const which =
    typeof lines === 'string' ? 'kind = @lines' : 'number IN (SELECT value FROM json_each(@lines))';
  db.prepare(
    `UPDATE filing_line SET is_taken = coalesce(@isTaken, is_taken),
       reason = CASE WHEN @setsReason THEN @reason ELSE reason END
     WHERE filing_id = @id AND kind <> 'unchanged' AND ${which}`,
  ).run({
    id,
    lines: typeof lines === 'string' ? lines : JSON.stringify(lines),
    isTaken: isTaken === undefined ? null : Number(isTaken),
    setsReason: Number(reason !== undefined),
    reason: reason ?? null,
  });
}

/** Compared with another one from now on. */
export function setBase(db: Db, id: string, baseId: string | null): void {
  db.prepare('UPDATE filing SET base_id = ? WHERE id = ?').run(baseId, id);
}

export function raiseFilingVersion(db: Db, id: string): void {
  db.prepare('UPDATE filing SET version = version + 1 WHERE id = ?').run(id);
}

/** Nothing of it changes any more. */
export function decideFiling(
  db: Db,
  id: string,
  state: 'accepted' | 'withdrawn',
  by: { accountId: string; at: Date },
): void {
  db.prepare(
    `UPDATE filing SET state = ?, decided_at = ?, decided_by = ?, version = version + 1
     WHERE id = ?`,
  ).run(state, by.at.toISOString(), by.accountId, id);
}

/** An operator's sites as they were last accepted. */
export function listPlanSites(db: Db, operatorId: string): PlanSite[] {
  const rows = db
    .prepare('SELECT site FROM plan_site WHERE operator_id = ? ORDER BY site_ref')
    .pluck()
    .all(operatorId) as string[];
  return rows.map((text) => JSON.parse(text) as PlanSite);
}

/** The plans of an operator from now on, by the lines of a filing that are taken. */
export function saveTakenLines(
  db: Db,
  operatorId: string,
  filingId: string,
  taken: readonly Pick<ComparedLine, 'before' | 'after'>[],
): void {
  const remove = db.prepare('DELETE FROM plan_site WHERE operator_id = ? AND site_ref = ?');
  const save = db.prepare('INSERT OR REPLACE INTO plan_site VALUES (?, ?, ?, ?)');
  for (const { before } of taken) if (before !== null) remove.run(operatorId, before.siteRef);
  for (const { after } of taken)
    if (after !== null) save.run(operatorId, after.siteRef, JSON.stringify(after), filingId);
}
