// Who lives where over HTTP: figures of a village or a locality with their history, sums of areas.
import { z } from 'zod';
import { RegionCode, VillageCode } from '#contract/regions';
import { recordAudit } from '../audit/store.ts';
import type { Account } from '../auth/contract.ts';
import { getCaller, jsonAnswer, jsonBody, newRouter, refusals, route } from '../auth/guard.ts';
import { mayReportIn } from '../auth/rules.ts';
import { latestIsoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError, refuseField } from '../platform/problem.ts';
import { findLocality } from '../regions/locality-store.ts';
import { refuseOutside } from '../regions/place-checks.ts';
import { countVillages, findPoint, regionExists } from '../regions/store.ts';
import type { StatusFeed } from '../status/feed.ts';
import { People, PeopleInput, PeopleSummary } from './contract.ts';
import * as store from './store.ts';

type Deps = { db: Db; clock: Clock; feed: StatusFeed };

const signedIn = { may: 'signed-in' } as const;
const editors = { may: ['admin', 'staff', 'regency'] } as const;
const params = z.object({ unit: z.union([VillageCode, z.uuid()]) });
const rowQuery = z.object({ datedOn: z.iso.date(), source: z.string().min(1).max(200) });

/** Figures before this day would only be a slip of the pen. */
const oldestDay = '1945-08-17';

export function peopleRoutes({ db, clock, feed }: Deps) {
  const router = newRouter();

  /** The village of a unit, itself or the one a locality lies in. */
  function getVillageCode(unit: string): string {
    if (!unit.includes('.')) {
      const locality = findLocality(db, unit);
      if (!locality) throw new ProblemError(404, 'locality_unknown');
      return locality.villageCode;
    }
    if (!findPoint(db, unit)) throw new ProblemError(404, 'region_unknown');
    return unit;
  }

  function tell(caller: Account, unit: string, villageCode: string): People {
    const [newest = { population: null, households: null }] = store.listNewest(db, [unit]);
    return {
      unit,
      newest,
      rows: store.listPeople(db, unit),
      mayEdit: mayReportIn(caller, villageCode),
    };
  }

  function checkDay(datedOn: string): void {
    if (datedOn > latestIsoDay(clock())) throw refuseField('datedOn', 'date_in_future', datedOn);
    if (datedOn < oldestDay) throw refuseField('datedOn', 'date_too_old', datedOn);
  }

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/people/summary/{code}',
      summary:
        'Sums of the newest figures of the villages of an area, and of how many they are known',
      request: { params: z.object({ code: z.union([z.literal('ID'), RegionCode]) }) },
      responses: { 200: jsonAnswer('The sums', PeopleSummary), ...refusals },
    }),
    (context) => {
      const { code } = context.req.valid('param');
      if (code !== 'ID' && !regionExists(db, code)) throw new ProblemError(404, 'region_unknown');
      const villages = countVillages(db, code);
      return context.json({ code, villages, ...store.sumPeople(db, code) }, 200);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/people/{unit}',
      summary: 'Figures of a village (code) or locality (id): the newest, and all of them',
      request: { params },
      responses: { 200: jsonAnswer('The figures', People), ...refusals },
    }),
    (context) => {
      const { unit } = context.req.valid('param');
      return context.json(tell(getCaller(context), unit, getVillageCode(unit)), 200);
    },
  );

  router.openapi(
    route(editors, {
      method: 'put',
      path: '/api/people/{unit}',
      summary: 'Write down figures; those of the same day and source are replaced',
      request: { params, body: jsonBody(PeopleInput) },
      responses: { 200: jsonAnswer('The figures', People), ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const { unit } = context.req.valid('param');
      const input = context.req.valid('json');
      const villageCode = getVillageCode(unit);
      refuseOutside(caller, villageCode);
      checkDay(input.datedOn);
      const by = { accountId: caller.id, at: clock() };
      feed.change(() => {
        const before = store.findPeople(db, unit, input);
        const { unchanged } = store.savePeople(db, [{ unit, ...input }], by);
        if (unchanged > 0) return null;
        recordAudit(db, {
          ...by,
          action: before ? 'people.change' : 'people.create',
          subject: `people:${unit}`,
          before: before ?? undefined,
          after: input,
        });
        return { villages: [villageCode], hasNewPlaces: true };
      });
      return context.json(tell(caller, unit, villageCode), 200);
    },
  );

  router.openapi(
    route(editors, {
      method: 'delete',
      path: '/api/people/{unit}',
      summary: 'Remove the figures of one day and source',
      request: { params, query: rowQuery },
      responses: { 200: jsonAnswer('The figures that are left', People), ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const { unit } = context.req.valid('param');
      const row = context.req.valid('query');
      const villageCode = getVillageCode(unit);
      refuseOutside(caller, villageCode);
      feed.change(() => {
        const before = store.findPeople(db, unit, row);
        if (!before) throw new ProblemError(404, 'not_found');
        store.deletePeople(db, unit, row);
        recordAudit(db, {
          at: clock(),
          accountId: caller.id,
          action: 'people.remove',
          subject: `people:${unit}`,
          before,
        });
        return { villages: [villageCode], hasNewPlaces: true };
      });
      return context.json(tell(caller, unit, villageCode), 200);
    },
  );

  return router;
}
