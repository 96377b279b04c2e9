// What the liaison's workbook is made of and compared with, in SQL: the windows that ask its operator and
// the commitments that it may report on.
import type { Db } from '../platform/database.ts';
import type { CommitmentKind, CommitmentState } from './contract.ts';

/** A window as one of the operators that it asks sees it. */
export type AskedWindow = {
  id: string;
  number: number;
  title: string;
  closesOn: string;
  isClosed: boolean;
  /** Of the one that acts today, or of one that it took over. */
  operatorId: string;
  operatorName: string;
};

/** The windows that ask the operator or one that it took over, closed ones too, by number. */
export function listAskedWindows(db: Db, operatorId: string): AskedWindow[] {
  const rows = db
    .prepare(
      `SELECT w.id, w.number, w.title, w.closes_on AS closesOn, w.closed_at IS NOT NULL AS isClosed,
         o.id AS operatorId, o.name AS operatorName
       FROM operator_heir h JOIN declaration_operator q ON q.operator_id = h.id
         JOIN declaration_window w ON w.id = q.window_id JOIN operator o ON o.id = h.id
       WHERE h.heir_id = ? ORDER BY w.number, o.rowid`,
    )
    .all(operatorId) as (Omit<AskedWindow, 'isClosed'> & { isClosed: number })[];
  return rows.map(({ isClosed, ...row }) => ({ ...row, isClosed: isClosed === 1 }));
}

export type SheetCommitment = {
  id: string;
  number: number;
  ownerName: string;
  kind: CommitmentKind;
  state: CommitmentState;
  promisedOn: string;
  site: string;
  placeText: string;
  version: number;
};

const selectCommitments = `
  SELECT c.id, c.number, o.name AS ownerName, c.kind, c.state, c.promised_on AS promisedOn,
    trim(c.site_ref || CASE WHEN c.site_ref <> '' AND c.site_name <> '' THEN ' · ' ELSE '' END
      || c.site_name) AS site,
    (SELECT group_concat(coalesce(l.kind || ' ' || l.name || ' (' || v.name || ')',
       v.kind || ' ' || v.name), '; ' ORDER BY p.position)
     FROM commitment_place p JOIN region v ON v.id = p.village_id
       LEFT JOIN locality l ON l.id = p.locality_id
     WHERE p.commitment_id = c.id) AS placeText, c.version
  FROM commitment c JOIN operator o ON o.id = c.owner_id`;

/** What the operator owes, those due first. */
export function listSheetCommitments(db: Db, ownerId: string): SheetCommitment[] {
  return db
    .prepare(
      `${selectCommitments} WHERE c.owner_id = ?
         AND c.state IN ('proposed', 'agreed', 'in_progress', 'built')
       ORDER BY c.promised_on, c.number`,
    )
    .all(ownerId) as SheetCommitment[];
}

/** Whoever's it is: whether it may be seen is the caller's part. */
export function findSheetCommitment(db: Db, number: number): SheetCommitment | null {
  const row = db.prepare(`${selectCommitments} WHERE c.number = ?`).get(number);
  return (row as SheetCommitment | undefined) ?? null;
}
