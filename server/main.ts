// Reads the environment, opens the database, loads the province, listens. One line on success, one on failure.
import { serve } from '@hono/node-server';
import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { ensureAdmin } from './auth/first-admin.ts';
import { createSignIn } from './auth/sign-in.ts';
import { startWindowTimer } from './commitments/window-timer.ts';
import { createCoverageTiles } from './coverage/coverage-tile-cache.ts';
import type { CoverageTile } from './coverage/coverage-tiles.ts';
import { createEngineThread } from './coverage/engine-thread.ts';
import { createCoverageJob } from './coverage/job.ts';
import { createPlanner } from './coverage/planner.ts';
import { createTerrainThread } from './coverage/terrain.ts';
import { createPhotoFiles } from './evidence/photo-files.ts';
import { startTidyingPhotos } from './evidence/photo-tidy.ts';
import { DatabaseError, openDatabase, type Db } from './platform/database.ts';
import { EnvError, readEnv, type Env } from './platform/env.ts';
import { isoDay } from './platform/clock.ts';
import { createAreaChecker } from './interchange/area-checker.ts';
import { createTableReader } from './interchange/table-reader.ts';
import { createHub } from './platform/live.ts';
import { createMailer } from './platform/mail.ts';
import { createWorkerClient } from './platform/worker-client.ts';
import { loadProvinces, UnknownProvinceError } from './regions/load.ts';
import { areStatusesCurrent, refreshAllStatuses } from './status/derive.ts';
import { startWatching } from './status/watch.ts';
import { readMapInfo } from './regions/map-info.ts';
import { boundaryVersion } from './regions/store.ts';
import { createTileCache, warmTiles } from './regions/tile-cache.ts';
import type { TileAddress } from './regions/tile-grid.ts';
import type { LiveEvent } from './status/contract.ts';

const root = join(import.meta.dirname, '..');

/** No tile of coverage takes longer; one that does must not hold up the others. */
const coverageTileTimeoutMs = 30_000;

/** A failure that the person who starts the server can mend; printed as one line. */
class StartError extends Error {}

function prepareDataDir({ dataDir }: Env): void {
  try {
    mkdirSync(join(dataDir, 'basemap'), { recursive: true });
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`DATA_DIR=${JSON.stringify(dataDir)} tidak dapat ditulisi: ${reason}`);
  }
}

function listenAddress(env: Env): URL {
  const host = env.host.includes(':') ? `[${env.host}]` : env.host;
  return env.publicUrl ?? new URL(`http://${host}:${env.port}`);
}

function listen(env: Env, db: Db): void {
  const publicUrl = listenAddress(env);
  const log = pino({ level: process.env.LOG_LEVEL ?? 'info' }, pino.destination(2));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const hub = createHub<LiveEvent>();
  const tileWorker = createWorkerClient<TileAddress, Uint8Array>(
    new URL('./regions/tile-worker.ts', import.meta.url),
    { databasePath: env.databasePath },
  );
  const tiles = createTileCache(db, (address) => tileWorker.ask(address));
  const coverageTileWorker = createWorkerClient<CoverageTile, Uint8Array>(
    new URL('./coverage/coverage-tile-worker.ts', import.meta.url),
    { databasePath: env.databasePath },
    { timeoutMs: coverageTileTimeoutMs },
  );
  const elevationDir = join(env.dataDir, 'elevation');
  const planner = createPlanner({ databasePath: env.databasePath, elevationDir });
  const terrain = createTerrainThread(elevationDir);
  const coverageTiles = createCoverageTiles((tile) => coverageTileWorker.ask(tile));
  const statusWorker = createWorkerClient<string, number>(
    new URL('./status/status-worker.ts', import.meta.url),
    { databasePath: env.databasePath },
  );
  const tableReader = createTableReader();
  const areaChecker = createAreaChecker();
  const clock = () => new Date();
  const coverage = createCoverageJob({
    db,
    clock,
    hub,
    maker: createEngineThread({
      databasePath: env.databasePath,
      elevationDir,
    }),
    log: (error) => log.error(error),
  });
  const app = createApp({
    db,
    clock,
    signIn: createSignIn(db, publicUrl),
    hub,
    tiles,
    coverageTiles,
    planner,
    terrain,
    version,
    province: env.province,
    dataDir: env.dataDir,
    webDir: join(root, 'web/dist'),
    publicUrl,
    refreshAll: (today) => statusWorker.ask(today),
    tableReader,
    areaChecker,
    coverage,
    log: (error) => log.error(error),
  });
  const server = serve({ fetch: app.fetch, port: env.port, hostname: env.host }, ({ port }) => {
    const shown = new URL(publicUrl);
    if (!env.publicUrl) shown.port = String(port);
    console.log(`Jangkau ${version} siap di ${shown.origin}`);
    coverage.start();
    void warmTiles(tiles, boundaryVersion(db), readMapInfo(db, env.province).bounds);
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    const reason = error.code === 'EADDRINUSE' ? 'sudah dipakai program lain' : error.message;
    fail(new StartError(`PORT=${env.port} di HOST=${env.host} tidak dapat dipakai: ${reason}`));
  });
  const stopWatching = startWatching(db, hub);
  const stopTidying = startTidyingPhotos(
    { db, clock: () => new Date(), files: createPhotoFiles(env.dataDir) },
    (error) => log.error(error),
  );
  const stopWindowTimer = startWindowTimer({
    ...{ db, clock, hub, publicUrl },
    sendMail: env.mail && createMailer(env.mail.smtpUrl, env.mail.from),
    log: (error) => log.error(error),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      stopWatching();
      stopWindowTimer();
      stopTidying();
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      void Promise.all([
        tileWorker.close(),
        coverageTileWorker.close(),
        planner.close(),
        terrain.close(),
        coverage.close(),
        statusWorker.close(),
        tableReader.close(),
        areaChecker.close(),
      ]).then(() => {
        db.close();
        process.exit(0);
      });
    });
}

async function start(): Promise<void> {
  const env = readEnv(process.env);
  prepareDataDir(env);
  const db = openDatabase(env.databasePath);
  loadProvinces(db, env.province, (message) => console.log(message));
  if (!areStatusesCurrent(db)) refreshAllStatuses(db, isoDay(new Date()));
  const password = await ensureAdmin(db, env, new Date());
  if (password)
    console.log(`Admin: ${env.adminEmail} · kata sandi (hanya tampil sekali): ${password}`);
  listen(env, db);
}

function fail(error: unknown): never {
  const isExpected = [EnvError, DatabaseError, StartError, UnknownProvinceError].some(
    (kind) => error instanceof kind,
  );
  const message = error instanceof Error ? error.message : String(error);
  console.error(`Jangkau tidak bisa dimulai: ${message}`);
  if (!isExpected && error instanceof Error) console.error(error.stack);
  process.exit(1);
}

await start().catch(fail);
