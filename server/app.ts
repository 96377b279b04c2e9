// Every route on one screen: createApp puts the rooms together behind headers, session and guard.
import { compress } from 'hono/compress';
import { bodyLimit } from 'hono/body-limit';
import { except } from 'hono/combine';
import { requestId } from 'hono/request-id';
import { aboutRoutes } from './about-routes.ts';
import { accountRoutes } from './auth/account-routes.ts';
import { guard, newRouter } from './auth/guard.ts';
import { sessionRoutes } from './auth/routes.ts';
import { readSession } from './auth/session.ts';
import type { SignIn } from './auth/sign-in.ts';
import { commitmentRoutes } from './commitments/commitment-routes.ts';
import { filingDecisionRoutes } from './commitments/filing-decision-routes.ts';
import { filingRoutes } from './commitments/filing-routes.ts';
import { forecastRoutes } from './commitments/forecast-routes.ts';
import { obstacleRoutes } from './commitments/obstacle-routes.ts';
import { settleServing } from './commitments/serving.ts';
import { commitmentVersion } from './commitments/store.ts';
import { storyRoutes } from './commitments/story-routes.ts';
import { windowFileRoutes } from './commitments/window-file-routes.ts';
import { windowRoutes } from './commitments/window-routes.ts';
import { workRoutes } from './commitments/work-routes.ts';
import { workTablePath, workTableRoutes } from './commitments/work-table-routes.ts';
import type { CoverageTiles } from './coverage/coverage-tile-cache.ts';
import { coverageTileRoutes } from './coverage/coverage-tile-routes.ts';
import { coverageAreaRoutes } from './coverage/area-routes.ts';
import type { CoverageRunner } from './coverage/job.ts';
import type { PlanningAnswers } from './coverage/planning-answers.ts';
import { planningRoutes } from './coverage/planning-routes.ts';
import { coveragePointRoutes } from './coverage/point-routes.ts';
import { coverageRoutes } from './coverage/routes.ts';
import { siteRoutes } from './coverage/site-routes.ts';
import type { TerrainReader } from './coverage/terrain.ts';
import { terrainRoutes } from './coverage/terrain-routes.ts';
import { batchPath, batchRoutes } from './evidence/batch-routes.ts';
import { createBlangkoPrinter } from './evidence/blangko-printer.ts';
import { blangkoRoutes } from './evidence/blangko-routes.ts';
import { createPhotoFiles } from './evidence/photo-files.ts';
import { photoPartPath, photoRoutes } from './evidence/photo-routes.ts';
import { reportLocalityRoutes } from './evidence/report-locality-routes.ts';
import { reportRoutes } from './evidence/routes.ts';
import { sampleRoutes } from './evidence/sample-routes.ts';
import { verificationRoutes } from './evidence/verification-routes.ts';
import { facilityRoutes } from './facilities/routes.ts';
import type { AreaChecker } from './interchange/area-checker.ts';
import { importPath, importRoutes } from './interchange/import-routes.ts';
import type { TableReader } from './interchange/table-reader.ts';
import { operatorRoutes } from './operators/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import type { Clock } from './platform/clock.ts';
import type { Db } from './platform/database.ts';
import { addressOf, pageHeaders, sameOriginOnly } from './platform/http.ts';
import type { Hub } from './platform/live.ts';
import { ProblemError, problemAnswer } from './platform/problem.ts';
import { webApp } from './platform/web-app.ts';
import { localityRoutes } from './regions/locality-routes.ts';
import { mapRoutes } from './regions/map-routes.ts';
import { packRoutes } from './regions/pack-routes.ts';
import { basemapOrigin } from './regions/contract.ts';
import { readBasemap } from './regions/map-settings.ts';
import { regionRoutes } from './regions/routes.ts';
import { regionExists } from './regions/store.ts';
import type { TileCache } from './regions/tile-cache.ts';
import type { LiveEvent } from './status/contract.ts';
import { createStatusFeed } from './status/feed.ts';
import { statusRoutes } from './status/routes.ts';
import { settingsRoutes } from './status/settings-routes.ts';

export type Deps = {
  db: Db;
  clock: Clock;
  signIn: SignIn;
  hub: Hub<LiveEvent>;
  tiles: TileCache;
  coverageTiles: CoverageTiles;
  planner: PlanningAnswers;
  /** Reads elevation rasters, off the request. */
  terrain: Pick<TerrainReader, 'list' | 'profile'>;
  version: string;
  /** A province code, or 'all'. */
  province: string;
  /** Absolute; holds the admin's basemaps. */
  dataDir: string;
  /** Absolute; the built web app. */
  webDir: string;
  publicUrl: URL;
  /** Derives every status again, off the request; `today` is an ISO date. */
  refreshAll: (today: string) => Promise<unknown>;
  /** Reads files that people send, off the request. */
  tableReader: TableReader;
  /** Checks the areas of such files, off the request. */
  areaChecker: Pick<AreaChecker, 'check'>;
  /** Makes again what is covered, off the request. */
  coverage: CoverageRunner;
  log: (error: Error) => void;
};

