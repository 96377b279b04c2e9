// Files of an operator's plans: tables and maps of sites, read as those are, but compared with what the
// operator filed before. Nothing of them is stored as a site before a person accepts the comparison.
import { createFiling } from '../../commitments/filing-intake.ts';
import { defineKind, type RowCells } from '../import-kind.ts';
import { isEmptyCell, tidyCell } from '../cells.ts';
import { createRowErrors } from '../row-errors.ts';
import { siteColumns } from './cell-columns.ts';
import { examples } from './examples.ts';
import { withExamples } from './shared-columns.ts';
import { siteReading } from './sites.ts';

const reading = siteReading('planned');

/** Of an operator's file every row is its own; only the network of a row could still say otherwise. */
const columns = withExamples(
  siteColumns.filter(({ key }) => !['mcc', 'mnc', 'area'].includes(key)),
  examples.plans,
);

/** The sites that rows name which are left out; '' is none. */
function listRefs(rows: readonly RowCells[]): string[] {
  const refs = rows.map((row) => row.text('siteId').trim().replace(/\s+/g, ' '));
  return [...new Set(refs)].filter((ref) => !isEmptyCell(tidyCell(ref)));
}

export const plans = defineKind({
  ...reading,
  name: 'plans',
  keepsFile: true,
  columns: () => columns,
  settings: ['operator', 'technology', 'source'],
  required: ({ technology, band }) => [
    'operator',
    ...(technology === undefined && band === undefined ? (['technology'] as const) : []),
  ],

  readRow(row, choices, context) {
    const read = reading.readRow(row, choices, context);
    if (read.kind !== 'draft') return read;
    const { operatorId } = read.draft;
    if (context.operatorId !== null && operatorId !== context.operatorId) {
      const errors = createRowErrors(row);
      errors.add('operator', 'other_operator_in_file');
      return { kind: 'wrong', errors: errors.list, villageCode: null };
    }
    // What stands already is compared like everything else.
    return { ...read, isKnown: false };
  },

  store(db, rows, { caller, at, importId, operatorId, leftOut }) {
    if (operatorId === null) throw new Error(`import ${importId} names no operator`);
    const unreadRows = leftOut();
    const lines = createFiling(db, {
      ...{ importId, operatorId, by: { accountId: caller.id, at } },
      drafts: rows.map(({ draft: { siteRef, siteName, position, cells } }) => ({
        ...{ siteRef, siteName, position, cells },
      })),
      unread: { rows: unreadRows.length, refs: listRefs(unreadRows) },
    });
    const count = (kind: string) => lines.filter((line) => line.kind === kind).length;
    const [inserted, unchanged] = [count('new'), count('unchanged')];
    return {
      ...{ inserted, unchanged, changed: lines.length - inserted - unchanged },
      ...{ reportIds: [], villages: [], hasNewPlaces: false },
    };
  },
});
