// How much is open in an office, in SQL: what its next person finds there.
import type { Db } from '../platform/database.ts';
import type { OpenWork } from './work-contract.ts';

/** An office as far as it decides what its work is. */
export type WorkingOffice = {
  id: number;
  name: string;
  regencyCode: string | null;
  /** For whom it acts: the heir, where its operator was taken over. */
  operatorId: string | null;
};

export function findWorkingOffice(db: Db, id: number): WorkingOffice | null {
  const row = db
    .prepare(
      `SELECT f.id, f.name, f.regency_code AS regencyCode, h.heir_id AS operatorId
       FROM office f LEFT JOIN operator_heir h ON h.id = f.operator_id WHERE f.id = ?`,
    )
    .get(id) as WorkingOffice | undefined;
  return row ?? null;
}

type OfOperator = Pick<OpenWork, 'commitments' | 'late' | 'declarations' | 'filings'>;

const countOfOperator = `
  SELECT
    (SELECT count(*) FROM commitment WHERE owner_id = @operatorId
       AND state IN ('proposed', 'agreed', 'in_progress', 'built', 'on_air')) AS commitments,
    (SELECT count(*) FROM commitment WHERE owner_id = @operatorId
       AND state IN ('proposed', 'agreed', 'in_progress', 'built') AND promised_on < @today) AS late,
    (SELECT count(*) FROM declaration_window w
       JOIN declaration_operator q ON q.window_id = w.id
       JOIN operator_heir h ON h.id = q.operator_id AND h.heir_id = @operatorId
       JOIN declaration_place p ON p.window_id = w.id
     WHERE w.closed_at IS NULL AND w.closes_on >= @today AND NOT EXISTS (
       SELECT 1 FROM declaration_answer x WHERE x.window_id = w.id AND x.number = p.number
         AND x.operator_id = q.operator_id)) AS declarations,
    (SELECT count(*) FROM filing f JOIN operator_heir h ON h.id = f.operator_id
     WHERE h.heir_id = @operatorId AND f.state = 'comparing') AS filings`;

const nothing: OfOperator = { commitments: 0, late: 0, declarations: 0, filings: 0 };

/** Real reports only: whom nobody asked for an answer is the verifiers' part, the others their regency's. */
const countReports = {
  verifiers: `SELECT count(*) FROM report
    WHERE state = 'submitted' AND is_sample = 0 AND asked_at IS NULL`,
  regency: `SELECT count(*) FROM report r
    WHERE r.state = 'submitted' AND r.is_sample = 0 AND r.asked_at IS NOT NULL
      AND r.village_code BETWEEN @regencyCode || '.' AND @regencyCode || '.~'`,
} as const;

const hasVerifiers = `SELECT EXISTS (SELECT 1 FROM account
  WHERE office_id = ? AND role IN ('admin', 'staff'))`;

function countWaitingReports(db: Db, office: WorkingOffice): number {
  const count = (sql: string, named: object = {}) => db.prepare(sql).pluck().get(named) as number;
  const { id, regencyCode } = office;
  if (regencyCode !== null) return count(countReports.regency, { regencyCode });
  const isOfVerifiers = db.prepare(hasVerifiers).pluck().get(id) === 1;
  return isOfVerifiers ? count(countReports.verifiers) : 0;
}

/** What is open in the office on `today` (ISO date). */
export function countOpenWork(db: Db, office: WorkingOffice, today: string): OpenWork {
  const { id, operatorId } = office;
  const ofOperator =
    operatorId === null
      ? nothing
      : (db.prepare(countOfOperator).get({ operatorId, today }) as OfOperator);
  const obstacles = db
    .prepare(
      `SELECT count(*) FROM obstacle
       WHERE lifted_on IS NULL AND next_look_on <= ? AND office_id = ?`,
    )
    .pluck()
    .get(today, id) as number;
  return {
    officeName: office.name,
    ...ofOperator,
    obstacles,
    reports: countWaitingReports(db, office),
  };
}