/** No JSON that the app sends is larger, but for batches of reports and long lists. */
const bodyMaxBytes = 64 * 1024;
/** Thousands of places, answers, lines or ids. */
const listMaxBytes = 1_000_000;
const listPaths = ['/api/declarations/*', '/api/filings/*', '/api/commitments/table'];

function limitBody(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new ProblemError(413, 'body_too_large');
    },
  });
}

export function createApp(deps: Deps) {
  const { db, clock, signIn, hub, tiles, province, dataDir, publicUrl } = deps;
  /** What was measured makes commitments serve; what fails takes that back. */
  const settle = (villages: readonly string[] | null): LiveEvent | null => {
    const settled = settleServing(db, villages, clock());
    return settled > 0 ? { type: 'commitments', version: commitmentVersion(db) } : null;
  };
  const feed = createStatusFeed(db, clock, hub, settle);
  const photoFiles = createPhotoFiles(dataDir);
  const app = newRouter();
  const foreignOrigin = () => basemapOrigin(readBasemap(db));

  async function refreshAndSettle(today: string): Promise<void> {
    await deps.refreshAll(today);
    const settled = db.transaction(() => settle(null)).immediate();
    if (settled) hub.publish(settled);
  }

  /** Nobody waits for it; what it fails with is logged. */
  const refreshLater = (today: string): void => {
    refreshAndSettle(today).catch((error: unknown) => {
      deps.log(error instanceof Error ? error : new Error(String(error)));
    });
  };

  app.onError((error, context) => problemAnswer(context, error, deps.log));
  app.use(requestId());
  app.use(pageHeaders(publicUrl, foreignOrigin));
  app.use('/api/*', compress({ threshold: 1024 }));
  const ownLimits = [photoPartPath, batchPath, importPath, workTablePath, ...listPaths];
  app.use('/api/*', except(ownLimits, limitBody(bodyMaxBytes)));
  for (const path of listPaths) app.use(path, limitBody(listMaxBytes));
  app.use('/api/*', async (context, next) => {
    context.header('cache-control', 'no-store');
    await next();
  });
  app.use('/api/*', sameOriginOnly(publicUrl));
  for (const path of ['/api/*', '/tiles/coverage/*']) app.use(path, readSession(db, signIn));
  for (const path of ['/api/*', '/tiles/*', '/basemap/*', '/healthz']) app.use(path, guard(app));

  app.route('/', sessionRoutes({ db, clock, signIn, addressOf }));
  app.route('/', accountRoutes({ db, clock, regencyExists: (code) => regionExists(db, code) }));
  app.route('/', mapRoutes({ db, clock, hub, dataDir, province, tiles }));
  app.route('/', regionRoutes({ db }));
  app.route('/', packRoutes({ db, tiles }));
  app.route('/', localityRoutes({ db, clock, feed }));
  app.route('/', peopleRoutes({ db, clock, feed }));
  app.route('/', facilityRoutes({ db, clock, feed }));
  app.route('/', statusRoutes({ db, clock, hub }));
  app.route('/', settingsRoutes({ db, clock, refreshLater }));
  // Before the reports: /api/reports/mine is no report's id.
  app.route('/', verificationRoutes({ db, clock, feed }));
  app.route('/', batchRoutes({ db, clock, feed }));
  app.route('/', blangkoRoutes({ db, clock, publicUrl, printer: createBlangkoPrinter() }));
  app.route('/', reportRoutes({ db, clock, feed, photoFiles }));
  app.route('/', reportLocalityRoutes({ db, clock, feed }));
  app.route('/', photoRoutes({ db, clock, feed, photoFiles }));
  const { tableReader: reader, areaChecker: areas, coverage } = deps;
  app.route('/', importRoutes({ db, clock, feed, reader, areas, coverage, refreshLater }));
  app.route('/', sampleRoutes({ db, clock, feed, province }));
  app.route('/', coverageRoutes({ db, clock, coverage, refreshLater }));
  app.route('/', coverageAreaRoutes({ db, clock, coverage }));
  app.route('/', siteRoutes({ db, clock, coverage, refreshLater }));
  app.route('/', coverageTileRoutes({ db, coverageTiles: deps.coverageTiles }));
  app.route('/', coveragePointRoutes({ db }));
  app.route('/', planningRoutes({ db, planner: deps.planner }));
  app.route('/', commitmentRoutes({ db, clock, hub }));
  app.route('/', obstacleRoutes({ db, clock, hub }));
  app.route('/', forecastRoutes({ db, clock }));
  app.route('/', storyRoutes({ db, clock }));
  app.route('/', windowRoutes({ db, clock, hub }));
  app.route('/', windowFileRoutes({ db, clock }));
  app.route('/', workRoutes({ db, clock }));
  app.route('/', workTableRoutes({ db, clock, hub, reader }));
  app.route('/', operatorRoutes({ db, clock, hub, coverage, refreshLater }));
  app.route('/', filingRoutes({ db, clock }));
  app.route('/', filingDecisionRoutes({ db, clock, hub, coverage }));
  app.route('/', terrainRoutes({ db, terrain: deps.terrain }));
  app.route('/', aboutRoutes(app, { db, version: deps.version, province }));
  app.route('/', webApp(deps.webDir, foreignOrigin));
  return app;
}
