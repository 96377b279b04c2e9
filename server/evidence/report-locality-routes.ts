// Settling the locality that a report wrote by name: it is a known one, or becomes one.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { LocalityChoice, type LocalityInput } from '#contract/locality';
import { recordAudit } from '../audit/store.ts';
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
import { ProblemError, refuseField } from '../platform/problem.ts';
import { keyOfLocality } from '../regions/locality-names.ts';
import { findLocality, findLocalityId, insertLocality } from '../regions/locality-store.ts';
import type { StatusFeed } from '../status/feed.ts';
import { Report } from './contract.ts';
import { presentReport } from './report-view.ts';
import * as store from './store.ts';

type Deps = { db: Db; clock: Clock; feed: StatusFeed };

export function reportLocalityRoutes({ db, clock, feed }: Deps) {
  const router = newRouter();

  function getReport(id: string): store.StoredReport {
    const report = store.findReport(db, id);
    if (!report) throw new ProblemError(404, 'not_found');
    return report;
  }

  /** The locality chosen, made where the village has none of that name yet. */
  function getChosenId(
    report: store.StoredReport,
    choice: LocalityChoice,
    by: { accountId: string; at: Date },
  ): { localityId: string; isNew: boolean } {
    const { villageCode } = report;
    if ('localityId' in choice) {
      const locality = findLocality(db, choice.localityId);
      if (locality?.villageCode === villageCode) return { localityId: locality.id, isNew: false };
      const code = locality ? 'locality_elsewhere' : 'locality_unknown';
      throw refuseField('localityId', code, choice.localityId);
    }
    if (keyOfLocality(choice) === '') throw refuseField('name', 'wrong_value', choice.name);
    const known = findLocalityId(db, villageCode, choice);
    if (known !== null) return { localityId: known, isNew: false };
    const input: LocalityInput = {
      villageCode,
      ...choice,
      // Where the reporter stood is not where the locality lies.
      position: null,
      source: `Laporan ${report.authorName}, ${report.observedOn}`,
    };
    const localityId = randomUUID();
    insertLocality(db, localityId, input, by);
    recordAudit(db, {
      ...by,
      action: 'locality.create',
      subject: `locality:${localityId}`,
      after: input,
    });
    return { localityId, isNew: true };
  }

  router.openapi(
    route(
      { may: ['admin', 'staff'] },
      {
        method: 'post',
        path: '/api/reports/{id}/locality',
        summary: 'Settle which locality a report is about: a known one, or a new one (If-Match)',
        request: { params: z.object({ id: z.uuid() }), body: jsonBody(LocalityChoice) },
        responses: { 200: jsonAnswer('The report', Report), ...refusals },
      },
    ),
    (context) => {
      const caller = getCaller(context);
      const { id } = context.req.valid('param');
      const choice = context.req.valid('json');
      const seen = getIfMatch(context);
      const by = { accountId: caller.id, at: clock() };
      feed.change(() => {
        const before = getReport(id);
        if (before.version !== seen)
          throw new ProblemError(412, 'changed_meanwhile', {
            more: { current: presentReport(caller, before) },
          });
        const { localityId, isNew } = getChosenId(before, choice, by);
        store.linkLocality(db, id, localityId);
        recordAudit(db, {
          ...by,
          action: 'report.locality',
          subject: `report:${id}`,
          before: { localityId: before.localityId, localityName: before.localityName },
          after: { localityId },
        });
        return {
          villages: [before.villageCode],
          hasNewPlaces: isNew,
          report: {
            reportId: id,
            villageCode: before.villageCode,
            reportVersion: before.version + 1,
            byName: caller.name,
          },
        };
      });
      return context.json(presentReport(caller, getReport(id)), 200);
    },
  );

  return router;
}
