// Terrain over HTTP: which elevation there is, and the profile of a path. Stores nothing.
import { distance } from '@turf/turf';
import { jsonAnswer, jsonBody, newRouter, refusals, route } from '../auth/guard.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError, refuseField } from '../platform/problem.ts';
import { Terrain } from './contract.ts';
import { Profile, ProfileRequest } from './planning-contract.ts';
import { readSettings } from './settings-store.ts';
import type { TerrainReader } from './terrain.ts';

type Deps = { db: Db; terrain: Pick<TerrainReader, 'list' | 'profile'> };

const signedIn = { may: 'signed-in' } as const;
/** Further than any cell reaches and any link between towers spans. */
const longestPathM = 150_000;

export function terrainRoutes({ db, terrain }: Deps) {
  const router = newRouter();

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/coverage/terrain',
      summary:
        'The elevation rasters of the server, with what is wrong with those that are not used',
      responses: { 200: jsonAnswer('The rasters', Terrain), ...refusals },
    }),
    async (context) => context.json(await terrain.list(), 200),
  );

  router.openapi(
    route(signedIn, {
      method: 'post',
      path: '/api/planning/profile',
      summary: 'Line of sight and first Fresnel zone between an antenna and a place',
      request: { body: jsonBody(ProfileRequest) },
      responses: { 200: jsonAnswer('The profile', Profile), ...refusals },
    }),
    async (context) => {
      const { from, to, frequencyMhz, ...asked } = context.req.valid('json');
      if (distance(from, to, { units: 'meters' }) > longestPathM)
        throw refuseField('to', 'path_too_long', to.join(', '));
      const { settings } = readSettings(db);
      const antennaHeightM = asked.antennaHeightM ?? settings.antennaHeightM;
      const { receiverHeightM } = settings;
      const heights = { antennaHeightM, receiverHeightM, frequencyMhz };
      const profile = await terrain.profile({ from, to, heights });
      if (!profile) throw new ProblemError(409, 'terrain_missing');
      return context.json(profile, 200);
    },
  );

  return router;
}
