// Localities over HTTP: lists of an area or a view, save with a version, remove when nothing hangs on one.
import { z } from 'zod';
import type { Account } from '../auth/contract.ts';
import {
  getCaller,
  getIfMatch,
  jsonAnswer,
  jsonBody,
  newRouter,
  refusals,
  route,
} from '../auth/guard.ts';
import { isoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError, refuseField } from '../platform/problem.ts';
import type { StatusFeed } from '../status/feed.ts';
import { Locality, LocalityInput, LocalityList, LocalitySaved } from './locality-contract.ts';
import { keyOfLocality } from './locality-names.ts';
import * as store from './locality-store.ts';
import { presentLocalities } from './locality-view.ts';
import { checkPlace, removePlace, savePlace, warnOfPlace } from './place-checks.ts';
import { listAsked, PlaceQuery } from './place-query.ts';
import { regionExists } from './store.ts';

type Deps = { db: Db; clock: Clock; feed: StatusFeed };

const editors = { may: ['admin', 'staff', 'regency'] } as const;
const params = z.object({ id: z.uuid() });

export function localityRoutes({ db, clock, feed }: Deps) {
  const router = newRouter();

  function getStored(id: string): store.StoredLocality {
    const locality = store.findLocality(db, id);
    if (!locality) throw new ProblemError(404, 'not_found');
    return locality;
  }

  function present(caller: Account, stored: readonly store.StoredLocality[]): Locality[] {
    return presentLocalities(db, caller, stored, isoDay(clock()));
  }

  const keeping = {
    kind: 'locality' as const,
    find: (id: string) => store.findLocality(db, id),
    inputOf: (place: LocalityInput) => LocalityInput.parse(place),
    present: (caller: Account, stored: store.StoredLocality) => present(caller, [stored])[0],
  };

  function refuseInUse(uses: object): never {
    throw new ProblemError(409, 'locality_in_use', { more: { uses } });
  }

  /** Checks what the contract cannot know. */
  function checkInput(caller: Account, id: string, input: LocalityInput): void {
    checkPlace(db, caller, input);
    if (keyOfLocality(input) === '') throw refuseField('name', 'wrong_value', input.name);
    const namesake = store.findLocalityId(db, input.villageCode, input);
    if (namesake !== null && namesake !== id)
      throw refuseField('name', 'locality_name_taken', input.name);
  }

  router.openapi(
    route(
      { may: 'signed-in' },
      {
        method: 'get',
        path: '/api/localities',
        summary: 'Localities of an area (5,000 at most) or of a view (2,000 at most)',
        request: { query: PlaceQuery },
        responses: { 200: jsonAnswer('By village and name', LocalityList), ...refusals },
      },
    ),
    (context) => {
      const query = context.req.valid('query');
      if (query.area !== undefined && !regionExists(db, query.area))
        throw refuseField('area', 'region_unknown', query.area);
      const { places, truncated } = listAsked(
        query,
        (code, limit) => store.listLocalities(db, code, limit),
        (bounds, limit) => store.listLocalitiesWithin(db, bounds, limit),
      );
      return context.json({ localities: present(getCaller(context), places), truncated }, 200);
    },
  );

  router.openapi(
    route(editors, {
      method: 'put',
      path: '/api/localities/{id}',
      summary: 'Save a locality: If-None-Match: * creates it, If-Match: "version" changes it',
      request: { params, body: jsonBody(LocalityInput) },
      responses: {
        200: jsonAnswer('Changed, or stored already', LocalitySaved),
        201: jsonAnswer('Created', LocalitySaved),
        ...refusals,
      },
    }),
    (context) => {
      const caller = getCaller(context);
      const { id } = context.req.valid('param');
      const input = context.req.valid('json');
      const isNew = context.req.header('if-none-match') === '*';
      const seen = isNew ? null : getIfMatch(context);
      const by = { accountId: caller.id, at: clock() };
      const outcome = feed.change(() =>
        savePlace(db, keeping, { caller, id, at: by.at, seen, input }, (before) => {
          const { reports, facilities, people } = store.countUses(db, id);
          if (before && before.villageCode !== input.villageCode && reports + facilities > 0)
            refuseInUse({ reports, facilities, people });
          checkInput(caller, id, input);
          if (before) store.updateLocality(db, id, input, by);
          else store.insertLocality(db, id, input, by);
        }),
      );
      const saved = getStored(id);
      const [locality] = present(caller, [saved]);
      if (!locality) throw new ProblemError(404, 'not_found');
      const isCreated = isNew && outcome !== null;
      return context.json({ locality, warnings: warnOfPlace(db, saved) }, isCreated ? 201 : 200);
    },
  );

  router.openapi(
    route(editors, {
      method: 'delete',
      path: '/api/localities/{id}',
      summary: 'Remove a locality on which no report, facility or figure hangs (If-Match)',
      request: { params },
      responses: { 204: { description: 'Removed' }, ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const { id } = context.req.valid('param');
      const seen = getIfMatch(context);
      feed.change(() =>
        removePlace(db, keeping, { caller, id, at: clock(), seen }, () => {
          const uses = store.countUses(db, id);
          if (uses.reports + uses.facilities + uses.people > 0) refuseInUse(uses);
          store.deleteLocality(db, id);
        }),
      );
      return context.body(null, 204);
    },
  );

  return router;
}
