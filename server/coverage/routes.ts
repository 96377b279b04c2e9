// Coverage over HTTP: which layers there are, the job that makes them, and how far cells reach.
import { recordAudit } from '../audit/store.ts';
import { getCaller, jsonAnswer, jsonBody, newRouter, refusals, route } from '../auth/guard.ts';
import { isoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { listCoverageLayers } from './area-store.ts';
import {
  CoverageJob,
  CoverageOverview,
  CoverageSettings,
  DatedCoverageSettings,
} from './contract.ts';
import type { CoverageRunner } from './job.ts';
import { coverageVersion } from './layer-store.ts';
import { maySeeLayer, plansSeenBy } from './rules.ts';
import { insertSettings, readSettings } from './settings-store.ts';
import { countSites } from './site-list-store.ts';
import { markEveryCell, markEverything } from './work-store.ts';

type Deps = {
  db: Db;
  clock: Clock;
  coverage: CoverageRunner;
  /** Derives every status again, off the request; `today` is an ISO date. */
  refreshLater: (today: string) => void;
};

const signedIn = { may: 'signed-in' } as const;
const staff = { may: ['admin', 'staff'] } as const;

export function coverageRoutes({ db, clock, coverage, refreshLater }: Deps) {
  const router = newRouter();

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/coverage',
      summary: 'The layers that the one who asks may see, and the job that makes them',
      responses: { 200: jsonAnswer('The overview', CoverageOverview) },
    }),
    (context) => {
      const caller = getCaller(context);
      return context.json(
        {
          version: coverageVersion(db),
          layers: listCoverageLayers(db).filter((layer) => maySeeLayer(caller, layer)),
          siteCount: countSites(db, plansSeenBy(caller)),
          job: coverage.state(),
          cutsByTerrain: readSettings(db).settings.cutsByTerrain,
        },
        200,
      );
    },
  );

  router.openapi(
    route(staff, {
      method: 'post',
      path: '/api/coverage/rebuild',
      summary: 'Make everything again: footprints, merged layers, shares',
      responses: { 200: jsonAnswer('The job', CoverageJob), ...refusals },
    }),
    (context) => {
      db.transaction(() => {
        markEverything(db);
        recordAudit(db, {
          ...{ at: clock(), accountId: getCaller(context).id },
          ...{ action: 'coverage.rebuild', subject: 'coverage:all' },
        });
      }).immediate();
      coverage.start();
      return context.json(coverage.state(), 200);
    },
  );

  router.openapi(
    route(staff, {
      method: 'post',
      path: '/api/coverage/job',
      summary: 'Make what waits, after a stop or a failure',
      responses: { 200: jsonAnswer('The job', CoverageJob), ...refusals },
    }),
    (context) => {
      coverage.start();
      return context.json(coverage.state(), 200);
    },
  );

  router.openapi(
    route(staff, {
      method: 'delete',
      path: '/api/coverage/job',
      summary: 'Stop after the piece that is being made; the next start goes on from there',
      responses: { 200: jsonAnswer('The job', CoverageJob), ...refusals },
    }),
    (context) => {
      coverage.cancel();
      return context.json(coverage.state(), 200);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/settings/coverage',
      summary: 'How far cells reach where their file does not say it, and since when',
      responses: { 200: jsonAnswer('The settings', DatedCoverageSettings) },
    }),
    (context) => context.json(readSettings(db), 200),
  );

  router.openapi(
    route(
      { may: ['admin'] },
      {
        method: 'put',
        path: '/api/settings/coverage',
        summary: 'Change the settings; coverage and statuses follow in the background',
        request: { body: jsonBody(CoverageSettings) },
        responses: { 200: jsonAnswer('The settings', DatedCoverageSettings), ...refusals },
      },
    ),
    (context) => {
      const caller = getCaller(context);
      const settings = context.req.valid('json');
      const at = clock();
      const before = db
        .transaction(() => {
          const earlier = readSettings(db).settings;
          insertSettings(db, settings, caller.id, at);
          markEveryCell(db);
          recordAudit(db, {
            ...{ at, accountId: caller.id },
            ...{ action: 'coverage.settings', subject: 'settings:coverage' },
            ...{ before: earlier, after: settings },
          });
          return earlier;
        })
        .immediate();
      coverage.start();
      // The share that makes a village count as covered is the statuses' business alone.
      if (before.villageFraction !== settings.villageFraction) refreshLater(isoDay(at));
      return context.json(readSettings(db), 200);
    },
  );

  return router;
}
