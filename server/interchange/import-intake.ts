// Takes a file in and reads it again when a person changes how: parsed in a thread of its own, its
// rows judged, nothing stored but the preview.
import { createHash, randomUUID } from 'node:crypto';
import type { Account } from '../auth/contract.ts';
import { recordAudit } from '../audit/store.ts';
import { listOperators } from '../evidence/store.ts';
import { ProblemError, refuseField } from '../platform/problem.ts';
import { findRegencies } from '../regions/place-by-name.ts';
import { type AreaChecker, checkGeometries, lastAreaAt } from './area-checker.ts';
import type { CheckedGeometry } from './area-check.ts';
import { guessColumns, headerKey } from './columns.ts';
import type { ImportChange, ImportKindName, ImportMapping } from './contract.ts';
import { fixedOperator } from './import-access.ts';
import { saveImportFile } from './import-file-store.ts';
import type { ImportKind } from './import-kind.ts';
import * as rowStore from './import-row-store.ts';
import * as store from './import-store.ts';
import { sheetOf } from './import-view.ts';
import { judgeRows } from './judge-row.ts';
import { kinds } from './kinds/all.ts';
import { listNamedOperators } from './lookup-store.ts';
import { addMissingHeader } from './opencellid.ts';
import { createOperatorWords } from './operator-words.ts';
import { type ContextDeps, createReadContext } from './read-context.ts';
import { type Table, TableProblem, type TableRow } from './table.ts';
import type { TableReader } from './table-reader.ts';

/** More open previews than anybody works on; each may hold a large file's rows. */
const maxOpenImports = 20;
/** A preview that nobody stored is dropped after so many days. */
const previewDays = 14;
const dayMs = 86_400_000;

export type IntakeDeps = ContextDeps & { reader: TableReader; areas: Pick<AreaChecker, 'check'> };
export type SentFile = { kind: ImportKindName; fileName: string; bytes: Uint8Array };

async function readTables(reader: TableReader, { bytes, fileName }: SentFile): Promise<Table[]> {
  try {
    return (await reader.read(bytes, fileName)).map(addMissingHeader);
  } catch (error) {
    if (!(error instanceof TableProblem)) throw error;
    throw new ProblemError(422, error.code, { more: error.place });
  }
}

function refuseTooMany(kind: ImportKind, rows: number): void {
  if (rows <= kind.rowLimit) return;
  throw new ProblemError(422, 'import_too_large', { more: { rows, limit: kind.rowLimit } });
}

/** Whether the rows are features of a map. */
const hasGeometry = ({ rows }: Table) => rows.some(({ geometry }) => geometry !== undefined);
const hasAreas = ({ rows }: Table) =>
  rows.some(({ geometry }) => geometry?.type === 'MultiPolygon');

