// Verifying reports over HTTP: the queue, what a decision rests on, the verdict, and what became of it.
import { z } from 'zod';
import { regionId } from '#contract/regions';
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
import { listOffices } from '../auth/store.ts';
import { isoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError, refuseField } from '../platform/problem.ts';
import { isInsideBoundary, regionExists } from '../regions/store.ts';
import type { StatusFeed } from '../status/feed.ts';
import { readFreshSince } from '../status/store.ts';
import { explainPlace } from '../status/why.ts';
import { Report, ReportEvent } from './contract.ts';
import * as queue from './queue-store.ts';
import { listNearby, presentReport, withDistance } from './report-view.ts';
import { maySeeReport } from './rules.ts';
import { findReport, listOperators, listReports, type StoredReport } from './store.ts';
import {
  OwnReportPage,
  OwnReportQuery,
  QueuedReport,
  QueuePage,
  QueueQuery,
  Verdict,
} from './verification-contract.ts';
import {
  isLikelySame,
  listActions,
  listFlags,
  outcomeOf,
  refuseOriginal,
} from './verification-rules.ts';
import * as store from './verification-store.ts';
import { hasWritten } from './version-store.ts';

type Deps = { db: Db; clock: Clock; feed: StatusFeed };

const signedIn = { may: 'signed-in' } as const;
const reporters = { may: ['admin', 'staff', 'regency'] } as const;
const staff = { may: ['admin', 'staff'] } as const;
const params = z.object({ id: z.uuid() });

/** Reports this near are shown beside the one that is decided on, metres. */
const aroundM = 5000;
const othersShown = 100;

