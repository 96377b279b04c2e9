// What comes of a workbook's rows while they are tried: what changes, what is refused and where. Pure.
import type { WorkTable } from './work-contract.ts';
import type { CellError } from './work-sheet-read.ts';
import type { SheetRow } from './work-sheet-rows.ts';

export type Tally = Pick<WorkTable, 'changes' | 'unchanged' | 'errors'>;

const longestValue = 120;

/** An error as it is told: nobody needs a whole page of a cell. */
export function shortened(error: WorkTable['errors'][number]): WorkTable['errors'][number] {
  const { value } = error;
  return value.length <= longestValue
    ? error
    : { ...error, value: `${value.slice(0, longestValue)}…` };
}

/** Writes down what is wrong with cells of a row; of a column that people do not see, only the row. */
export function refuseRow<Column extends string>(
  tally: Tally,
  { sheet, row, cells }: SheetRow<Column>,
  headers: Readonly<Record<Column, string>>,
  errors: readonly CellError<Column>[],
): void {
  for (const { column, code } of errors) {
    const isSeen = column !== 'version';
    const header = isSeen ? headers[column] : null;
    tally.errors.push({ sheet, row, header, code, value: isSeen ? cells[column] : '' });
  }
}

/** Writes down what a row changes. */
export function noteChange(
  tally: Tally,
  { sheet, row }: Pick<SheetRow<string>, 'sheet' | 'row'>,
  change: { subject: string; from: string; to: string },
): void {
  tally.changes.push({ sheet, row, ...change });
}
