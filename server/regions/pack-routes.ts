// What a device keeps of a regency for use without a connection, over HTTP: its size, its contents.
import { z } from 'zod';
import { jsonAnswer, newRouter, refusals, route } from '../auth/guard.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError } from '../platform/problem.ts';
import { Pack, PackSize, RegencyCode } from './contract.ts';
import { createPackSizes } from './pack-size.ts';
import { findAreaBounds, listPackLocalities, listPackPlaces } from './pack-store.ts';
import { listPackTiles } from './pack-tiles.ts';
import { boundaryVersion } from './store.ts';
import type { TileCache } from './tile-cache.ts';
import type { TileAddress } from './tile-grid.ts';

const signedIn = { may: 'signed-in' } as const;
const params = z.object({ code: RegencyCode });

export function packRoutes({ db, tiles: cache }: { db: Db; tiles: TileCache }) {
  const router = newRouter();
  const sizes = createPackSizes(cache);

  /** The tiles of the regency; throws 404 `region_unknown`, 422 `area_too_large`. */
  function getPackTiles(code: string): TileAddress[] {
    const province = findAreaBounds(db, code.slice(0, 2));
    const regency = findAreaBounds(db, code);
    if (!province || !regency)
      throw new ProblemError(404, 'region_unknown', {
        errors: [{ field: 'code', code: 'region_unknown', value: code }],
      });
    const listed = listPackTiles(province, regency);
    if (!listed) throw new ProblemError(422, 'area_too_large');
    return listed;
  }

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/regions/{code}/pack/size',
      summary: 'How much there is to keep of a regency',
      request: { params },
      responses: { 200: jsonAnswer('The size', PackSize), ...refusals },
    }),
    async (context) => {
      const { code } = context.req.valid('param');
      const size = await sizes.get(code, boundaryVersion(db), getPackTiles(code));
      return context.json(size, 200);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/regions/{code}/pack',
      summary: 'A regency for use without a connection: its tiles and its places',
      request: { params },
      responses: { 200: jsonAnswer('What to keep', Pack), ...refusals },
    }),
    async (context) => {
      const { code } = context.req.valid('param');
      const addresses = getPackTiles(code);
      const size = await sizes.get(code, boundaryVersion(db), addresses);
      const { boundaryVersion: version } = size;
      const tileUrls = addresses.map(
        ({ z: zoom, x, y }) => `/tiles/${version}/${zoom}/${x}/${y}.mvt`,
      );
      const places = listPackPlaces(db, code);
      const localities = listPackLocalities(db, code);
      return context.json({ ...size, code, tileUrls, places, localities }, 200);
    },
  );

  return router;
}
