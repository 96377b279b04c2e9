// What cannot be done yet over HTTP: the list as filtered, one, a new one, looks at it, and a table.
import type { Context } from 'hono';
import { z } from 'zod';
import { RegionCode } from '#contract/regions';
import {
  getCaller,
  getIfMatch,
  jsonAnswer,
  jsonBody,
  newRouter,
  refusals,
  route,
  type AppEnv,
} from '../auth/guard.ts';
import { mediaTypes, sendFile } from '../interchange/file-bytes.ts';
import { safeFileName, writeCsv, writeXlsx } from '../interchange/write-table.ts';
import { isoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { Hub } from '../platform/live.ts';
import { refuseField } from '../platform/problem.ts';
import { regionExists, villageIdRange } from '../regions/store.ts';
import type { LiveEvent } from '../status/contract.ts';
import type { Doer } from './actions.ts';
import { Reason } from './contract.ts';
import { Obstacle, ObstacleInput, ObstacleLook } from './obstacle-contract.ts';
import {
  getVisibleObstacle,
  lookAtObstacle,
  presentObstacle,
  raiseObstacle,
  viewOf,
} from './obstacle-actions.ts';
import { countObstacles, listObstacles, type ObstacleFilter } from './obstacle-store.ts';
import { obstacleCells, obstacleColumns } from './obstacle-table.ts';
import { ObstacleList, ObstacleState } from './outlook-contract.ts';
import { attempt } from './refusal-trail.ts';
import { familyOf, listSeenOperators } from './rules.ts';
import { commitmentVersion, readHeirs } from './store.ts';

type Deps = { db: Db; clock: Clock; hub: Hub<LiveEvent> };

const signedIn = { may: 'signed-in' } as const;
/** Each about what it may: obstacle-rules.ts. */
const writers = { may: ['admin', 'staff', 'regency', 'liaison'] } as const;
const params = z.object({ id: z.uuid() });

const rowsAPage = 100;
/** More than anybody writes down. */
const everyRow = 100_000;

/** What the list is narrowed to; without a state open and lifted ones. */
const Query = z.object({
  area: RegionCode.optional(),
  operator: z.string().max(40).optional(),
  reason: Reason.optional(),
  state: ObstacleState.optional(),
});

export function obstacleRoutes({ db, clock, hub }: Deps) {
  const router = newRouter();

  const doerOf = (context: Context<AppEnv>): Doer => ({ caller: getCaller(context), at: clock() });
  const tell = () => hub.publish({ type: 'commitments', version: commitmentVersion(db) });

  function present(id: string, doer: Doer): Obstacle {
    return presentObstacle(getVisibleObstacle(db, id, doer), viewOf(db, doer));
  }

  function filterOf(query: z.infer<typeof Query>, { caller, at }: Doer): ObstacleFilter {
    const { area, operator, reason, state } = query;
    if (area !== undefined && !regionExists(db, area))
      throw refuseField('area', 'region_unknown', area);
    const heirs = readHeirs(db);
    return {
      villages: villageIdRange(area ?? 'ID'),
      operatorIds: operator === undefined ? null : familyOf(heirs, operator),
      visibleIds: listSeenOperators(caller, heirs),
      reason: reason ?? null,
      state: state ?? null,
      today: isoDay(at),
    };
  }

  /** All rows of a table, and its name. */
  function readTable(query: z.infer<typeof Query>, doer: Doer) {
    const filter = filterOf(query, doer);
    const view = viewOf(db, doer);
    const rows = listObstacles(db, filter, { after: 0, limit: everyRow }).map((stored) =>
      obstacleCells(presentObstacle(stored, view), filter.today),
    );
    const area = query.area === undefined ? '' : ` ${query.area}`;
    return { rows, today: filter.today, title: `Belum dapat${area} ${filter.today}` };
  }

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/obstacles',
      summary: 'What cannot be done yet, as far as one may see it, 100 a page; due ones first',
      request: {
        query: Query.extend({ after: z.coerce.number().int().min(0).max(everyRow).default(0) }),
      },
      responses: { 200: jsonAnswer('One page', ObstacleList), ...refusals },
    }),
    (context) => {
      const doer = doerOf(context);
      const { after, ...query } = context.req.valid('query');
      const filter = filterOf(query, doer);
      const view = viewOf(db, doer);
      const page = listObstacles(db, filter, { after, limit: rowsAPage });
      const { total, due } = countObstacles(db, filter);
      const end = after + page.length;
      const obstacles = page.map((stored) => presentObstacle(stored, view));
      const next = end < total && page.length > 0 ? end : null;
      return context.json({ today: filter.today, obstacles, total, due, next }, 200);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/obstacles.csv',
      summary: 'The same obstacles, all of them, as CSV',
      request: { query: Query },
      responses: {
        200: { description: 'The table', content: { 'text/csv': { schema: z.string() } } },
        ...refusals,
      },
    }),
    (context) => {
      const { rows, title } = readTable(context.req.valid('query'), doerOf(context));
      const bytes = writeCsv(obstacleColumns, rows);
      return sendFile(context, bytes, safeFileName(title, 'csv'), mediaTypes.csv);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/obstacles.xlsx',
      summary: 'The same obstacles as a workbook',
      request: { query: Query },
      responses: { 200: { description: 'The workbook' }, ...refusals },
    }),
    async (context) => {
      const { rows, today, title } = readTable(context.req.valid('query'), doerOf(context));
      const sheet = { name: 'Belum dapat', columns: obstacleColumns, rows };
      const bytes = await writeXlsx([sheet], [['Data per', today]]);
      return sendFile(context, bytes, safeFileName(title, 'xlsx'), mediaTypes.xlsx);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/obstacles/{id}',
      summary: 'An obstacle with every look at it, newest first',
      request: { params },
      responses: { 200: jsonAnswer('The obstacle', Obstacle), ...refusals },
    }),
    (context) => context.json(present(context.req.valid('param').id, doerOf(context)), 200),
  );

  router.openapi(
    route(writers, {
      method: 'put',
      path: '/api/obstacles/{id}',
      summary: 'Write down what cannot be done yet, under an id made by the client',
      request: { params, body: jsonBody(ObstacleInput) },
      responses: { 200: jsonAnswer('The obstacle', Obstacle), ...refusals },
    }),
    (context) => {
      const doer = doerOf(context);
      const { id } = context.req.valid('param');
      const input = context.req.valid('json');
      const tried = { action: 'obstacle.raise', subject: `obstacle:${id}`, sent: input };
      attempt(db, { ...doer, ...tried }, () => raiseObstacle(db, id, input, doer));
      tell();
      return context.json(present(id, doer), 200);
    },
  );

  router.openapi(
    route(writers, {
      method: 'post',
      path: '/api/obstacles/{id}/looks',
      summary: 'Write down a look at it: lifted, or to be looked at again (If-Match)',
      request: { params, body: jsonBody(ObstacleLook) },
      responses: { 200: jsonAnswer('The obstacle as it is now', Obstacle), ...refusals },
    }),
    (context) => {
      const doer = doerOf(context);
      const { id } = context.req.valid('param');
      const look = context.req.valid('json');
      const seen = getIfMatch(context);
      const tried = { action: 'obstacle.look', subject: `obstacle:${id}`, sent: look };
      attempt(db, { ...doer, ...tried }, () => lookAtObstacle(db, id, look, seen, doer));
      tell();
      return context.json(present(id, doer), 200);
    },
  );

  return router;
}
