// Every address of the app. Signed-in screens lie behind one guard; all but the map load on demand.
import { lazy, Suspense } from 'react';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  useRouter,
} from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';
import { mapQuery, prefetchTiles } from '../api/map.ts';
import { statusesQuery } from '../api/status.ts';
import { parseCoverageSearch, type CoverageSearch } from '../lib/coverage-table-view.ts';
import { parseSides } from '../lib/coverage-view.ts';
import { parseQueueSearch, type QueueSearch } from '../lib/queue-view.ts';
import { formatSearchText, parseMapSearch, parseSearchText, type MapSearch } from '../lib/view.ts';
import {
  rootRoute,
  passwordRoute,
  signedInRoute,
  signInRoute,
  type RouterContext,
} from './base-routes.ts';
import { commitmentRoutes } from './commitment-routes.ts';
import { MapScreen } from './map-screen.tsx';
import { PageFailed, PageLoading, PageMissing } from './page-states.tsx';
import { isImporter, isReporter, isVerifier } from './roles.ts';
import type { OnSearch } from './use-map-address.ts';

const CompareScreen = lazy(() => import('./compare-screen.tsx'));

/** `isWhole`: the address names neither a view nor a place, so the map opens on all of its area. */
async function prefetchMap(client: QueryClient, isWhole: boolean): Promise<void> {
  await client.prefetchQuery(mapQuery);
  const info = client.getQueryData(mapQuery.queryKey);
  if (info && isWhole) prefetchTiles(info.firstTiles);
}

const mapRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  validateSearch: (search: Record<string, unknown>): MapSearch => parseMapSearch(search),
  // Asked for before the screen is drawn; what fails is told by the screen's own queries.
  loader: ({ context: { client }, location }) => {
    void client.prefetchQuery(statusesQuery);
    void prefetchMap(client, Object.keys(location.search).length === 0);
  },
  component: MapPage,
});

function MapPage() {
  const search = mapRoute.useSearch();
  const navigate = mapRoute.useNavigate();
  const router = useRouter();
  const onSearch: OnSearch = (change, options) => {
    // On the way to another screen the map may still settle: its address must not lead back.
    if (router.latestLocation.pathname !== '/') return;
    void navigate({
      search: (before) => parseMapSearch({ ...before, ...change }),
      replace: options?.replace ?? false,
    });
  };
  const sides = parseSides(search.side);
  if (sides === null) return <MapScreen search={search} onSearch={onSearch} />;
  return (
    <Suspense fallback={<PageLoading />}>
      <CompareScreen sides={sides} at={search.at} onSearch={onSearch} />
    </Suspense>
  );
}

const reportsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/laporan',
  beforeLoad: async ({ context }) => {
    const { account } = await context.client.ensureQueryData(sessionQuery);
    if (!isReporter(account)) throw redirect({ to: '/', search: {}, replace: true });
  },
  component: lazyRouteComponent(() => import('./reports-pages.tsx'), 'ReportsFrame'),
});

const queueRoute = createRoute({
  getParentRoute: () => reportsRoute,
  path: '/',
  validateSearch: (search: Record<string, unknown>): QueueSearch => parseQueueSearch(search),
  beforeLoad: async ({ context }) => {
    const { account } = await context.client.ensureQueryData(sessionQuery);
    if (!isVerifier(account)) throw redirect({ to: '/laporan/saya', replace: true });
  },
  component: lazyRouteComponent(() => import('./reports-pages.tsx'), 'QueuePage'),
});

const ownReportsRoute = createRoute({
  getParentRoute: () => reportsRoute,
  path: '/saya',
  component: lazyRouteComponent(() => import('./reports-pages.tsx'), 'OwnReportsPage'),
});

const coverageRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/jangkauan',
  validateSearch: (search: Record<string, unknown>): CoverageSearch => parseCoverageSearch(search),
  component: lazyRouteComponent(() => import('./coverage-page.tsx'), 'CoveragePage'),
});

/** What is brought in on paper (`kec`: the form's district): for those who report. */
async function refuseOthers({ context }: { context: RouterContext }): Promise<void> {
  const { account } = await context.client.ensureQueryData(sessionQuery);
  if (!isReporter(account)) throw redirect({ to: '/', search: {}, replace: true });
}

/** Files: also for operators' liaisons. */
async function refuseNonImporters({ context }: { context: RouterContext }): Promise<void> {
  const { account } = await context.client.ensureQueryData(sessionQuery);
  if (!isImporter(account)) throw redirect({ to: '/', search: {}, replace: true });
}

const dataRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/data',
  beforeLoad: refuseNonImporters,
  component: lazyRouteComponent(() => import('./data-pages.tsx'), 'DataPage'),
});

const importRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/data/impor/$id',
  beforeLoad: refuseNonImporters,
  component: lazyRouteComponent(() => import('./data-pages.tsx'), 'ImportPage'),
});

const blangkoRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/data/blangko',
  validateSearch: ({ kec }: Record<string, unknown>): { kec?: string } =>
    typeof kec === 'string' && /^\d{2}\.\d{2}\.\d{2}$/.test(kec) ? { kec } : {},
  beforeLoad: refuseOthers,
  component: lazyRouteComponent(() => import('./batch-pages.tsx'), 'BlangkoPage'),
});

const fillRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/data/isi/$district',
  beforeLoad: refuseOthers,
  component: lazyRouteComponent(() => import('./batch-pages.tsx'), 'FillPage'),
});

const deviceRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/perangkat',
  component: lazyRouteComponent(() => import('./device-page.tsx'), 'DevicePage'),
});

const adminRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/admin',
  beforeLoad: async ({ context, location }) => {
    const { account } = await context.client.ensureQueryData(sessionQuery);
    if (account?.role !== 'admin') throw redirect({ to: '/', search: {}, replace: true });
    if (location.pathname === '/admin') throw redirect({ to: '/admin/akun', replace: true });
  },
  component: lazyRouteComponent(() => import('./admin-pages.tsx'), 'AdminFrame'),
});

const accountsRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/akun',
  component: lazyRouteComponent(() => import('./admin-pages.tsx'), 'AccountsPage'),
});

const operatorsRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/operator',
  component: lazyRouteComponent(() => import('./admin-pages.tsx'), 'OperatorsPage'),
});

const rulesRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/aturan',
  component: lazyRouteComponent(() => import('./admin-pages.tsx'), 'RulesPage'),
});

const coverageRulesRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/aturan-jangkauan',
  component: lazyRouteComponent(() => import('./admin-pages.tsx'), 'CoverageRulesPage'),
});

const basemapRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/peta-dasar',
  component: lazyRouteComponent(() => import('./admin-pages.tsx'), 'BasemapPage'),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  passwordRoute,
  signedInRoute.addChildren([
    mapRoute,
    reportsRoute.addChildren([queueRoute, ownReportsRoute]),
    coverageRoute,
    commitmentRoutes,
    dataRoute,
    importRoute,
    blangkoRoute,
    fillRoute,
    deviceRoute,
    adminRoute.addChildren([
      accountsRoute,
      operatorsRoute,
      rulesRoute,
      coverageRulesRoute,
      basemapRoute,
    ]),
  ]),
]);

export function createAppRouter(client: QueryClient) {
  return createRouter({
    routeTree,
    context: { client },
    parseSearch: parseSearchText,
    stringifySearch: formatSearchText,
    defaultPendingComponent: PageLoading,
    defaultErrorComponent: PageFailed,
    defaultNotFoundComponent: PageMissing,
    defaultPreload: false,
    scrollRestoration: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
