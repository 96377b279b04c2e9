// Every address of the app. Signed-in screens lie behind one guard; all but the map load on demand.
import { lazy, Suspense } from 'react';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';
import { mapQuery, prefetchTiles } from '../api/map.ts';
import { statusesQuery } from '../api/status.ts';
import { parseBoardSearch, type BoardSearch } from '../lib/board-view.ts';
import { parseCoverageSearch, type CoverageSearch } from '../lib/coverage-table-view.ts';
import { parseSides } from '../lib/coverage-view.ts';
import { parseFilingSearch, type FilingSearch } from '../lib/filing-view.ts';
import {
  parseForecastSearch,
  parseObstacleSearch,
  type ForecastSearch,
  type ObstacleSearch,
} from '../lib/outlook-view.ts';
import { parseQueueSearch, type QueueSearch } from '../lib/queue-view.ts';
import { formatSearchText, parseMapSearch, parseSearchText, type MapSearch } from '../lib/view.ts';
import { MapScreen } from './map-screen.tsx';
import { PageFailed, PageLoading, PageMissing } from './page-states.tsx';
import { homeOf, isImporter, isReporter, isVerifier } from './roles.ts';
import type { OnSearch } from './use-map-address.ts';

const CompareScreen = lazy(() => import('./compare-screen.tsx'));

type RouterContext = { client: QueryClient };

const rootRoute = createRootRouteWithContext<RouterContext>()({ component: Outlet });

type BackSearch = { kembali?: string };

/** Only addresses of this app: `/…`, never `//elsewhere`. */
function parseBack(search: Record<string, unknown>): BackSearch {
  const { kembali } = search;
  return typeof kembali === 'string' && /^\/(?![/\\])/.test(kembali) ? { kembali } : {};
}

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/masuk',
  validateSearch: parseBack,
  beforeLoad: async ({ context, search }) => {
    const { account } = await context.client.ensureQueryData(sessionQuery);
    if (account !== null)
      throw redirect({ href: search.kembali ?? homeOf(account), replace: true });
  },
  component: lazyRouteComponent(() => import('./auth-pages.tsx'), 'SignInPage'),
});

const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kata-sandi',
  validateSearch: parseBack,
  beforeLoad: async ({ context }) => {
    const { account } = await context.client.ensureQueryData(sessionQuery);
    if (account === null) throw redirect({ to: '/masuk', search: {}, replace: true });
  },
  component: lazyRouteComponent(() => import('./auth-pages.tsx'), 'PasswordPage'),
});

/** Everything that needs an account; without one, sign in and come back. */
const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const { account } = await context.client.ensureQueryData(sessionQuery);
    const search = location.href === '/' ? {} : { kembali: location.href };
    if (account === null) throw redirect({ to: '/masuk', search, replace: true });
    if (account.mustChangePassword) throw redirect({ to: '/kata-sandi', search, replace: true });
  },
  component: Outlet,
});

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
  const onSearch: OnSearch = (change, options) =>
    void navigate({
      search: (before) => parseMapSearch({ ...before, ...change }),
      replace: options?.replace ?? false,
    });
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

const commitmentsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/komitmen',
  component: lazyRouteComponent(() => import('./commitment-frame.tsx'), 'CommitmentFrame'),
});

const boardRoute = createRoute({
  getParentRoute: () => commitmentsRoute,
  path: '/',
  validateSearch: (search: Record<string, unknown>): BoardSearch => parseBoardSearch(search),
  component: lazyRouteComponent(() => import('./board-page.tsx'), 'BoardPage'),
});

const workRoute = createRoute({
  getParentRoute: () => commitmentsRoute,
  path: '/tugas',
  beforeLoad: async ({ context }) => {
    const { account } = await context.client.ensureQueryData(sessionQuery);
    if (account?.role !== 'liaison') throw redirect({ to: '/komitmen', search: {}, replace: true });
  },
  component: lazyRouteComponent(() => import('./work-page.tsx'), 'WorkPage'),
});

const windowsRoute = createRoute({
  getParentRoute: () => commitmentsRoute,
  path: '/deklarasi',
  component: lazyRouteComponent(() => import('./declaration-pages.tsx'), 'WindowsPage'),
});

const newWindowRoute = createRoute({
  getParentRoute: () => commitmentsRoute,
  path: '/deklarasi/baru',
  beforeLoad: async ({ context }) => {
    const { account } = await context.client.ensureQueryData(sessionQuery);
    if (!isVerifier(account)) throw redirect({ to: '/komitmen/deklarasi', replace: true });
  },
  component: lazyRouteComponent(() => import('./declaration-pages.tsx'), 'NewWindowPage'),
});

const windowRoute = createRoute({
  getParentRoute: () => commitmentsRoute,
  path: '/deklarasi/$id',
  component: lazyRouteComponent(() => import('./declaration-pages.tsx'), 'WindowPage'),
});

const filingsRoute = createRoute({
  getParentRoute: () => commitmentsRoute,
  path: '/rencana',
  component: lazyRouteComponent(() => import('./filing-pages.tsx'), 'FilingsPage'),
});

const filingRoute = createRoute({
  getParentRoute: () => commitmentsRoute,
  path: '/rencana/$id',
  validateSearch: (search: Record<string, unknown>): FilingSearch => parseFilingSearch(search),
  component: lazyRouteComponent(() => import('./filing-pages.tsx'), 'FilingPage'),
});

const obstaclesRoute = createRoute({
  getParentRoute: () => commitmentsRoute,
  path: '/kendala',
  validateSearch: (search: Record<string, unknown>): ObstacleSearch => parseObstacleSearch(search),
  component: lazyRouteComponent(() => import('./outlook-pages.tsx'), 'ObstaclesPage'),
});

const forecastRoute = createRoute({
  getParentRoute: () => commitmentsRoute,
  path: '/proyeksi',
  validateSearch: (search: Record<string, unknown>): ForecastSearch => parseForecastSearch(search),
  component: lazyRouteComponent(() => import('./outlook-pages.tsx'), 'ForecastPage'),
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
    commitmentsRoute.addChildren([
      boardRoute,
      workRoute,
      windowsRoute,
      newWindowRoute,
      windowRoute,
      filingsRoute,
      filingRoute,
      obstaclesRoute,
      forecastRoute,
    ]),
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
