// The addresses below /komitmen: the board, what waits for a liaison, declarations, filed plans, obstacles,
// the forecast.
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';
import { parseBoardSearch, type BoardSearch } from '../lib/board-view.ts';
import { parseFilingSearch, type FilingSearch } from '../lib/filing-view.ts';
import {
  parseForecastSearch,
  parseObstacleSearch,
  type ForecastSearch,
  type ObstacleSearch,
} from '../lib/outlook-view.ts';
import { signedInRoute } from './base-routes.ts';
import { isVerifier } from './roles.ts';

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

export const commitmentRoutes = commitmentsRoute.addChildren([
  boardRoute,
  workRoute,
  windowsRoute,
  newWindowRoute,
  windowRoute,
  filingsRoute,
  filingRoute,
  obstaclesRoute,
  forecastRoute,
]);
