// The story of a place over HTTP.
import { z } from 'zod';
import { VillageCode } from '#contract/regions';
import { getCaller, jsonAnswer, newRouter, refusals, route } from '../auth/guard.ts';
import { isoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError } from '../platform/problem.ts';
import { findPoint } from '../regions/store.ts';
import { Story } from './outlook-contract.ts';
import { readStory } from './story.ts';

type Deps = { db: Db; clock: Clock };

const signedIn = { may: 'signed-in' } as const;

export function storyRoutes({ db, clock }: Deps) {
  const router = newRouter();

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/places/{code}/story',
      summary: 'Everything that was reported, answered, promised and done about a village',
      request: { params: z.object({ code: VillageCode }) },
      responses: { 200: jsonAnswer('Newest first', Story), ...refusals },
    }),
    (context) => {
      const { code } = context.req.valid('param');
      if (!findPoint(db, code)) throw new ProblemError(404, 'region_unknown');
      return context.json(readStory(db, code, getCaller(context), isoDay(clock())), 200);
    },
  );

  return router;
}
