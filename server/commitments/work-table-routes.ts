// The liaison's workbook over HTTP: taken along with its rows in it, and brought back filled.
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { getCaller, jsonAnswer, newRouter, refusals, route } from '../auth/guard.ts';
import { mediaTypes, readBody, sendFile } from '../interchange/file-bytes.ts';
import { tableLimits, TableProblem, type Table } from '../interchange/table.ts';
import type { TableReader } from '../interchange/table-reader.ts';
import { safeFileName, writeXlsx } from '../interchange/write-table.ts';
import { isoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { Hub } from '../platform/live.ts';
import { ProblemError } from '../platform/problem.ts';
import type { LiveEvent } from '../status/contract.ts';
import { readAnswersOf } from './answer-store.ts';
import { commitmentVersion, readOperatorNames } from './store.ts';
import { listWindowPlaces } from './window-place-store.ts';
import { WorkTable } from './work-contract.ts';
import { getOperatorOf } from './work-routes.ts';
import { hasWorkSheet } from './work-sheet-rows.ts';
import { workNotes, workSheets, type AnswerLine } from './work-sheets.ts';
import { applyWorkTable } from './work-table.ts';
import { toFields } from './work-table-answers.ts';
import { listAskedWindows, listSheetCommitments } from './work-table-store.ts';

type Deps = { db: Db; clock: Clock; hub: Hub<LiveEvent>; reader: TableReader };

/** Where the workbook arrives: raw bytes, longer than any JSON that the app sends. */
export const workTablePath = '/api/work/table';

const liaisons = { may: ['liaison'] } as const;
const binary = { schema: { type: 'string', format: 'binary' } } as const;
/** All places of a few large windows, and every promise of an operator. */
const maxRows = 30_000;

async function readTables(reader: TableReader, bytes: Uint8Array, name: string): Promise<Table[]> {
  try {
    return await reader.read(bytes, name);
  } catch (error) {
    if (!(error instanceof TableProblem)) throw error;
    throw new ProblemError(422, error.code, { more: error.place });
  }
}

/** A line for each place of each open window that asks the operator. */
function listAnswerLines(db: Db, operatorId: string, today: string): AnswerLine[] {
  return listAskedWindows(db, operatorId)
    .filter(({ isClosed, closesOn }) => !isClosed && closesOn >= today)
    .flatMap((window) => {
      const stored = readAnswersOf(db, window.id, window.operatorId);
      return listWindowPlaces(db, window.id, { operatorId, today }).map((place) => ({
        window,
        place,
        answer: toFields(stored.get(place.number)),
      }));
    });
}

export function workTableRoutes({ db, clock, hub, reader }: Deps) {
  const router = newRouter();

  router.openapi(
    route(liaisons, {
      method: 'get',
      path: '/api/work/table.xlsx',
      summary: 'A workbook with the rows to be answered and reported on',
      responses: { 200: { description: 'XLSX' }, ...refusals },
    }),
    async (context) => {
      const operatorId = getOperatorOf(db, getCaller(context));
      const today = isoDay(clock());
      const name = readOperatorNames(db).get(operatorId) ?? operatorId;
      const sheets = workSheets(
        listAnswerLines(db, operatorId, today),
        listSheetCommitments(db, operatorId),
      );
      const bytes = await writeXlsx(sheets, workNotes(name, today));
      const file = safeFileName(`jangkau tugas ${name} ${today}`, 'xlsx');
      return sendFile(context, bytes, file, mediaTypes.xlsx);
    },
  );

  router.use(
    workTablePath,
    bodyLimit({
      maxSize: tableLimits.fileBytes,
      onError: () => {
        throw new ProblemError(413, 'table_too_large');
      },
    }),
  );
  router.openapi(
    route(liaisons, {
      method: 'post',
      path: workTablePath,
      summary: 'Bring the workbook back: what it would change, or with store=true its changes kept',
      request: {
        query: z.object({
          store: z.enum(['true', 'false']).default('false'),
          name: z.string().trim().min(1).max(200).default('tugas.xlsx'),
        }),
        body: { required: true, content: { 'application/octet-stream': binary } },
      },
      responses: { 200: jsonAnswer('Its changes and errors', WorkTable), ...refusals },
    }),
    async (context) => {
      const caller = getCaller(context);
      const operatorId = getOperatorOf(db, caller);
      const { store, name } = context.req.valid('query');
      const tables = await readTables(reader, await readBody(context), name);
      if (!hasWorkSheet(tables)) throw new ProblemError(422, 'work_sheet_missing');
      const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
      if (rows > maxRows)
        throw new ProblemError(422, 'import_too_large', { more: { rows, limit: maxRows } });
      const doer = { caller, at: clock() };
      const outcome = applyWorkTable(db, tables, operatorId, doer, store === 'true');
      if (outcome.isStored && outcome.changes.length > 0)
        hub.publish({ type: 'commitments', version: commitmentVersion(db) });
      return context.json(outcome, 200);
    },
  );

  return router;
}
