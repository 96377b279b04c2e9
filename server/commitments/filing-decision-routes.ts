// What becomes of a filing, over HTTP: lines taken or left, compared again, accepted, withdrawn. Each is
// one transaction, and what is refused stays in the audit trail.
import type { Context } from 'hono';
import { z } from 'zod';
import { recordAudit } from '../audit/store.ts';
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
import { deleteImportFile } from '../interchange/import-file-store.ts';
import { deleteRows } from '../interchange/import-row-store.ts';
import { setDiscarded } from '../interchange/import-store.ts';
import { isoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { Hub } from '../platform/live.ts';
import { refuseField } from '../platform/problem.ts';
import type { LiveEvent } from '../status/contract.ts';
import { acceptFiling } from './filing-accept.ts';
import { getFiling, getOpenFiling } from './filing-access.ts';
import { Filing, FilingAccept, FilingAccepted, LineDecision } from './filing-contract.ts';
import { compareAgain } from './filing-intake.ts';
import * as store from './filing-store.ts';
import { presentFiling } from './filing-view.ts';
import { attempt } from './refusal-trail.ts';
import { commitmentVersion } from './store.ts';
import { bumpVersion } from './write-store.ts';

type Deps = {
  db: Db;
  clock: Clock;
  hub: Hub<LiveEvent>;
  /** Makes again what is covered, off the request. */
  coverage: { start(): void };
};

/** Each for what it may do: rules.ts. */
const deciders = { may: ['admin', 'staff', 'liaison'] } as const;
const params = z.object({ id: z.uuid() });
const path = '/api/filings/{id}';

/** Lines that there are; a reason only where a date slipped. */
function checkLines(db: Db, id: string, lines: LineDecision['lines'], givesReason: boolean): void {
  if (typeof lines === 'string') {
    if (givesReason && lines !== 'slipped') throw refuseField('reason', 'line_not_slipped', lines);
    return;
  }
  const found = new Map(
    store.listLineNumbers(db, id, lines).map(({ number, isSlipped }) => [number, isSlipped]),
  );
  const unknown = lines.find((number) => !found.has(number));
  if (unknown !== undefined) throw refuseField('lines', 'line_unknown', unknown);
  const other = givesReason ? lines.find((number) => found.get(number) === false) : undefined;
  if (other !== undefined) throw refuseField('reason', 'line_not_slipped', other);
}

export function filingDecisionRoutes({ db, clock, hub, coverage }: Deps) {
  const router = newRouter();
  const tell = () => hub.publish({ type: 'commitments', version: commitmentVersion(db) });

  const show = (caller: Account, id: string): Filing =>
    presentFiling(db, caller, getFiling(db, caller, id), isoDay(clock()));

  const getOpen = (context: Context, caller: Account, id: string): store.StoredFiling =>
    getOpenFiling(db, caller, id, { version: getIfMatch(context), today: isoDay(clock()) });

  router.openapi(
    route(deciders, {
      method: 'patch',
      path: `${path}/lines`,
      summary: 'Take or leave lines, or say why they slipped (If-Match)',
      request: { params, body: jsonBody(LineDecision) },
      responses: { 200: jsonAnswer('The filing', Filing), ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const { id } = context.req.valid('param');
      const { lines, ...change } = context.req.valid('json');
      const [at, subject] = [clock(), `filing:${id}`];
      attempt(db, { caller, at, action: 'filing.decide', subject, sent: change }, () => {
        getOpen(context, caller, id);
        checkLines(db, id, lines, change.reason !== undefined);
        store.changeLines(db, id, lines, change);
        store.raiseFilingVersion(db, id);
        // The numbers of thousands of lines say no more than how many there are.
        const which = typeof lines === 'string' || lines.length <= 50 ? lines : lines.length;
        recordAudit(db, {
          ...{ at, accountId: caller.id, action: 'filing.decide', subject },
          after: { lines: which, ...change },
        });
      });
      // Not told to everyone: a tick is no news before the filing is accepted.
      return context.json(show(caller, id), 200);
    },
  );

  router.openapi(
    route(deciders, {
      method: 'post',
      path: `${path}/compare`,
      summary: 'Compare again with what was accepted meanwhile (If-Match)',
      request: { params },
      responses: { 200: jsonAnswer('The filing', Filing), ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const { id } = context.req.valid('param');
      const [at, subject] = [clock(), `filing:${id}`];
      attempt(db, { caller, at, action: 'filing.compare', subject }, () => {
        compareAgain(db, getOpen(context, caller, id));
        bumpVersion(db);
        recordAudit(db, { at, accountId: caller.id, action: 'filing.compare', subject });
      });
      tell();
      return context.json(show(caller, id), 200);
    },
  );

  router.openapi(
    route(deciders, {
      method: 'post',
      path: `${path}/accept`,
      summary: 'Accept the lines that are taken, all or nothing; commitments follow (If-Match)',
      request: { params, body: jsonBody(FilingAccept) },
      responses: { 200: jsonAnswer('The filing, and what it did', FilingAccepted), ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const { id } = context.req.valid('param');
      const { proposesCommitments } = context.req.valid('json');
      const [at, subject] = [clock(), `filing:${id}`];
      const accepted = attempt(db, { caller, at, action: 'filing.accept', subject }, () =>
        acceptFiling(db, getOpen(context, caller, id), proposesCommitments, { caller, at }),
      );
      coverage.start();
      tell();
      return context.json({ filing: show(caller, id), ...accepted }, 200);
    },
  );

  router.openapi(
    route(deciders, {
      method: 'post',
      path: `${path}/withdraw`,
      summary: 'Take a filing back before it is accepted (If-Match); its file is not kept',
      request: { params },
      responses: { 200: jsonAnswer('The filing', Filing), ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const { id } = context.req.valid('param');
      const [at, subject] = [clock(), `filing:${id}`];
      attempt(db, { caller, at, action: 'filing.withdraw', subject }, () => {
        getOpen(context, caller, id);
        const by = { at, accountId: caller.id };
        store.decideFiling(db, id, 'withdrawn', by);
        setDiscarded(db, id);
        deleteRows(db, id);
        deleteImportFile(db, id);
        bumpVersion(db);
        recordAudit(db, { ...by, action: 'filing.withdraw', subject });
      });
      tell();
      return context.json(show(caller, id), 200);
    },
  );

  return router;
}
