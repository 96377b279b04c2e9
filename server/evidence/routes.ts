// Field reports over HTTP: list, nearby, save with a version, and take back for ten seconds.
import { distance } from '@turf/turf';
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
import { mayReportIn } from '../auth/rules.ts';
import { latestIsoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError, refuseField } from '../platform/problem.ts';
import { findPoint, isInsideBoundary } from '../regions/store.ts';
import type { StatusFeed } from '../status/feed.ts';
import {
  NearbyReport,
  Operator,
  Report,
  ReportInput,
  ReportSaved,
  undoSeconds,
} from './contract.ts';
import { listWarnings, refuseDay, saysTheSame } from './rules.ts';
import * as store from './store.ts';

type Deps = { db: Db; clock: Clock; feed: StatusFeed };

const signedIn = { may: 'signed-in' } as const;
const reporters = { may: ['admin', 'staff', 'regency'] } as const;
const params = z.object({ id: z.uuid() });

/** A little longer than the button shows, for the way to the server. */
const undoGraceMs = (undoSeconds + 5) * 1000;

function mayEdit(account: Account, report: store.StoredReport): boolean {
  return (
    mayReportIn(account, report.villageCode) && (report.state === 'submitted' || report.isSample)
  );
}

function present(account: Account, stored: store.StoredReport): Report {
  const { authorId: _author, updatedBy: _by, shownAt: _shown, ...report } = stored;
  return { ...report, mayEdit: mayEdit(account, stored) };
}

export function reportRoutes({ db, clock, feed }: Deps) {
  const router = newRouter();

  function getReport(id: string): store.StoredReport {
    const report = store.findReport(db, id);
    if (!report) throw new ProblemError(404, 'not_found');
    return report;
  }

  /** Checks what the contract cannot know, and gives back where the report stands on the map. */
  function checkInput(caller: Account, input: ReportInput): [number, number] {
    const point = findPoint(db, input.villageCode);
    if (!point) throw refuseField('villageCode', 'village_unknown', input.villageCode);
    if (!mayReportIn(caller, input.villageCode))
      throw new ProblemError(403, 'outside_your_regency', {
        errors: [{ field: 'villageCode', code: 'outside_your_regency', value: input.villageCode }],
      });
    const day = refuseDay(input.observedOn, latestIsoDay(clock()));
    if (day) throw refuseField(day.field, day.code, day.value);
    const known = new Set(store.listOperators(db).map((operator) => operator.id));
    const stranger = input.statements.findIndex((statement) => !known.has(statement.operatorId));
    if (stranger >= 0)
      throw refuseField(
        `statements.${stranger}.operatorId`,
        'operator_unknown',
        input.statements[stranger]?.operatorId,
      );
    return input.position ?? point;
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
      const latSpan = radiusM / 110_500;
      const lngSpan = latSpan / Math.cos((lat * Math.PI) / 180);
      const found = store
        .listReportsWithin(db, [lng - lngSpan, lat - latSpan, lng + lngSpan, lat + latSpan])
        .map((report) => ({
          ...present(caller, report),
          distanceM: Math.round(distance([lng, lat], report.shownAt, { units: 'meters' })),
        }))
        .filter((report) => report.distanceM <= radiusM)
        .toSorted((a, b) => a.distanceM - b.distanceM)
        .slice(0, 50);
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
      const input = context.req.valid('json');
      const isNew = context.req.header('if-none-match') === '*';
      const seen = isNew ? null : getIfMatch(context);
      const by = { accountId: caller.id, officeId: caller.office.id, at: clock() };
      const outcome = feed.change(() => {
        const shownAt = checkInput(caller, input);
        const before = store.findReport(db, id);
        if (isNew && before) {
          if (before.authorId === caller.id && saysTheSame(before, input)) return null;
          throw new ProblemError(409, 'id_taken');
        }
        if (isNew) {
          store.insertReport(db, { id, input, shownAt, state: 'submitted', isSample: false }, by);
        } else {
          if (!before) throw new ProblemError(404, 'not_found');
          if (!mayEdit(caller, before)) throw new ProblemError(403, 'not_allowed');
          if (before.version !== seen)
            throw new ProblemError(412, 'changed_meanwhile', {
              more: { current: present(caller, before) },
            });
          store.updateReport(db, before, input, shownAt, by);
        }
        recordAudit(db, {
          at: by.at,
          accountId: caller.id,
          action: isNew ? 'report.create' : 'report.change',
          subject: `report:${id}`,
          before: before ?? undefined,
          after: input,
        });
        return {
          villages: [input.villageCode, ...(before ? [before.villageCode] : [])],
          report: {
            reportId: id,
            villageCode: input.villageCode,
            reportVersion: (before?.version ?? 0) + 1,
            byName: caller.name,
          },
        };
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
      feed.change(() => {
        const before = getReport(id);
        if (before.version !== seen)
          throw new ProblemError(412, 'changed_meanwhile', {
            more: { current: present(caller, before) },
          });
        if (before.updatedBy !== caller.id) throw new ProblemError(403, 'not_allowed');
        if (by.at.getTime() - Date.parse(before.updatedAt) > undoGraceMs)
          throw new ProblemError(409, 'undo_expired');
        const earlier = store.findVersion(db, id, before.version - 1);
        if (earlier) {
          const shownAt = earlier.position ?? findPoint(db, earlier.villageCode) ?? before.shownAt;
          store.updateReport(db, before, earlier, shownAt, by);
        } else {
          store.deleteReport(db, id);
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
      const report = store.findReport(db, id);
      return context.json({ report: report && present(caller, report) }, 200);
    },
  );

  return router;
}
