// Planning over HTTP: what one tower more would gain, and where towers would help most.
import { getCaller, jsonAnswer, jsonBody, newRouter, refusals, route } from '../auth/guard.ts';
import type { Db } from '../platform/database.ts';
import { refuseField } from '../platform/problem.ts';
import { regionExists } from '../regions/store.ts';
import { listServingOperators } from '../status/evidence-store.ts';
import type { PlanningAnswers } from './planning-answers.ts';
import { Best, BestRequest, Candidate, Gain } from './planning-contract.ts';

type Deps = { db: Db; planner: PlanningAnswers };

const signedIn = { may: 'signed-in' } as const;

export function planningRoutes({ db, planner }: Deps) {
  const router = newRouter();

  router.openapi(
    route(signedIn, {
      method: 'post',
      path: '/api/planning/gain',
      summary: 'What a tower would newly reach, and what it overlaps with; stores nothing',
      request: { body: jsonBody(Candidate) },
      responses: { 200: jsonAnswer('The gain', Gain), ...refusals },
    }),
    async (context) => {
      const candidate = context.req.valid('json');
      const { operatorId } = candidate;
      const isKnown = listServingOperators(db).some(({ id }) => id === operatorId);
      if (operatorId !== null && !isKnown)
        throw refuseField('operatorId', 'operator_unknown', operatorId);
      return context.json(await planner.gain({ candidate, viewer: getCaller(context) }), 200);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'post',
      path: '/api/planning/best',
      summary: 'Where towers would help most in a regency, one after the other; stores nothing',
      request: { body: jsonBody(BestRequest) },
      responses: { 200: jsonAnswer('The positions', Best), ...refusals },
    }),
    async (context) => {
      const request = context.req.valid('json');
      if (!regionExists(db, request.regencyCode))
        throw refuseField('regencyCode', 'region_unknown', request.regencyCode);
      return context.json(await planner.best(request), 200);
    },
  );

  return router;
}
