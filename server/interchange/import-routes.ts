// Tables that are brought in, over HTTP: sent, shown as a preview, settled row by row, confirmed.
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { Account } from '../auth/contract.ts';
import {
  getCaller,
  getIfMatch,
  jsonAnswer,
  jsonBody,
  newRouter,
  refusals,
  route,
} from '../auth/guard.ts';
import { listOperators } from '../evidence/store.ts';
import { ProblemError } from '../platform/problem.ts';
import { keepRefusal } from '../commitments/refusal-trail.ts';
import {
  ImportChange,
  ImportConfirm,
  ImportDetail,
  ImportFeatures,
  ImportKindName,
  importMaxBytes,
  importPageSize,
  ImportPart,
  ImportRowPage,
  ImportSummary,
  RowDecided,
  RowDecision,
} from './contract.ts';
import { type ConfirmDeps, createConfirm } from './import-confirm.ts';
import { createDecide } from './import-decide.ts';
import { writeLeftOut, writeTemplate } from './import-files.ts';
import { importers, mayImport, maySeeImport, onlyOffice } from './import-access.ts';
import { listFeatures } from './import-features.ts';
import { createIntake, type IntakeDeps } from './import-intake.ts';
import { findRow, listLeftOut, listRows } from './import-row-store.ts';
import * as store from './import-store.ts';
import { presentImport, presentRows, presentSummary, sheetOf } from './import-view.ts';
import { mediaTypes, readBody, sendFile } from './file-bytes.ts';
import { kinds } from './kinds/all.ts';
import { createLoadedArea } from './loaded-area.ts';
import { createIndexKeeper } from './read-context.ts';
import { safeFileName } from './write-table.ts';

type Deps = Omit<IntakeDeps, 'index' | 'loadedArea'> & ConfirmDeps;

/** Where files arrive: raw bytes, longer than any JSON that the app sends. */
export const importPath = '/api/imports';

const params = z.object({ id: z.uuid() });
const listed = 50;
const binary = { schema: { type: 'string', format: 'binary' } } as const;

/** Refuses a kind that is not the role's to bring in. */
function checkKind(caller: Account, kind: ImportKindName): void {
  if (!mayImport(caller, kind)) throw new ProblemError(403, 'import_kind_not_yours');
}

