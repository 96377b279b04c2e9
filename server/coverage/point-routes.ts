// Points that are drawn over coverage: what people measured, and the settlements that nothing reaches.
import { z } from 'zod';
import { jsonAnswer, newRouter, refusals, route } from '../auth/guard.ts';
import type { Db } from '../platform/database.ts';
import { readSettings as readStatusSettings } from '../status/settings-store.ts';
import { statusOfStatement } from '../status/rules.ts';
import { MeasuredPoints, pointsMaximum, UncoveredPlaces } from './map-contract.ts';
import { listFound } from './measurement-store.ts';
import { readSettings } from './settings-store.ts';
import { listUncovered } from './uncovered-store.ts';

const lng = z.coerce.number().min(-180).max(180);
const lat = z.coerce.number().min(-90).max(90);
const BoxQuery = z.object({ west: lng, south: lat, east: lng, north: lat });

const signedIn = { may: 'signed-in' } as const;

/** The list as far as it is sent; one more than that was asked for. */
function cut<T>(list: T[]): { kept: T[]; truncated: boolean } {
  return { kept: list.slice(0, pointsMaximum), truncated: list.length > pointsMaximum };
}

export function coveragePointRoutes({ db }: { db: Db }) {
  const router = newRouter();

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/coverage/measurements',
      summary: 'Verified reports and measurements in a view (2,000 at most)',
      request: { query: BoxQuery },
      responses: { 200: jsonAnswer('The newest first', MeasuredPoints), ...refusals },
    }),
    (context) => {
      const { settings } = readStatusSettings(db);
      const found = listFound(db, context.req.valid('query'), pointsMaximum + 1);
      const { kept, truncated } = cut(found);
      const points = kept.map(({ availability, statements, ...point }) => ({
        ...point,
        statements: statements.map(({ isOutage, ...said }) => ({
          ...said,
          status: statusOfStatement({ ...said, isOutage, availability }, settings),
        })),
      }));
      return context.json({ points, truncated }, 200);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/coverage/uncovered',
      summary: 'Settlements in a view that no on-air layer of 4G or better reaches (2,000 at most)',
      request: { query: BoxQuery },
      responses: { 200: jsonAnswer('Localities, then villages', UncoveredPlaces), ...refusals },
    }),
    (context) => {
      const { villageFraction } = readSettings(db).settings;
      const box = context.req.valid('query');
      const { kept, truncated } = cut(listUncovered(db, box, villageFraction, pointsMaximum + 1));
      return context.json({ places: kept, truncated }, 200);
    },
  );

  return router;
}
