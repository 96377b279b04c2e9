// The rows of a workbook's sheet of commitments, taken as steps one after another; what is refused is
// written down by row. In the caller's transaction, which takes it all back when anything is refused.
import { isoDay } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError } from '../platform/problem.ts';
import { takeStep, type Doer } from './actions.ts';
import { reasonWords, stateWords } from './words.ts';
import type { CommitmentStep } from './contract.ts';
import { shortDay } from './window-matrix.ts';
import { readSteps, stepColumnOf } from './work-sheet-read.ts';
import { readNumber, type SheetRow } from './work-sheet-rows.ts';
import { stepHeaders, type StepColumn } from './work-sheets.ts';
import { findSheetCommitment, type SheetCommitment } from './work-table-store.ts';
import { noteChange, refuseRow, type Tally } from './work-tally.ts';

/** What a step becomes, in the words of the sheet. */
function stepText(step: CommitmentStep): string {
  const because = 'reason' in step && step.reason ? ` (${reasonWords[step.reason]})` : '';
  if (step.do === 'move') return `${stateWords[step.to]} sejak ${shortDay(step.on)}${because}`;
  return step.do === 'reschedule' ? `dijanjikan ${shortDay(step.promisedOn)}${because}` : '';
}

/** A refusal of takeStep, as cells of the row. */
function toErrors(error: ProblemError) {
  const { code, extra } = error;
  if (extra.errors)
    return extra.errors.map((one) => ({ column: stepColumnOf(one.field), code: one.code }));
  if (code === 'changed_meanwhile') return [{ column: 'version' as const, code: 'row_outdated' }];
  const own = code === 'not_found' ? 'commitment_unknown' : code;
  return [{ column: 'number' as const, code: own }];
}

function takeSteps(
  db: Db,
  commitment: SheetCommitment,
  steps: readonly CommitmentStep[],
  version: number,
  doer: Doer,
): ProblemError | null {
  try {
    let seen: number | null = version;
    for (const step of steps) {
      takeStep(db, commitment.id, step, seen, doer);
      seen = null;
    }
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
}

/** The states and dates in which a commitment stood, and into which the steps bring it. */
function describe(commitment: SheetCommitment, steps: readonly CommitmentStep[], today: string) {
  const { number, placeText, state, promisedOn } = commitment;
  const isLate = promisedOn < today;
  return {
    subject: `Komitmen ${number} · ${placeText.charAt(0).toUpperCase()}${placeText.slice(1)}`,
    from: `${stateWords[state]}, dijanjikan ${shortDay(promisedOn)}${isLate ? ' (terlambat)' : ''}`,
    to: steps.map(stepText).join(', '),
  };
}

function applyRow(
  db: Db,
  row: SheetRow<StepColumn>,
  taken: Set<number>,
  doer: Doer,
  tally: Tally,
): void {
  const refuse = (column: StepColumn, code: string) =>
    refuseRow(tally, row, stepHeaders, [{ column, code }]);
  const { said: steps, errors } = readSteps(row.cells);
  if (steps?.length === 0) {
    tally.unchanged += 1;
    return;
  }
  if (errors) return refuseRow(tally, row, stepHeaders, errors);
  const number = readNumber(row.cells.number);
  const commitment = number === null ? null : findSheetCommitment(db, number);
  if (!commitment) return refuse('number', 'commitment_unknown');
  if (taken.has(commitment.number)) return refuse('number', 'row_twice');
  taken.add(commitment.number);
  const version = readNumber(row.cells.version);
  if (version === null) return refuse('version', 'version_missing');
  const refusal = takeSteps(db, commitment, steps, version, doer);
  if (refusal) return refuseRow(tally, row, stepHeaders, toErrors(refusal));
  noteChange(tally, row, describe(commitment, steps, isoDay(doer.at)));
}

/** Takes the steps of all rows that say something. */
export function applySteps(
  db: Db,
  rows: readonly SheetRow<StepColumn>[],
  doer: Doer,
  tally: Tally,
): void {
  const taken = new Set<number>();
  for (const row of rows) applyRow(db, row, taken, doer, tally);
}
