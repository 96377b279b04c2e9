// Commitments over HTTP: the board, one with its history, a new one, its steps, and a table of them.
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { regionId, VillageCode } from '#contract/regions';
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
import { mediaTypes, sendFile } from '../interchange/file-bytes.ts';
import { safeFileName, writeXlsx, type OutCell } from '../interchange/write-table.ts';
import { isoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { sendGzipped } from '../platform/http.ts';
import type { Hub } from '../platform/live.ts';
import { ProblemError } from '../platform/problem.ts';
import { findPoint } from '../regions/store.ts';
import type { LiveEvent } from '../status/contract.ts';
import { getVisible, proposeCommitment, takeStep } from './actions.ts';
import { commitmentCells, commitmentColumns } from './commitment-table.ts';
import { packList, presentCommitment, readListBody } from './commitment-view.ts';
import { Commitment, CommitmentInput, CommitmentStep, PackedCommitments } from './contract.ts';
import { listRowsOfVillage } from './board-store.ts';
import { attempt } from './refusal-trail.ts';
import { maySee } from './rules.ts';
import { commitmentVersion, findCommitment, readHeirs } from './store.ts';

type Deps = { db: Db; clock: Clock; hub: Hub<LiveEvent> };

const signedIn = { may: 'signed-in' } as const;
/** Each for what it may do: rules.ts. */
const promisers = { may: ['admin', 'staff', 'liaison'] } as const;
const params = z.object({ id: z.uuid() });

/** So many commitments a table holds, and so many are read before others have their turn. */
const tableMaxRows = 10_000;
const rowsAtOnce = 100;
const TableInput = z.strictObject({ ids: z.array(z.uuid()).min(1).max(tableMaxRows) });

export function commitmentRoutes({ db, clock, hub }: Deps) {
  const router = newRouter();

  function present(id: string, caller: Account, at: Date): Commitment {
    const stored = getVisible(db, id, { caller, at });
    return presentCommitment(stored, caller, isoDay(at), readHeirs(db));
  }

  const tell = () => hub.publish({ type: 'commitments', version: commitmentVersion(db) });

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/commitments',
      summary: 'All commitments one may see, late ones first; or those of one village',
      request: { query: z.object({ village: VillageCode.optional() }) },
      responses: {
        200: jsonAnswer('The list, a column a field', PackedCommitments),
        304: { description: 'Not modified' },
        ...refusals,
      },
    }),
    (context) => {
      const caller = getCaller(context);
      const { village } = context.req.valid('query');
      const today = isoDay(clock());
      if (village !== undefined) {
        if (!findPoint(db, village)) throw new ProblemError(404, 'region_unknown');
        const stored = listRowsOfVillage(db, regionId(village));
        return context.json(packList(db, stored, caller, today), 200);
      }
      const { etag, gzipped } = readListBody(db, caller, today);
      context.header('etag', etag);
      context.header('cache-control', 'private, no-cache');
      if (context.req.header('if-none-match') === etag) return context.body(null, 304);
      return sendGzipped(context, 'application/json', gzipped);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/commitments/{id}',
      summary: 'A commitment with its places and its whole history',
      request: { params },
      responses: { 200: jsonAnswer('The commitment', Commitment), ...refusals },
    }),
    (context) =>
      context.json(present(context.req.valid('param').id, getCaller(context), clock()), 200),
  );

  router.openapi(
    route(promisers, {
      method: 'put',
      path: '/api/commitments/{id}',
      summary: 'Write down a promise, under an id made by the client',
      request: { params, body: jsonBody(CommitmentInput) },
      responses: { 200: jsonAnswer('The commitment', Commitment), ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const { id } = context.req.valid('param');
      const input = context.req.valid('json');
      const at = clock();
      const subject = `commitment:${id}`;
      attempt(db, { caller, at, action: 'commitment.propose', subject, sent: input }, () => {
        const known = findCommitment(db, id);
        // A retry of what has arrived already; the id of somebody else's is not theirs to write.
        if (known) {
          const isSame = known.events[0]?.promisedOn === input.promisedOn;
          if (isSame && known.operatorId === input.operatorId) return;
          throw new ProblemError(409, 'id_taken');
        }
        proposeCommitment(db, id, input, { caller, at });
      });
      tell();
      return context.json(present(id, caller, at), 200);
    },
  );

  router.openapi(
    route(promisers, {
      method: 'post',
      path: '/api/commitments/{id}/steps',
      summary: 'Move a commitment to another state, promise another date, or amend its terms',
      request: { params, body: jsonBody(CommitmentStep) },
      responses: { 200: jsonAnswer('The commitment as it is now', Commitment), ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const { id } = context.req.valid('param');
      const step = context.req.valid('json');
      const seen = getIfMatch(context);
      const at = clock();
      const action = `commitment.${step.do}`;
      attempt(db, { caller, at, action, subject: `commitment:${id}`, sent: step }, () =>
        takeStep(db, id, step, seen, { caller, at }),
      );
      tell();
      return context.json(present(id, caller, at), 200);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'post',
      path: '/api/commitments/table',
      summary: 'The commitments named, as XLSX, in the order named',
      request: { body: jsonBody(TableInput) },
      responses: { 200: { description: 'The workbook' }, ...refusals },
    }),
    async (context) => {
      const caller = getCaller(context);
      const at = clock();
      const today = isoDay(at);
      const heirs = readHeirs(db);
      const rows: OutCell[][] = [];
      for (const id of context.req.valid('json').ids) {
        // Thousands of histories take a second: others are answered in between.
        if (rows.length % rowsAtOnce === 0) await setImmediate();
        const found = findCommitment(db, id);
        if (!found || !maySee(caller, found, today, heirs))
          throw new ProblemError(404, 'not_found');
        rows.push(commitmentCells(found, today));
      }
      const sheet = { name: 'Komitmen', columns: commitmentColumns, rows };
      const bytes = await writeXlsx(
        [sheet],
        [
          ['Data per', today],
          ['Terlambat', 'lewat dari tanggal janji dan belum mengudara'],
          ['Melayani', 'hanya dari pengukuran terverifikasi di tempatnya'],
        ],
      );
      return sendFile(context, bytes, safeFileName(`Komitmen ${today}`, 'xlsx'), mediaTypes.xlsx);
    },
  );

  return router;
}
