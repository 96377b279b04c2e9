// Operators in SQL: all of them with what hangs on them, new ones, changes and takeovers.
import type { Db } from '../platform/database.ts';
import type { KeptOperator, OperatorChange, OperatorInput, SuccessionInput } from './contract.ts';

type Row = Omit<KeptOperator, 'isMobile' | 'networkCodes'> & { isMobile: number; mnc: string };

const splitCodes = (mnc: string) => mnc.split(' ').filter((code) => code !== '');

/** All operators: those that stand for themselves first, mobile ones before the others. */
export function listKeptOperators(db: Db): KeptOperator[] {
  const rows = db
    .prepare(
      `SELECT o.id, o.name, o.is_mobile AS isMobile, o.mnc, o.successor_id AS successorId,
         s.name AS successorName, o.succeeded_on AS succeededOn,
         (SELECT count(*) FROM commitment c WHERE c.owner_id = o.id
            AND c.state IN ('proposed', 'agreed', 'in_progress', 'built')) AS commitments,
         (SELECT count(*) FROM office f JOIN account a ON a.office_id = f.id
          WHERE f.operator_id = o.id AND a.disabled_at IS NULL) AS accounts
       FROM operator o LEFT JOIN operator s ON s.id = o.successor_id
       ORDER BY o.successor_id IS NOT NULL, o.is_mobile DESC, o.rowid`,
    )
    .all() as Row[];
  return rows.map(({ isMobile, mnc, ...row }) => ({
    ...row,
    isMobile: isMobile === 1,
    networkCodes: splitCodes(mnc),
  }));
}

export function insertOperator(db: Db, id: string, input: OperatorInput): void {
  db.prepare('INSERT INTO operator (id, name, is_mobile, mnc) VALUES (?, ?, ?, ?)').run(
    id,
    input.name,
    Number(input.isMobile),
    input.networkCodes.join(' '),
  );
}

export function updateOperator(db: Db, id: string, { name, networkCodes }: OperatorChange): void {
  db.prepare('UPDATE operator SET name = ?, mnc = ? WHERE id = ?').run(
    name,
    networkCodes.join(' '),
    id,
  );
}

/** Writes down who took the operator over; its codes stay its own, files still name it by them. */
export function saveSuccession(
  db: Db,
  id: string,
  { successorId, succeededOn }: SuccessionInput,
): void {
  db.prepare('UPDATE operator SET successor_id = ?, succeeded_on = ? WHERE id = ?').run(
    successorId,
    succeededOn,
    id,
  );
}
