// Places over HTTP: what the map needs first, search, details, lists, the village at a point.
import { z } from 'zod';
import { jsonAnswer, newRouter, refusals, route } from '../auth/guard.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError } from '../platform/problem.ts';
import { Region, RegionCode, RegionName, SearchHit, VillageRow } from './contract.ts';
import * as store from './store.ts';

const signedIn = { may: 'signed-in' } as const;

/** A place's code, or ID for everything that is loaded. */
const AreaCode = z.union([z.literal('ID'), RegionCode]);

/** More villages than a list shows at once; an area this large is narrowed first. */
const listMaximum = 10_000;

export function regionRoutes({ db }: { db: Db }) {
  const router = newRouter();

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/search',
      summary: 'Places by name or code',
      request: {
        query: z.object({
          q: z.string().max(100),
          limit: z.coerce.number().int().min(1).max(50).default(10),
        }),
      },
      responses: { 200: jsonAnswer('Best first', z.array(SearchHit)), ...refusals },
    }),
    (context) => {
      const { q, limit } = context.req.valid('query');
      return context.json(store.searchRegions(db, q, limit), 200);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/regions/at',
      summary: 'The village at a point',
      request: {
        query: z.object({
          lng: z.coerce.number().min(-180).max(180),
          lat: z.coerce.number().min(-90).max(90),
        }),
      },
      responses: { 200: jsonAnswer('The village', Region), ...refusals },
    }),
    (context) => {
      const { lng, lat } = context.req.valid('query');
      const code = store.findVillageAt(db, [lng, lat]);
      if (!code) throw new ProblemError(404, 'no_village_here');
      return context.json(store.getRegion(db, code), 200);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/regions/{code}',
      summary: 'A place',
      request: { params: z.object({ code: RegionCode }) },
      responses: { 200: jsonAnswer('The place', Region), ...refusals },
    }),
    (context) => context.json(store.getRegion(db, context.req.valid('param').code), 200),
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/regions/{code}/children',
      summary: 'The places right below a place',
      request: { params: z.object({ code: AreaCode }) },
      responses: { 200: jsonAnswer('By name', z.array(RegionName)), ...refusals },
    }),
    (context) => context.json(store.listChildren(db, context.req.valid('param').code), 200),
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/regions/{code}/villages',
      summary: 'All villages below a place',
      request: { params: z.object({ code: AreaCode }) },
      responses: { 200: jsonAnswer('By code', z.array(VillageRow)), ...refusals },
    }),
    (context) => {
      const { code } = context.req.valid('param');
      if (store.countVillages(db, code) > listMaximum)
        throw new ProblemError(422, 'area_too_large');
      return context.json(store.listVillages(db, code), 200);
    },
  );

  return router;
}
