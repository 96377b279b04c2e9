// Sites over HTTP: those in a view, one with its cells, save and remove; and taking an import back. What
// they cover is made after, off the request.
import { z } from 'zod';
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
import { setDiscarded } from '../interchange/import-store.ts';
import { isoDay, latestIsoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError, refuseField } from '../platform/problem.ts';
import { isInIndonesia } from '../regions/coordinates.ts';
import { markStatusesOutdated } from '../status/derive.ts';
import { CellTechnology, Site, SiteInput, SiteList } from './contract.ts';
import { pointsMaximum } from './map-contract.ts';
import type { CoverageRunner } from './job.ts';
import { mayEditSites, plansSeenBy, reachOf } from './rules.ts';
import { readSettings } from './settings-store.ts';
import { insertSite, updateSite } from './site-edit-store.ts';
import {
  findSite,
  findSiteId,
  isMobileOperator,
  listSitesWithin,
  type StoredSite,
} from './site-list-store.ts';
import { findSiteProblem } from './site-rules.ts';
import { deleteSite } from './site-store.ts';
import { listImportOperators, undoImport } from './undo-store.ts';

type Deps = {
  db: Db;
  clock: Clock;
  coverage: Pick<CoverageRunner, 'start'>;
  /** Derives every status again, off the request; `today` is an ISO date. */
  refreshLater: (today: string) => void;
};

const signedIn = { may: 'signed-in' } as const;
const editors = { may: ['admin', 'staff', 'liaison'] } as const;
const params = z.object({ id: z.uuid() });
const longitude = z.coerce.number().min(-180).max(180);
const latitude = z.coerce.number().min(-90).max(90);
const ViewQuery = z.object({
  west: longitude,
  south: latitude,
  east: longitude,
  north: latitude,
  operator: z.string().max(40).optional(),
  technology: CellTechnology.optional(),
});

/** What of a site the trail keeps. */
function trailOf({ operatorId, ref, name, position, cells }: StoredSite | SiteInput) {
  return { operatorId, ref, name, position, cells };
}

