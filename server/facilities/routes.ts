// Facilities over HTTP: lists of an area or a view, one with its history, counts, save, remove.
import { z } from 'zod';
import { RegionCode } from '#contract/regions';
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
import { latestIsoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError, refuseField } from '../platform/problem.ts';
import { findLocality } from '../regions/locality-store.ts';
import { checkPlace, removePlace, savePlace, warnOfPlace } from '../regions/place-checks.ts';
import { listAsked, PlaceQuery } from '../regions/place-query.ts';
import { regionExists } from '../regions/store.ts';
import type { StatusFeed } from '../status/feed.ts';
import {
  FacilityDetail,
  FacilityInput,
  FacilityList,
  FacilitySaved,
  FacilitySummary,
} from './contract.ts';
import { facilityKey } from './facility-key.ts';
import { listHistory, presentFacility } from './facility-view.ts';
import { countByKind } from './rules.ts';
import * as store from './store.ts';

type Deps = { db: Db; clock: Clock; feed: StatusFeed };

const signedIn = { may: 'signed-in' } as const;
const editors = { may: ['admin', 'staff', 'regency'] } as const;
const params = z.object({ id: z.uuid() });

export function facilityRoutes({ db, clock, feed }: Deps) {
  const router = newRouter();

  function getStored(id: string): store.StoredFacility {
    const facility = store.findFacility(db, id);
    if (!facility) throw new ProblemError(404, 'not_found');
    return facility;
  }

  const keeping = {
    kind: 'facility' as const,
    find: (id: string) => store.findFacility(db, id),
    inputOf: (place: FacilityInput) => FacilityInput.parse(place),
    present: presentFacility,
  };

  /** While reports speak of it, a facility stays, and stays in its village. */
  function refuseInUse(id: string): void {
    const reports = store.countReportsAbout(db, id);
    if (reports > 0)
      throw new ProblemError(409, 'facility_in_use', { more: { uses: { reports } } });
  }

  /** Checks what the contract cannot know. */
  function checkInput(caller: Account, id: string, input: FacilityInput): void {
    checkPlace(db, caller, input);
    const { localityId, villageCode, name, connectionOn } = input;
    const locality = localityId === null ? null : findLocality(db, localityId);
    if (localityId !== null && locality?.villageCode !== villageCode)
      throw refuseField(
        'localityId',
        locality ? 'locality_elsewhere' : 'locality_unknown',
        localityId,
      );
    if (connectionOn !== null && connectionOn > latestIsoDay(clock()))
      throw refuseField('connectionOn', 'date_in_future', connectionOn);
    if (facilityKey(name) === '') throw refuseField('name', 'wrong_value', name);
    const namesake = store.findFacilityId(db, input);
    if (namesake !== null && namesake !== id)
      throw refuseField('name', 'facility_name_taken', name);
  }

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/facilities',
      summary: 'Facilities of an area (5,000 at most) or of a view (2,000 at most)',
      request: { query: PlaceQuery },
      responses: { 200: jsonAnswer('By village, kind and name', FacilityList), ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const query = context.req.valid('query');
      if (query.area !== undefined && !regionExists(db, query.area))
        throw refuseField('area', 'region_unknown', query.area);
      const { places, truncated } = listAsked(
        query,
        (code, limit) => store.listFacilities(db, code, limit),
        (bounds, limit) => store.listFacilitiesWithin(db, bounds, limit),
      );
      const facilities = places.map((stored) => presentFacility(caller, stored));
      return context.json({ facilities, truncated }, 200);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/facilities/summary/{code}',
      summary: 'Facilities of an area by kind: connected, not connected, unknown',
      request: { params: z.object({ code: z.union([z.literal('ID'), RegionCode]) }) },
      responses: { 200: jsonAnswer('The counts', FacilitySummary), ...refusals },
    }),
    (context) => {
      const { code } = context.req.valid('param');
      if (code !== 'ID' && !regionExists(db, code)) throw new ProblemError(404, 'region_unknown');
      return context.json({ code, kinds: countByKind(store.countConnections(db, code)) }, 200);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/facilities/{id}',
      summary: 'A facility with everything that was said about its connection',
      request: { params },
      responses: { 200: jsonAnswer('The facility', FacilityDetail), ...refusals },
    }),
    (context) => {
      const stored = getStored(context.req.valid('param').id);
      const facility = presentFacility(getCaller(context), stored);
      return context.json({ facility, history: listHistory(db, stored) }, 200);
    },
  );

  router.openapi(
    route(editors, {
      method: 'put',
      path: '/api/facilities/{id}',
      summary: 'Save a facility: If-None-Match: * creates it, If-Match: "version" changes it',
      request: { params, body: jsonBody(FacilityInput) },
      responses: {
        200: jsonAnswer('Changed, or stored already', FacilitySaved),
        201: jsonAnswer('Created', FacilitySaved),
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
          if (before && before.villageCode !== input.villageCode) refuseInUse(id);
          checkInput(caller, id, input);
          if (before) store.updateFacility(db, id, input, by);
          else store.insertFacility(db, id, input, by);
        }),
      );
      const saved = getStored(id);
      const isCreated = isNew && outcome !== null;
      return context.json(
        { facility: presentFacility(caller, saved), warnings: warnOfPlace(db, saved) },
        isCreated ? 201 : 200,
      );
    },
  );

  router.openapi(
    route(editors, {
      method: 'delete',
      path: '/api/facilities/{id}',
      summary: 'Remove a facility about which there is no report (If-Match)',
      request: { params },
      responses: { 204: { description: 'Removed' }, ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const { id } = context.req.valid('param');
      const seen = getIfMatch(context);
      feed.change(() =>
        removePlace(db, keeping, { caller, id, at: clock(), seen }, () => {
          refuseInUse(id);
          store.deleteFacility(db, id);
        }),
      );
      return context.body(null, 204);
    },
  );

  return router;
}
