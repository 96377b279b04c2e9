// Statuses over HTTP: the whole list, why a village has its status, counts, and live changes.
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { RegionCode, VillageCode } from '#contract/regions';
import { jsonAnswer, newRouter, refusals, route } from '../auth/guard.ts';
import { isoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { sendGzipped } from '../platform/http.ts';
import type { Hub } from '../platform/live.ts';
import { ProblemError, refuseField } from '../platform/problem.ts';
import { countVillages, findPoint, regionExists, villageIdRange } from '../regions/store.ts';
import { StatusCounts, StatusList, StatusView, StatusWhy, type LiveEvent } from './contract.ts';
import { listServingOperators } from './evidence-store.ts';
import { changesToldAtOnce } from './feed.ts';
import { readStatusListBody } from './list-body.ts';
import * as store from './store.ts';
import { explainPlace } from './why.ts';

type Deps = { db: Db; clock: Clock; hub: Hub<LiveEvent> };

const signedIn = { may: 'signed-in' } as const;

/** Proxies close a silent connection after a minute; a comment in between keeps it. */
const heartbeatMs = 25_000;

export function statusRoutes({ db, clock, hub }: Deps) {
  const router = newRouter();
  const today = () => isoDay(clock());

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/statuses',
      summary: 'The status of every place about which something is known',
      request: { query: StatusView },
      responses: {
        200: jsonAnswer('The list', StatusList),
        304: { description: 'Not modified' },
        ...refusals,
      },
    }),
    (context) => {
      const view = context.req.valid('query');
      const isKnown = listServingOperators(db).some(({ id }) => id === view.operator);
      if (view.operator !== 'all' && !isKnown)
        throw refuseField('operator', 'operator_unknown', view.operator);
      const { etag, gzipped } = readStatusListBody(db, view, today());
      context.header('etag', etag);
      context.header('cache-control', 'private, no-cache');
      if (context.req.header('if-none-match') === etag) return context.body(null, 304);
      return sendGzipped(context, 'application/json', gzipped);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/statuses/{code}',
      summary: 'The status of a village per operator, and why',
      request: { params: z.object({ code: VillageCode }) },
      responses: { 200: jsonAnswer('The status', StatusWhy), ...refusals },
    }),
    (context) => {
      const { code } = context.req.valid('param');
      if (!findPoint(db, code)) throw new ProblemError(404, 'region_unknown');
      return context.json(explainPlace(db, code, today()), 200);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/statuses/{code}/counts',
      summary: 'Villages of an area by status; ID is everything loaded',
      request: { params: z.object({ code: z.union([z.literal('ID'), RegionCode]) }) },
      responses: { 200: jsonAnswer('Counts', StatusCounts), ...refusals },
    }),
    (context) => {
      const { code } = context.req.valid('param');
      if (code !== 'ID' && !regionExists(db, code)) throw new ProblemError(404, 'region_unknown');
      const counts = store.countStatuses(db, villageIdRange(code), countVillages(db, code));
      return context.json(counts, 200);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/events',
      summary: 'Server-sent events: changed statuses and reports, new boundaries (LiveEvent)',
      responses: { 200: { description: 'text/event-stream' } },
    }),
    (context) => {
      const lastSeen = Number(context.req.header('last-event-id') ?? Number.NaN);
      context.header('x-accel-buffering', 'no');
      return streamSSE(context, async (stream) => {
        const send = (event: LiveEvent) =>
          stream.writeSSE({
            event: event.type,
            data: JSON.stringify(event),
            // What is taken up again after a gap are statuses: only their version is an id.
            ...((event.type === 'status' || event.type === 'reload') && {
              id: String(event.version),
            }),
          });
        const ended = new Promise<void>((resolve) => stream.onAbort(resolve));
        const unsubscribe = hub.subscribe((event) => void send(event));
        const heartbeat = setInterval(() => void stream.write(': still here\n\n'), heartbeatMs);
        const version = store.statusVersion(db);
        const missed =
          lastSeen < version
            ? store.listChangesSince(db, lastSeen, today(), changesToldAtOnce)
            : [];
        if (missed === null) await send({ type: 'reload', version });
        else await send({ type: 'status', version, changes: missed });
        await ended;
        unsubscribe();
        clearInterval(heartbeat);
      });
    },
  );

  return router;
}