export function siteRoutes({ db, clock, coverage, refreshLater }: Deps) {
  const router = newRouter();

  /** Throws 404 also where the site is another operator's plan, which is not for the one who asks. */
  function getStored(caller: Account, id: string): StoredSite {
    const site = findSite(db, id, plansSeenBy(caller));
    if (!site) throw new ProblemError(404, 'not_found');
    return site;
  }

  function present(caller: Account, site: StoredSite): Site {
    const { settings } = readSettings(db);
    const cells = site.cells.map((cell) => {
      const { radiusM, isEstimate } = reachOf(cell, settings);
      return { ...cell, reachM: radiusM, isEstimate };
    });
    return { ...site, cells, mayEdit: mayEditSites(caller, site.operatorId) };
  }

  function refuseForeign(caller: Account, operatorId: string): void {
    if (!mayEditSites(caller, operatorId)) throw new ProblemError(403, 'foreign_operator');
  }

  /** Checks what the contract cannot know. */
  function checkInput(caller: Account, before: StoredSite | null, input: SiteInput): void {
    const { operatorId, ref, position } = input;
    refuseForeign(caller, operatorId);
    if (!isMobileOperator(db, operatorId))
      throw refuseField('operatorId', 'operator_unknown', operatorId);
    if (!isInIndonesia(position)) {
      const isSwapped = isInIndonesia([position[1], position[0]]);
      const code = isSwapped ? 'position_swapped' : 'position_outside_indonesia';
      throw refuseField('position', code, position);
    }
    const namesake = findSiteId(db, operatorId, ref);
    if (namesake !== null && namesake !== before?.id)
      throw refuseField('ref', 'site_ref_taken', ref);
    const today = latestIsoDay(clock());
    const problem = findSiteProblem(input, before?.cells ?? [], caller.role, today);
    if (problem) throw refuseField(problem.field, problem.code, problem.value);
  }

  /** The stored site that the caller has seen and may change. */
  function getSeen(caller: Account, id: string, version: number): StoredSite {
    const before = getStored(caller, id);
    refuseForeign(caller, before.operatorId);
    if (before.version !== version)
      throw new ProblemError(412, 'changed_meanwhile', {
        more: { current: present(caller, before) },
      });
    return before;
  }

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/sites',
      summary: 'Sites in a view, 2,000 at most; another operator’s plans are not for a liaison',
      request: { query: ViewQuery },
      responses: { 200: jsonAnswer('The sites', SiteList), ...refusals },
    }),
    (context) => {
      const { operator = null, technology = null, ...box } = context.req.valid('query');
      const filter = { ...box, operatorId: operator, technology };
      const seen = plansSeenBy(getCaller(context));
      const sites = listSitesWithin(db, filter, seen, pointsMaximum + 1);
      const truncated = sites.length > pointsMaximum;
      return context.json({ sites: sites.slice(0, pointsMaximum), truncated }, 200);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/sites/{id}',
      summary: 'A site with its cells and how far they reach',
      request: { params },
      responses: { 200: jsonAnswer('The site', Site), ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const site = getStored(caller, context.req.valid('param').id);
      return context.json(present(caller, site), 200);
    },
  );

  router.openapi(
    route(editors, {
      method: 'post',
      path: '/api/sites',
      summary: 'Add a site; what it covers is made in the background',
      request: { body: jsonBody(SiteInput) },
      responses: { 201: jsonAnswer('The site', Site), ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const input = context.req.valid('json');
      const by = { accountId: caller.id, at: clock() };
      const id = db
        .transaction(() => {
          checkInput(caller, null, input);
          const added = insertSite(db, input, by);
          const subject = `site:${added}`;
          recordAudit(db, { ...by, action: 'site.create', subject, after: trailOf(input) });
          return added;
        })
        .immediate();
      coverage.start();
      return context.json(present(caller, getStored(caller, id)), 201);
    },
  );

  router.openapi(
    route(editors, {
      method: 'put',
      path: '/api/sites/{id}',
      summary: 'Change a site with all of its cells (If-Match)',
      request: { params, body: jsonBody(SiteInput) },
      responses: { 200: jsonAnswer('The site', Site), ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const { id } = context.req.valid('param');
      const input = context.req.valid('json');
      const version = getIfMatch(context);
      const by = { accountId: caller.id, at: clock() };
      db.transaction(() => {
        const before = getSeen(caller, id, version);
        checkInput(caller, before, input);
        updateSite(db, before, input, by);
        recordAudit(db, {
          ...by,
          action: 'site.change',
          subject: `site:${id}`,
          before: trailOf(before),
          after: trailOf(input),
        });
      }).immediate();
      coverage.start();
      return context.json(present(caller, getStored(caller, id)), 200);
    },
  );

  router.openapi(
    route(editors, {
      method: 'delete',
      path: '/api/sites/{id}',
      summary: 'Remove a site (If-Match)',
      request: { params },
      responses: { 204: { description: 'Removed' }, ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const { id } = context.req.valid('param');
      const version = getIfMatch(context);
      db.transaction(() => {
        const before = getSeen(caller, id, version);
        deleteSite(db, id);
        recordAudit(db, {
          ...{ at: clock(), accountId: caller.id, action: 'site.remove', subject: `site:${id}` },
          before: trailOf(before),
        });
      }).immediate();
      coverage.start();
      return context.body(null, 204);
    },
  );

  router.openapi(
    route(editors, {
      method: 'delete',
      path: '/api/coverage/imports/{id}',
      summary:
        'Take back the sites and polygons that an import brought; the filing before stands again',
      request: { params },
      responses: { 204: { description: 'Taken back' }, ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const { id } = context.req.valid('param');
      const at = clock();
      const { wasComplete } = db
        .transaction(() => {
          const operatorIds = listImportOperators(db, id);
          if (operatorIds === null) throw new ProblemError(404, 'not_found');
          if (operatorIds.length === 0) throw new ProblemError(409, 'import_only_changed');
          for (const operatorId of operatorIds) refuseForeign(caller, operatorId);
          const taken = undoImport(db, id);
          setDiscarded(db, id);
          recordAudit(db, {
            ...{
              at,
              accountId: caller.id,
              action: 'coverage.undo',
              subject: `import:${id}`,
            },
            before: { ...taken, operatorIds },
          });
          // Villages outside its polygons were said to have nothing: they are derived again too.
          if (taken.wasComplete) markStatusesOutdated(db);
          return taken;
        })
        .immediate();
      coverage.start();
      if (wasComplete) refreshLater(isoDay(at));
      return context.body(null, 204);
    },
  );

  return router;
}
