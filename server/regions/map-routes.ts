// The map over HTTP: its settings, vector tiles, and the admin's basemap.
import { serveStatic } from '@hono/node-server/serve-static';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { recordAudit } from '../audit/store.ts';
import { getCaller, jsonAnswer, jsonBody, newRouter, refusals, route } from '../auth/guard.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { sendGzipped } from '../platform/http.ts';
import type { Hub } from '../platform/live.ts';
import { ProblemError, refuseField } from '../platform/problem.ts';
import type { LiveEvent } from '../status/contract.ts';
import { Basemap, MapInfo } from './contract.ts';
import { listBasemapFiles, readBasemap, storeBasemap } from './map-settings.ts';
import { readMapInfo } from './map-info.ts';
import { boundaryVersion } from './store.ts';
import type { TileCache } from './tile-cache.ts';
import { isTileAddress } from './tile-grid.ts';

type Deps = {
  db: Db;
  clock: Clock;
  hub: Hub<LiveEvent>;
  dataDir: string;
  province: string;
  tiles: TileCache;
};

const forever = 'public, max-age=31536000, immutable';
const tileNumber = z.coerce.number().int().min(0).max(4_194_304);

export function mapRoutes({ db, clock, hub, dataDir, province, tiles }: Deps) {
  const router = newRouter();

  router.openapi(
    route(
      { may: 'signed-in' },
      {
        method: 'get',
        path: '/api/map',
        summary: 'What the map needs before its first tile',
        responses: { 200: jsonAnswer('Map settings', MapInfo) },
      },
    ),
    (context) => context.json(readMapInfo(db, province), 200),
  );

  router.openapi(
    route(
      { may: ['admin'] },
      {
        method: 'get',
        path: '/api/map/basemaps',
        summary: 'PMTiles archives lying in DATA_DIR/basemap',
        responses: { 200: jsonAnswer('File names', z.object({ files: z.array(z.string()) })) },
      },
    ),
    (context) => context.json({ files: listBasemapFiles(dataDir) }, 200),
  );

  router.openapi(
    route(
      { may: ['admin'] },
      {
        method: 'put',
        path: '/api/map/basemap',
        summary: 'Choose the basemap',
        request: { body: jsonBody(Basemap) },
        responses: { 200: jsonAnswer('Map settings', MapInfo), ...refusals },
      },
    ),
    (context) => {
      const basemap = context.req.valid('json');
      if (basemap.kind === 'pmtiles' && !listBasemapFiles(dataDir).includes(basemap.file))
        throw refuseField('file', 'file_not_found', basemap.file);
      db.transaction(() => {
        recordAudit(db, {
          at: clock(),
          accountId: getCaller(context).id,
          action: 'map.basemap',
          subject: 'setting:basemap',
          before: readBasemap(db),
          after: basemap,
        });
        storeBasemap(db, basemap);
      })();
      hub.publish({ type: 'map', boundaryVersion: boundaryVersion(db) });
      return context.json(readMapInfo(db, province), 200);
    },
  );

  router.openapi(
    route(
      { may: 'anyone' },
      {
        method: 'get',
        path: '/tiles/{version}/{z}/{x}/{y}',
        summary: 'A vector tile (y ends in .mvt): public boundaries and names, never changing',
        request: {
          params: z.object({
            version: z.string().max(40),
            z: tileNumber,
            x: tileNumber,
            y: z.string().regex(/^\d{1,7}\.mvt$/),
          }),
        },
        responses: {
          200: { description: 'Mapbox vector tile' },
          204: { description: 'Nothing lies here' },
          304: { description: 'Not modified' },
          ...refusals,
        },
      },
    ),
    async (context) => {
      const { version, z: zoom, x, y } = context.req.valid('param');
      const address = { z: zoom, x, y: Number.parseInt(y, 10) };
      if (version !== boundaryVersion(db) || !isTileAddress(address))
        throw new ProblemError(404, 'not_found');
      const etag = `"${version}/${zoom}/${x}/${y}"`;
      context.header('cache-control', forever);
      context.header('etag', etag);
      if (context.req.header('if-none-match') === etag) return context.body(null, 304);
      const body = await tiles.get(version, address);
      if (body.length === 0) return context.body(null, 204);
      return sendGzipped(context, 'application/vnd.mapbox-vector-tile', body);
    },
  );

  const archive = serveStatic({
    root: join(dataDir, 'basemap'),
    rewriteRequestPath: (path) => path.replace(/^\/basemap/, ''),
  });
  router.openapi(
    route(
      { may: 'anyone' },
      {
        method: 'get',
        path: '/basemap/{file}',
        summary: 'The PMTiles archive in use, with byte ranges',
        request: { params: z.object({ file: z.string().max(120) }) },
        responses: {
          200: { description: 'The archive' },
          206: { description: 'A range' },
          ...refusals,
        },
      },
    ),
    async (context) => {
      const { file } = context.req.valid('param');
      const basemap = readBasemap(db);
      const isInUse = basemap.kind === 'pmtiles' && basemap.file === file;
      if (!isInUse || !existsSync(join(dataDir, 'basemap', file)))
        throw new ProblemError(404, 'not_found');
      const answer = await archive(context, async () => undefined);
      if (!answer) throw new ProblemError(404, 'not_found');
      return answer;
    },
  );

  return router;
}
