// What coverage comes to over HTTP: a village's shares, sums and lists of an area, a merged layer to be
// taken along. Nobody sees layers of plans that are not for them.
import { z } from 'zod';
import { RegionCode, regionId, VillageCode } from '#contract/regions';
import type { Account } from '../auth/contract.ts';
import { getCaller, jsonAnswer, newRouter, refusals, route } from '../auth/guard.ts';
import { mediaTypes, sendFile } from '../interchange/file-bytes.ts';
import { safeFileName, writeCsv } from '../interchange/write-table.ts';
import { isoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError, refuseField } from '../platform/problem.ts';
import {
  findPoint,
  getRegion,
  prefixQuery,
  regionExists,
  villageIdRange,
} from '../regions/store.ts';
import {
  countCoverageRows,
  listCoverageRows,
  listCovered,
  listUncoveredLocalities,
  listVillageShares,
  readGround,
  rowOrders,
} from './area-store.ts';
import {
  AreaCoverage,
  CellTechnology,
  CoverageBasis,
  CoveragePhase,
  CoverageRows,
  VillageCoverage,
  type LayerKey,
} from './contract.ts';
import { formatLayerName } from './map-contract.ts';
import type { CoverageRunner } from './job.ts';
import { rowCells, rowColumns } from './row-table.ts';
import { maySeeLayer } from './rules.ts';
import { readSettings } from './settings-store.ts';

type Deps = { db: Db; clock: Clock; coverage: Pick<CoverageRunner, 'merged'> };

const signedIn = { may: 'signed-in' } as const;
const AreaCode = z.union([z.literal('ID'), RegionCode]);
const LayerQuery = z.object({
  basis: CoverageBasis,
  phase: CoveragePhase,
  operator: z.string().max(40),
  technology: CellTechnology,
});
const Flag = z.enum(['0', '1']).default('0');
const RowQuery = LayerQuery.extend({
  sort: z.enum(rowOrders).default('remaining'),
  /** Only villages of which something is left. */
  remaining: Flag,
  /** Only villages with words that begin like these in their name or path. */
  q: z.string().trim().max(80).default(''),
});

function toRowQuery(
  layer: LayerKey,
  wanted: Pick<z.infer<typeof RowQuery>, 'sort' | 'remaining' | 'q'>,
) {
  const { sort, remaining, q } = wanted;
  return { layer, sort, isRemainingOnly: remaining === '1', match: prefixQuery(q) || null };
}

const rowsAPage = 100;
/** More than the country has villages. */
const everyRow = 200_000;

function toLayer({ basis, phase, operator, technology }: z.infer<typeof LayerQuery>): LayerKey {
  return { basis, phase, operatorId: operator, technology };
}

export function coverageAreaRoutes({ db, clock, coverage }: Deps) {
  const router = newRouter();

  function checkArea(code: string): void {
    if (code !== 'ID' && !regionExists(db, code)) throw new ProblemError(404, 'region_unknown');
  }

  function getLayer(caller: Account, query: z.infer<typeof LayerQuery>): LayerKey {
    const layer = toLayer(query);
    if (!maySeeLayer(caller, layer)) throw new ProblemError(403, 'not_allowed');
    return layer;
  }

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/coverage/villages/{code}',
      summary: 'What every layer covers of a village, and the localities that nothing covers',
      request: { params: z.object({ code: VillageCode }) },
      responses: { 200: jsonAnswer('The shares', VillageCoverage), ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const { code } = context.req.valid('param');
      if (!findPoint(db, code)) throw new ProblemError(404, 'region_unknown');
      const shares = listVillageShares(db, regionId(code)).filter((share) =>
        maySeeLayer(caller, share),
      );
      return context.json({ code, shares, uncovered: listUncoveredLocalities(db, code) }, 200);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/coverage/areas/{code}',
      summary: 'What every layer covers of an area (ID: everything), summed over its villages',
      request: { params: z.object({ code: AreaCode }) },
      responses: { 200: jsonAnswer('By layer', z.array(AreaCoverage)), ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const { code } = context.req.valid('param');
      checkArea(code);
      const range = villageIdRange(code);
      const ground = readGround(db, range);
      const { settings } = readSettings(db);
      const covered = listCovered(db, range, settings.villageFraction).filter((layer) =>
        maySeeLayer(caller, layer),
      );
      return context.json(
        covered.map((layer) => ({ ...ground, ...layer })),
        200,
      );
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/coverage/areas/{code}/rows',
      summary: 'The villages of an area with what one layer covers of each, 100 a page',
      request: {
        params: z.object({ code: AreaCode }),
        query: RowQuery.extend({ after: z.coerce.number().int().min(0).max(everyRow).default(0) }),
      },
      responses: { 200: jsonAnswer('The villages', CoverageRows), ...refusals },
    }),
    (context) => {
      const { code } = context.req.valid('param');
      const { after, ...query } = context.req.valid('query');
      checkArea(code);
      const range = villageIdRange(code);
      const layer = getLayer(getCaller(context), query);
      const asked = toRowQuery(layer, query);
      const rows = listCoverageRows(db, range, asked, { after, limit: rowsAPage });
      const total = countCoverageRows(db, range, asked);
      const end = after + rows.length;
      return context.json({ rows, total, next: end < total && rows.length > 0 ? end : null }, 200);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/coverage/areas/{code}/rows.csv',
      summary: 'The same villages, all of them, as CSV',
      request: { params: z.object({ code: AreaCode }), query: RowQuery },
      responses: {
        200: { description: 'The table', content: { 'text/csv': { schema: z.string() } } },
        ...refusals,
      },
    }),
    (context) => {
      const { code } = context.req.valid('param');
      const query = context.req.valid('query');
      checkArea(code);
      const layer = getLayer(getCaller(context), query);
      const asked = toRowQuery(layer, query);
      const rows = listCoverageRows(db, villageIdRange(code), asked, {
        after: 0,
        limit: everyRow,
      });
      const title = `Jangkauan ${code} ${formatLayerName(layer)} ${isoDay(clock())}`;
      const bytes = writeCsv(rowColumns, rows.map(rowCells));
      return sendFile(context, bytes, safeFileName(title, 'csv'), mediaTypes.csv);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/coverage/areas/{code}/union.geojson',
      summary: 'One layer of a province, regency or district, merged; land=1: clipped to its land',
      request: {
        params: z.object({ code: RegionCode }),
        query: LayerQuery.extend({ land: Flag }),
      },
      responses: {
        200: { description: 'A GeoJSON Feature; its geometry is null where nothing is covered' },
        ...refusals,
      },
    }),
    async (context) => {
      const { code } = context.req.valid('param');
      const { land, ...query } = context.req.valid('query');
      if (getRegion(db, code).level === 'village') throw refuseField('code', 'wrong_value', code);
      const layer = getLayer(getCaller(context), query);
      const isClippedToLand = land === '1';
      const feature = await coverage.merged({ code, layer, isClippedToLand });
      const title = `Jangkauan ${code} ${formatLayerName(layer)} ${isoDay(clock())}`;
      return context.body(feature, 200, {
        'content-type': 'application/geo+json',
        'content-disposition': `attachment; filename="${safeFileName(title, 'geojson')}"`,
      });
    },
  );

  return router;
}
