// Coverage as vector tiles over HTTP, one layer each, to those who may see the layer.
import { z } from 'zod';
import { getCaller, newRouter, refusals, route } from '../auth/guard.ts';
import type { Db } from '../platform/database.ts';
import { sendGzipped } from '../platform/http.ts';
import { ProblemError, refuseField } from '../platform/problem.ts';
import { isTileAddress } from '../regions/tile-grid.ts';
import { datedTilesFromZoom, parseLayerName } from './map-contract.ts';
import type { CoverageTiles } from './coverage-tile-cache.ts';
import { coverageVersion } from './layer-store.ts';
import { maySeeLayer } from './rules.ts';

type Deps = { db: Db; coverageTiles: CoverageTiles };

/** Only in the browser of the one who asked; a plan is asked about again, for the next one may not see it. */
const keeping = {
  on_air: 'private, max-age=31536000, immutable',
  planned: 'private, no-cache',
} as const;
/** Of a version that is gone, or not there yet: nothing that could be kept. */
const notKept = 'private, no-store';

const tileNumber = z.coerce.number().int().min(0).max(4_194_304);

export function coverageTileRoutes({ db, coverageTiles }: Deps) {
  const router = newRouter();

  router.openapi(
    route(
      { may: 'signed-in' },
      {
        method: 'get',
        path: '/tiles/coverage/{version}/{layer}/{z}/{x}/{y}',
        summary:
          'A vector tile of one coverage layer (basis.phase.operator.technology; y ends in .mvt)',
        request: {
          params: z.object({
            version: z.string().max(40),
            layer: z.string().max(80),
            z: tileNumber,
            x: tileNumber,
            y: z.string().regex(/^\d{1,7}\.mvt$/),
          }),
          query: z.object({
            on: z.iso.date().optional().meta({ description: 'As it stood on this day' }),
          }),
        },
        responses: {
          200: { description: 'Mapbox vector tile, layer `coverage`' },
          204: { description: 'Nothing lies here' },
          304: { description: 'Not modified' },
          ...refusals,
        },
      },
    ),
    async (context) => {
      const { version, layer: name, z: zoom, x, y } = context.req.valid('param');
      const { on } = context.req.valid('query');
      const layer = parseLayerName(name);
      const address = { z: zoom, x, y: Number.parseInt(y, 10) };
      if (layer === null || !isTileAddress(address)) throw new ProblemError(404, 'not_found');
      if (!maySeeLayer(getCaller(context), layer)) throw new ProblemError(403, 'not_allowed');
      if (on !== undefined && zoom < datedTilesFromZoom) throw refuseField('z', 'too_small', zoom);
      const current = coverageVersion(db);
      const etag = `"${current}/${name}/${zoom}/${x}/${y}/${on ?? ''}"`;
      context.header('cache-control', version === current ? keeping[layer.phase] : notKept);
      context.header('etag', etag);
      if (context.req.header('if-none-match') === etag) return context.body(null, 304);
      const body = await coverageTiles.get(current, { layer, onDay: on ?? null, address });
      if (body.length === 0) return context.body(null, 204);
      return sendGzipped(context, 'application/vnd.mapbox-vector-tile', body);
    },
  );

  return router;
}
