// Reads what a row of a liaison's workbook says: an answer, or steps of a commitment. Pure. Which sheets
// and rows there are is work-sheet-rows.ts's part; what a row may change, work-table.ts's.
import { isEmptyCell, tidyCell, type CellProblem, type CellReading } from '../interchange/cells.ts';
import { readDay } from '../interchange/day-cell.ts';
import { readPeriod } from '../interchange/period-cell.ts';
import { foldName } from '../regions/names.ts';
import { kindWords, reasonWords, stateWords } from './words.ts';
import { CommitmentStep } from './contract.ts';
import { AnswerInput } from './declaration-contract.ts';
import { answerWords, type AnswerColumn, type StepColumn } from './work-sheets.ts';

/** What is wrong with a cell: the column and why. */
export type CellError<Column extends string> = { column: Column; code: string };

/** What a row says, or what is wrong with it. */
export type RowReading<Column extends string, T> =
  | { said: T; errors?: undefined }
  | { said?: undefined; errors: CellError<Column>[] };

/** A word of a list, or its code, whatever its capitals; null: it is another one. */
function readWord<Code extends string>(
  cell: string,
  words: Readonly<Record<Code, string>>,
): Code | null {
  const wanted = foldName(cell);
  const codes = Object.keys(words) as Code[];
  return (
    codes.find((code) => [code, words[code]].some((word) => foldName(word) === wanted)) ?? null
  );
}

const isBlank = (cell: string) => isEmptyCell(tidyCell(cell));

/** Gathers what is wrong with the cells of a row while it is read. */
function createReader<Column extends string>(cells: Record<Column, string>) {
  const errors: CellError<Column>[] = [];
  const refuse = (column: Column, code: string): undefined => {
    errors.push({ column, code });
    return undefined;
  };
  /** A value that has to be there. */
  const need = <T>(column: Column, read: (cell: string) => CellReading<T>): T | undefined => {
    const reading = read(cells[column]);
    if (reading.kind === 'value') return reading.value;
    const code: CellProblem | 'required' = reading.kind === 'empty' ? 'required' : reading.code;
    return refuse(column, code);
  };
  /** A word that may be absent (null). */
  const word = <Code extends string>(
    column: Column,
    words: Readonly<Record<Code, string>>,
    code: string,
  ): Code | null | undefined => {
    if (isBlank(cells[column])) return null;
    return readWord(cells[column], words) ?? refuse(column, code);
  };
  return { errors, refuse, need, word };
}

const readLastDay = (cell: string): CellReading<string> => {
  const reading = readPeriod(cell, true);
  return reading.kind === 'value' ? { kind: 'value', value: reading.value.day } : reading;
};

/** The column of an issue of the contract: its path's first name, as the sheet calls it. */
function contractErrors<Column extends string>(
  issues: readonly { path: PropertyKey[]; params?: unknown; code?: string }[],
  columnOf: Readonly<Record<string, Column>>,
  otherwise: Column,
): CellError<Column>[] {
  return issues.map(({ path, params, code }) => {
    const own: unknown = typeof params === 'object' && params && Reflect.get(params, 'code');
    return {
      column: columnOf[String(path[0])] ?? otherwise,
      code: typeof own === 'string' ? own : code === 'too_big' ? 'too_long' : 'wrong_value',
    };
  });
}

const answerColumns: Readonly<Record<string, AnswerColumn>> = {
  ...{
    byOn: 'on',
    sinceOn: 'on',
    kind: 'kind',
    siteRef: 'siteRef',
    reason: 'reason',
    note: 'note',
  },
};

const filledColumns = ['answer', 'on', 'kind', 'siteRef', 'reason', 'note'] as const;

/** What a row answers; null: all that is to be filled is empty. Cells that its answer has no use for are left out. */
export function readAnswer(
  cells: Record<AnswerColumn, string>,
): RowReading<AnswerColumn, AnswerInput | null> {
  if (filledColumns.every((column) => isBlank(cells[column]))) return { said: null };
  const { errors, need, word, refuse } = createReader(cells);
  const answer = word('answer', answerWords, 'answer_unknown');
  if (answer === null) refuse('answer', 'required');
  const note = isBlank(cells.note) ? '' : cells.note;
  let said: unknown;
  if (answer === 'build') {
    const byOn = need('on', readLastDay);
    const kind = word('kind', kindWords, 'kind_unknown');
    if (kind === null) refuse('kind', 'required');
    const siteRef = isBlank(cells.siteRef) ? '' : cells.siteRef;
    said = { answer, byOn, kind, siteRef, note };
  } else if (answer === 'served') said = { answer, sinceOn: need('on', readDay), note };
  else said = { answer, reason: word('reason', reasonWords, 'reason_unknown'), note };
  if (errors.length > 0) return { errors };
  const parsed = AnswerInput.safeParse(said);
  if (parsed.success) return { said: parsed.data };
  return { errors: contractErrors(parsed.error.issues, answerColumns, 'answer') };
}

const stepColumns: Readonly<Record<string, StepColumn>> = {
  ...{ to: 'to', on: 'on', promisedOn: 'newDate', reason: 'reason', note: 'note' },
};

/** What a field of a refused step is called in the sheet. */
export function stepColumnOf(field: string): StepColumn {
  return stepColumns[field] ?? 'number';
}

/**
 * The steps that a row takes, first into the new state, then to the new date; none: all that is to be
 * filled is empty. Reason and note go with each of them.
 */
export function readSteps(
  cells: Record<StepColumn, string>,
): RowReading<StepColumn, CommitmentStep[]> {
  const filled = (['to', 'on', 'newDate', 'reason', 'note'] as const).filter(
    (column) => !isBlank(cells[column]),
  );
  if (filled.length === 0) return { said: [] };
  const { errors, need, word, refuse } = createReader(cells);
  const to = word('to', stateWords, 'state_unknown');
  const reason = word('reason', reasonWords, 'reason_unknown');
  const note = isBlank(cells.note) ? '' : cells.note;
  const hasNewDate = filled.includes('newDate');
  if (to === null && !hasNewDate) refuse('to', 'nothing_reported');
  const steps: unknown[] = [];
  if (to) steps.push({ do: 'move', to, on: need('on', readDay), reason, note });
  if (hasNewDate)
    steps.push({ do: 'reschedule', promisedOn: need('newDate', readLastDay), reason, note });
  if (errors.length > 0) return { errors };
  const said: CommitmentStep[] = [];
  for (const step of steps) {
    const parsed = CommitmentStep.safeParse(step);
    if (parsed.success) said.push(parsed.data);
    else errors.push(...contractErrors(parsed.error.issues, stepColumns, 'to'));
  }
  return errors.length > 0 ? { errors } : { said };
}
