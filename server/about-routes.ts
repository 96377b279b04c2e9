// What the server says of itself: health for whoever watches it, OpenAPI for whoever calls it.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { jsonAnswer, newRouter, route, type AppEnv } from './auth/guard.ts';
import type { Db } from './platform/database.ts';
import { boundaryVersion, countVillages } from './regions/store.ts';

type Deps = { db: Db; version: string; province: string };

const Health = z.object({
  status: z.enum(['ok', 'failing']),
  version: z.string(),
  province: z.string(),
  database: z.object({ isOpen: z.boolean(), villages: z.int(), boundaryVersion: z.string() }),
});

function readDatabaseState(db: Db): z.infer<typeof Health>['database'] {
  try {
    return {
      isOpen: true,
      villages: countVillages(db, 'ID'),
      boundaryVersion: boundaryVersion(db),
    };
  } catch {
    return { isOpen: false, villages: 0, boundaryVersion: 'none' };
  }
}

/** `app` is the whole application: its routes are what the document describes. */
export function aboutRoutes(app: OpenAPIHono<AppEnv>, { db, version, province }: Deps) {
  const router = newRouter();

  router.openapi(
    route(
      { may: 'anyone' },
      {
        method: 'get',
        path: '/healthz',
        summary: 'Version, province and the state of the database',
        responses: { 200: jsonAnswer('Well', Health), 503: jsonAnswer('Not well', Health) },
      },
    ),
    (context) => {
      const database = readDatabaseState(db);
      return database.isOpen
        ? context.json({ status: 'ok' as const, version, province, database }, 200)
        : context.json({ status: 'failing' as const, version, province, database }, 503);
    },
  );

  router.openapi(
    route(
      { may: 'anyone' },
      {
        method: 'get',
        path: '/api/openapi.json',
        summary: 'This document',
        responses: { 200: { description: 'OpenAPI 3.1' } },
      },
    ),
    (context) =>
      context.json(
        app.getOpenAPI31Document({
          openapi: '3.1.0',
          info: { title: 'Jangkau', version, license: { name: 'MIT' } },
        }),
        200,
      ),
  );

  return router;
}
