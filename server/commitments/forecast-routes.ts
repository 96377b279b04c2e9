// The forecast over HTTP: what is left without a signal at each quarter's end.
import { z } from 'zod';
import { getCaller, jsonAnswer, newRouter, refusals, route } from '../auth/guard.ts';
import { isoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { refuseField } from '../platform/problem.ts';
import { regionExists } from '../regions/store.ts';
import { readForecast } from './forecast.ts';
import { Forecast } from './outlook-contract.ts';

type Deps = { db: Db; clock: Clock };

const signedIn = { may: 'signed-in' } as const;
/** Province, regency or district. */
const Area = z.string().regex(/^\d{2}(\.\d{2}){0,2}$/);

export function forecastRoutes({ db, clock }: Deps) {
  const router = newRouter();

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/forecast',
      summary: 'Places and people without a signal by quarter, if promises hold and if they slip',
      request: { query: z.object({ area: Area.optional() }) },
      responses: { 200: jsonAnswer('The forecast', Forecast), ...refusals },
    }),
    (context) => {
      const { area = '' } = context.req.valid('query');
      if (area !== '' && !regionExists(db, area)) throw refuseField('area', 'region_unknown', area);
      return context.json(readForecast(db, area, getCaller(context), isoDay(clock())), 200);
    },
  );

  return router;
}