export function importRoutes(given: Deps) {
  const router = newRouter();
  const deps = {
    ...given,
    index: createIndexKeeper(given.db),
    loadedArea: createLoadedArea(given.db),
  };
  const { db } = deps;
  const intake = createIntake(deps);
  const decide = createDecide(deps);
  const { confirm, discard } = createConfirm(deps);

  function getImport(caller: Account, id: string): store.StoredImport {
    const stored = store.findImport(db, id);
    if (!stored || stored.state === 'discarded' || !maySeeImport(caller, stored))
      throw new ProblemError(404, 'not_found');
    return stored;
  }

  function getOpen(caller: Account, id: string): store.StoredImport {
    const stored = getImport(caller, id);
    if (stored.state !== 'preview') throw new ProblemError(409, 'import_closed');
    return stored;
  }

  const show = (caller: Account, id: string) => presentImport(db, caller, getImport(caller, id));

  router.use(
    importPath,
    bodyLimit({
      maxSize: importMaxBytes,
      onError: () => {
        throw new ProblemError(413, 'table_too_large');
      },
    }),
  );
  router.openapi(
    route(importers, {
      method: 'post',
      path: importPath,
      summary: 'Send a table or a map of up to 20 MB; it is shown first, and nothing is stored',
      request: {
        query: z.object({ kind: ImportKindName, name: z.string().trim().min(1).max(200) }),
        body: { required: true, content: { 'application/octet-stream': binary } },
      },
      responses: { 201: jsonAnswer('The preview', ImportDetail), ...refusals },
    }),
    async (context) => {
      const caller = getCaller(context);
      const { kind, name } = context.req.valid('query');
      checkKind(caller, kind);
      const bytes = await readBody(context);
      const id = await intake.receive(caller, { kind, fileName: name, bytes });
      return context.json(show(caller, id), 201);
    },
  );

  router.openapi(
    route(importers, {
      method: 'get',
      path: importPath,
      summary: 'The newest imports; a regency and a liaison see those of their own office',
      responses: { 200: jsonAnswer('Newest first', z.array(ImportSummary)), ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const imports = store
        .listImports(db, onlyOffice(caller), listed)
        .filter((stored) => maySeeImport(caller, stored));
      return context.json(imports.map(presentSummary), 200);
    },
  );

  router.openapi(
    route(importers, {
      method: 'get',
      path: '/api/imports/{kind}/template.xlsx',
      summary: 'The empty table of a kind, with an example and the words that may be used',
      request: { params: z.object({ kind: ImportKindName }) },
      responses: { 200: { description: 'XLSX' }, ...refusals },
    }),
    async (context) => {
      const { kind } = context.req.valid('param');
      checkKind(getCaller(context), kind);
      if (kinds[kind].needsAreas) throw new ProblemError(404, 'not_found');
      const bytes = await writeTemplate(kind, listOperators(db));
      return sendFile(context, bytes, `jangkau-${kind}.xlsx`, mediaTypes.xlsx);
    },
  );

  router.openapi(
    route(importers, {
      method: 'get',
      path: '/api/imports/{id}',
      summary: 'An import: how its file is read, and how many rows are what',
      request: { params },
      responses: { 200: jsonAnswer('The import', ImportDetail), ...refusals },
    }),
    (context) => context.json(show(getCaller(context), context.req.valid('param').id), 200),
  );

  router.openapi(
    route(importers, {
      method: 'patch',
      path: '/api/imports/{id}',
      summary: 'Change how the file is read (If-Match); its rows are read again',
      request: { params, body: jsonBody(ImportChange) },
      responses: { 200: jsonAnswer('The import', ImportDetail), ...refusals },
    }),
    async (context) => {
      const caller = getCaller(context);
      const stored = getOpen(caller, context.req.valid('param').id);
      await intake.change(caller, stored, getIfMatch(context), context.req.valid('json'));
      return context.json(show(caller, stored.id), 200);
    },
  );

  router.openapi(
    route(importers, {
      method: 'get',
      path: '/api/imports/{id}/rows',
      summary: 'Rows of one part, a hundred a page',
      request: {
        params,
        query: z.object({
          part: ImportPart,
          after: z.coerce.number().int().min(0).max(10_000_000).default(0),
        }),
      },
      responses: { 200: jsonAnswer('By their numbers', ImportRowPage), ...refusals },
    }),
    (context) => {
      const stored = getImport(getCaller(context), context.req.valid('param').id);
      const { part, after } = context.req.valid('query');
      const found = listRows(db, sheetOf(stored), part, after, importPageSize + 1);
      const rows = found.slice(0, importPageSize);
      const next = found.length > importPageSize ? (rows.at(-1)?.number ?? null) : null;
      return context.json({ rows: presentRows(db, stored, rows), next }, 200);
    },
  );

  router.openapi(
    route(importers, {
      method: 'get',
      path: '/api/imports/{id}/features',
      summary: 'The rows as a map shows them before they are stored, up to 5,000',
      request: { params },
      responses: { 200: jsonAnswer('By their numbers', ImportFeatures), ...refusals },
    }),
    (context) => {
      const stored = getImport(getCaller(context), context.req.valid('param').id);
      return context.json(listFeatures(db, stored), 200);
    },
  );

  router.openapi(
    route(importers, {
      method: 'patch',
      path: '/api/imports/{id}/rows/{number}',
      summary: 'Settle what is doubtful about a row, leave it out, or take that back',
      request: {
        params: params.extend({ number: z.coerce.number().int().min(1).max(10_000_000) }),
        body: jsonBody(RowDecision),
      },
      responses: { 200: jsonAnswer('The row and the import', RowDecided), ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const { id, number } = context.req.valid('param');
      const stored = getOpen(caller, id);
      const rows = decide(caller, stored, number, context.req.valid('json'));
      const row = findRow(db, sheetOf(stored), number);
      const [presented] = row ? presentRows(db, stored, [row]) : [];
      if (!presented) throw new ProblemError(404, 'not_found');
      return context.json({ import: show(caller, id), row: presented, rows }, 200);
    },
  );

  router.openapi(
    route(importers, {
      method: 'post',
      path: '/api/imports/{id}/confirm',
      summary: 'Store what is certain, all of it or nothing (If-Match)',
      request: { params, body: jsonBody(ImportConfirm) },
      responses: { 200: jsonAnswer('The stored import', ImportDetail), ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const { id, kind } = getOpen(caller, context.req.valid('param').id);
      const { skipDoubtful } = context.req.valid('json');
      const seen = getIfMatch(context);
      const storeRows = () => confirm(caller, id, seen, skipDoubtful);
      if (kind !== 'plans') storeRows();
      // What is refused about an operator's plans stays in the audit trail.
      else {
        const subject = `import:${id}`;
        keepRefusal(db, { caller, at: given.clock(), action: 'import.store', subject }, storeRows);
      }
      return context.json(show(caller, id), 200);
    },
  );

  router.openapi(
    route(importers, {
      method: 'delete',
      path: '/api/imports/{id}',
      summary: 'Discard a preview; nothing of it was stored',
      request: { params },
      responses: { 204: { description: 'Discarded' }, ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      discard(caller, getOpen(caller, context.req.valid('param').id));
      return context.body(null, 204);
    },
  );

  router.openapi(
    route(importers, {
      method: 'get',
      path: '/api/imports/{id}/errors.csv',
      summary: 'The rows that are left out, with their reasons, to be mended and sent again',
      request: { params },
      responses: { 200: { description: 'CSV' }, ...refusals },
    }),
    (context) => {
      const stored = getImport(getCaller(context), context.req.valid('param').id);
      const rows = listLeftOut(db, sheetOf(stored));
      const name = safeFileName(`${stored.fileName.replace(/\.\w+$/, '')}-perlu-diperbaiki`, 'csv');
      const bytes = writeLeftOut(stored, listOperators(db), rows);
      return sendFile(context, bytes, name, mediaTypes.csv);
    },
  );

  return router;
}