export function createIntake({ reader, areas, ...deps }: IntakeDeps) {
  const { db, clock } = deps;

  /** As the same header was confirmed before, best for the same operator; else guessed. */
  function mapColumns(
    kind: ImportKind,
    header: readonly string[],
    operatorId: string | null,
  ): ImportMapping {
    const kept = store.findMapping(db, {
      ...{ kind: kind.name, operatorId },
      header: headerKey(header),
    });
    if (kept) return kept.mapping;
    const wanted = kind
      .columns(listOperators(db))
      .map((column) => ({ key: column.key, names: [column.header, ...column.names] }));
    const guessed = Object.entries(guessColumns(header, wanted));
    return Object.fromEntries(
      guessed.flatMap(([key, at]) => (at === undefined ? [] : [[key, at]])),
    );
  }

  /** As the operator's own file with the same header was confirmed before; null where there was none. */
  function findOwnMapping(
    kind: ImportKind,
    header: readonly string[],
    operatorId: string | null,
  ): ImportMapping | null {
    const key = { kind: kind.name, operatorId, header: headerKey(header) };
    const kept = operatorId === null ? null : store.findMapping(db, key);
    return kept?.isOfOperator ? kept.mapping : null;
  }

  /** The regency of a whole sheet: the account's own, else the one that the sheet or the file is named for. */
  function findRegency(caller: Account, sheet: string | null, fileName: string): string | null {
    if (caller.office.regencyCode !== null) return caller.office.regencyCode;
    const names = [sheet ?? '', fileName.replace(/\.\w+$/, '')];
    const found = names.map((name) => findRegencies(deps.index(), name));
    return found.find((regencies) => regencies.length === 1)?.[0]?.code ?? null;
  }

  /** Whose file it is: the account's own operator, else the one that the file is named for. */
  function findOperator(caller: Account, kind: ImportKind, fileName: string): string | null {
    if (!kind.settings.includes('operator')) return null;
    const words = createOperatorWords(listNamedOperators(db));
    return fixedOperator(caller) ?? words.findIn(fileName.replace(/\.\w+$/, ''));
  }

  /** The sheet with most columns that are understood; of those the one with most rows. */
  function chooseSheet(
    kind: ImportKind,
    tables: readonly Table[],
    operatorId: string | null,
  ): number {
    const ranks = tables.map((table, index) => {
      const { header, rows } = table;
      const known = Object.keys(mapColumns(kind, header, operatorId)).length;
      // Where there are places to be seen, a point is worth the two columns of one.
      const places = kind.labels.length > 0 && hasGeometry(table) ? 2 : 0;
      const isUsable = rows.length > 0 && (!kind.needsAreas || hasAreas(table));
      return { index, known: isUsable ? known + places : -1, rows: rows.length };
    });
    return ranks.toSorted((a, b) => b.known - a.known || b.rows - a.rows)[0]?.index ?? 0;
  }

  /** All rows of each table with their geometries checked; areas only where the kind is about them. */
  async function checkRows(kind: ImportKind, tables: readonly Table[], endsAt: number) {
    const wanted = ({ geometry }: TableRow) =>
      geometry?.type === 'Point' || kind.needsAreas ? geometry : null;
    const given = tables.flatMap(({ rows }) => rows.map(wanted));
    const checked = (await checkGeometries(areas, given, endsAt)).values();
    const next = (): CheckedGeometry | null => checked.next().value ?? null;
    return tables.map(({ rows }) =>
      rows.map(({ number, cells }) => ({ number, cells, geometry: next() })),
    );
  }

  /** Gives back the id of the preview; one that this account has of the same file is opened again. */
  async function receive(caller: Account, file: SentFile): Promise<string> {
    const arrivedAt = performance.now();
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    const open = store.findOpenImport(db, caller.id, { sha256, kind: file.kind });
    if (open) return open.id;
    store.discardOlder(db, new Date(clock().getTime() - previewDays * dayMs));
    if (store.countOpenImports(db, caller.id) >= maxOpenImports)
      throw new ProblemError(409, 'too_many_open_imports');
    const kind = kinds[file.kind];
    const tables = await readTables(reader, file);
    if (kind.needsAreas && !tables.some(hasAreas))
      throw new ProblemError(422, 'import_without_areas', { more: { value: file.fileName } });
    const operatorId = findOperator(caller, kind, file.fileName);
    const sheet = chooseSheet(kind, tables, operatorId);
    const { header = [], rows: tableRows = [], sheet: name = null } = tables[sheet] ?? {};
    refuseTooMany(kind, tableRows.length);
    const mapping = mapColumns(kind, header, operatorId);
    const regencyCode = kind.settings.includes('regency')
      ? findRegency(caller, name, file.fileName)
      : null;
    const said = {
      ...{ source: '', datedOn: null, year: null, regencyCode },
      ...{ operatorId, technology: null, siteState: null },
    };
    const context = createReadContext(deps, caller, kind, mapping, said);
    const sheetRows = await checkRows(kind, tables, lastAreaAt(arrivedAt));
    const unread = (sheetRows[sheet] ?? []).map((row) => ({ ...row, choices: {} }));
    const judged = await judgeRows(kind, header, mapping, unread, context);
    const id = randomUUID();
    const by = { accountId: caller.id, officeId: caller.office.id, at: clock() };
    db.transaction(() => {
      const { fileName, bytes } = file;
      const sheets = tables.map((table) => ({
        name: table.sheet,
        header: table.header,
        rows: table.rows.length,
        ...(hasGeometry(table) && { hasGeometry: true }),
      }));
      store.insertImport(
        db,
        {
          id,
          kind: file.kind,
          fileName,
          sha256,
          bytes: bytes.length,
          sheets,
          sheet,
          mapping,
          regencyCode,
          operatorId,
        },
        by,
      );
      for (const [index, rows] of sheetRows.entries())
        rowStore.insertRows(db, { id, sheet: index }, rows, index === sheet ? judged : null);
      if (kind.keepsFile) saveImportFile(db, id, bytes);
      recordAudit(db, {
        ...by,
        action: 'import.receive',
        subject: `import:${id}`,
        after: { kind: file.kind, fileName, sha256, bytes: bytes.length },
      });
    })();
    return id;
  }

  /** A mapping as it may be: known keys, columns that are there, each used once. */
  function checkMapping(kind: ImportKind, mapping: ImportMapping, columns: number): void {
    const known = new Set(kind.columns(listOperators(db)).map(({ key }) => key));
    const used = new Set<number>();
    for (const [key, column] of Object.entries(mapping)) {
      if (!known.has(key)) throw refuseField('mapping', 'unknown_value', key);
      if (column >= columns) throw refuseField(`mapping.${key}`, 'too_big', column);
      if (used.has(column)) throw refuseField(`mapping.${key}`, 'column_twice', column);
      used.add(column);
    }
  }

  /** An operator of today, and for a liaison its own. */
  function refuseOperator(caller: Account, operatorId: string | null | undefined): void {
    if (operatorId === undefined) return;
    const own = fixedOperator(caller);
    if (own !== null && operatorId !== own)
      throw refuseField('operatorId', 'foreign_operator', operatorId);
    if (operatorId !== null && !listOperators(db).some(({ id }) => id === operatorId))
      throw refuseField('operatorId', 'operator_unknown', operatorId);
  }

  /** Reads the rows again in another manner; what was decided stays as long as the columns do. */
  async function change(
    caller: Account,
    stored: store.StoredImport,
    seenVersion: number,
    wanted: ImportChange,
  ): Promise<void> {
    const kind = kinds[stored.kind];
    const sheet = wanted.sheet ?? stored.sheet;
    const table = stored.sheets[sheet];
    if (!table) throw refuseField('sheet', 'too_big', sheet);
    refuseTooMany(kind, table.rows);
    if (wanted.regencyCode != null && !deps.index().regencies.has(wanted.regencyCode))
      throw refuseField('regencyCode', 'region_unknown', wanted.regencyCode);
    refuseOperator(caller, wanted.operatorId);
    const isOtherSheet = sheet !== stored.sheet;
    const { source = stored.source, datedOn = stored.datedOn, year = stored.year } = wanted;
    const { operatorId = stored.operatorId, technology = stored.technology } = wanted;
    const { siteState = stored.siteState, isComplete = stored.isComplete } = wanted;
    const ofOperator =
      operatorId === stored.operatorId ? null : findOwnMapping(kind, table.header, operatorId);
    const mapping =
      wanted.mapping ??
      ofOperator ??
      (isOtherSheet ? mapColumns(kind, table.header, operatorId) : stored.mapping);
    checkMapping(kind, mapping, table.header.length);
    const ofSheet = isOtherSheet
      ? findRegency(caller, table.name, stored.fileName)
      : stored.regencyCode;
    const { regencyCode = ofSheet } = wanted;
    const manner = {
      ...{ sheet, mapping, source, datedOn, year, regencyCode },
      ...{ operatorId, technology, siteState, isComplete },
    };
    const isOtherMapping = JSON.stringify(mapping) !== JSON.stringify(stored.mapping);
    const keepsChoices = !isOtherSheet && !isOtherMapping;
    const context = createReadContext(deps, caller, kind, mapping, manner);
    const rows = rowStore.listUnread(db, { id: stored.id, sheet });
    const unread = keepsChoices ? rows : rows.map((row) => ({ ...row, choices: {} }));
    const judged = await judgeRows(kind, table.header, mapping, unread, context);
    db.transaction(() => {
      if (!store.changeManner(db, stored.id, seenVersion, manner))
        throw new ProblemError(412, 'changed_meanwhile');
      if (!keepsChoices) rowStore.clearSheet(db, sheetOf(stored));
      const save = rowStore.prepareSaveRow(db, { id: stored.id, sheet });
      for (const [index, { number }] of rows.entries()) {
        const one = judged[index];
        if (one) save(number, one);
      }
    })();
  }

  return { receive, change };
}
