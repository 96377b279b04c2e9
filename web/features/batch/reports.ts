// From the cells to reports: which rows are sent, what is wrong with them, and where the server's
// refusals belong. Pure, no React, no network.
import type { ReportBatch } from '#contract/batch';
import { ReportInput, type Statement } from '#contract/evidence';
import type { Messages } from '../../i18n/id.ts';
import { fieldText, issueCode, type Refusal } from '../../lib/problems.ts';
import { readAnswer, readPlace, readTime } from './cells.ts';
import { cellAt, type Cells, type Grid, type GridColumn, type GridRow } from './grid.ts';

/** Row key → column key → what to type instead. `row` is the row as a whole. */
export type CellErrors = Record<string, Record<string, string>>;
export const wholeRow = 'row';

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

type NewReport = ReportBatch['reports'][number];
export type Outgoing = { row: GridRow; report: NewReport };

/**
 * Rows that say something: an operator, a note, or the name of a locality. Day, time and place
 * alone say nothing; they may come from filling a whole column.
 */
export function listFilled({ rows, columns }: Grid, cells: Cells): GridRow[] {
  const saying = columns.filter(({ kind }) => ['answer', 'note', 'name'].includes(kind));
  return rows.filter((row) => saying.some((column) => cellAt(cells, row, column) !== ''));
}

function statementsOf(row: GridRow, answers: readonly GridColumn[], cells: Cells) {
  return answers.flatMap((column): Pick<Statement, 'operatorId' | 'technology' | 'strength'>[] => {
    const answer = readAnswer(cellAt(cells, row, column));
    return answer && column.operator ? [{ operatorId: column.operator.id, ...answer }] : [];
  });
}

/** What a row says, not yet checked. */
function rawInput(row: GridRow, columns: readonly GridColumn[], cells: Cells) {
  const text = (key: string) => cells[row.key]?.[key] ?? '';
  const answers = columns.filter(({ kind }) => kind === 'answer');
  return {
    villageCode: row.village.code,
    localityId: row.localityId,
    localityName: text('name'),
    position: null,
    positionSource: null,
    accuracyM: null,
    // A day that was understood stands there as an ISO date already.
    observedOn: text('day'),
    environment: readPlace(text('place')),
    availability: readTime(text('time')),
    statements: statementsOf(row, answers, cells),
    note: text('note'),
  };
}

/** The cell that a field of a report came from: `statements.1.strength` → `answer.indosat`. */
function columnOf(field: string, operatorIds: readonly string[], firstAnswer: string): string {
  const [name, index] = field.split('.');
  if (name === 'statements') {
    const operatorId = index === undefined ? undefined : operatorIds[Number(index)];
    return operatorId === undefined ? firstAnswer : `answer.${operatorId}`;
  }
  const columns: Record<string, string> = {
    observedOn: 'day',
    environment: 'place',
    availability: 'time',
    note: 'note',
    localityName: 'name',
  };
  return columns[name ?? ''] ?? wholeRow;
}

function addError(errors: CellErrors, row: GridRow, column: string, words: string): void {
  const own = (errors[row.key] ??= {});
  own[column] ??= words;
}

/**
 * The reports of all filled rows, or what is wrong with them. `idOf` gives each row the id under
 * which it is sent, the same one at every try. `today` is an ISO date.
 */
export function readReports(
  grid: Grid,
  cells: Cells,
  idOf: (row: GridRow) => string,
  today: string,
  texts: Messages['problem'],
): { outgoing: Outgoing[]; errors: CellErrors } {
  const errors: CellErrors = {};
  const firstAnswer = grid.columns.find(({ kind }) => kind === 'answer')?.key ?? wholeRow;
  const outgoing = listFilled(grid, cells).flatMap((row) => {
    const raw = rawInput(row, grid.columns, cells);
    const operatorIds = raw.statements.map(({ operatorId }) => operatorId);
    const refuse = (field: string, code: string) =>
      addError(
        errors,
        row,
        columnOf(field, operatorIds, firstAnswer),
        fieldText(field, code, texts),
      );
    if (raw.observedOn !== '' && !isoDate.test(raw.observedOn)) refuse('observedOn', 'not_a_day');
    const parsed = ReportInput.safeParse(raw, { reportInput: true });
    for (const issue of parsed.error?.issues ?? []) refuse(issue.path.join('.'), issueCode(issue));
    if (row.about === 'line' && raw.localityName.trim() === '') refuse('localityName', 'required');
    if (isoDate.test(raw.observedOn) && raw.observedOn > today)
      refuse('observedOn', 'date_in_future');
    return parsed.success ? [{ row, report: { id: idOf(row), input: parsed.data } }] : [];
  });
  return { outgoing, errors };
}

/** The server's refusal of a batch at its cells; empty when it names no row. */
export function placeRefusal(
  refusal: Pick<Refusal, 'errors'>,
  sent: readonly Outgoing[],
  { columns }: Pick<Grid, 'columns'>,
  texts: Messages['problem'],
): CellErrors {
  const errors: CellErrors = {};
  const firstAnswer = columns.find(({ kind }) => kind === 'answer')?.key ?? wholeRow;
  for (const { field, code } of refusal.errors) {
    const [, index, own = ''] = /^reports\.(\d+)\.(.+)$/.exec(field) ?? [];
    const outgoing = index === undefined ? undefined : sent[Number(index)];
    if (!outgoing) continue;
    const operatorIds = outgoing.report.input.statements.map(({ operatorId }) => operatorId);
    const column = columnOf(own, operatorIds, firstAnswer);
    addError(errors, outgoing.row, column, fieldText(own, code, texts));
  }
  return errors;
}
