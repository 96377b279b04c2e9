// What became of reports in SQL: verdicts and their steps, and what a village is called beside them.
import type { Db } from '../platform/database.ts';
import type { ReportEvent } from './contract.ts';
import type { Outcome } from './verification-rules.ts';
import type { VillageNames } from './verification-contract.ts';
import type { Change } from './version-store.ts';

/** A step with its person and office, as an object of JSON; to be read from event `e`. */
export const eventAsJson = `
  json_object('at', e.at, 'action', e.action, 'reason', e.reason,
    'byName', (SELECT name FROM account WHERE id = e.account_id),
    'officeName', (SELECT name FROM office WHERE id = e.office_id))`;

/** Every step of what became of a report, oldest first. */
export function listEvents(db: Db, reportId: string): ReportEvent[] {
  const rows = db
    .prepare(`SELECT ${eventAsJson} FROM report_event e WHERE e.report_id = ? ORDER BY e.id`)
    .pluck()
    .all(reportId) as string[];
  return rows.map((row) => JSON.parse(row) as ReportEvent);
}

/** Remembers one step. */
export function insertEvent(
  db: Db,
  reportId: string,
  { action, reason }: Pick<ReportEvent, 'action' | 'reason'>,
  by: Change,
): void {
  db.prepare(
    `INSERT INTO report_event (report_id, at, account_id, office_id, action, reason)
     VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(reportId, by.at.toISOString(), by.accountId, by.officeId, action, reason);
}

/** Stores what a verdict made of a report, as its next version; what the report says stays. */
export function saveOutcome(db: Db, reportId: string, outcome: Outcome, by: Change): void {
  db.prepare(
    `UPDATE report SET state = @state, asked_at = @askedAt, duplicate_of = @duplicateOf,
       version = version + 1 WHERE id = @id`,
  ).run({
    id: reportId,
    state: outcome.state,
    askedAt: outcome.askedAt,
    duplicateOf: outcome.duplicateOf,
  });
  insertEvent(db, reportId, outcome, by);
}

/** Takes an answer of `answeredAt` back: its step is forgotten, and the question waits again. */
export function takeAnswerBack(db: Db, reportId: string, answeredAt: string): void {
  const { changes } = db
    .prepare("DELETE FROM report_event WHERE report_id = ? AND action = 'answered' AND at = ?")
    .run(reportId, answeredAt);
  if (changes === 0) return;
  db.prepare(
    `UPDATE report SET asked_at = (SELECT e.at FROM report_event e
       WHERE e.report_id = report.id AND e.action = 'asked' ORDER BY e.id DESC LIMIT 1)
     WHERE id = ?`,
  ).run(reportId);
}

/** The columns of VillageNames for a village `v` in its district `d` and regency `k`. */
export const villageNames = `v.kind AS villageKind, v.name AS villageName, d.name AS districtName,
  CASE k.kind WHEN 'kota' THEN 'Kota ' ELSE '' END || k.name AS regencyName`;

export const joinVillage = `JOIN region d ON d.code = v.parent_code
  JOIN region k ON k.code = d.parent_code`;

/** What a village and the places above it are called. */
export function getVillageNames(db: Db, villageCode: string): VillageNames {
  return db
    .prepare(`SELECT ${villageNames} FROM region v ${joinVillage} WHERE v.code = ?`)
    .get(villageCode) as VillageNames;
}

export type VillageFlags = { hasConflict: boolean; isLacking: boolean };

/** What the derived status says of the evidence about a village; nothing while it is unknown. */
export function readVillageFlags(db: Db, villageId: number): VillageFlags {
  const row = db
    .prepare('SELECT has_conflict, is_lacking FROM place_status WHERE id = ?')
    .get(villageId) as { has_conflict: number; is_lacking: number } | undefined;
  return { hasConflict: row?.has_conflict === 1, isLacking: row?.is_lacking === 1 };
}
