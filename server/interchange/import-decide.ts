// Settles what is doubtful about rows as a person says, and remembers the answer where it will help.
// Storing is import-confirm.ts's part.
import { recordAudit } from '../audit/store.ts';
import type { Account } from '../auth/contract.ts';
import { ProblemError } from '../platform/problem.ts';
import { addAlias } from '../regions/alias-store.ts';
import type { RowDecision } from './contract.ts';
import { type Choices, noFacts, type ReadContext, type TableFacts } from './import-kind.ts';
import * as rowStore from './import-row-store.ts';
import type { StoredRow } from './import-row-store.ts';
import * as store from './import-store.ts';
import { sheetOf } from './import-view.ts';
import { factsOf, judgeReading, toRowCells } from './judge-row.ts';
import { kinds } from './kinds/all.ts';
import { type ContextDeps, createReadContext } from './read-context.ts';

type StoredImport = store.StoredImport;
type Decided = { choices: Choices; isSkipped: boolean };

/** Gives back what decides about a row, and those alike where wanted; it tells how many rows that were. */
export function createDecide(deps: ContextDeps) {
  const { db, clock } = deps;

  /** Reads one row again with what is decided about it. */
  function saveDecision(
    stored: StoredImport,
    row: StoredRow,
    decided: Decided,
    context: ReadContext,
    save: ReturnType<typeof rowStore.prepareSaveRow>,
  ): void {
    const header = stored.sheets[stored.sheet]?.header ?? [];
    const cells = toRowCells(header, stored.mapping, row);
    const reading = kinds[stored.kind].readRow(cells, decided.choices, context);
    const holder =
      reading.kind === 'draft'
        ? rowStore.findSlotHolder(db, sheetOf(stored), reading.slot, row.number)
        : null;
    const judged = judgeReading(reading, holder);
    const isSkipped = decided.isSkipped && judged.part === 'doubtful';
    save(row.number, judged, { ...decided, isSkipped });
  }

  /** The option must be one of those offered; for a village any other one that is the account's will do. */
  function checkChoice(
    row: StoredRow,
    decision: Extract<RowDecision, { choose: string }>,
    context: ReadContext,
  ) {
    const { judged } = row;
    if (judged.part !== 'doubtful' || judged.doubt.about !== decision.about)
      throw new ProblemError(409, 'row_not_doubtful');
    const isOffered = judged.doubt.options.some(({ key }) => key === decision.choose);
    const isOtherVillage =
      decision.about === 'village' &&
      context.index.byCode.has(decision.choose) &&
      context.mayWrite(decision.choose);
    if (!isOffered && !isOtherVillage)
      throw new ProblemError(422, 'invalid', {
        errors: [{ field: 'choose', code: 'unknown_value', value: decision.choose }],
      });
    return judged.doubt;
  }

  /** What only all rows together tell, with what is just being decided. */
  function readFacts(
    stored: StoredImport,
    decided: ReadonlyMap<number, Choices>,
    context: ReadContext,
  ): TableFacts {
    const kind = kinds[stored.kind];
    if (!kind.prepare) return noFacts;
    const header = stored.sheets[stored.sheet]?.header ?? [];
    const rows = rowStore
      .listUnread(db, sheetOf(stored))
      .map((row) => ({ ...row, choices: decided.get(row.number) ?? row.choices }));
    return factsOf(kind, header, stored.mapping, rows, context);
  }

  function remember(
    caller: Account,
    stored: StoredImport,
    row: StoredRow,
    villageCode: string,
  ): void {
    const alias = row.judged.part === 'doubtful' ? row.judged.doubt.alias : null;
    if (alias === null) return;
    const at = clock();
    const source = `Impor ${stored.fileName}`.slice(0, 200);
    const isNew = addAlias(db, { ...alias, villageCode, source, notedAt: at, notedBy: caller.id });
    if (!isNew) return;
    recordAudit(db, {
      at,
      accountId: caller.id,
      action: 'region.alias',
      subject: `region:${villageCode}`,
      after: { ...alias, source },
    });
  }

  function decide(
    caller: Account,
    stored: StoredImport,
    number: number,
    decision: RowDecision,
  ): number {
    const context = createReadContext(deps, caller, kinds[stored.kind], stored.mapping, stored);

    /** What becomes of each row that the decision is about. */
    function decideRows(row: StoredRow): { row: StoredRow; decided: Decided }[] {
      if ('reset' in decision) return [{ row, decided: { choices: {}, isSkipped: false } }];
      const { judged } = row;
      if (judged.part !== 'doubtful') throw new ProblemError(409, 'row_not_doubtful');
      const rows = decision.alsoAlike
        ? rowStore.listAlike(db, sheetOf(stored), judged.doubt.alike)
        : [row];
      if ('skip' in decision)
        return rows.map((one) => ({
          row: one,
          decided: { choices: one.choices, isSkipped: true },
        }));
      const { about } = checkChoice(row, decision, context);
      if (decision.remember && about === 'village') remember(caller, stored, row, decision.choose);
      return rows.map((one) => ({
        row: one,
        decided: { choices: { ...one.choices, [about]: decision.choose }, isSkipped: false },
      }));
    }

    return db.transaction(() => {
      const row = rowStore.findRow(db, sheetOf(stored), number);
      if (!row) throw new ProblemError(404, 'not_found');
      store.raiseVersion(db, stored.id);
      const rows = decideRows(row);
      const choices = new Map(rows.map(({ row: one, decided }) => [one.number, decided.choices]));
      const whole = { ...context, table: readFacts(stored, choices, context) };
      const save = rowStore.prepareSaveRow(db, sheetOf(stored));
      for (const { row: one, decided } of rows) saveDecision(stored, one, decided, whole, save);
      return rows.length;
    })();
  }

  return decide;
}
