// Field reports over HTTP: list, nearby, save with a version, and take back for ten seconds.
import { z } from 'zod';
import { VillageCode } from '#contract/regions';
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
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError } from '../platform/problem.ts';
import { findPoint, isInsideBoundary } from '../regions/store.ts';
import type { StatusFeed, Written } from '../status/feed.ts';
import { checkInput } from './check-input.ts';
import {
  NearbyReport,
  Operator,
  Report,
  ReportInput,
  ReportSaved,
  undoSeconds,
} from './contract.ts';
import { createReport } from './create-report.ts';
import type { PhotoFiles } from './photo-files.ts';
import { listTraces } from './photo-store.ts';
import { removeTraces } from './photo-tidy.ts';
import { settlePlaces, withKnownPlaces } from './report-places.ts';
import { listNearby, mayEdit, presentReport as present } from './report-view.ts';
import { listWarnings } from './rules.ts';
import * as store from './store.ts';
import { insertEvent, takeAnswerBack } from './verification-store.ts';
import { findEarlier, isEdit } from './version-store.ts';

type Deps = { db: Db; clock: Clock; feed: StatusFeed; photoFiles: PhotoFiles };

const signedIn = { may: 'signed-in' } as const;
const reporters = { may: ['admin', 'staff', 'regency'] } as const;
const params = z.object({ id: z.uuid() });

/** A little longer than the button shows, for the way to the server. */
const undoGraceMs = (undoSeconds + 5) * 1000;

export function reportRoutes({ db, clock, feed, photoFiles }: Deps) {
  const router = newRouter();

  function getReport(id: string): store.StoredReport {
    const report = store.findReport(db, id);
    if (!report) throw new ProblemError(404, 'not_found');
    return report;
  }

  function answerSaved(caller: Account, id: string): ReportSaved {
    const stored = getReport(id);
    const isInside = stored.position && isInsideBoundary(db, stored.villageCode, stored.position);
    return {
      report: present(caller, stored),
      warnings: listWarnings(stored, isInside),
      undoUntil: new Date(Date.parse(stored.updatedAt) + undoSeconds * 1000).toISOString(),
    };
  }

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/operators',
      summary: 'Network operators, those that serve the province first',
      responses: { 200: jsonAnswer('Operators', z.array(Operator)) },
    }),
    (context) => context.json(store.listOperators(db), 200),
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/reports',
      summary: 'Reports of a village, newest first',
      request: { query: z.object({ village: VillageCode }) },
      responses: { 200: jsonAnswer('Reports', z.array(Report)), ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const reports = store.listReports(db, context.req.valid('query').village);
      return context.json(
        reports.map((report) => present(caller, report)),
        200,
      );
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/reports/nearby',
      summary: 'Reports within a radius of a point, nearest first',
      request: {
        query: z.object({
          lng: z.coerce.number().min(-180).max(180),
          lat: z.coerce.number().min(-85).max(85),
          radiusM: z.coerce.number().min(1).max(20_000).default(5000),
        }),
      },
      responses: { 200: jsonAnswer('Reports', z.array(NearbyReport)), ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const { lng, lat, radiusM } = context.req.valid('query');
      const found = listNearby(db, caller, [lng, lat], radiusM);
      return context.json(found, 200);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/reports/{id}',
      summary: 'A report',
      request: { params },
      responses: { 200: jsonAnswer('The report', Report), ...refusals },
    }),
    (context) =>
      context.json(present(getCaller(context), getReport(context.req.valid('param').id)), 200),
  );

  router.openapi(
    route(reporters, {
      method: 'put',
      path: '/api/reports/{id}',
      summary: 'Save a report: If-None-Match: * creates it, If-Match: "version" changes it',
      request: { params, body: jsonBody(ReportInput) },
      responses: {
        200: jsonAnswer('Changed, or stored already', ReportSaved),
        201: jsonAnswer('Created', ReportSaved),
        ...refusals,
      },
    }),
    (context) => {
      const caller = getCaller(context);
      const { id } = context.req.valid('param');
      const sent = context.req.valid('json');
      const isNew = context.req.header('if-none-match') === '*';
      const seen = isNew ? null : getIfMatch(context);
      const by = { accountId: caller.id, officeId: caller.office.id, at: clock() };
      const tell = (villages: string[], reportVersion: number): Written => ({
        villages,
        report: { reportId: id, villageCode: sent.villageCode, reportVersion, byName: caller.name },
      });
      const outcome = feed.change(() => {
        if (isNew)
          return createReport(db, caller, { id, input: sent }, by)
            ? tell([sent.villageCode], 1)
            : null;
        const shownAt = checkInput(db, caller, sent, by.at);
        const input = settlePlaces(db, sent);
        const before = getReport(id);
        if (!mayEdit(caller, before)) throw new ProblemError(403, 'not_allowed');
        if (before.version !== seen)
          throw new ProblemError(412, 'changed_meanwhile', {
            more: { current: present(caller, before) },
          });
        store.updateReport(db, before, input, shownAt, by);
        if (before.askedAt !== null) insertEvent(db, id, { action: 'answered', reason: '' }, by);
        recordAudit(db, {
          at: by.at,
          accountId: caller.id,
          action: 'report.change',
          subject: `report:${id}`,
          before,
          after: input,
        });
        return tell([input.villageCode, before.villageCode], before.version + 1);
      });
      return context.json(answerSaved(caller, id), isNew && outcome ? 201 : 200);
    },
  );

  router.openapi(
    route(reporters, {
      method: 'post',
      path: '/api/reports/{id}/undo',
      summary: 'Take back the own last change within ten seconds',
      request: { params },
      responses: {
        200: jsonAnswer(
          'The report as it was before; null when it is gone again',
          z.object({ report: Report.nullable() }),
        ),
        ...refusals,
      },
    }),
    (context) => {
      const caller = getCaller(context);
      const { id } = context.req.valid('param');
      const seen = getIfMatch(context);
      const by = { accountId: caller.id, officeId: caller.office.id, at: clock() };
      const traces = listTraces(db, id);
      feed.change(() => {
        const before = getReport(id);
        if (before.version !== seen)
          throw new ProblemError(412, 'changed_meanwhile', {
            more: { current: present(caller, before) },
          });
        if (before.updatedBy !== caller.id) throw new ProblemError(403, 'not_allowed');
        const isLate = by.at.getTime() - Date.parse(before.updatedAt) > undoGraceMs;
        // What was decided meanwhile rests on what the report says now.
        if (isLate || !isEdit(db, id, before.version)) throw new ProblemError(409, 'undo_expired');
        const said = findEarlier(db, id, before.version);
        const earlier = said && withKnownPlaces(db, said);
        if (earlier) {
          const shownAt = earlier.position ?? findPoint(db, earlier.villageCode) ?? before.shownAt;
          store.updateReport(db, before, earlier, shownAt, by);
          takeAnswerBack(db, id, before.updatedAt);
        } else {
          store.withdrawReport(db, id, by.at);
        }
        recordAudit(db, {
          at: by.at,
          accountId: caller.id,
          action: 'report.undo',
          subject: `report:${id}`,
          before,
          after: earlier ?? undefined,
        });
        return {
          villages: [before.villageCode, ...(earlier ? [earlier.villageCode] : [])],
          report: {
            reportId: id,
            villageCode: before.villageCode,
            reportVersion: before.version + 1,
            byName: caller.name,
          },
        };
      });
      removeTraces({ db, files: photoFiles }, traces);
      const report = store.findReport(db, id);
      return context.json({ report: report && present(caller, report) }, 200);
    },
  );

  return router;
}
