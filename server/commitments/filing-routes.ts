// Filings of plans over HTTP, to be read: those of an operator, one with its comparison, its file. They
// come in through the importer; what becomes of them is filing-decision-routes.ts's part.
import { z } from 'zod';
import { getCaller, jsonAnswer, newRouter, refusals, route } from '../auth/guard.ts';
import { mediaTypes, sendFile } from '../interchange/file-bytes.ts';
import { findImportFile } from '../interchange/import-file-store.ts';
import { safeFileName } from '../interchange/write-table.ts';
import { isoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError } from '../platform/problem.ts';
import { getFiling, listSeenOperators } from './filing-access.ts';
import { Filing, FilingLines, FilingSummary } from './filing-contract.ts';
import { planOwnerOf } from './filing-intake.ts';
import * as store from './filing-store.ts';
import { presentFiling, presentLines, presentSummary, writeLines } from './filing-view.ts';
import { readHeirs } from './store.ts';

type Deps = { db: Db; clock: Clock };

const signedIn = { may: 'signed-in' } as const;
const params = z.object({ id: z.uuid() });
const path = '/api/filings/{id}';
/** More than an operator files in years. */
const listed = 100;

export function filingRoutes({ db, clock }: Deps) {
  const router = newRouter();

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/filings',
      summary: 'The newest filings; a liaison sees those of its own operator',
      request: { query: z.object({ operator: z.string().max(40).optional() }) },
      responses: { 200: jsonAnswer('Newest first', z.array(FilingSummary)), ...refusals },
    }),
    (context) => {
      const { operator } = context.req.valid('query');
      const seen = listSeenOperators(db, getCaller(context));
      const wanted =
        operator === undefined ? null : planOwnerOf(readHeirs(db), operator).operatorIds;
      const ids = seen && wanted ? wanted.filter((id) => seen.includes(id)) : (seen ?? wanted);
      const filings = store.listFilings(db, ids, listed);
      return context.json(
        filings.map((filing) => presentSummary(db, filing)),
        200,
      );
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path,
      summary: 'A filing: how it compares with the last one, in figures',
      request: { params },
      responses: { 200: jsonAnswer('The filing', Filing), ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const filing = getFiling(db, caller, context.req.valid('param').id);
      return context.json(presentFiling(db, caller, filing, isoDay(clock())), 200);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: `${path}/lines`,
      summary: 'What became of each site, all lines at once',
      request: { params },
      responses: { 200: jsonAnswer('By site id', FilingLines), ...refusals },
    }),
    (context) => {
      const filing = getFiling(db, getCaller(context), context.req.valid('param').id);
      return context.json({ lines: presentLines(db, filing) }, 200);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: `${path}/file`,
      summary: 'The file as it was sent',
      request: { params },
      responses: { 200: { description: 'The file' }, ...refusals },
    }),
    (context) => {
      const { id, fileName } = getFiling(db, getCaller(context), context.req.valid('param').id);
      const content = findImportFile(db, id);
      if (content === null) throw new ProblemError(404, 'not_found');
      const [, stem = fileName, extension = 'bin'] = /^(.*)\.(\w{1,10})$/.exec(fileName) ?? [];
      context.header('x-content-type-options', 'nosniff');
      const name = safeFileName(stem, extension.toLowerCase());
      return sendFile(context, content, name, 'application/octet-stream');
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: `${path}/lines.csv`,
      summary: 'The comparison as CSV',
      request: { params },
      responses: { 200: { description: 'CSV' }, ...refusals },
    }),
    (context) => {
      const { id, fileName } = getFiling(db, getCaller(context), context.req.valid('param').id);
      const name = safeFileName(`${fileName.replace(/\.\w+$/, '')}-perbandingan`, 'csv');
      const bytes = writeLines(store.listLines(db, id));
      return sendFile(context, bytes, name, mediaTypes.csv);
    },
  );

  return router;
}
