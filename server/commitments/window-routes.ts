// Declaration windows over HTTP: searching places, opening, changing, closing, answering, agreeing.
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
import { createIndexKeeper } from '../interchange/read-context.ts';
import { isoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { Hub } from '../platform/live.ts';
import type { LiveEvent } from '../status/contract.ts';
import type { Doer } from './actions.ts';
import { saveAnswers } from './answer-actions.ts';
import { agreeAnswers } from './answer-agree.ts';
import {
  AgreeInput,
  AnswersInput,
  DeclarationWindow,
  FoundPlaces,
  PlaceSearch,
  WindowChange,
  WindowInput,
  WindowSummary,
} from './declaration-contract.ts';
import { attempt } from './refusal-trail.ts';
import { commitmentVersion } from './store.ts';
import { changeWindow, closeDueWindows, closeEarly, openWindow } from './window-actions.ts';
import { findPlaces } from './window-search.ts';
import { listVisibleWindows, viewSummary, viewWindow } from './window-view.ts';

type Deps = { db: Db; clock: Clock; hub: Hub<LiveEvent> };

const staff = { may: ['admin', 'staff'] } as const;
const signedIn = { may: 'signed-in' } as const;
const answerers = { may: ['admin', 'staff', 'liaison'] } as const;

const Id = z.object({ id: z.uuid() });

export function windowRoutes({ db, clock, hub }: Deps) {
  const router = newRouter();
  const index = createIndexKeeper(db);

  const publish = () => hub.publish({ type: 'commitments', version: commitmentVersion(db) });

  /** The instant at which everything in a request is judged, what is due being closed before. */
  function now(): Date {
    const at = clock();
    if (closeDueWindows(db, at) > 0) publish();
    return at;
  }

  /** Does it in one transaction and tells every browser; a refusal is kept in the trail. */
  function act(
    caller: Account,
    id: string,
    action: string,
    sent: unknown,
    work: (doer: Doer) => unknown,
  ): Doer {
    const doer = { caller, at: now() };
    attempt(db, { ...doer, action, subject: `window:${id}`, sent }, () => work(doer));
    publish();
    return doer;
  }

  router.openapi(
    route(staff, {
      method: 'post',
      path: '/api/declarations/search',
      summary: 'Places that a window could ask about: by filter, drawing or list',
      request: { body: jsonBody(PlaceSearch) },
      responses: { 200: jsonAnswer('By code', FoundPlaces), ...refusals },
    }),
    (context) =>
      context.json(findPlaces(db, index, context.req.valid('json'), isoDay(clock())), 200),
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/declarations',
      summary: 'Windows, open ones first; a liaison finds those that ask its operator',
      responses: { 200: jsonAnswer('Open first', z.array(WindowSummary)), ...refusals },
    }),
    (context) => context.json(listVisibleWindows(db, getCaller(context), now()), 200),
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/declarations/{id}',
      summary: 'A window with its places and the answers that the caller may see',
      request: { params: Id },
      responses: { 200: jsonAnswer('The window', DeclarationWindow), ...refusals },
    }),
    (context) => {
      const { id } = context.req.valid('param');
      return context.json(viewWindow(db, id, getCaller(context), now()), 200);
    },
  );

  router.openapi(
    route(staff, {
      method: 'put',
      path: '/api/declarations/{id}',
      summary: 'Opens a window; the same again is the same window',
      request: { params: Id, body: jsonBody(WindowInput) },
      responses: { 200: jsonAnswer('The window', DeclarationWindow), ...refusals },
    }),
    (context) => {
      const { id } = context.req.valid('param');
      const input = context.req.valid('json');
      const { places, ...rest } = input;
      const sent = { ...rest, places: places.length };
      const work = (doer: Doer) => openWindow(db, id, input, doer);
      const { caller, at } = act(getCaller(context), id, 'window.open', sent, work);
      return context.json(viewWindow(db, id, caller, at), 200);
    },
  );

  router.openapi(
    route(staff, {
      method: 'patch',
      path: '/api/declarations/{id}',
      summary: 'Changes an open window: title, note, closing date (needs If-Match)',
      request: { params: Id, body: jsonBody(WindowChange) },
      responses: { 200: jsonAnswer('The window', DeclarationWindow), ...refusals },
    }),
    (context) => {
      const { id } = context.req.valid('param');
      const change = context.req.valid('json');
      const seen = getIfMatch(context);
      const work = (doer: Doer) => changeWindow(db, id, change, seen, doer);
      const { caller, at } = act(getCaller(context), id, 'window.change', change, work);
      return context.json(viewWindow(db, id, caller, at), 200);
    },
  );

  router.openapi(
    route(staff, {
      method: 'post',
      path: '/api/declarations/{id}/close',
      summary: 'Closes a window today: what is not answered is silence',
      request: { params: Id },
      responses: { 200: jsonAnswer('The window', DeclarationWindow), ...refusals },
    }),
    (context) => {
      const { id } = context.req.valid('param');
      const work = (doer: Doer) => closeEarly(db, id, doer);
      const { caller, at } = act(getCaller(context), id, 'window.close', undefined, work);
      return context.json(viewWindow(db, id, caller, at), 200);
    },
  );

  router.openapi(
    route(answerers, {
      method: 'put',
      path: '/api/declarations/{id}/answers',
      summary: 'Answers of one operator, all or none; null takes one back',
      request: { params: Id, body: jsonBody(AnswersInput) },
      responses: { 200: jsonAnswer('The window without its places', WindowSummary), ...refusals },
    }),
    (context) => {
      const { id } = context.req.valid('param');
      const input = context.req.valid('json');
      const work = (doer: Doer) => saveAnswers(db, id, input, doer);
      const { caller, at } = act(getCaller(context), id, 'window.answer', input, work);
      return context.json(viewSummary(db, id, caller, at), 200);
    },
  );

  router.openapi(
    route(staff, {
      method: 'post',
      path: '/api/declarations/{id}/agree',
      summary: 'Makes agreed commitments of answers that promise to build',
      request: { params: Id, body: jsonBody(AgreeInput) },
      responses: { 200: jsonAnswer('The window', DeclarationWindow), ...refusals },
    }),
    (context) => {
      const { id } = context.req.valid('param');
      const input = context.req.valid('json');
      const work = (doer: Doer) => agreeAnswers(db, id, input, doer);
      const { caller, at } = act(getCaller(context), id, 'window.agree', input, work);
      return context.json(viewWindow(db, id, caller, at), 200);
    },
  );

  return router;
}
