// Finds the rows of a liaison's workbook: which sheets are ours by their headers, whatever their names and
// the order of their columns. Pure. What a row says is work-sheet-read.ts's part.
import { readCount } from '../interchange/cells.ts';
import type { Table } from '../interchange/table.ts';
import { foldName } from '../regions/names.ts';
import { answerHeaders, stepHeaders, type AnswerColumn, type StepColumn } from './work-sheets.ts';

/** A row with its cells by column; a column that the sheet lacks has empty ones. */
export type SheetRow<Column extends string> = {
  sheet: string;
  row: number;
  cells: Record<Column, string>;
};

function rowsOf<Column extends string>(
  tables: readonly Table[],
  headers: Readonly<Record<Column, string>>,
  needed: readonly Column[],
): SheetRow<Column>[] {
  const columns = Object.keys(headers) as Column[];
  return tables.flatMap(({ sheet, header, rows }) => {
    const folded = header.map(foldName);
    const at = new Map(columns.map((key) => [key, folded.indexOf(foldName(headers[key]))]));
    if (needed.some((key) => at.get(key) === -1)) return [];
    return rows.map(({ number, cells }) => ({
      sheet: sheet ?? '',
      row: number,
      cells: Object.fromEntries(
        columns.map((key) => [key, (cells[at.get(key) ?? -1] ?? '').trim()]),
      ) as Record<Column, string>,
    }));
  });
}

/** The rows of every sheet that is one of answers. */
export function findAnswerRows(tables: readonly Table[]): SheetRow<AnswerColumn>[] {
  return rowsOf<AnswerColumn>(tables, answerHeaders, ['window', 'number', 'answer']);
}

/** The rows of every sheet that is one of commitments. */
export function findStepRows(tables: readonly Table[]): SheetRow<StepColumn>[] {
  return rowsOf<StepColumn>(tables, stepHeaders, ['number', 'to']);
}

/** Whether any sheet is one of ours, be it without rows. */
export function hasWorkSheet(tables: readonly Table[]): boolean {
  const holds = (header: readonly string[], wanted: readonly string[]) =>
    wanted.every((text) => header.map(foldName).includes(foldName(text)));
  const { window, number, answer } = answerHeaders;
  return tables.some(
    ({ header }) =>
      holds(header, [window, number, answer]) ||
      holds(header, [stepHeaders.number, stepHeaders.to]),
  );
}

/** A number that names a row's window, place or commitment; null where the cell holds none. */
export function readNumber(cell: string): number | null {
  const reading = readCount(cell);
  return reading.kind === 'value' && reading.value > 0 ? reading.value : null;
}