export function verificationRoutes({ db, clock, feed }: Deps) {
  const router = newRouter();

  function getReport(id: string): StoredReport {
    const report = findReport(db, id);
    if (!report) throw new ProblemError(404, 'not_found');
    return report;
  }

  /** Nobody decides on what they wrote; samples are for trying out, even alone. */
  function isOwn(caller: Account, report: StoredReport): boolean {
    return !report.isSample && hasWritten(db, report.id, caller.id);
  }

  /** The other reports of the village and around; samples only beside samples. */
  function listOthers(caller: Account, report: StoredReport) {
    const around = listNearby(db, caller, report.shownAt, aroundM);
    const ofVillage = listReports(db, report.villageCode).map((other) =>
      withDistance(caller, other, report.shownAt),
    );
    const others = new Map([...ofVillage, ...around].map((other) => [other.id, other]));
    others.delete(report.id);
    return [...others.values()]
      .filter((other) => report.isSample || !other.isSample)
      .toSorted((a, b) => a.distanceM - b.distanceM)
      .slice(0, othersShown);
  }

  function describe(caller: Account, stored: StoredReport): QueuedReport {
    const { id, villageCode, position } = stored;
    const today = isoDay(clock());
    const report = presentReport(caller, stored);
    const others = listOthers(caller, stored);
    const refusal = isOwn(caller, stored) ? 'own_report' : null;
    return {
      report,
      village: store.getVillageNames(db, villageCode),
      flags: listFlags(report, {
        ...store.readVillageFlags(db, regionId(villageCode)),
        isInsideVillage: position && isInsideBoundary(db, villageCode, position),
        freshSince: readFreshSince(db, today),
      }),
      events: store.listEvents(db, id),
      others,
      likelySame: others.filter((other) => isLikelySame(report, other)).map((other) => other.id),
      why: explainPlace(db, villageCode, today),
      after: stored.state === 'submitted' ? explainPlace(db, villageCode, today, id) : null,
      actions: refusal ? [] : [...listActions(stored)],
      refusal,
    };
  }

  function checkVerdict(caller: Account, report: StoredReport, verdict: Verdict, seen: number) {
    if (isOwn(caller, report)) throw new ProblemError(403, 'own_report');
    if (report.version !== seen)
      throw new ProblemError(412, 'changed_meanwhile', {
        more: {
          current: presentReport(caller, report),
          event: store.listEvents(db, report.id).at(-1),
        },
      });
    if (!listActions(report).includes(verdict.action))
      throw new ProblemError(409, 'verdict_not_possible', { detail: `it is ${report.state}` });
    if (verdict.action !== 'duplicate') return;
    const code = refuseOriginal(report, findReport(db, verdict.of));
    if (code !== null) throw refuseField('of', code, verdict.of);
  }

  router.openapi(
    route(staff, {
      method: 'get',
      path: '/api/queue',
      summary: 'Reports by what became of them, those that wait first; 50 a page',
      request: { query: QueueQuery },
      responses: { 200: jsonAnswer('A page', QueuePage), ...refusals },
    }),
    (context) => {
      const { olderThanDays, ...query } = context.req.valid('query');
      const { area, operator, after } = query;
      if (area !== undefined && !regionExists(db, area))
        throw refuseField('area', 'region_unknown', area);
      if (operator !== undefined && !listOperators(db).some(({ id }) => id === operator))
        throw refuseField('operator', 'operator_unknown', operator);
      const now = clock();
      const freshSince = readFreshSince(db, isoDay(now));
      const createdBefore =
        olderThanDays === undefined
          ? null
          : new Date(now.getTime() - olderThanDays * 86_400_000).toISOString();
      const wish = { ...query, freshSince, createdBefore };
      const showsSamples = !queue.hasRealReports(db, wish);
      const { entries, next } = queue.listQueue(db, wish, showsSamples);
      const counted =
        after === undefined
          ? queue.countQueue(db, wish, showsSamples)
          : { total: null, isTotalExact: true };
      const items = entries.map(({ item, position, accuracyM, village }) => ({
        ...item,
        flags: listFlags(
          { ...item, accuracyM },
          {
            ...village,
            isInsideVillage: position && isInsideBoundary(db, item.villageCode, position),
            freshSince,
          },
        ),
      }));
      return context.json({ items, next, ...counted, showsSamples }, 200);
    },
  );

  router.openapi(
    route(staff, {
      method: 'get',
      path: '/api/queue/{id}',
      summary: 'A report with everything that a decision about it rests on',
      request: { params },
      responses: { 200: jsonAnswer('The report', QueuedReport), ...refusals },
    }),
    (context) =>
      context.json(describe(getCaller(context), getReport(context.req.valid('param').id)), 200),
  );

  router.openapi(
    route(staff, {
      method: 'post',
      path: '/api/reports/{id}/verdict',
      summary: 'Decide about a report, ask its author, or take a decision back',
      request: { params, body: jsonBody(Verdict) },
      responses: { 200: jsonAnswer('The report as it is now', Report), ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const { id } = context.req.valid('param');
      const verdict = context.req.valid('json');
      const seen = getIfMatch(context);
      const by = { accountId: caller.id, officeId: caller.office.id, at: clock() };
      feed.change(() => {
        const before = getReport(id);
        checkVerdict(caller, before, verdict, seen);
        store.saveOutcome(db, id, outcomeOf(verdict, by.at.toISOString()), by);
        const { state, askedAt, duplicateOf, version, villageCode } = before;
        recordAudit(db, {
          at: by.at,
          accountId: caller.id,
          action: `report.${verdict.action}`,
          subject: `report:${id}`,
          before: { state, askedAt, duplicateOf, version },
          after: verdict,
        });
        return {
          villages: [villageCode],
          report: {
            reportId: id,
            villageCode,
            reportVersion: version + 1,
            byName: caller.name,
          },
        };
      });
      return context.json(presentReport(caller, getReport(id)), 200);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/reports/{id}/events',
      summary: 'What became of a report, oldest first',
      request: { params },
      responses: { 200: jsonAnswer('The steps', z.array(ReportEvent)), ...refusals },
    }),
    (context) => {
      const report = getReport(context.req.valid('param').id);
      if (!maySeeReport(getCaller(context), report)) throw new ProblemError(404, 'not_found');
      return context.json(store.listEvents(db, report.id), 200);
    },
  );

  router.openapi(
    route(reporters, {
      method: 'get',
      path: '/api/reports/mine',
      summary: 'The reports one wrote, newest first, each with the last that became of it',
      request: { query: OwnReportQuery },
      responses: { 200: jsonAnswer('A page', OwnReportPage), ...refusals },
    }),
    (context) => {
      const { before } = context.req.valid('query');
      const { id } = getCaller(context);
      const asked = before === undefined ? queue.listAskedReports(db, id) : [];
      return context.json({ asked, ...queue.listOwnReports(db, id, before) }, 200);
    },
  );

  router.openapi(
    route(reporters, {
      method: 'get',
      path: '/api/offices/names',
      summary: 'Names of known offices, offered for a joint measurement',
      responses: { 200: jsonAnswer('The names', z.array(z.string())) },
    }),
    (context) =>
      context.json(
        listOffices(db).map(({ name }) => name),
        200,
      ),
  );

  return router;
}
