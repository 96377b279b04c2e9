// What waits for somebody, over HTTP: for an operator's liaison, in an office, and after a hand-over.
import { z } from 'zod';
import type { Account } from '../auth/contract.ts';
import { getCaller, jsonAnswer, newRouter, refusals, route } from '../auth/guard.ts';
import { findTakeover } from '../auth/store.ts';
import { isoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError } from '../platform/problem.ts';
import { dayMs } from './days.ts';
import { countOpenWork, findWorkingOffice } from './open-work-store.ts';
import { operatorOf } from './rules.ts';
import { readHeirs, readOperatorNames } from './store.ts';
import { listOpenWindowsFor } from './window-store.ts';
import { handOverDays, OpenWork, TakenOver, Work } from './work-contract.ts';
import { ageOfFiling, listUpdates, yearBefore } from './work-rules.ts';
import { describeCommitments, listOwed, listUnanswered, readFilingsOf } from './work-store.ts';

type Deps = { db: Db; clock: Clock };

/** More than one sitting answers; the others come after them. */
const shownPlaces = 50;
const shownUpdates = 200;

function presentUpdates(db: Db, operatorId: string, today: string): Work['updates'] {
  const updates = listUpdates(listOwed(db, operatorId), today);
  const shown = new Map(updates.slice(0, shownUpdates).map((update) => [update.id, update]));
  const commitments = describeCommitments(db, [...shown.keys()]).flatMap((told) => {
    const update = shown.get(told.id);
    return update ? [{ ...told, ...update }] : [];
  });
  return { total: updates.length, commitments };
}

/** What waits for an operator on `today` (ISO date). */
export function presentWork(db: Db, operatorId: string, today: string): Work {
  const { accepted, comparing } = readFilingsOf(db, operatorId);
  return {
    operatorId,
    operatorName: readOperatorNames(db).get(operatorId) ?? operatorId,
    today,
    declarations: listOpenWindowsFor(db, operatorId, today).filter(
      ({ unanswered }) => unanswered > 0,
    ),
    updates: presentUpdates(db, operatorId, today),
    filing: {
      acceptedAt: accepted?.acceptedAt ?? null,
      id: accepted?.id ?? null,
      ...ageOfFiling(accepted?.acceptedOn ?? null, today),
      comparing,
    },
    unanswered: listUnanswered(db, operatorId, yearBefore(today), shownPlaces),
  };
}

/** The operator in whose name a liaison works; throws 403 where the account has none. */
export function getOperatorOf(db: Db, caller: Account): string {
  const operatorId = operatorOf(caller, readHeirs(db));
  if (operatorId === null) throw new ProblemError(403, 'not_allowed');
  return operatorId;
}

export function workRoutes({ db, clock }: Deps) {
  const router = newRouter();

  router.openapi(
    route(
      { may: ['liaison'] },
      {
        method: 'get',
        path: '/api/work',
        summary: 'What waits for the operator of the one who asks',
        responses: { 200: jsonAnswer('The work', Work), ...refusals },
      },
    ),
    (context) => {
      const operatorId = getOperatorOf(db, getCaller(context));
      return context.json(presentWork(db, operatorId, isoDay(clock())), 200);
    },
  );

  router.openapi(
    route(
      { may: 'signed-in' },
      {
        method: 'get',
        path: '/api/offices/{id}/open',
        summary: 'How much is open in an office: for the admin, and for those who work there',
        request: { params: z.object({ id: z.coerce.number().int().min(1) }) },
        responses: { 200: jsonAnswer('What is open', OpenWork), ...refusals },
      },
    ),
    (context) => {
      const caller = getCaller(context);
      const { id } = context.req.valid('param');
      const isOwn = caller.role === 'admin' || caller.office.id === id;
      const office = isOwn ? findWorkingOffice(db, id) : null;
      if (!office) throw new ProblemError(404, 'not_found');
      return context.json(countOpenWork(db, office, isoDay(clock())), 200);
    },
  );

  router.openapi(
    route(
      { may: 'signed-in' },
      {
        method: 'get',
        path: '/api/handover',
        summary: 'Whose work the one who asks took over in the last days, and what is open of it',
        responses: { 200: jsonAnswer('The hand-over, or none', TakenOver), ...refusals },
      },
    ),
    (context) => {
      const { id, office } = getCaller(context);
      const at = clock();
      const takeover = findTakeover(db, id);
      const working = findWorkingOffice(db, office.id);
      const isOver =
        takeover !== null && at.getTime() - Date.parse(takeover.since) > handOverDays * dayMs;
      if (!takeover || !working || isOver) return context.json({ handOver: null }, 200);
      const open = countOpenWork(db, working, isoDay(at));
      return context.json({ handOver: { ...takeover, open } }, 200);
    },
  );

  return router;
}
